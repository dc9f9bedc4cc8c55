/**
 * Two graphs → what each has that the other has not.
 *
 * The same rules are walked from either side, so a diff the other way round says exactly the same with the sides
 * swapped, and a graph differs from itself in nothing. What matters comes first; each list tells how long it is.
 */
import { order } from '../../ingest/entities.ts'
import type { Diff, Joined, Listed, NamedThing, Only } from '../api/diff.ts'
import { type Group, toGroups } from './diff-match.ts'
import { type Pair, toPairs } from './diff-pairs.ts'
import { type DiffEntity, keyOf, type Side } from './diff-side.ts'
import { spread } from './spread.ts'

export interface DiffOptions {
  /** Items of each list, at most. Default all. */
  limit?: number
}

/** A pair grew if it is this many times as strong, and by this much: one more line beside one is no news. */
const GREW = { times: 2, by: 2 } as const

interface View {
  side: Side
  groups: readonly Group[]
  pairs: ReadonlyMap<string, Pair>
  /** Those of a group on this side. */
  of: (group: Group) => readonly DiffEntity[]
}

export async function diff(
  before: Side,
  after: Side,
  { limit = Number.POSITIVE_INFINITY }: DiffOptions = {},
): Promise<Diff> {
  const groups = toGroups(before, after)
  const old: View = { side: before, groups, of: (group) => group.old, pairs: toPairs(before, groups, (one) => one.old) }
  const now: View = { side: after, groups, of: (group) => group.new, pairs: toPairs(after, groups, (one) => one.new) }
  const cut = createCut(limit)
  return {
    added: await onlyIn(now, old, cut),
    removed: await onlyIn(old, now, cut),
    changed: cut(changedDocuments(before, after)),
    renamed: cut(
      groups.filter(isRenamed).map((group) => ({ from: group.old.map(toNamed), to: group.new.map(toNamed) })),
    ),
    grew: cut(grown(old, now)),
    shrank: cut(grown(now, old).map(({ before: after, after: before, ...ends }) => ({ ...ends, before, after }))),
  }
}

type Cut = <T>(items: readonly T[]) => Listed<T>

function createCut(limit: number): Cut {
  return (items) => ({ items: items.slice(0, limit), total: items.length })
}

async function onlyIn(here: View, there: View, cut: Cut): Promise<Only> {
  const paths = new Set(there.side.documents.map(({ path }) => path))
  const documents = here.side.documents
    .filter(({ path }) => !paths.has(path))
    .map(({ id, path, title, date }) => ({ id, path, title, date }))
    .sort((a, b) => order(b.date ?? '', a.date ?? '') || order(a.path, b.path))
  const entities = here.groups
    .filter((group) => there.of(group).length === 0)
    .flatMap(here.of)
    .sort(
      (a, b) => b.documents * Math.log2(1 + b.mentions) - a.documents * Math.log2(1 + a.mentions) || order(a.id, b.id),
    )
  const fresh = [...here.pairs.values()].filter(({ key }) => !there.pairs.has(key))
  const isMeeting = ({ edge }: Pair) => edge.type === 'CO_MENTION'
  const known = fresh.filter((pair) => isMeeting(pair) && isKnownTo(there)(pair)).sort(bySurprise(there))
  const meetings = cut(spread(known, ({ ends }) => ends.map(({ id }) => id)))
  const relations = cut(fresh.filter((pair) => !isMeeting(pair)).sort(bySurprise(there)))
  const lines = await here.side.linesOf([...meetings.items, ...relations.items].map(({ edge }) => edge))
  const join = ({ edge, ends: [source, target], weight }: Pair): Joined => {
    return {
      source: toNamed(source),
      target: toNamed(target),
      weight,
      receipts: lines.get(keyOf(edge))?.receipts ?? [],
    }
  }
  return {
    documents: cut(documents),
    papers: cut(entities.filter(({ kind }) => kind === 'Paper').map(toPaper)),
    entities: cut(entities.filter(({ kind }) => kind !== 'Paper').map(toCounted)),
    meetings: { ...meetings, items: meetings.items.map(join) },
    relations: {
      ...relations,
      items: relations.items.map((pair) => ({
        ...join(pair),
        type: pair.edge.type,
        cue: lines.get(keyOf(pair.edge))?.cue ?? null,
      })),
    },
  }
}

/** Both ends are in the other graph, too, by whatever id. Papers and people are told by themselves. */
function isKnownTo(there: View): (pair: Pair) => boolean {
  return ({ groups, ends }) =>
    groups.every((group) => there.of(group).length > 0) &&
    ends.every(({ kind }) => kind !== 'Paper' && kind !== 'Person')
}

/**
 * The more telling first: its weight beside what two so often named would share by chance (Salton's cosine damps hubs),
 * and how well the other graph knows both.
 */
function bySurprise(there: View): (a: Pair, b: Pair) => number {
  const mentionsThere = (group: Group) => there.of(group).reduce((sum, { mentions }) => sum + mentions, 0)
  const scores = new Map<Pair, number>()
  const scoreOf = (pair: Pair): number => {
    const known = scores.get(pair)
    if (known !== undefined) return known
    const [one, other] = pair.ends
    const familiar = Math.log2(2 + Math.min(...pair.groups.map(mentionsThere)))
    const score =
      (pair.weight * familiar) / Math.sqrt(Math.sqrt(Math.max(1, one.mentions) * Math.max(1, other.mentions)))
    scores.set(pair, score)
    return score
  }
  return (a, b) => scoreOf(b) - scoreOf(a) || order(a.key, b.key)
}

function isRenamed(group: Group): boolean {
  if (group.old.length === 0 || group.new.length === 0) return false
  const [old, now] = [group.old, group.new].map((side) => side.map(({ id, name }) => `${id} ${name}`).join('\n'))
  return old !== now
}

function changedDocuments(before: Side, after: Side): Diff['changed']['items'] {
  const old = new Map(before.documents.map((document) => [document.path, document]))
  return after.documents
    .filter(({ path, sha256 }) => (old.get(path)?.sha256 ?? sha256) !== sha256)
    .map(({ id, path }) => ({ id, path }))
    .sort((a, b) => order(a.path, b.path))
}

function grown(from: View, to: View): Diff['grew']['items'] {
  const grew = [...to.pairs.values()].flatMap((pair) => {
    const before = from.pairs.get(pair.key)?.weight ?? 0
    const isGrown = before > 0 && pair.weight >= before * GREW.times && pair.weight - before >= GREW.by
    return isGrown && pair.edge.type === 'CO_MENTION' ? [{ pair, before }] : []
  })
  grew.sort((a, b) => b.pair.weight - b.before - (a.pair.weight - a.before) || order(a.pair.key, b.pair.key))
  return grew.map(({ pair, before }) => {
    const [source, target] = pair.ends
    return { source: toNamed(source), target: toNamed(target), before, after: pair.weight }
  })
}

const toNamed = ({ id, name, kind }: DiffEntity): NamedThing => ({ id, name, kind })

const toCounted = (entity: DiffEntity) => ({
  ...toNamed(entity),
  mentions: entity.mentions,
  documents: entity.documents,
})

function toPaper(entity: DiffEntity): Only['papers']['items'][number] {
  const { name, title = name, arxiv = null, year = null, url = arxiv && `https://arxiv.org/abs/${arxiv}` } = entity
  return { ...toNamed(entity), title, arxiv, year, url }
}
