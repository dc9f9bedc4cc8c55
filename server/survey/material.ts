/**
 * A concept → all that a survey of it is written from: its papers with their lines, the lines elsewhere that name it,
 * and the threads in which it comes up; every line with the names in it.
 */
import { order } from '../../ingest/entities.ts'
import { arxivIn, paperId } from '../../ingest/links.ts'
import { byPlace } from '../../ingest/place.ts'
import type { Place } from '../../ingest/types.ts'
import type { NamedEntity, Names } from '../ask/names.ts'
import { type NamedMark, readMarks } from '../ask/receipts.ts'
import type { Paper } from '../find/library.ts'
import type { Papers } from '../find/related.ts'
import type { Database } from '../store/database.ts'
import { load } from '../store/queries.ts'
import { toPlace } from '../store/read.ts'

/** A passage with the names in it, side by side. */
export interface Line {
  passage: string
  text: string
  heading: string | null
  /** A paper's page or the document where it stands first. */
  document: string
  /** The paper whose page it stands on. */
  paper: string | null
  speaker: string | null
  names: readonly NamedMark[]
}

export interface Material {
  concept: NamedEntity | null
  /** As asked for. */
  text: string
  nearest: { id: string; name: string; kind: NamedEntity['kind'] }[]
  /** The best first. */
  papers: readonly Paper[]
  /** Ids of those that the graph joins to the concept. */
  joined: ReadonlySet<string>
  /** Papers that were ranked at all. */
  ranked: number
  /** On the papers' pages, and elsewhere where a paper or the concept is named. */
  lines: readonly Line[]
  /** Other lines of the notes' threads in which the concept comes up. */
  beside: readonly Line[]
}

/** Passages naming the concept that are read; a name of everything has more than enough. */
const MOST_NAMING = 2_000
/** Documents whose threads are read. */
const MOST_DOCUMENTS = 60

interface Quoted {
  id: string
  text: string
  document: string
  place: Omit<Place, 'document'>
}
type Unnamed = Omit<Line, 'names'> & { thread: string }

const readQuoted = load<{ ids: string[] }, Quoted>('quoted')
const readThreads = load<{ documents: string[]; threads: string[] }, Quoted>('threads')
const readHolding = load<{ text: string; limit: number }, { id: string }>('passages-holding')
const readNaming = load<{ id: string; limit: number }, { id: string }>('passages-naming')

/** @param limit papers at most */
export async function readMaterial(
  database: Database,
  names: Names,
  papers: Papers,
  text: string,
  limit: number,
): Promise<Material> {
  const concept = names.find(text) ?? paperIn(text, names) ?? null
  const { items, total, nearest } = await papers.related(text, { limit })
  const byId = new Map(papers.library.map((paper) => [paper.entity.id, paper]))
  const chosen = items.flatMap(({ id }) => byId.get(id) ?? [])
  const own = concept && byId.get(concept.id)
  const pages = pagesOf(papers)
  const onPages = [...(own ? [own] : []), ...chosen].flatMap((paper) => toPageLines(paper))
  const taken = new Set(onPages.map(({ passage }) => passage))
  const naming = new Set(await passagesOf(database, concept, text))
  const elsewhere = [...chosen.flatMap((paper) => paper.elsewhere.map(({ id }) => id)), ...naming]
  const others = [...new Set(elsewhere)].filter((id) => !taken.has(id)).sort(order)
  const outside = toLines(await readQuoted(database, { ids: others }), pages)
  const talks = outside.filter(({ passage, paper }) => paper === null && naming.has(passage))
  const besides = await readBeside(database, talks, pages)
  const all = [...onPages, ...outside]
  return {
    concept,
    text,
    nearest,
    papers: chosen,
    joined: new Set(items.flatMap(({ id, parts, pages }) => (pages.length === 0 && parts.company > 0 ? [id] : []))),
    ranked: total,
    lines: await withNames(database, all),
    beside: await withNames(database, besides),
  }
}

/** A paper by its arXiv number or its address alone. */
function paperIn(text: string, names: Names): NamedEntity | undefined {
  const arxiv = /\s/.test(text.trim()) ? null : arxivIn(text)
  return arxiv ? names.find(paperId({ arxiv })) : undefined
}

/** The passages that name the concept; for free text those that hold it word for word. */
async function passagesOf(database: Database, concept: NamedEntity | null, text: string): Promise<string[]> {
  const phrase = text.trim().toLowerCase()
  if (!concept && (phrase.length < SHORTEST_PHRASE || phrase.length > LONGEST_PHRASE)) return []
  const rows = concept
    ? await readNaming(database, { id: concept.id, limit: MOST_NAMING })
    : await readHolding(database, { text: phrase, limit: MOST_HOLDING })
  return rows.map(({ id }) => id)
}

const SHORTEST_PHRASE = 3
const LONGEST_PHRASE = 200
const MOST_HOLDING = 200

/** Which paper a document is a page of. */
function pagesOf({ library }: Papers): ReadonlyMap<string, string> {
  return new Map(library.flatMap(({ entity, pages }) => pages.map((page) => [page, entity.id] as const)))
}

function toPageLines({ entity, pages, own }: Paper): Unnamed[] {
  const document = pages[0] ?? ''
  return own.map(({ id, text, heading }) => ({
    passage: id,
    text,
    heading,
    document,
    paper: entity.id,
    speaker: null,
    thread: '',
  }))
}

/** Repeated text counts where it stands first. */
function toLines(rows: readonly Quoted[], pages: ReadonlyMap<string, string>): Unnamed[] {
  const first = new Map<string, { text: string; place: Place }>()
  for (const { id, text, document, place: stored } of rows) {
    const place = toPlace(document, stored)
    const present = first.get(id)
    if (!present || byPlace(place, present.place) < 0) first.set(id, { text, place })
  }
  const lines = [...first].map(
    ([
      passage,
      {
        text,
        place: { document, heading, speaker, thread },
      },
    ]) => ({
      passage,
      text,
      heading,
      document,
      paper: pages.get(document) ?? null,
      speaker,
      thread,
    }),
  )
  return lines.sort((a, b) => order(a.passage, b.passage))
}

/** What else is said in the threads of notes; a page of one paper is no talk. */
async function readBeside(
  database: Database,
  talks: readonly Unnamed[],
  pages: ReadonlyMap<string, string>,
): Promise<Unnamed[]> {
  const documents = [...new Set(talks.map(({ document }) => document))].sort(order).slice(0, MOST_DOCUMENTS)
  if (!documents.length) return []
  const threads = [...new Set(talks.map(({ thread }) => thread))].sort(order)
  const known = new Set(talks.map(({ passage }) => passage))
  const rows = await readThreads(database, { documents, threads })
  return toLines(rows, pages).filter(({ passage }) => !known.has(passage))
}

async function withNames(database: Database, lines: readonly Unnamed[]): Promise<Line[]> {
  const marks = await readMarks(
    database,
    lines.map(({ passage }) => passage),
  )
  return lines.map(({ thread: _, ...line }) => ({ ...line, names: marks.get(line.passage) ?? [] }))
}
