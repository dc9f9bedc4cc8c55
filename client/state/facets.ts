/**
 * How many would be seen of each kind, scope and relation: what is in the picture and passes all the other filters.
 * So a count does not change when its own switch is turned, and says beforehand what turning it brings.
 */
import type { EdgeType, Kind, Scope } from '../types.ts'
import { type Filters, toPlaces } from './filters.ts'
import type { Picture } from './graph.ts'
import type { Sources } from './sources.ts'

export interface Facets {
  readonly kinds: ReadonlyMap<Kind, number>
  readonly scopes: ReadonlyMap<Scope, number>
  /** Every relation in the picture has its count, be it 0. */
  readonly relations: ReadonlyMap<EdgeType, number>
  /** The largest in the picture: as far as a minimum can go. */
  readonly heaviest: number
  readonly mostSupport: number
}

export function toFacets(
  { entities, edges }: Pick<Picture, 'entities' | 'edges'>,
  filters: Filters,
  sources: Sources,
): Facets {
  const where = toPlaces(filters, sources)
  const kinds = new Map<Kind, number>()
  const named = new Set<string>()
  for (const { id, kind } of entities.values()) {
    if (!where.isNamed(id)) continue
    add(kinds, kind, 1)
    if (!filters.hide.includes(kind)) named.add(id)
  }
  const scopes = new Map<Scope, number>()
  const relations = new Map<EdgeType, number>()
  let [heaviest, mostSupport] = [0, 0]
  for (const { type, scope, source, target, weight, support } of edges.values()) {
    heaviest = Math.max(heaviest, weight)
    mostSupport = Math.max(mostSupport, support)
    const passes =
      named.has(source) &&
      named.has(target) &&
      weight >= filters.minWeight &&
      support >= filters.minSupport &&
      where.isJoined(source, target)
    if (passes && !filters.omit.includes(type)) add(scopes, scope, 1)
    add(relations, type, passes && !filters.without.includes(scope) ? 1 : 0)
  }
  return { kinds, scopes, relations, heaviest, mostSupport }
}

/**
 * Steps of a slider, each about half as much again as the one before, the first of them nothing; `now` is among them.
 * @param least the first step that is something
 */
export function toLevels(least: number, most: number, now: number): number[] {
  const levels = new Set([0, now])
  for (let decade = least; decade <= most; decade *= 10) {
    for (const step of [1, 1.5, 2, 3, 5, 7]) {
      const level = Number((step * decade).toPrecision(2))
      if (level <= most && (least < 1 || Number.isInteger(level))) levels.add(level)
    }
  }
  return [...levels].sort((a, b) => a - b)
}

function add<T>(counts: Map<T, number>, key: T, more: number): void {
  counts.set(key, (counts.get(key) ?? 0) + more)
}
