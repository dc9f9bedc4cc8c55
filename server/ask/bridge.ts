/**
 * What joins two entities: the best ways from one to the other (ways.ts), each hop with the edge and the lines that
 * prove it; where there is no way, what comes nearest to both.
 */
import type { Bridge, Way } from '../api.ts'
import { KithError } from '../errors.ts'
import type { Database } from '../store/database.ts'
import type { Adjacency } from './adjacency.ts'
import { readHops } from './hops.ts'
import { nearestToBoth } from './nearest.ts'
import { entitiesById, type Tables } from './picture.ts'
import { findWays, type Path } from './ways.ts'

/** Ways looked for, for each that is told: some only quote what an earlier one quotes. */
const SPARE = 2

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
  const hops = await readHops(database, adjacency, paths.flatMap(toHops))
  const items = ids.map((way, at): Way => {
    const own = way.slice(1).map((id, hop) => found(hops(way[hop] as string, id), id))
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

function toHops({ places }: Path): [number, number][] {
  return places.slice(1).map((place, at) => [places[at] as number, place])
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
