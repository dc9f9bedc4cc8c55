/** Re-opens every receipt of a graph: each document must still hold the very words, at the very place. */
import { readFile } from 'node:fs/promises'
import { join, resolve, sep } from 'node:path'
import { decode } from '../ingest/readers/decode.ts'
import type { Graph, Passage } from '../ingest/types.ts'
import { createReceipts } from './canonical.ts'
import { reasonOf } from './files.ts'

export interface Mismatch {
  path: string
  line: number
  /** What the graph holds. */
  quote: string
  reason: string
}

export interface Verification {
  /** Receipts opened: each passage and each mention at each of its places, and each line of each edge. */
  receipts: number
  matching: number
  mismatches: Mismatch[]
}

/** @param root the folder that document paths are relative to */
export async function verify(graph: Graph, root: string): Promise<Verification> {
  const texts = new Map<string, string | null>()
  const reasons = new Map<string, string>()
  for (const { id, path } of graph.documents) {
    const text = await open(root, path).catch((error: unknown) => {
      reasons.set(id, `the document cannot be opened (${reasonOf(error)})`)
      return null
    })
    texts.set(id, text)
  }
  const result: Verification = { receipts: 0, matching: 0, mismatches: [] }
  const paths = new Map(graph.documents.map(({ id, path }) => [id, path]))
  const check = (document: string, start: number, end: number, quote: string, line: number) => {
    result.receipts++
    const text = texts.get(document)
    if (typeof text === 'string' && text.slice(start, end) === quote) {
      result.matching++
      return
    }
    const reason = reasons.get(document) ?? 'the words there are others now'
    const at = typeof text === 'string' ? firstDifference(text.slice(start, end), quote) : 0
    result.mismatches.push({ path: paths.get(document) ?? document, line: line + at, quote, reason })
  }
  const passages = new Map(graph.passages.map((passage) => [passage.id, passage]))
  for (const { text, places } of graph.passages) {
    for (const { document, start, end, line } of places) check(document, start, end, text, line)
  }
  for (const { passage: id, start, end, surface } of graph.mentions) {
    const passage = passages.get(id) as Passage
    for (const place of passage.places) {
      check(place.document, place.start + start, place.start + end, surface, place.line)
    }
  }
  const receiptOf = createReceipts(graph)
  for (const { receipts } of graph.edges) {
    for (const evidence of receipts) {
      const { document, start, end, quote, line } = receiptOf(evidence)
      check(document, start, end, quote, line)
    }
  }
  return result
}

/** Lines from the start of the quote to where the words differ. */
function firstDifference(found: string, quote: string): number {
  let at = 0
  while (at < quote.length && found[at] === quote[at]) at++
  return quote.slice(0, at).split('\n').length - 1
}

async function open(root: string, path: string): Promise<string> {
  const file = resolve(join(root, path))
  // A path from a shared database must not lead out of the folder.
  if (!file.startsWith(resolve(root) + sep)) throw new Error('its path leads out of the folder')
  return decode(await readFile(file))
}
