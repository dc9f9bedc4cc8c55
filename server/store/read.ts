/** A database → the whole graph, equal to what was saved. */
import { order } from '../../ingest/entities.ts'
import { byPlace } from '../../ingest/place.ts'
import {
  type Document,
  type Edge,
  type Entity,
  type Evidence,
  type Graph,
  type Mention,
  type Passage,
  type Place,
  RELATION_TYPES,
  type Scope,
} from '../../ingest/types.ts'
import { sortGraph } from '../canonical.ts'
import { KithError } from '../errors.ts'
import type { Database, Params, Transaction } from './database.ts'
import { load } from './queries.ts'
import { type GraphState, graphState, SCHEMA } from './state.ts'

/** @throws KithError `building` where the graph is not whole, `not_found` where there is none */
export function readGraph(database: Database): Promise<Graph> {
  return database.read(async (transaction) => {
    const before = await requireWhole(transaction)
    const graph = await readAll(transaction)
    // A build may have begun on a Neo4j, and even ended, while it was read.
    const after = await requireWhole(transaction)
    if (after.sha256 !== before.sha256) throw building()
    return graph
  }, ALL)
}

async function readAll(database: Transaction): Promise<Graph> {
  const passages = await readIds(database, 'list-passages')
  const entities = await readIds(database, 'list-entities')
  return sortGraph({
    documents: await readDocuments(database),
    passages: await inPages(passages, (ids) => readPassages(database, ids)),
    entities: await readEntities(database),
    mentions: await inPages(passages, (ids) => readMentions(database, ids)),
    edges: await inPages(entities, (ids) => readEdges(database, ids)),
  })
}

/** @throws KithError where the graph cannot be answered from */
export async function requireWhole(database: Transaction): Promise<GraphState> {
  const state = await graphState(database)
  if (!state) throw new KithError('not_found', 'There is no graph yet. Run "kith build <folder>" first.')
  if (state.schema !== SCHEMA)
    throw new KithError(
      'damaged',
      'The graph was made by another version of Kith. Build it again from the notes: "kith build <folder>".',
    )
  if (!state.whole) throw building()
  return state
}

function building(): KithError {
  return new KithError(
    'building',
    'The graph is being built. Ask again when the build has ended; a build that was stopped can be run again.',
  )
}

const ALL = { timeout: 300_000 } as const

/** Ids a page asks for: a whole graph in one answer would hold up everything else in this process for seconds. */
const PAGE = 250

async function readIds(database: Transaction, name: 'list-passages' | 'list-entities'): Promise<string[]> {
  const rows = await load<Params, { id: string }>(name)(database, {})
  return rows.map(({ id }) => id).sort(order)
}

async function inPages<T>(ids: readonly string[], read: (ids: string[]) => Promise<T[]>): Promise<T[]> {
  const things: T[] = []
  for (let at = 0; at < ids.length; at += PAGE)
    for (const thing of await read(ids.slice(at, at + PAGE))) things.push(thing)
  return things
}

async function readDocuments(database: Transaction): Promise<Document[]> {
  const rows = await load<Params, { properties: Omit<Document, 'about'>; about: string | null }>('read-documents')(
    database,
    {},
  )
  return rows.map(({ properties: { id, path, title, date, lang, sha256, bytes }, about }) => ({
    id,
    path,
    title,
    date: date ?? null,
    lang,
    sha256,
    bytes,
    ...(about && { about }),
  }))
}

type Ids = { ids: string[] }

async function readPassages(database: Transaction, ids: string[]): Promise<Passage[]> {
  const passages = new Map<string, Passage>()
  for (const { id, text } of await load<Ids, { id: string; text: string }>('read-passages')(database, { ids })) {
    passages.set(id, { id, text, places: [] })
  }
  const rows = await load<Ids, { passage: string; document: string; properties: Omit<Place, 'document'> }>(
    'read-places',
  )(database, { ids })
  for (const { passage, document, properties } of rows)
    passages.get(passage)?.places.push(toPlace(document, properties))
  for (const { places } of passages.values()) places.sort(byPlace)
  return [...passages.values()]
}

/** A place as the graph has it: what the store left out is null. */
export function toPlace(document: string, place: Partial<Place>): Place {
  const { start = 0, end = 0, line = 1, order = 0, thread = '', speaker = null, heading = null, date = null } = place
  return { document, start, end, line, order, thread, speaker, heading, date }
}

async function readEntities(database: Transaction): Promise<Entity[]> {
  const rows = await load<Params, { properties: Entity }>('read-entities')(database, {})
  return rows.map(({ properties }) => toEntity(properties))
}

/** What is known of a paper, where it is known. */
const FACTS = ['title', 'authors', 'year', 'arxiv', 'doi', 'url', 'abstract'] as const

export function toEntity(properties: Entity): Entity {
  const { id, name, kind, aliases, mentions, documents, firstSeen, lastSeen, ...facts } = properties
  return {
    id,
    name,
    kind,
    aliases: aliases ?? [],
    mentions,
    documents,
    firstSeen: firstSeen ?? null,
    lastSeen: lastSeen ?? null,
    // In one order, whichever store they come from.
    ...Object.fromEntries(FACTS.flatMap((fact) => (facts[fact] === undefined ? [] : [[fact, facts[fact]]]))),
  }
}

async function readMentions(database: Transaction, ids: string[]): Promise<Mention[]> {
  const rows = await load<Ids, { passage: string; entity: string; properties: Omit<Mention, 'passage' | 'entity'> }>(
    'read-mentions',
  )(database, { ids })
  return rows.map(({ passage, entity, properties: { start, end, surface, rule } }) => ({
    passage,
    start,
    end,
    surface,
    entity,
    rule,
  }))
}

/** An edge's properties as the stores keep them. */
export type StoredEdge = Omit<Edge, 'type' | 'source' | 'target' | 'parts' | 'receipts'> &
  Record<Scope, number> & { receipts: string[] }

async function readEdges(database: Transaction, ids: string[]): Promise<Edge[]> {
  const edges: Edge[] = []
  for (const type of ['CO_MENTION', ...RELATION_TYPES] as const) {
    const rows = await load<Ids, { source: string; target: string; properties: StoredEdge }>('read-edges', {
      RELATION: type,
    })(database, { ids })
    for (const { source, target, properties } of rows) edges.push(toEdge(type, source, target, properties))
  }
  return edges
}

export function toEdge(type: Edge['type'], source: string, target: string, stored: StoredEdge): Edge {
  const { weight, support, scope, sentence, turn, thread, npmi, firstSeen, lastSeen, receipts, cue } = stored
  return {
    type,
    source,
    target,
    weight,
    support,
    scope,
    parts: { sentence, turn, thread },
    npmi,
    firstSeen: firstSeen ?? null,
    lastSeen: lastSeen ?? null,
    receipts: (receipts ?? []).map(toEvidence),
    ...(cue !== undefined && { cue }),
  }
}

/** `p/0123456789abcdef:0:24:turn`. */
export function toEvidence(receipt: string): Evidence {
  const [passage = '', start, end, scope] = receipt.split(':')
  return { passage, start: Number(start), end: Number(end), scope: scope as Scope }
}
