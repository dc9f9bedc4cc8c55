/**
 * From a concept to the papers that matter for it, each with the reason.
 *
 * The score is a sum that people can follow: how well the concept's words fit the title and the text (BM25, Robertson &
 * Zaragoza, 2009), how often the text names the concept outright, and how closely the two are joined in the graph.
 */
import { order } from '../../ingest/entities.ts'
import type { Part, Related, RelatedPaper } from '../api/related.ts'
import type { NamedEntity, Names } from '../ask/names.ts'
import { toReceipts } from '../ask/receipts.ts'
import { terms } from '../ask/terms.ts'
import type { Database } from '../store/database.ts'
import { load } from '../store/queries.ts'
import { toEvidence } from '../store/read.ts'
import { type Library, type Paper, type PaperPassage, readLibrary } from './library.ts'

const SHARES = { words: 1, phrase: 1.5, company: 1 } as const
const K1 = 1.2
const B = 0.5
const MOST_RECEIPTS = 3
/** Names told where the concept is none of the graph. */
const NEAREST = 5

interface Field {
  postings: Map<string, Map<number, number>>
  lengths: number[]
  average: number
}

export interface RelatedOptions {
  limit: number
  /** A day, a month or a year; both ends are within. */
  from?: string | undefined
  to?: string | undefined
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
  /** @param concept an id, a name, any alias, or free text in any language */
  related(concept: string, options: RelatedOptions): Promise<Related>
}

export async function readPapers(database: Database, names: Names): Promise<Papers> {
  const papers = await readLibrary(database)
  const text = toField(
    papers.map(({ entity, own, elsewhere }) =>
      [entity.title ?? entity.name, ...[...own, ...elsewhere].map((passage) => passage.text)].join('\n'),
    ),
  )
  return {
    library: papers,
    async related(concept, { limit, read = new Set() }) {
      const entity = names.find(concept)
      const spellings = entity ? [entity.name, ...entity.aliases] : [concept]
      const wanted = new Set(spellings.flatMap(terms))
      const naming = entity ? await passagesNaming(database, entity.id) : new Set<string>()
      const company = entity
        ? await companyOf(database, entity.id)
        : new Map<string, { weight: number; receipts: string[] }>()
      const scored = papers.flatMap((paper, at) => {
        if (paper.entity.id === entity?.id) return []
        const passages = [...paper.own, ...paper.elsewhere]
        const lines = passages.filter(({ id }) => naming.has(id))
        const parts = {
          words: SHARES.words * bm25(text, wanted, at),
          phrase: SHARES.phrase * Math.log2(1 + lines.length),
          prominence: 0,
          company: SHARES.company * Math.log2(1 + (company.get(paper.entity.id)?.weight ?? 0)),
          likeness: 0,
          recency: 0,
        }
        const score = Object.values(parts).reduce((sum, part) => sum + part, 0)
        return score > 0
          ? [{ paper, parts, score, lines, joined: company.get(paper.entity.id)?.receipts ?? [], passages }]
          : []
      })
      scored.sort((a, b) => b.score - a.score || order(a.paper.entity.id, b.paper.entity.id))
      const items: RelatedPaper[] = []
      for (const { paper, parts, score, lines, joined, passages } of scored.slice(0, limit)) {
        const evidence = [...joined.map(toEvidence), ...[...lines, ...best(passages, wanted)].map(toLine)].slice(
          0,
          MOST_RECEIPTS,
        )
        items.push({
          ...describe(paper, read),
          score,
          parts,
          receipts: await toReceipts(database, distinct(evidence)),
        })
      }
      return {
        items,
        total: scored.length,
        concept: entity ? toNamed(entity) : null,
        nearest: entity ? [] : names.search(concept.slice(0, 200), { limit: NEAREST }).items.map(toNamed),
        years: [],
        asked: null,
      }
    },
  }
}

const toNamed = ({ id, name, kind }: Pick<NamedEntity, 'id' | 'name' | 'kind'>) => ({ id, name, kind })

/** What a reader needs to know of a paper, whatever it was asked for. */
export function describe(
  { entity, pages, date }: Paper,
  read: ReadonlySet<string>,
): Omit<RelatedPaper, 'score' | 'parts' | 'receipts'> {
  const { id, title, name, authors, year, arxiv, url } = entity
  return {
    id,
    title: title ?? name,
    authors: authors ?? [],
    year: year ?? null,
    date,
    arxiv: arxiv ?? null,
    url: url ?? (arxiv ? `https://arxiv.org/abs/${arxiv}` : null),
    pages,
    read: read.has(id),
  }
}

function toField(texts: readonly string[]): Field {
  const postings: Field['postings'] = new Map()
  const lengths = texts.map((text, at) => {
    const words = wordsOf(text)
    for (const word of words) {
      const counts = postings.get(word) ?? new Map<number, number>()
      postings.set(word, counts)
      counts.set(at, (counts.get(at) ?? 0) + 1)
    }
    return words.length
  })
  return { postings, lengths, average: lengths.reduce((sum, length) => sum + length, 0) / Math.max(1, lengths.length) }
}

/** Latin words and pairs of Han characters, each as often as it stands there. */
function wordsOf(text: string): string[] {
  const lower = text.normalize('NFKC').toLowerCase()
  const words = lower.match(/[a-z0-9][a-z0-9.+]*/g) ?? []
  const han = (lower.match(/[\u3400-\u4dbf\u4e00-\u9fff]+/g) ?? []).flatMap((run) =>
    run.length === 1 ? [run] : Array.from({ length: run.length - 1 }, (_, at) => run.slice(at, at + 2)),
  )
  return [...words, ...han]
}

function bm25({ postings, lengths, average }: Field, wanted: ReadonlySet<string>, at: number): number {
  let sum = 0
  for (const word of wanted) {
    const counts = postings.get(word)
    const count = counts?.get(at)
    if (!counts || !count) continue
    const idf = Math.log(1 + (lengths.length - counts.size + 0.5) / (counts.size + 0.5))
    sum += (idf * count * (K1 + 1)) / (count + K1 * (1 - B + (B * (lengths[at] as number)) / Math.max(1, average)))
  }
  return sum
}

/** The passages that hold most of the words. */
function best(passages: readonly PaperPassage[], wanted: ReadonlySet<string>): PaperPassage[] {
  return passages
    .map((passage) => ({ passage, hits: new Set(wordsOf(passage.text).filter((word) => wanted.has(word))).size }))
    .filter(({ hits }) => hits > 0)
    .sort((a, b) => b.hits - a.hits || order(a.passage.id, b.passage.id))
    .slice(0, MOST_RECEIPTS)
    .map(({ passage }) => passage)
}

/** The first lines of a passage, as much as one reads at a glance. */
function toLine({ id, text }: PaperPassage): { passage: string; start: number; end: number } {
  return { passage: id, start: 0, end: Math.min(text.length, 300) }
}

function distinct<T extends { passage: string }>(evidence: readonly T[]): T[] {
  return [...new Map(evidence.map((one) => [one.passage, one])).values()]
}

async function passagesNaming(database: Database, id: string): Promise<Set<string>> {
  const rows = await load<{ id: string; limit: number }, { id: string }>('passages-naming')(database, {
    id,
    limit: 100_000,
  })
  return new Set(rows.map((row) => row.id))
}

async function companyOf(database: Database, id: string): Promise<Map<string, { weight: number; receipts: string[] }>> {
  const rows = await load<{ id: string }, { paper: string; weight: number; receipts: string[] }>('company-of-papers')(
    database,
    { id },
  )
  return new Map(rows.map(({ paper, weight, receipts }) => [paper, { weight, receipts }]))
}
