/**
 * A graph → a database.
 *
 * In batches, each thing by its id, so that saving twice changes nothing and a save that was killed converges when it is
 * run again: what is no longer in the graph is removed, and the mark "whole" comes last. A new embedded file is filled
 * past the query language instead, which is twice as fast.
 */
import { type Graph, KINDS, RELATION_TYPES } from '../../ingest/types.ts'
import type { SkippedFiles } from '../api.ts'
import { KithError } from '../errors.ts'
import type { Database, Params, Value } from './database.ts'
import type { GrafeoDatabase } from './grafeo.ts'
import { load, queryText, type Words } from './queries.ts'
import { graphState, markState, stateOf } from './state.ts'

/** Rows a batch holds: large enough to be quick, small enough for a transaction's memory. */
const BATCH = 1_000

export interface SaveOptions {
  sha256: string
  /** Of the build that made the graph. Default: not known. */
  skipped?: SkippedFiles | null | undefined
  onProgress?: (done: number, total: number) => void
}

interface Node {
  id: string
  properties: Params
}

interface Link {
  source: string
  target: string
  /** Tells links between the same two apart. */
  key: number
  properties: Params
}

/** One kind of thing to save. Rows are made as they are asked for: all at once they would fill the memory. */
type Part = { name: string; words: Words; size: number } & (
  | { is: 'nodes'; labels: string[]; rows: () => Generator<Node> }
  | { is: 'links'; type: LinkType; rows: () => Generator<Link> }
)
type LinkType = NonNullable<Words['RELATION']>

/** @throws KithError `refused` where the database holds what others saved */
export async function saveGraph(
  database: Database,
  graph: Graph,
  { sha256, skipped = null, onProgress = () => {} }: SaveOptions,
): Promise<void> {
  await requireOwn(database)
  await makeSchema(database)
  const state = stateOf(graph, sha256, skipped)
  await markState(database, state, false)
  const parts = toParts(graph)
  const count = counter(parts, onProgress)
  for (const { name, words, rows } of parts) {
    const save = load<{ rows: Value }, never>(`save-${name}`, words)
    for (const batch of batches<object>(rows())) {
      await save(database, { rows: batch as Value[] }, WRITE)
      count(batch.length)
    }
  }
  await removeGone(database, parts)
  await markState(database, state, true)
}

/** Saves to an embedded file that holds nothing yet. */
export async function fillGraph(
  database: GrafeoDatabase,
  graph: Graph,
  { sha256, skipped = null, onProgress = () => {} }: SaveOptions,
): Promise<void> {
  const parts = toParts(graph)
  const count = counter(parts, onProgress)
  const places = new Map<string, number>()
  for (const part of parts) {
    if (part.is === 'nodes') {
      for (const batch of batches(part.rows())) {
        const made = await database.createNodes(
          part.labels,
          batch.map(({ properties }) => properties),
        )
        batch.forEach(({ id }, at) => places.set(id, made[at] as number))
        count(batch.length)
      }
      continue
    }
    const { type } = part
    const placeOf = (id: string) => places.get(id) as number
    for (const batch of batches(part.rows())) {
      await database.createEdges(
        batch.map(({ source, target, properties }) => ({
          source: placeOf(source),
          target: placeOf(target),
          type,
          properties,
        })),
      )
      count(batch.length)
    }
  }
  await makeSchema(database)
  await database.createTextIndex('Passage', 'text')
  await database.createTextIndex('Entity', 'name')
  await markState(database, stateOf(graph, sha256, skipped), true)
}

/** What is not in the graph is removed, so the database must not be anybody else's. */
async function requireOwn(database: Database): Promise<void> {
  if (await graphState(database)) return
  const [row] = await load<Params, { nodes: number }>('occupied')(database, {})
  if (!row?.nodes) return
  throw new KithError(
    'refused',
    'The database holds documents, passages or entities that Kith did not save, and a build would remove them. Give Kith an empty one.',
  )
}

function counter(parts: readonly Part[], onProgress: (done: number, total: number) => void): (rows: number) => void {
  const total = parts.reduce((sum, { size }) => sum + size, 0)
  let done = 0
  return (rows) => onProgress((done += rows), total)
}

async function makeSchema(database: Database): Promise<void> {
  const statements = queryText('schema', database.store)
    .split('\n')
    .filter((line) => line && !line.startsWith('//'))
  for (const statement of statements) await database.run(statement.replace(/;$/, ''), {}, { access: 'write' })
}

