/** Papers between two names: those that speak of both, and in no line of both. */
import { order } from '../../ingest/entities.ts'
import { quoteAround } from '../../ingest/quotes.ts'
import { sentences } from '../../ingest/sentences.ts'
import type { Evidence, Mention } from '../../ingest/types.ts'
import type { GapPaper } from '../api/gaps.ts'
import type { Database } from '../store/database.ts'
import { load } from '../store/queries.ts'
import type { Library, Paper, PaperPassage } from './library.ts'

/** Passages → the papers whose pages they stand in, or that they name. */
export interface PaperIndex {
  library: Library
  papersOf: ReadonlyMap<string, readonly number[]>
}

export function toPaperIndex(library: Library): PaperIndex {
  const papersOf = new Map<string, number[]>()
  for (const [at, { own, elsewhere }] of library.entries()) {
    for (const { id } of [...own, ...elsewhere]) {
      const papers = papersOf.get(id)
      if (!papers) papersOf.set(id, [at])
      else if (papers.at(-1) !== at) papers.push(at)
    }
  }
  return { library, papersOf }
}

/** How many passages of a paper name the one, and how many the other. */
export interface Between {
  paper: Paper
  a: number
  b: number
}

/** @param one, other the passages that name each. @returns those that speak most of both first */
export function papersBetween(
  { library, papersOf }: PaperIndex,
  one: ReadonlySet<string>,
  other: ReadonlySet<string>,
): Between[] {
  const a = countPapers(papersOf, one)
  const b = countPapers(papersOf, other)
  const together = countPapers(papersOf, new Set([...one].filter((passage) => other.has(passage))))
  const found = [...a].flatMap(([at, count]): Between[] => {
    const others = b.get(at)
    return others && !together.has(at) ? [{ paper: library[at] as Paper, a: count, b: others }] : []
  })
  const least = (between: Between) => Math.min(between.a, between.b)
  return found.sort(
    (x, y) => least(y) - least(x) || y.a + y.b - x.a - x.b || order(x.paper.entity.id, y.paper.entity.id),
  )
}

function countPapers(papersOf: PaperIndex['papersOf'], passages: ReadonlySet<string>): Map<number, number> {
  const counts = new Map<number, number>()
  for (const passage of passages)
    for (const at of papersOf.get(passage) ?? []) counts.set(at, (counts.get(at) ?? 0) + 1)
  return counts
}

/** The first passage of a paper that is among some: of its pages, else of the lines that name it. */
export function firstOf({ own, elsewhere }: Paper, passages: ReadonlySet<string>): PaperPassage | undefined {
  return [...own, ...elsewhere].find(({ id }) => passages.has(id))
}

interface Naming {
  passage: string
  entity: string
  properties: Pick<Mention, 'start' | 'end' | 'surface' | 'rule'>
}
const readMentions = load<{ ids: string[] }, Naming>('read-mentions')

/** The sentence of each passage that names its entity first. */
export async function quoteNamings(
  database: Database,
  wanted: readonly { passage: PaperPassage; entity: string }[],
): Promise<Evidence[]> {
  const firsts = new Map<string, Mention>()
  for (const { passage, entity, properties } of await readMentions(database, {
    ids: [...new Set(wanted.map(({ passage }) => passage.id))],
  })) {
    const key = `${passage}\n${entity}`
    const present = firsts.get(key)
    if (!present || properties.start < present.start) firsts.set(key, { passage, entity, ...properties })
  }
  return wanted.map(({ passage: { id, text }, entity }) => {
    const mention = firsts.get(`${id}\n${entity}`)
    const { start = 0, end = 0 } = mention ?? {}
    const span = sentences(text).find((sentence) => sentence.end >= end && sentence.start <= start)
    const whole = span ?? { start: 0, end: text.length }
    const around = mention ?? { passage: id, entity, start, end, surface: '', rule: '' }
    return { ...quoteAround({ id, text, places: [] }, whole, [around]), scope: 'sentence' }
  })
}

/** What a reader needs to know of a paper. */
export function toGapPaper({ entity, date }: Paper): GapPaper {
  const { id, name, title, year, arxiv, url } = entity
  return {
    id,
    title: title ?? name,
    year: year ?? null,
    date,
    arxiv: arxiv ?? null,
    url: url ?? (arxiv ? `https://arxiv.org/abs/${arxiv}` : null),
  }
}
