/**
 * What joins two entities: the best ways from one to the other (ways.ts), each hop with the edge and the lines that
 * prove it; where there is no way, what comes nearest to both.
 */
import type { Bridge, Edge, Meeting, Receipt, Way } from '../api.ts'
import { KithError } from '../errors.ts'
import type { Database } from '../store/database.ts'
import { load } from '../store/queries.ts'
import { toEvidence } from '../store/read.ts'
import type { Adjacency } from './adjacency.ts'
import { type EdgeRow, toSummary } from './entities.ts'
import { nearestToBoth } from './nearest.ts'
import { entitiesById, type Tables } from './picture.ts'
import { toMeetings, toReceipts } from './receipts.ts'
import { findWays, type Path } from './ways.ts'

/** Ways looked for, for each that is told: some only quote what an earlier one quotes. */
const SPARE = 2
/** Lines that a hop is shown with. */
const LINES = 2

type Pairs = { pairs: { a: string; b: string }[] }
const readPairs = load<Pairs, EdgeRow>('edges-of-pairs')

/**
 * @param from, to ids of the two ends
 * @param k at most this many ways
 * @throws KithError `invalid` where both ends are the same, `not_found` where one is not in the graph
 */
export async function askBridge(database: Database, tables: Tables, from: string, to: string, k = 3): Promise<Bridge> {
  if (from === to) throw new KithError('invalid', `Both ends are "${from}": a bridge needs two different names.`)
  const { adjacency } = tables
  const paths = findWays(adjacency, placeOf(adjacency, from), placeOf(adjacency, to), k * SPARE)
  const near = paths.length ? [] : nearestToBoth(tables, from, to)
  const ids = paths.map(({ places }) => places.map((place) => adjacency.ids[place] as string))
  const all = await entitiesById(database, [...new Set([from, to, ...near, ...ids.flat()])])
  const entities = new Map(all.map((entity) => [entity.id, entity]))
  const find = (id: string) => found(entities.get(id), id)
  const hops = await readHops(database, adjacency, paths)
  const items = ids.map((way, at): Way => {
    const own = way.slice(1).map((id, hop) => found(hops.get(keyOf(way[hop] as string, id)), id))
    return {
      nodes: way.map(find),
      edges: own.map(({ edge }) => edge),
      receipts: own.map(({ receipts }) => receipts),
      cost: round((paths[at] as Path).cost),
    }
  })
  const telling = items.filter(saysNew()).slice(0, k)
  return { from: find(from), to: find(to), items: telling, total: telling.length, nearest: near.map(find) }
}

/** Whether a way quotes a passage that no way before it quoted: three names in one sentence are one thing said. */
function saysNew(): (way: Way) => boolean {
  const told = new Set<string>()
  return ({ receipts }) => {
    const passages = receipts.flat().map(({ passage }) => passage)
    const isNew = told.size === 0 || passages.some((passage) => !told.has(passage))
    for (const passage of passages) told.add(passage)
    return isNew
  }
}

interface Hop {
  edge: Edge
  receipts: Receipt[]
}

/** By the pair of ends: the edge that says most, and its best lines. */
async function readHops(database: Database, adjacency: Adjacency, paths: readonly Path[]): Promise<Map<string, Hop>> {
  const { ids, degrees } = adjacency
  const pairs = new Map<string, Pairs['pairs'][number]>()
  for (const { places } of paths) {
    for (const [at, to] of places.slice(1).entries()) {
      const from = places[at] as number
      const [few, many] = (degrees[from] as number) <= (degrees[to] as number) ? [from, to] : [to, from]
      const pair = { a: ids[few] as string, b: ids[many] as string }
      pairs.set(keyOf(pair.a, pair.b), pair)
    }
  }
  const rows = new Map<string, EdgeRow>()
  for (const row of await readPairs(database, { pairs: [...pairs.values()] })) {
    const key = keyOf(row.source, row.target)
    const present = rows.get(key)
    if (!present || saysMore(row, present)) rows.set(key, row)
  }
  const hops = await Promise.all(
    [...rows].map(async ([key, row]): Promise<[string, Hop]> => {
      const evidence = row.edge.receipts.slice(0, 2 * LINES).map(toEvidence)
      const receipts = bestLines(toMeetings(evidence, await toReceipts(database, evidence)))
      return [key, { edge: toSummary(row), receipts }]
    }),
  )
  return new Map(hops)
}

/** A relation says more than a co-mention; else the heavier edge does. */
function saysMore(one: EdgeRow, other: EdgeRow): boolean {
  const isSaid = ({ type }: EdgeRow) => Number(type !== 'CO_MENTION')
  return (isSaid(one) - isSaid(other) || one.edge.weight - other.edge.weight) > 0
}

/** The closest meetings come first; of a meeting in a thread both lines are told, or none. */
function bestLines(meetings: readonly Meeting[]): Receipt[] {
  const lines: Receipt[] = []
  for (const { receipts } of meetings) {
    if (lines.length + receipts.length > LINES) break
    lines.push(...receipts)
  }
  return lines
}

function keyOf(a: string, b: string): string {
  return a < b ? `${a}\n${b}` : `${b}\n${a}`
}

function placeOf({ places }: Adjacency, id: string): number {
  return found(places.get(id), id)
}

/** @throws KithError `not_found`: another build may have taken it away meanwhile */
function found<T>(value: T | undefined, id: string): T {
  if (value !== undefined) return value
  throw new KithError('not_found', `No entity has the id "${id.slice(0, 120)}". Search for a part of its name.`)
}

function round(cost: number): number {
  return Math.round(cost * 1e4) / 1e4
}