const WRITE = { access: 'write', timeout: 300_000 } as const
function toParts({ documents, passages, entities, mentions, edges }: Graph): Part[] {
  const words = {}
  const kinds = KINDS.map((Kind) => ({ Kind, of: entities.filter(({ kind }) => kind === Kind) }))
  const types = (['CO_MENTION', ...RELATION_TYPES] as const).map((RELATION) => ({
    RELATION,
    of: edges.filter(({ type }) => type === RELATION),
  }))
  const pages = documents.filter(({ about }) => about)
  return [
    nodes('documents', words, ['Document'], documents, ({ about: _, ...document }) => toNode(document)),
    nodes('passages', words, ['Passage'], passages, ({ id, text }) => toNode({ id, text })),
    ...kinds.map(({ Kind, of }) =>
      nodes('entities', { Kind }, ['Entity', Kind], of, (entity) => toNode({ ...entity })),
    ),
    {
      is: 'links',
      name: 'places',
      words,
      type: 'HAS',
      size: passages.reduce((sum, { places }) => sum + places.length, 0),
      rows: function* () {
        for (const { id, places } of passages) {
          for (const { document, ...place } of places)
            yield { source: document, target: id, key: place.start, properties: present({ ...place }) }
        }
      },
    },
    links('mentions', words, 'MENTIONS', mentions, ({ passage, entity, ...mention }) => ({
      source: passage,
      target: entity,
      key: mention.start,
      properties: { ...mention },
    })),
    links('abouts', words, 'ABOUT', pages, ({ id, about = '' }) => ({
      source: id,
      target: about,
      key: 0,
      properties: {},
    })),
    ...types.map(({ RELATION, of }) => links('edges', { RELATION }, RELATION, of, toLink)),
  ]
}

function nodes<T>(name: string, words: Words, labels: string[], of: readonly T[], toRow: (thing: T) => Node): Part {
  return { is: 'nodes', name, words, labels, size: of.length, rows: () => mapped(of, toRow) }
}

function links<T>(name: string, words: Words, type: LinkType, of: readonly T[], toRow: (thing: T) => Link): Part {
  return { is: 'links', name, words, type, size: of.length, rows: () => mapped(of, toRow) }
}

function* mapped<T, R>(things: readonly T[], toRow: (thing: T) => R): Generator<R> {
  for (const thing of things) yield toRow(thing)
}

function toNode<T extends { id: string }>(thing: T): Node {
  return { id: thing.id, properties: present(thing) }
}

function toLink({ type: _, source, target, parts, receipts, ...edge }: Graph['edges'][number]): Link {
  const quoted = receipts.map(({ passage, start, end, scope }) => `${passage}:${start}:${end}:${scope}`)
  return { source, target, key: 0, properties: present({ ...edge, ...parts, receipts: quoted }) }
}

/** Neither store keeps a null: what is not there is absent. */
function present(properties: Params): Params {
  const kept: Params = {}
  for (const key in properties) {
    const value = properties[key]
    if (value !== null && value !== undefined) kept[key] = value
  }
  return kept
}

/** Removes what the database holds and the graph does not: nodes first, for what hangs on them goes with them. */
async function removeGone(database: Database, parts: readonly Part[]): Promise<void> {
  for (const name of ['documents', 'passages', 'entities']) {
    const kept = new Set<string>()
    for (const part of parts)
      if (part.is === 'nodes' && part.name === name) for (const { id } of part.rows()) kept.add(id)
    const held = await load<Params, { id: string }>(`list-${name}`)(database, {}, LONG)
    const gone = held.map(({ id }) => id).filter((id) => !kept.has(id))
    for (const ids of batches(gone)) await load<{ ids: string[] }, never>(`remove-${name}`)(database, { ids }, WRITE)
  }
  for (const part of parts) {
    if (part.is !== 'links') continue
    const { name, words, type, size } = part
    // All that is kept was just saved, so an equal count says that there is nothing else; it costs next to nothing.
    const [present] = await load<Params, { total: number }>('count-links', { RELATION: type })(database, {}, LONG)
    if (present?.total === size) continue
    const kept = new Set<string>()
    for (const link of part.rows()) kept.add(keyOf(link))
    const held = await load<Params, Omit<Link, 'properties'>>(`list-${name}`, words)(database, {}, LONG)
    const gone = held.filter((link) => !kept.has(keyOf(link)))
    for (const rows of batches(gone))
      await load<{ rows: Value }, never>(`remove-${name}`, words)(database, { rows: rows }, WRITE)
  }
}

const LONG = { timeout: 300_000 } as const

function keyOf({ source, target, key }: Omit<Link, 'properties'>): string {
  return `${source}\n${target}\n${key}`
}

function* batches<T>(rows: Iterable<T>): Generator<T[]> {
  let batch: T[] = []
  for (const row of rows) {
    batch.push(row)
    if (batch.length < BATCH) continue
    yield batch
    batch = []
  }
  if (batch.length) yield batch
}
