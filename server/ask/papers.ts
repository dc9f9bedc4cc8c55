/**
 * From a concept to the papers that matter for it, each with the reason.
 *
 * The score is a sum that people can follow: how well the concept's words fit the title and the text (BM25, Robertson &
 * Zaragoza, 2009), how often the text names the concept outright, and how closely the two are joined in the graph.
 */
import { order } from '../../ingest/entities.ts'
import type { Entity } from '../../ingest/types.ts'
import type { Related } from '../api.ts'
import type { Database, Params } from '../store/database.ts'
import { load } from '../store/queries.ts'
import { toEvidence } from '../store/read.ts'
import type { Names } from './names.ts'
import { toReceipts } from './receipts.ts'
import { terms } from './terms.ts'

/** What the parts of a score are worth against each other. */
const SHARES = { title: 2, text: 1, named: 1.5, company: 1 } as const
const K1 = 1.2
const B = 0.5
const MOST_RECEIPTS = 3

interface Paper {
  entity: Entity
  /** The passages that speak of it. */
  passages: { id: string; text: string }[]
}

interface Field {
  postings: Map<string, Map<number, number>>
  lengths: number[]
  average: number
}

export interface Papers {
  related(concept: string, limit: number): Promise<Related>
}

export async function readPapers(database: Database, names: Names): Promise<Papers> {
  const papers = await gatherPapers(database)
  const title = toField(papers.map(({ entity }) => entity.title ?? entity.name))
  const text = toField(
    papers.map(({ entity, passages }) =>
      [entity.abstract ?? '', ...passages.map((passage) => passage.text)].join('\n'),
    ),
  )
  return {
    async related(concept, limit) {
      const entity = names.find(concept)
      const spellings = entity ? [entity.name, ...entity.aliases] : [concept]
      const wanted = new Set(spellings.flatMap(terms))
      const naming = entity ? await passagesNaming(database, entity.id) : new Set<string>()
      const company = entity
        ? await companyOf(database, entity.id)
        : new Map<string, { weight: number; receipts: string[] }>()
      const scored = papers.flatMap(({ entity: paper, passages }, at) => {
        if (paper.id === entity?.id) return []
        const lines = passages.filter(({ id }) => naming.has(id))
        const parts = rounded({
          title: SHARES.title * bm25(title, wanted, at),
          text: SHARES.text * bm25(text, wanted, at),
          named: SHARES.named * Math.log2(1 + lines.length),
          company: SHARES.company * Math.log2(1 + (company.get(paper.id)?.weight ?? 0)),
        })
        const score = round(Object.values(parts).reduce((sum, part) => sum + part, 0))
        return score > 0
          ? [{ paper, parts, score, lines, joined: company.get(paper.id)?.receipts ?? [], passages }]
          : []
      })
      scored.sort((a, b) => b.score - a.score || order(a.paper.id, b.paper.id))
      const items = []
      for (const { paper, parts, score, lines, joined, passages } of scored.slice(0, limit)) {
        const evidence = [...joined.map(toEvidence), ...[...lines, ...best(passages, wanted)].map(toLine)].slice(
          0,
          MOST_RECEIPTS,
        )
        items.push({
          id: paper.id,
          title: paper.title ?? paper.name,
          arxiv: paper.arxiv ?? null,
          year: paper.year ?? null,
          score,
          parts,
          receipts: await toReceipts(database, distinct(evidence)),
        })
      }
      return { items, total: scored.length }
    },
  }
}

async function gatherPapers(database: Database): Promise<Paper[]> {
  const papers = new Map<string, Paper>()
  for (const { properties } of await load<Params, { properties: Entity }>('papers')(database, {})) {
    papers.set(properties.id, { entity: properties, passages: [] })
  }
  const seen = new Set<string>()
  for (const name of ['page-lines', 'paper-lines']) {
    type Line = { paper: string; passage: string; text: string }
    for (const { paper, passage, text } of await load<Params, Line>(name)(database, {}, { timeout: 120_000 })) {
      const key = `${paper} ${passage}`
      if (!seen.has(key)) papers.get(paper)?.passages.push({ id: passage, text })
      seen.add(key)
    }
  }
  return [...papers.values()].sort((a, b) => order(a.entity.id, b.entity.id))
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
function best(passages: Paper['passages'], wanted: ReadonlySet<string>): Paper['passages'] {
  return passages
    .map((passage) => ({ passage, hits: new Set(wordsOf(passage.text).filter((word) => wanted.has(word))).size }))
    .filter(({ hits }) => hits > 0)
    .sort((a, b) => b.hits - a.hits || order(a.passage.id, b.passage.id))
    .slice(0, MOST_RECEIPTS)
    .map(({ passage }) => passage)
}

/** The first lines of a passage, as much as one reads at a glance. */
function toLine({ id, text }: Paper['passages'][number]): { passage: string; start: number; end: number } {
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

function rounded<T extends Record<string, number>>(parts: T): T {
  return Object.fromEntries(Object.entries(parts).map(([name, value]) => [name, round(value)])) as T
}

function round(value: number): number {
  return Math.round(value * 1e4) / 1e4
}
