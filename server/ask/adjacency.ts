/**
 * Who is joined to whom, for walking: the whole graph's edges as typed arrays, read once for each graph.
 *
 * Compressed sparse rows: the slots of the entity at `place` run from `starts[place]` to `starts[place + 1]`, by the
 * other end's place, with a slot for each edge at both of its ends. Entities stand in the order of their ids, so that
 * the same graph gives the same arrays whichever store it comes from. 20 bytes a slot: 14 MB for 340,000 edges.
 */
import { order } from '../../ingest/entities.ts'
import type { EdgeType } from '../../ingest/types.ts'
import type { Database, Params } from '../store/database.ts'
import { load } from '../store/queries.ts'
import { EDGE_TYPES } from './entities.ts'

export interface Adjacency {
  ids: readonly string[]
  places: ReadonlyMap<string, number>
  starts: Uint32Array
  /** How many others each is joined to. */
  degrees: Uint32Array
  /** Of each slot: the place of the other end, the edge's weight, and how telling it is. */
  others: Uint32Array
  weights: Float64Array
  /** Weight × NPMI, as the first picture weighs it; a relation that is said outright is no matter of chance. */
  strengths: Float64Array
}

/** One entity, and those that edges of one type lead to from it: three lists of the same length. */
export interface Company {
  type: EdgeType
  source: string
  targets: string[]
  weights: number[]
  npmis: number[]
}

interface Arc {
  other: number
  weight: number
  strength: number
}

/** What chance does not explain is at least this share of a weight. */
export const LEAST_NPMI = 0.05

const LONG = { timeout: 120_000 } as const

export async function readAdjacency(database: Database): Promise<Adjacency> {
  const entities = await load<Params, { id: string }>('list-entities')(database, {}, LONG)
  const companies: Company[] = []
  for (const type of EDGE_TYPES) {
    const rows = await load<Params, Omit<Company, 'type'>>('company', { RELATION: type })(database, {}, LONG)
    for (const row of rows) companies.push({ type, ...row })
  }
  return toAdjacency(
    entities.map(({ id }) => id),
    companies,
  )
}

/** @param entities their ids, in any order */
export function toAdjacency(entities: readonly string[], companies: readonly Company[]): Adjacency {
  const ids = [...entities].sort(order)
  const places = new Map(ids.map((id, place) => [id, place]))
  const arcs: Arc[][] = ids.map(() => [])
  for (const { type, source, targets, weights, npmis } of companies) {
    for (const [at, target] of targets.entries()) {
      const [one, other] = [places.get(source), places.get(target)]
      if (one === undefined || other === undefined || one === other) continue
      const weight = weights[at] as number
      const share = type === 'CO_MENTION' ? Math.max(LEAST_NPMI, npmis[at] as number) : 1
      const arc = { weight, strength: weight * share }
      arcs[one]?.push({ ...arc, other })
      arcs[other]?.push({ ...arc, other: one })
    }
  }
  return pack(ids, places, arcs)
}

function pack(ids: readonly string[], places: Adjacency['places'], arcs: readonly Arc[][]): Adjacency {
  const size = arcs.reduce((sum, own) => sum + own.length, 0)
  const packed = {
    ids,
    places,
    starts: new Uint32Array(ids.length + 1),
    degrees: new Uint32Array(ids.length),
    others: new Uint32Array(size),
    weights: new Float64Array(size),
    strengths: new Float64Array(size),
  }
  let slot = 0
  for (const [place, own] of arcs.entries()) {
    packed.starts[place] = slot
    packed.degrees[place] = new Set(own.map(({ other }) => other)).size
    own.sort((a, b) => a.other - b.other || b.strength - a.strength || b.weight - a.weight)
    for (const { other, weight, strength } of own) {
      packed.others[slot] = other
      packed.weights[slot] = weight
      packed.strengths[slot] = strength
      slot++
    }
  }
  packed.starts[ids.length] = slot
  return packed
}

/** The slot of the strongest edge from one to another, or -1. */
export function slotBetween({ starts, others }: Adjacency, from: number, to: number): number {
  let [low, high] = [starts[from] as number, starts[from + 1] as number]
  const end = high
  while (low < high) {
    const middle = (low + high) >>> 1
    if ((others[middle] as number) < to) low = middle + 1
    else high = middle
  }
  return low < end && others[low] === to ? low : -1
}

/** The weights of all edges among some places, each once. */
export function weightsAmong({ starts, others, weights }: Adjacency, among: readonly number[]): Float64Array {
  const inside = new Set(among)
  const found: number[] = []
  for (const place of inside) {
    for (let slot = starts[place] as number; slot < (starts[place + 1] as number); slot++) {
      const other = others[slot] as number
      if (other > place && inside.has(other)) found.push(weights[slot] as number)
    }
  }
  return Float64Array.from(found)
}
