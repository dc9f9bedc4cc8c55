/**
 * Part of the graph → all that the explorer asks about it, in one value that a page can carry.
 *
 * Entities with their lines, every edge among them with its meetings, and the documents those lines stand in while
 * they are small enough. A line that proves several things is kept once: entities and meetings point into one list.
 */
import type { Evidence } from '../../ingest/types.ts'
import type { About, DocumentDetail, Edge, Overview, Receipt, Snapshot } from '../api.ts'
import { askAbout } from '../ask/about.ts'
import { askEntity } from '../ask/detail.ts'
import { askDocument } from '../ask/documents.ts'
import { toMeetings, toReceipts } from '../ask/receipts.ts'
import { askStats } from '../ask/stats.ts'
import { VERSION } from '../root.ts'
import type { Database } from '../store/database.ts'
import { createPacker } from './marks.ts'
import { readEdgesAmong } from './part.ts'

/** Lines kept for one entity and meetings for one edge; the counts tell how many there are. */
const MOST_LINES = 24
const MOST_MEETINGS = 6
/** Code units of document text a page carries at most. */
const MOST_TEXT = 4_000_000

export interface View {
  title: string
  /** The picture's entities, in its order; all must be there. */
  ids: readonly string[]
  /** The edges that are drawn at first; all when left out. */
  drawn?: readonly Edge[] | undefined
  stories?: Overview['stories'] | undefined
  positions?: readonly [id: string, x: number, y: number][] | undefined
  /** The page's first address, as the explorer writes it: focus and filters. */
  hash?: string | undefined
  /** Whether the text of documents goes in; the lines themselves always do. Default true. */
  documents?: boolean | undefined
  /** Entities in the whole graph. */
  total: number
}

export async function takeSnapshot(database: Database, view: View): Promise<Snapshot> {
  const { title, ids, drawn, stories = [], positions = [], hash = null, documents: whole = true, total } = view
  const lines = createPlaces<Receipt>(({ document, start, end }) => `${document} ${start} ${end}`)
  const entities: Snapshot['entities'] = []
  const sources = createPlaces<Snapshot['sources'][number]>(({ document }) => document)
  for (const id of ids) {
    const { perDocument, receipts, definition, ...entity } = await askEntity(database, id)
    const [line = null] = definition ? lines.add([definition]) : []
    entities.push({
      ...entity,
      perDocument: perDocument.map(({ mentions, ...source }) => [sources.add([source])[0] ?? 0, mentions]),
      receipts: lines.add(receipts.slice(0, MOST_LINES)),
      definition: line,
    })
  }
  const edges = await edgesAmong(database, ids, lines)
  const documents = whole ? await documentsOf(database, lines.all) : []
  const titles = new Map(documents.map(({ id, title }) => [id, title]))
  const pack = createPacker(ids)
  const receipts = lines.all.map(({ document, path, marks, ...line }) => {
    const [source = 0] = sources.add([{ document, path, title: titles.get(document) ?? path, date: line.date }])
    return { ...line, source, marks: pack(marks) }
  })
  const shown = drawn && new Set(drawn.map(nameOf))
  return {
    title,
    version: VERSION,
    total,
    stats: await askStats(database),
    about: await aboutOf(database),
    stories,
    view: { hash, positions: [...positions] },
    entities,
    sources: sources.all,
    edges,
    drawn: shown ? edges.flatMap((edge, index) => (shown.has(nameOf(edge)) ? index : [])) : null,
    receipts,
    documents: documents.map(({ names: _, passages, ...document }) => ({
      ...document,
      passages: passages.map((passage) => ({ ...passage, marks: pack(passage.marks) })),
    })),
  }
}

/** Without the names of folders and files that the page does not hold: they are no business of whoever gets it. */
async function aboutOf(database: Database): Promise<About> {
  const about = await askAbout(database)
  return { ...about, corpus: { ...about.corpus, byFolder: [] }, skipped: null }
}

const nameOf = ({ type, source, target }: Pick<Edge, 'type' | 'source' | 'target'>) => `${type} ${source} ${target}`

/** What many things point at, kept once. */
interface Places<T> {
  all: T[]
  /** Where each stands in the list. */
  add(things: readonly T[]): number[]
}

function createPlaces<T>(keyOf: (thing: T) => string): Places<T> {
  const all: T[] = []
  const known = new Map<string, number>()
  const addOne = (thing: T): number => {
    const key = keyOf(thing)
    const place = known.get(key) ?? all.push(thing) - 1
    known.set(key, place)
    return place
  }
  return { all, add: (things) => things.map(addOne) }
}

async function edgesAmong(
  database: Database,
  ids: readonly string[],
  lines: Places<Receipt>,
): Promise<Snapshot['edges']> {
  const stored = (await readEdgesAmong(database, ids)).map(({ edge, evidence }) => ({
    edge,
    evidence: firstMeetings(evidence),
  }))
  const receipts = await toReceipts(
    database,
    stored.flatMap(({ evidence }) => evidence),
  )
  let at = 0
  return stored.map(({ edge, evidence }) => {
    const own = receipts.slice(at, at + evidence.length)
    at += evidence.length
    const meetings = toMeetings(evidence, own)
    return { ...edge, meetings: meetings.map((one) => ({ scope: one.scope, receipts: lines.add(one.receipts) })) }
  })
}

/** Cut before the lines are read: a hub's edges have thousands. The two lines of a thread are one meeting. */
function firstMeetings(evidence: readonly Evidence[]): Evidence[] {
  let at = 0
  for (let met = 0; met < MOST_MEETINGS && at < evidence.length; met++) at += evidence[at]?.scope === 'thread' ? 2 : 1
  return evidence.slice(0, at)
}

/** Those with the most of the lines first, until the page has its share of text; all of a document or nothing of it. */
async function documentsOf(database: Database, receipts: readonly Receipt[]): Promise<DocumentDetail[]> {
  const counts = new Map<string, number>()
  for (const { document } of receipts) counts.set(document, (counts.get(document) ?? 0) + 1)
  const ids = [...counts].sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1)).map(([id]) => id)
  const documents: DocumentDetail[] = []
  let room = MOST_TEXT
  for (const id of ids) {
    const document = await askDocument(database, id)
    const size = document.passages.reduce((sum, { text }) => sum + text.length, 0)
    if (size > room) continue
    room -= size
    documents.push(document)
  }
  return documents
}
