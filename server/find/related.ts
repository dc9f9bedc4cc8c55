/**
 * From a concept to the papers that matter for it, each with the reason: the parts of its score, and the lines behind it.
 *
 * The way: question (what was typed, its names, its words) → signals (what speaks for each paper) → parts (what each
 * signal is worth) → the best, with their lines.
 */
import { order } from '../../ingest/entities.ts'
import type { Part, Related, RelatedPaper, WhyNot } from '../api/related.ts'
import type { NamedEntity, Names } from '../ask/names.ts'
import { type Namings, readNamings } from '../ask/namings.ts'
import { toReceipts } from '../ask/receipts.ts'
import { KithError } from '../errors.ts'
import type { Database } from '../store/database.ts'
import { cosine, type Embedder, embedAll } from './embedder.ts'
import { readFromGraph } from './from-graph.ts'
import { type Library, type Paper, readLibrary } from './library.ts'
import { tellingLines } from './lines.ts'
import { indexPapers } from './paper-index.ts'
import { type Question, toQuestion } from './question.ts'
import { sum, toParts } from './ranking.ts'
import { type Candidate, measure } from './signals.ts'

const MOST_RECEIPTS = 3
/** Names told where the concept is none of the graph. */
const NEAREST = 5
/** The best that a paper is compared with in why not. */
const BEST = 10
/** Papers with less than this share of the best one's score have nothing to do with it. */
const WORTHWHILE = 0.12
/** What a part must be worth to count as evidence. */
const SOME = 1e-9

export interface RelatedOptions {
  limit: number
  /** A day, a month or a year; both ends are within. Of when it was published, or of when it was first told of here. */
  from?: string | undefined
  to?: string | undefined
  /** Which time `from` and `to` mean. Default: `published`. */
  time?: 'published' | 'told' | undefined
  /** Only papers with something in this part. */
  evidence?: Part | undefined
  /** Only papers that were marked as read, or only the others; needs `read`. */
  seen?: 'read' | 'unread' | undefined
  /** Ids of the papers that were marked as read. Default: none. */
  read?: ReadonlySet<string> | undefined
  /** The paper to tell about in `asked`: an id, a name or an alias. */
  paper?: string | undefined
}

export interface Papers {
  /** All papers of the graph, by id. */
  library: Library
  /**
   * @param concept an id, a name, any alias, or free text in any language
   * @throws KithError `not_found` where `paper` is no paper of the graph
   */
  related(concept: string, options: RelatedOptions): Promise<Related>
}

interface Ranked {
  paper: Paper
  parts: Record<Part, number>
  score: number
}

/**
 * @param namings where every entity is named, where it was read already
 * @param embedder someone's own model of meaning; it adds to likeness
 */
export async function readPapers(
  database: Database,
  names: Names,
  { namings, embedder = null }: { namings?: Namings | undefined; embedder?: Embedder | null } = {},
): Promise<Papers> {
  const library = await readLibrary(database)
  const index = await indexPapers(library)
  const known = namings ?? (await readNamings(database))
  const ages = agesOf(library)
  const meanings = embedder && (await embedAll(embedder, library.map(toMeaning)))
  const rank = async (question: Question, asked: number | undefined): Promise<Ranked[]> => {
    const itself = question.entity && index.ids.get(question.entity.id)
    const fromGraph = await readFromGraph(database, index, known, question.entities)
    const weigh = (signals: Candidate['signals']) => sum(toParts(signals, null))
    const candidates = measure(index, question, fromGraph, weigh, {
      examples: itself === undefined ? undefined : [itself],
      asked: asked === undefined ? [] : [asked],
    })
    const [meaning] = embedder && meanings ? await embedAll(embedder, [question.text]) : []
    const ranked = candidates.flatMap(({ paper, signals }): Ranked[] => {
      if (paper === itself) return []
      const near =
        meaning && meanings ? { ...signals, meaning: cosine(meaning, meanings[paper] as Float32Array) } : signals
      const parts = toParts(near, ages[paper] ?? null)
      const score = sum(parts)
      return score > 0 || paper === asked ? [{ paper: library[paper] as Paper, parts, score }] : []
    })
    return ranked.sort((a, b) => b.score - a.score || order(a.paper.entity.id, b.paper.entity.id))
  }
  return {
    library,
    async related(concept, { limit, paper, read = new Set(), ...filters }) {
      const question = toQuestion(concept, names)
      const asked = paper === undefined ? undefined : requirePaper(paper, names, index.ids)
      const ranked = await rank(question, asked)
      const least = WORTHWHILE * (ranked[0]?.score ?? 0)
      const passing = ranked.filter(({ score }) => score > 0 && score >= least)
      const within = passing.filter(passes({ ...filters, from: undefined, to: undefined }, read))
      const shown = within.filter(passes(filters, read))
      const tell = async (some: readonly Ranked[]): Promise<RelatedPaper[]> => {
        const lines = some.map((one) => tellingLines(one.paper, question, MOST_RECEIPTS))
        // One question for all of them; a line that another build took away meanwhile is left out.
        const rest = await toReceipts(database, lines.flat())
        return some.map(({ paper: own, parts, score }, at) => ({
          ...describe(own, read),
          score,
          parts,
          receipts: (lines[at] ?? []).flatMap(({ passage }) => (rest[0]?.passage === passage ? rest.splice(0, 1) : [])),
        }))
      }
      return {
        items: await tell(shown.slice(0, limit)),
        total: shown.length,
        concept: question.entity ? toNamed(question.entity) : null,
        nearest: question.entity ? [] : nearestTo(concept, names),
        years: yearsOf(within),
        months: monthsOf(within),
        asked: asked === undefined ? null : await whyNot(ranked, shown, library[asked] as Paper, tell),
      }
    },
  }
}

