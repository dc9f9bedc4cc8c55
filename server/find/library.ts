/**
 * The papers of a graph with all that is said of them: their own pages, and the lines elsewhere that name them.
 *
 * A paper that the notes name and a document that is a page of it are one: the page is `ABOUT` the entity.
 */
import { order } from '../../ingest/entities.ts'
import type { Entity } from '../../ingest/types.ts'
import type { Database, Params } from '../store/database.ts'
import { load } from '../store/queries.ts'
import { toEntity } from '../store/read.ts'

export interface PaperPassage {
  id: string
  text: string
  /** Of the section it stands in; null outside of all, and for lines elsewhere. */
  heading: string | null
}

export interface Paper {
  entity: Entity
  /** Ids of the documents that are a page of it. */
  pages: string[]
  /** Of its earliest page, else of the first line that names it; null where nothing is dated. */
  date: string | null
  /** Of its earliest page, else the month of its arXiv number, else its year; null where that is not known. */
  published: string | null
  /** The passages of its pages, in their order, without front matter and HTML: those are the site's. */
  own: PaperPassage[]
  /** The passages of other documents that name it, by id. */
  elsewhere: PaperPassage[]
}

/** Sorted by id. */
export type Library = readonly Paper[]

interface PageLine {
  paper: string
  document: string
  date: string | null
  heading: string | null
  passage: string
  text: string
}
type Line = Pick<PageLine, 'paper' | 'passage' | 'text'>

/** Front matter, and HTML. */
const FURNITURE = /^\s*(?:---|<)/
/** Milliseconds that reading all pages may take. */
const PATIENCE = { timeout: 120_000 }

export async function readLibrary(database: Database): Promise<Library> {
  const rows = await load<Params, { properties: Entity }>('papers')(database, {})
  const pageLines = await load<Params, PageLine>('page-lines')(database, {}, PATIENCE)
  const lines = await load<Params, Line>('paper-lines')(database, {}, PATIENCE)
  const papers = new Map<string, Paper>()
  const taken = new Map<string, Set<string>>()
  for (const { properties } of rows) {
    const entity = withYear(toEntity(properties))
    papers.set(entity.id, { entity, pages: [], date: null, published: null, own: [], elsewhere: [] })
    taken.set(entity.id, new Set())
  }
  for (const { paper: id, document, date, heading, passage, text } of pageLines) {
    const paper = papers.get(id)
    if (!paper) continue
    if (paper.pages.at(-1) !== document) paper.pages.push(document)
    if (date && (paper.date === null || date < paper.date)) paper.date = date
    if (take(taken.get(id), passage) && !FURNITURE.test(text))
      paper.own.push({ id: passage, text, heading: heading ?? null })
  }
  for (const { paper: id, passage, text } of lines) {
    if (take(taken.get(id), passage)) papers.get(id)?.elsewhere.push({ id: passage, text, heading: null })
  }
  for (const paper of papers.values()) {
    const { firstSeen, arxiv, year } = paper.entity
    paper.published = paper.date ?? monthOf(arxiv) ?? (year === undefined ? null : String(year))
    paper.date ??= firstSeen
  }
  return [...papers.values()].sort((a, b) => order(a.entity.id, b.entity.id))
}

/** An arXiv number begins with the year and the month: 2312.00752 is of December 2023. */
function monthOf(arxiv: string | undefined): string | null {
  const [, year, month] = /^(\d\d)(0[1-9]|1[0-2])\./.exec(arxiv ?? '') ?? []
  return year ? `20${year}-${month}` : null
}

function withYear(entity: Entity): Entity {
  const month = monthOf(entity.arxiv)
  return entity.year === undefined && month ? { ...entity, year: Number(month.slice(0, 4)) } : entity
}

/** Whether the passage is new to this paper; repeated text is one passage. */
function take(taken: Set<string> | undefined, passage: string): boolean {
  if (!taken || taken.has(passage)) return false
  taken.add(passage)
  return true
}
