/**
 * A graph → a database.
 *
 * In batches, each kind of thing by its id, so that saving twice changes nothing and a save that was killed converges
 * when it is run again. The mark "whole" comes last. The embedded store is always saved to an empty file; in Neo4j what
 * is no longer in the graph is removed.
 */
import { type Graph, KINDS, RELATION_TYPES } from '../../ingest/types.ts'
import type { Database, Params, Value } from './database.ts'
import { load, queryText, type Words } from './queries.ts'

/** Raised when the shape of the stored graph changes: an older graph is then built again. */
export const SCHEMA = 1

/** Rows a batch holds: large enough to be quick, small enough for a transaction's memory. */
const BATCH = 4_000

export interface GraphState {
  schema: number
  whole: boolean
  sha256: string
  documents: number
  passages: number
  mentions: number
  edges: number
}

export interface SaveOptions {
  sha256: string
  onProgress?: (done: number, total: number) => void
}

interface Link {
  source: string
  target: string
  /** Tells links between the same two apart. */
  key: number
  properties: Params
}

/** One kind of thing to save: its rows, and the queries that save, list and remove it. */
interface Part {
  name: string
  words: Words
  nodes?: { id: string; properties: Params }[]
  links?: Link[]
}

export async function saveGraph(
  database: Database,
  graph: Graph,
  { sha256, onProgress = () => {} }: SaveOptions,
): Promise<void> {
  for (const statement of schemaOf(database)) await database.run(statement, {}, { access: 'write' })
  const state = (whole: boolean) =>
    saveState(database, { properties: { id: 'kith', ...stateOf(graph, sha256), whole } }, WRITE)
  await state(false)
  const parts = toParts(graph)
  const total = parts.reduce((sum, { nodes = [], links = [] }) => sum + nodes.length + links.length, 0)
  let done = 0
  for (const { name, words, nodes, links } of parts) {
    const save = load<{ rows: Value }, never>(`save-${name}`, words)
    for (const rows of batches<object>(nodes ?? links ?? [])) {
      await save(database, { rows: rows as Value[] }, WRITE)
      onProgress((done += rows.length), total)
    }
  }
  if (database.store === 'neo4j') await removeGone(database, parts)
  await state(true)
}

/** What is known of the graph, or null where none was ever saved. */
export async function graphState(database: Database): Promise<GraphState | null> {
  const [row] = await load<Params, { properties: GraphState }>('state')(database, {})
  return row?.properties ?? null
}

const WRITE = { access: 'write', timeout: 300_000 } as const
const saveState = load<{ properties: Params }, never>('save-state')

function schemaOf({ store }: Database): string[] {
  return queryText('schema', store)
    .split('\n')
    .filter((line) => line && !line.startsWith('//'))
    .map((line) => line.replace(/;$/, ''))
}

function stateOf({ documents, passages, mentions, edges }: Graph, sha256: string): Omit<GraphState, 'whole'> {
  return {
    schema: SCHEMA,
    sha256,
    documents: documents.length,
    passages: passages.length,
    mentions: mentions.length,
    edges: edges.length,
  }
}

function toParts({ documents, passages, entities, mentions, edges }: Graph): Part[] {
  const words = {}
  return [
    { name: 'documents', words, nodes: documents.map(({ about: _, ...document }) => toNode(document)) },
    { name: 'passages', words, nodes: passages.map(({ id, text }) => toNode({ id, text })) },
    ...KINDS.map((Kind) => ({
      name: 'entities',
      words: { Kind },
      nodes: entities.filter(({ kind }) => kind === Kind).map((entity) => toNode({ ...entity })),
    })),
    {
      name: 'places',
      words,
      links: passages.flatMap(({ id, places }) =>
        places.map(({ document, ...place }) => ({
          source: document,
          target: id,
          key: place.start,
          properties: present({ ...place }),
        })),
      ),
    },
    {
      name: 'mentions',
      words,
      links: mentions.map(({ passage, entity, ...mention }) => ({
        source: passage,
        target: entity,
        key: mention.start,
        properties: { ...mention },
      })),
    },
    {
      name: 'abouts',
      words,
      links: documents.flatMap(({ id, about }) =>
        about ? [{ source: id, target: about, key: 0, properties: {} }] : [],
      ),
    },
    ...(['CO_MENTION', ...RELATION_TYPES] as const).map((RELATION) => ({
      name: 'edges',
      words: { RELATION },
      links: edges.filter(({ type }) => type === RELATION).map(toLink),
    })),
  ]
}

function toNode<T extends { id: string }>(thing: T): { id: string; properties: Params } {
  return { id: thing.id, properties: present(thing as unknown as Params) }
}

function toLink({ type: _, source, target, parts, receipts, ...edge }: Graph['edges'][number]): Link {
  const quoted = receipts.map(({ passage, start, end, scope }) => `${passage}:${start}:${end}:${scope}`)
  return { source, target, key: 0, properties: present({ ...edge, ...parts, receipts: quoted }) }
}

/** Neither store keeps a null: what is not there is absent. */
function present(properties: Params): Params {
  return Object.fromEntries(Object.entries(properties).filter(([, value]) => value !== null && value !== undefined))
}

/** Removes what the database holds and the graph does not: nodes first, for what hangs on them goes with them. */
async function removeGone(database: Database, parts: readonly Part[]): Promise<void> {
  for (const name of ['documents', 'passages', 'entities']) {
    const kept = new Set(
      parts.filter((part) => part.name === name).flatMap(({ nodes = [] }) => nodes.map(({ id }) => id)),
    )
    const present = await load<Params, { id: string }>(`list-${name}`)(database, {}, LONG)
    const gone = present.map(({ id }) => id).filter((id) => !kept.has(id))
    for (const ids of batches(gone)) await load<{ ids: string[] }, never>(`remove-${name}`)(database, { ids }, WRITE)
  }
  for (const { name, words, links } of parts) {
    if (!links) continue
    const kept = new Set(links.map(keyOf))
    const present = await load<Params, Omit<Link, 'properties'>>(`list-${name}`, words)(database, {}, LONG)
    const gone = present.filter((link) => !kept.has(keyOf(link)))
    for (const rows of batches(gone))
      await load<{ rows: Value }, never>(`remove-${name}`, words)(database, { rows: rows as Value[] }, WRITE)
  }
}

const LONG = { timeout: 300_000 } as const

function keyOf({ source, target, key }: Omit<Link, 'properties'>): string {
  return `${source}\n${target}\n${key}`
}

function* batches<T>(rows: readonly T[]): Generator<T[]> {
  for (let at = 0; at < rows.length; at += BATCH) yield rows.slice(at, at + BATCH)
}