const toMeaning = ({ entity }: Paper): string => `${entity.title ?? entity.name}\n${entity.abstract ?? ''}`
const toNamed = ({ id, name, kind }: Pick<NamedEntity, 'id' | 'name' | 'kind'>) => ({ id, name, kind })

function nearestTo(text: string, names: Names): Related['nearest'] {
  return names.search(text.slice(0, 200), { limit: NEAREST }).items.map(toNamed)
}

/** Years before the newest paper's date, by place in the library; null where a paper has none. */
function agesOf(library: Library): (number | null)[] {
  const days = library.map(({ published }) => (published ? Date.parse(published.padEnd(10, '-01')) : Number.NaN))
  const newest = days.reduce((latest, day) => (day > latest ? day : latest), Number.NEGATIVE_INFINITY)
  return days.map((day) => (Number.isNaN(day) ? null : (newest - day) / (365.25 * 24 * 3_600_000)))
}

/** @throws KithError `not_found` */
function requirePaper(text: string, names: Names, ids: ReadonlyMap<string, number>): number {
  const { id, name } = names.require(text)
  const paper = ids.get(id)
  if (paper !== undefined) return paper
  throw new KithError('not_found', `"${name}" is no paper. Name one by its title or its arXiv number.`)
}

type Filters = Pick<RelatedOptions, 'from' | 'to' | 'time' | 'evidence' | 'seen'>

function passes(
  { from, to, time = 'published', evidence, seen }: Filters,
  read: ReadonlySet<string>,
): (ranked: Ranked) => boolean {
  return ({ paper: { entity, date, published }, parts }) => {
    if (evidence && parts[evidence] <= SOME) return false
    if (seen && read.has(entity.id) !== (seen === 'read')) return false
    if (from === undefined && to === undefined) return true
    const when = time === 'told' ? date : published
    // 2023-12-10 is within 2023: what begins with the end is before it ends.
    return when !== null && (from === undefined || when >= from) && (to === undefined || when <= `${to}~`)
  }
}

function yearsOf(ranked: readonly Ranked[]): Related['years'] {
  const papers = new Map<number, number>()
  for (const { paper } of ranked) {
    const year = paper.published === null ? null : Number(paper.published.slice(0, 4))
    if (year !== null) papers.set(year, (papers.get(year) ?? 0) + 1)
  }
  return [...papers].map(([year, count]) => ({ year, papers: count })).sort((a, b) => a.year - b.year)
}

function monthsOf(ranked: readonly Ranked[]): Related['months'] {
  const papers = new Map<string, number>()
  for (const { paper } of ranked) {
    const [month] = /^\d{4}-\d\d/.exec(paper.published ?? '') ?? []
    if (month !== undefined) papers.set(month, (papers.get(month) ?? 0) + 1)
  }
  return [...papers].map(([month, count]) => ({ month, papers: count })).sort((a, b) => order(a.month, b.month))
}

async function whyNot(
  ranked: readonly Ranked[],
  shown: readonly Ranked[],
  paper: Paper,
  tell: (ranked: readonly Ranked[]) => Promise<RelatedPaper[]>,
): Promise<WhyNot> {
  const own = ranked.find((one) => one.paper === paper) ?? { paper, parts: toParts(null, null), score: 0 }
  const at = shown.indexOf(own)
  const best = shown.filter((one) => one !== own).slice(0, BEST)
  const lacks = (Object.keys(own.parts) as Part[]).map((part) => {
    const average = best.reduce((total, { parts }) => total + parts[part], 0) / Math.max(1, best.length)
    return { part, missing: average - own.parts[part] }
  })
  const [most] = lacks.sort((a, b) => b.missing - a.missing)
  const isFirst = at === 0 || !most || most.missing <= 0
  const [told] = await tell([own])
  return {
    paper: told as RelatedPaper,
    rank: at < 0 ? null : at + 1,
    weakest: isFirst ? null : most.part,
    missing: isFirst ? 0 : most.missing,
    filtered: at < 0 && own.score > 0,
  }
}

/** What a reader needs to know of a paper, whatever it was asked for. */
export function describe(
  { entity, pages, published }: Paper,
  read: ReadonlySet<string>,
): Omit<RelatedPaper, 'score' | 'parts' | 'receipts'> {
  const { id, title, name, authors, year, arxiv, url } = entity
  return {
    id,
    title: title ?? name,
    authors: authors ?? [],
    year: year ?? null,
    date: published,
    arxiv: arxiv ?? null,
    url: url ?? (arxiv ? `https://arxiv.org/abs/${arxiv}` : null),
    pages,
    read: read.has(id),
  }
}
