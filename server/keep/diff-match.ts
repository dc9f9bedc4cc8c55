/**
 * Who in one graph is who in the other.
 *
 * An id is the same in both, or else a name has moved: what the old graph calls X and the new one knows as a spelling of
 * Y, which had no such spelling before, became Y. What belongs together so is one group, seen from either side alike:
 * swapping the graphs swaps the sides of every group and changes nothing else.
 */
import { order } from '../../ingest/entities.ts'
import { fold } from '../../ingest/fold.ts'
import type { DiffEntity, Side } from './diff-side.ts'

/** Ids on both sides that are one; empty on one side for what is only in the other. */
export interface Group {
  old: readonly DiffEntity[]
  new: readonly DiffEntity[]
}

/** Sorted by the smallest id within. */
export function toGroups(before: Side, after: Side): Group[] {
  const [old, now] = [toTable(before.entities), toTable(after.entities)]
  const groups = createGroups()
  for (const id of [...old.byId.keys(), ...now.byId.keys()]) groups.add(id)
  for (const [id, moved] of [...movesBetween(old, now), ...movesBetween(now, old)]) groups.join(id, moved)
  return groups.all().map((ids) => ({
    old: ids.flatMap((id) => old.byId.get(id) ?? []),
    new: ids.flatMap((id) => now.byId.get(id) ?? []),
  }))
}

interface Table {
  byId: ReadonlyMap<string, DiffEntity>
  /** The entity that a folded spelling means: what is called so before what is also called so, then the most named. */
  bySpelling: ReadonlyMap<string, DiffEntity>
}

function toTable(entities: readonly DiffEntity[]): Table {
  const sorted = [...entities].sort((a, b) => b.mentions - a.mentions || order(a.id, b.id))
  const bySpelling = new Map<string, DiffEntity>()
  const put = (spelling: string, entity: DiffEntity) => {
    if (spelling && !bySpelling.has(spelling)) bySpelling.set(spelling, entity)
  }
  for (const entity of sorted) put(fold(entity.name), entity)
  for (const entity of sorted) for (const alias of entity.aliases) put(fold(alias), entity)
  return { byId: new Map(sorted.map((entity) => [entity.id, entity])), bySpelling }
}

/** From each id of one side that the other has not, to the one there that has its name now and had it not before. */
function movesBetween(from: Table, to: Table): [id: string, moved: string][] {
  return [...from.byId.values()].flatMap((entity): [string, string][] => {
    if (to.byId.has(entity.id)) return []
    const name = fold(entity.name)
    const moved = to.bySpelling.get(name)
    if (!moved) return []
    const before = from.byId.get(moved.id)
    return before && hasSpelling(before, name) ? [] : [[entity.id, moved.id]]
  })
}

function hasSpelling({ name, aliases }: DiffEntity, folded: string): boolean {
  return fold(name) === folded || aliases.some((alias) => fold(alias) === folded)
}

/** Disjoint sets (Tarjan, 1975), without ranks: the sets are small. */
function createGroups() {
  const parents = new Map<string, string>()
  const rootOf = (id: string): string => {
    const parent = parents.get(id)
    if (parent === undefined || parent === id) return id
    const root = rootOf(parent)
    parents.set(id, root)
    return root
  }
  return {
    add: (id: string) => void (parents.has(id) || parents.set(id, id)),
    join(a: string, b: string) {
      const [first, second] = [rootOf(a), rootOf(b)].sort(order) as [string, string]
      parents.set(second, first)
    },
    all(): string[][] {
      const sets = new Map<string, string[]>()
      for (const id of [...parents.keys()].sort(order)) {
        const root = rootOf(id)
        const set = sets.get(root)
        if (set) set.push(id)
        else sets.set(root, [id])
      }
      return [...sets.values()]
    },
  }
}
