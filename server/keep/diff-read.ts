/**
 * Reads one side of a diff: a graph's URL, the folder of an embedded graph, or a canonical export, `.jsonl` or
 * `.jsonl.gz`. All three tell the same of the same graph.
 */
import { createReadStream, existsSync } from 'node:fs'
import { pipeline } from 'node:stream'
import { createGunzip } from 'node:zlib'
import type { Edge, Entity } from '../../ingest/types.ts'
import type { EdgeRow } from '../ask/entities.ts'
import { EDGE_TYPES } from '../ask/entities.ts'
import { toReceipts } from '../ask/receipts.ts'
import type { Receipt } from '../canonical.ts'
import { readConfig } from '../config.ts'
import { KithError } from '../errors.ts'
import { reasonOf } from '../files.ts'
import type { Database, Params } from '../store/database.ts'
import { openGraph } from '../store/open.ts'
import { load } from '../store/queries.ts'
import { requireWhole, toEdge, toEntity } from '../store/read.ts'
import { type DiffEdge, type DiffEntity, keyOf, type Lines, type Side } from './diff-side.ts'

/** Opens a side for as long as `work` takes. @throws KithError where there is no graph */
export async function withSide<T>(place: string, work: (side: Side) => Promise<T>): Promise<T> {
  if (/\.jsonl(?:\.gz)?$/.test(place)) return work(await readExport(place))
  const isAddress = /^(?:file:|[a-z0-9+]+:\/\/)/.test(place)
  if (!isAddress && !existsSync(place))
    throw new KithError(
      'not_found',
      `There is no graph at ${place}. Give a folder that "kith build --graph file:<folder>" made, a graph's URL, or an export: .jsonl or .jsonl.gz.`,
    )
  const { graph, credentials } = readConfig({ graph: isAddress ? place : `file:${place}` })
  const database = openGraph(graph, credentials)
  try {
    await requireWhole(database)
    return await work(await readStored(database))
  } finally {
    await database.close()
  }
}

const LONG = { timeout: 120_000 }

type Company = { source: string; targets: string[]; weights: number[]; supports: number[] }

async function readStored(database: Database): Promise<Side> {
  const documents = await load<Params, { properties: Side['documents'][number] }>('read-documents')(database, {}, LONG)
  const entities = await load<Params, { properties: Entity }>('read-entities')(database, {}, LONG)
  const edges: DiffEdge[] = []
  for (const type of EDGE_TYPES) {
    const rows = await load<Params, Company>('edge-weights', { RELATION: type })(database, {}, LONG)
    for (const { source, targets, weights, supports } of rows)
      for (const [at, target] of targets.entries())
        edges.push({ type, source, target, weight: weights[at] as number, support: supports[at] as number })
  }
  return {
    documents: documents.map(({ properties: { id, path, title, date, sha256 } }) => {
      return { id, path, title, date: date ?? null, sha256 }
    }),
    entities: entities.map(({ properties }) => toDiffEntity(toEntity(properties))),
    edges,
    linesOf: (wanted) => readLines(database, wanted),
  }
}

/** Only what a canonical export tells. */
function toDiffEntity({ id, kind, name, aliases, mentions, documents, ...facts }: DiffEntity): DiffEntity {
  const { title, arxiv, year, url } = facts
  return {
    ...{ id, kind, name, aliases, mentions, documents },
    ...(title !== undefined && { title }),
    ...(arxiv !== undefined && { arxiv }),
    ...(year !== undefined && { year }),
    ...(url !== undefined && { url }),
  }
}

async function readLines(database: Database, wanted: readonly DiffEdge[]): Promise<Map<string, Lines>> {
  if (wanted.length === 0) return new Map()
  const keys = new Set(wanted.map(keyOf))
  const pairs = wanted.map(({ source, target }) => ({ a: source, b: target }))
  const rows = await load<{ pairs: { a: string; b: string }[] }, EdgeRow>('edges-of-pairs')(database, { pairs })
  const lines = new Map<string, Lines>()
  for (const { type, source, target, edge: stored } of rows) {
    const edge = toEdge(type, source, target, stored)
    if (!keys.has(keyOf(edge)) || lines.has(keyOf(edge))) continue
    const receipts = await toReceipts(database, firstMeeting(edge))
    lines.set(keyOf(edge), {
      receipts: receipts.map(({ speaker: _, marks: __, ...receipt }) => receipt),
      cue: edge.cue ?? null,
    })
  }
  return lines
}

function firstMeeting<T>({ receipts, scope }: { receipts: readonly T[]; scope: Edge['scope'] }): T[] {
  return receipts.slice(0, scope === 'thread' ? 2 : 1)
}

type EdgeRecord = DiffEdge & { scope: Edge['scope']; receipts: Receipt[]; cue?: string }

/** Read twice: the lines of all edges at once would not fit into memory. */
async function readExport(file: string): Promise<Side> {
  const documents: Side['documents'][number][] = []
  const entities: DiffEntity[] = []
  const edges: DiffEdge[] = []
  await eachLine(file, (line) => {
    // A record says what it is first; passages and mentions, which are most of them, need not be understood.
    if (line.startsWith('{"record":"document"')) documents.push(JSON.parse(line) as Side['documents'][number])
    else if (line.startsWith('{"record":"entity"')) entities.push(toDiffEntity(JSON.parse(line) as DiffEntity))
    else if (line.startsWith(EDGE)) {
      const { type, source, target, weight, support } = JSON.parse(line) as EdgeRecord
      edges.push({ type, source, target, weight, support })
    }
  })
  if (documents.length > 0) return { documents, entities, edges, linesOf: (wanted) => findLines(file, wanted) }
  throw new KithError('invalid', `${file} is no canonical export. "kith export --format jsonl" writes one.`)
}

const EDGE = '{"record":"edge"'

async function findLines(file: string, wanted: readonly DiffEdge[]): Promise<Map<string, Lines>> {
  const keys = new Set(wanted.map(keyOf))
  const lines = new Map<string, Lines>()
  if (keys.size === 0) return lines
  await eachLine(file, (line) => {
    if (!line.startsWith(EDGE)) return
    const edge = JSON.parse(line) as EdgeRecord
    if (keys.has(keyOf(edge))) lines.set(keyOf(edge), { receipts: firstMeeting(edge), cue: edge.cue ?? null })
  })
  return lines
}

async function eachLine(file: string, take: (line: string) => void): Promise<void> {
  const source = createReadStream(file)
  // What goes wrong on the way comes out at the end, where it is read.
  const bytes = file.endsWith('.gz') ? pipeline(source, createGunzip(), () => {}) : source
  try {
    let rest = ''
    for await (const chunk of bytes.setEncoding('utf8') as AsyncIterable<string>) {
      const lines = (rest + chunk).split('\n')
      rest = lines.pop() ?? ''
      for (const line of lines) take(line)
    }
    if (rest) take(rest)
  } catch (error) {
    throw new KithError('invalid', `${file} cannot be read (${reasonOf(error)}). Give another, or write it anew.`, {
      cause: error,
    })
  }
}
