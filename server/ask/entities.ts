/** The company of an entity, and what joins it to another. */
import { type Entity, KINDS, type Kind, RELATION_TYPES } from '../../ingest/types.ts'
import type { Edge, EdgeList, Neighbors } from '../api.ts'
import { KithError } from '../errors.ts'
import type { Database } from '../store/database.ts'
import { load } from '../store/queries.ts'
import { type StoredEdge, toEdge, toEntity, toEvidence } from '../store/read.ts'
import { toMeetings, toReceipts } from './receipts.ts'

export const EDGE_TYPES = ['CO_MENTION', ...RELATION_TYPES] as const

export interface NeighborFilter {
  kinds?: readonly Kind[] | undefined
  /** Joined by an edge of one of these types. Default all; what is asked for by name is told before a co-mention. */
  relations?: readonly Edge['type'][] | undefined
  from?: string | undefined
  to?: string | undefined
  minWeight?: number
  /** At most this many. */
  limit: number
  /** Ids that are on the screen already: edges to them are told, too. */
  among?: readonly string[] | undefined
}

interface Filter extends Record<string, string | number | boolean | string[]> {
  relations: string[]
  kinds: string[]
  from: string
  to: string
  minWeight: number
}
const ANY: Filter = { relations: [...EDGE_TYPES], kinds: [...KINDS], from: '', to: '', minWeight: 0 }

/** An edge as a store answers with it. */
export interface EdgeRow {
  type: Edge['type']
  source: string
  target: string
  edge: StoredEdge
}

const readEntity = load<{ id: string }, { properties: Entity }>('entity')
const readNeighbors = load<Filter & { id: string; limit: number; coMentions: boolean }, { entity: Entity }>('neighbors')
const readAmong = load<{ ids: string[]; minWeight: number }, EdgeRow>('edges-among')

/** Closest first, each once, with its heaviest edge that passes the filters. @throws KithError `not_found` */
export async function askNeighbors(
  database: Database,
  id: string,
  { limit, among = [], kinds = KINDS, relations, from = '', to, minWeight = 0 }: NeighborFilter,
): Promise<Neighbors> {
  await requireEntity(database, id)
  const coMentions = relations === undefined
  const filter: Filter = {
    relations: [...(relations ?? EDGE_TYPES)],
    kinds: [...kinds],
    from,
    to: to ? `${to}~` : '',
    minWeight,
  }
  const entities = (await readNeighbors(database, { ...filter, id, limit, coMentions })).map((row) =>
    toEntity(row.entity),
  )
  const edges = await edgesAmong(database, [...new Set([id, ...entities.map((entity) => entity.id), ...among])])
  const closest = closestTo(id, edges.filter(passes(filter)), coMentions)
  const items = entities.flatMap((entity) => {
    const edge = closest.get(entity.id)
    return edge ? [{ entity, edge }] : []
  })
  return { items, total: await countNeighbors(database, { ...filter, id }), edges }
}

/** The edge that says most of each neighbour: of its first sort, the heaviest. */
function closestTo(id: string, edges: readonly Edge[], coMentions: boolean): Map<string, Edge> {
  const isFirst = ({ type }: Edge) => (type === 'CO_MENTION') === coMentions
  const closest = new Map<string, Edge>()
  for (const edge of edges) {
    if (edge.source !== id && edge.target !== id) continue
    const other = edge.source === id ? edge.target : edge.source
    const present = closest.get(other)
    const sort = present ? Number(isFirst(edge)) - Number(isFirst(present)) : 1
    if (!present || sort > 0 || (sort === 0 && edge.weight > present.weight)) closest.set(other, edge)
  }
  return closest
}

/** As neighbors.cypher filters. */
function passes({ relations, from, to, minWeight }: Filter): (edge: Edge) => boolean {
  return ({ type, weight, firstSeen, lastSeen }) =>
    relations.includes(type) &&
    weight >= minWeight &&
    (from === '' || (lastSeen !== null && lastSeen >= from)) &&
    (to === '' || (firstSeen !== null && firstSeen <= to))
}

/** @param minWeight no lighter edge than this, default all */
export async function edgesAmong(database: Database, ids: readonly string[], minWeight = 0): Promise<Edge[]> {
  return (await readAmong(database, { ids: [...ids], minWeight })).map(toSummary)
}

/** What joins two entities, with the lines. @throws KithError `not_found` */
export async function askEdges(database: Database, a: string, b: string): Promise<EdgeList> {
  for (const id of [a, b]) await requireEntity(database, id)
  const rows = await load<{ a: string; b: string }, EdgeRow>('edges-between')(database, { a, b })
  const items = []
  for (const row of rows) {
    const evidence = row.edge.receipts.map(toEvidence)
    const receipts = await toReceipts(database, evidence)
    items.push({ ...toSummary(row), receipts, meetings: toMeetings(evidence, receipts) })
  }
  return { items, total: items.length }
}

/** An edge without its receipts. */
export function toSummary({ type, source, target, edge: stored }: EdgeRow): Edge {
  const { receipts: _, ...edge } = toEdge(type, source, target, stored)
  return edge
}

/** How many entities one is joined to. */
export function countCompany(database: Database, id: string): Promise<number> {
  return countNeighbors(database, { id, ...ANY })
}

async function countNeighbors(database: Database, params: Filter & { id: string }): Promise<number> {
  const [row] = await load<Filter & { id: string }, { total: number }>('count-neighbors')(database, params)
  return row?.total ?? 0
}

async function requireEntity(database: Database, id: string): Promise<void> {
  if ((await readEntity(database, { id }))[0]) return
  throw new KithError('not_found', `No entity has the id "${id.slice(0, 120)}". Search for a part of its name.`)
}
