/** One entity, its company, and what joins it to another. */
import { type Entity, KINDS, type Kind } from '../../ingest/types.ts'
import type { Edge, EdgeList, EntityDetail, Neighbors } from '../api.ts'
import { KithError } from '../errors.ts'
import type { Database } from '../store/database.ts'
import { load } from '../store/queries.ts'
import { type StoredEdge, toEdge, toEntity, toEvidence } from '../store/read.ts'
import { toMeetings, toReceipts } from './receipts.ts'

/** Documents and lines an answer names at most. */
const MOST_DOCUMENTS = 200
const MOST_LINES = 50

const readEntity = load<{ id: string }, { properties: Entity }>('entity')
const readDocuments = load<{ id: string; limit: number }, EntityDetail['perDocument'][number]>('entity-documents')
const readLines = load<{ id: string; limit: number }, { id: string; start: number; end: number }>('entity-lines')

/** @throws KithError `not_found` */
export async function askEntity(database: Database, id: string): Promise<EntityDetail> {
  const [row] = await readEntity(database, { id })
  if (!row)
    throw new KithError('not_found', `No entity has the id "${id.slice(0, 120)}". Search for a part of its name.`)
  const lines = await readLines(database, { id, limit: MOST_LINES })
  const receipts = await toReceipts(database, await wholeLines(database, lines))
  const perDocument = await readDocuments(database, { id, limit: MOST_DOCUMENTS })
  return {
    ...toEntity(row.properties),
    perDocument: perDocument.map((document) => ({ ...document, date: document.date ?? null })),
    neighbors: await countNeighbors(database, { id, ...ANY }),
    receipts,
  }
}

/** The line (or lines) around the names, so that a quote can be read. */
async function wholeLines(database: Database, lines: { id: string; start: number; end: number }[]) {
  const rows = await load<{ ids: string[] }, { id: string; text: string }>('quoted')(database, {
    ids: lines.map(({ id }) => id),
  })
  const texts = new Map(rows.map(({ id, text }) => [id, text]))
  return lines.map(({ id, start, end }) => {
    const text = texts.get(id) ?? ''
    const from = Math.max(text.lastIndexOf('\n', start - 1) + 1, start - AROUND)
    const after = text.indexOf('\n', end)
    return {
      passage: id,
      start: from,
      end: Math.min(after < 0 ? text.length : after, Math.max(end, start + AROUND) + AROUND),
    }
  })
}

/** Code units of context on either side of a name, where its line is very long. */
const AROUND = 300

export interface NeighborFilter {
  kinds?: readonly Kind[] | undefined
  from?: string | undefined
  to?: string | undefined
  minWeight?: number
  /** At most this many. */
  limit: number
  /** Ids that are on the screen already: edges to them are told, too. */
  among?: readonly string[] | undefined
}

interface Filter extends Record<string, string | number | string[]> {
  kinds: string[]
  from: string
  to: string
  minWeight: number
}
const ANY: Filter = { kinds: [...KINDS], from: '', to: '', minWeight: 0 }

/** Closest first. @throws KithError `not_found` */
export async function askNeighbors(
  database: Database,
  id: string,
  { limit, among = [], ...filter }: NeighborFilter,
): Promise<Neighbors> {
  if (!(await readEntity(database, { id }))[0]) {
    throw new KithError('not_found', `No entity has the id "${id.slice(0, 120)}". Search for a part of its name.`)
  }
  const params: Filter = {
    kinds: [...(filter.kinds ?? KINDS)],
    from: filter.from ?? '',
    to: filter.to ? `${filter.to}~` : '',
    minWeight: filter.minWeight ?? 0,
  }
  const rows = await load<Filter & { id: string; limit: number }, { id: string; entity: Entity; edge: StoredEdge }>(
    'neighbors',
  )(database, { ...params, id, limit })
  const items = rows.map((row) => ({ entity: toEntity(row.entity), edge: toCoMention(id, row.id, row.edge) }))
  const ids = [...new Set([id, ...items.map(({ entity }) => entity.id), ...among])]
  return { items, total: await countNeighbors(database, { ...params, id }), edges: await edgesAmong(database, ids) }
}

export async function edgesAmong(database: Database, ids: readonly string[]): Promise<Edge[]> {
  const rows = await load<{ ids: string[] }, { source: string; target: string; edge: StoredEdge }>('edges-among')(
    database,
    { ids: [...ids] },
  )
  return rows.map(({ source, target, edge }) => toCoMention(source, target, edge))
}

/** What joins two entities, with the lines. @throws KithError `not_found` */
export async function askEdges(database: Database, a: string, b: string): Promise<EdgeList> {
  type Between = { type: Edge['type']; source: string; target: string; edge: StoredEdge }
  for (const id of [a, b])
    if (!(await readEntity(database, { id }))[0])
      throw new KithError('not_found', `No entity has the id "${id.slice(0, 120)}".`)
  const rows = await load<{ a: string; b: string }, Between>('edges-between')(database, { a, b })
  const items = []
  for (const { type, source, target, edge } of rows) {
    const evidence = edge.receipts.map(toEvidence)
    const receipts = await toReceipts(database, evidence)
    items.push({ ...summary(type, source, target, edge), receipts, meetings: toMeetings(evidence, receipts) })
  }
  return { items, total: items.length }
}

function toCoMention(a: string, b: string, edge: StoredEdge): Edge {
  return summary('CO_MENTION', a < b ? a : b, a < b ? b : a, edge)
}

function summary(type: Edge['type'], source: string, target: string, stored: StoredEdge): Edge {
  const { receipts: _, ...edge } = toEdge(type, source, target, stored)
  return edge
}

async function countNeighbors(database: Database, params: Filter & { id: string }): Promise<number> {
  const [row] = await load<Filter & { id: string }, { total: number }>('count-neighbors')(database, params)
  return row?.total ?? 0
}
