/**
 * The graph → its canonical export: one JSON object a line, keys in a fixed order, lines by record and then by id.
 *
 * Two graphs are the same when their exports are the same bytes; the SHA-256 of those bytes names a graph.
 */
import { createHash } from 'node:crypto'
import { order } from '../ingest/entities.ts'
import type { Document, Edge, Entity, Evidence, Graph, Mention, Passage } from '../ingest/types.ts'

/** Each line ends with `\n`. */
export function* toLines(graph: Graph): Generator<string> {
  const receiptJson = createReceiptJson(graph)
  // In the order of the record's name: document, edge, entity, mention, passage.
  for (const document of graph.documents) yield line(documentRecord(document))
  for (const edge of graph.edges) yield edgeLine(edge, receiptJson)
  for (const entity of graph.entities) yield line(entityRecord(entity))
  for (const mention of graph.mentions) yield line(mentionRecord(mention))
  for (const passage of graph.passages) yield line(passageRecord(passage))
}

export function sha256Of(graph: Graph): string {
  const hash = createHash('sha256')
  let chunk = ''
  for (const line of toLines(graph)) {
    chunk += line
    if (chunk.length < 1 << 20) continue
    hash.update(chunk)
    chunk = ''
  }
  return hash.update(chunk).digest('hex')
}

/** Where a stretch of a passage stands: in the first of its places. */
export interface Receipt {
  document: string
  path: string
  line: number
  start: number
  end: number
  quote: string
  passage: string
  date: string | null
}

export function createReceipts({ documents, passages }: Graph): (evidence: Evidence) => Receipt {
  const byId = new Map(passages.map((passage) => [passage.id, passage]))
  const paths = new Map(documents.map(({ id, path }) => [id, path]))
  return ({ passage: id, start, end }) => {
    const passage = byId.get(id)
    const place = passage?.places[0]
    if (!passage || !place) throw new Error(`an edge quotes the passage ${id}, which the graph does not hold`)
    return {
      document: place.document,
      path: paths.get(place.document) ?? '',
      line: place.line + countLines(passage.text, start),
      start: place.start + start,
      end: place.start + end,
      quote: passage.text.slice(start, end),
      passage: id,
      date: place.date,
    }
  }
}

function countLines(text: string, end: number): number {
  let lines = 0
  for (let at = text.indexOf('\n'); at >= 0 && at < end; at = text.indexOf('\n', at + 1)) lines++
  return lines
}

function line(record: object): string {
  return `${JSON.stringify(record)}\n`
}

function documentRecord({ id, path, title, date, lang, sha256 }: Document): object {
  return { record: 'document', id, path, title, date, lang, sha256 }
}

function passageRecord({ id, text, places }: Passage): object {
  return {
    record: 'passage',
    id,
    text,
    places: places.map(({ document, start, end, line, order, thread, speaker, heading }) => ({
      document,
      start,
      end,
      line,
      order,
      thread,
      speaker,
      heading,
    })),
  }
}

function entityRecord(entity: Entity): object {
  const { id, kind, name, aliases, mentions, documents, firstSeen, lastSeen } = entity
  const { title, authors, year, arxiv, doi, url } = entity
  // JSON.stringify leaves out what is undefined, so only papers carry the last six.
  return {
    record: 'entity',
    id,
    kind,
    name,
    aliases,
    mentions,
    documents,
    firstSeen,
    lastSeen,
    title,
    authors,
    year,
    arxiv,
    doi,
    url,
  }
}

function mentionRecord({ passage, start, end, surface, entity, rule }: Mention): object {
  return { record: 'mention', passage, start, end, surface, entity, rule }
}

/** Put together by hand: a large graph's receipts are most of its export. */
function edgeLine(edge: Edge, receiptJson: (evidence: Evidence) => string): string {
  const { type, source, target, weight, support, scope, parts, receipts, cue } = edge
  const start = JSON.stringify({ record: 'edge', type, source, target, weight, support, scope, parts }).slice(0, -1)
  const end = cue === undefined ? '' : `,"cue":${JSON.stringify(cue)}`
  return `${start},"receipts":[${receipts.map(receiptJson).join(',')}]${end}}\n`
}

function createReceiptJson(graph: Graph): (evidence: Evidence) => string {
  const receiptOf = createReceipts(graph)
  const quoted = new Map(
    graph.documents.flatMap(({ id, path }) => [id, path]).map((text) => [text, JSON.stringify(text)]),
  )
  return (evidence) => {
    const { document, path, line, start, end, quote, passage, date } = receiptOf(evidence)
    const where = `{"document":${quoted.get(document)},"path":${quoted.get(path)},"line":${line},"start":${start},"end":${end}`
    return `${where},"quote":${JSON.stringify(quote)},"passage":"${passage}","date":${date === null ? 'null' : `"${date}"`}}`
  }
}

/** Every list in the order of the export, whatever order a store gave them back in. */
export function sortGraph(graph: Graph): Graph {
  const byId = (a: { id: string }, b: { id: string }) => order(a.id, b.id)
  graph.documents.sort(byId)
  graph.passages.sort(byId)
  graph.entities.sort(byId)
  graph.mentions.sort(
    (a, b) => order(a.passage, b.passage) || a.start - b.start || a.end - b.end || order(a.entity, b.entity),
  )
  graph.edges.sort((a, b) => order(a.type, b.type) || order(a.source, b.source) || order(a.target, b.target))
  return graph
}
