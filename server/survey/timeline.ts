/** When the papers came out, and when the notes first named others together with the concept. */
import { order } from '../../ingest/entities.ts'
import type { UNITS } from '../api/survey.ts'
import type { Receipt } from '../api.ts'
import type { EdgeRow } from '../ask/entities.ts'
import { toReceipts } from '../ask/receipts.ts'
import type { Paper } from '../find/library.ts'
import type { Database } from '../store/database.ts'
import { load } from '../store/queries.ts'
import { toEvidence } from '../store/read.ts'
import type { Name } from './company.ts'
import { byPassageOf, type Sentence } from './prose.ts'

export type Unit = (typeof UNITS)[number]

export interface Period {
  period: string
  papers: Paper[]
  meetings: Met[]
}

export interface Timeline {
  unit: Unit
  items: Period[]
}

/** Meetings told of a period: those that count most. */
const MOST_MEETINGS = 4
/** More periods than this are read in the next larger unit. */
const MOST_PERIODS: Readonly<Record<Unit, number>> = { day: 0, month: 30, year: Number.POSITIVE_INFINITY }
const LENGTHS: Readonly<Record<Unit, number>> = { day: 10, month: 7, year: 4 }

/** @param names those whose first meeting with the concept is told */
export async function readTimeline(
  database: Database,
  concept: string | null,
  papers: readonly Paper[],
  names: readonly Name[],
  sentences: readonly Sentence[],
): Promise<Timeline> {
  const meetings = concept === null ? [] : await readMeetings(database, concept, names, sentences)
  const dated = papers.flatMap((paper) => {
    const date = publishedOn(paper)
    return date ? [{ date, paper }] : []
  })
  const dates = [...dated, ...meetings].map(({ date }) => date)
  const unit = unitOf(dates)
  const items = [...new Set(dates.map((date) => date.slice(0, LENGTHS[unit])))].sort(order).map((period): Period => {
    const isWithin = ({ date }: { date: string }) => date.slice(0, LENGTHS[unit]) === period
    return {
      period,
      papers: dated
        .filter(isWithin)
        .sort((a, b) => order(a.date, b.date) || order(a.paper.entity.id, b.paper.entity.id))
        .map(({ paper }) => paper),
      meetings: meetings.filter(isWithin).slice(0, MOST_MEETINGS),
    }
  })
  return { unit, items }
}

/** All within one month is read by the day. */
function unitOf(dates: readonly string[]): Unit {
  const count = (length: number) => new Set(dates.map((date) => date.slice(0, length))).size
  if (count(LENGTHS.month) <= 1 && dates.every((date) => date.length === LENGTHS.day)) return 'day'
  return count(LENGTHS.month) <= MOST_PERIODS.month ? 'month' : 'year'
}

/**
 * A page may be a later version, or stand in a note of another year: the arXiv number tells the month, and the page's
 * day counts where it is of that month. What the notes merely name has the date that its facts tell.
 */
export function publishedOn({ entity: { arxiv, year }, pages, date }: Paper): string | null {
  const [, yy, mm] = /^(\d{2})(\d{2})\.\d/.exec(arxiv ?? '') ?? []
  const month = yy && mm ? `20${yy}-${mm}` : null
  if (month) return date?.startsWith(month) ? date : month
  if (year !== undefined) return date?.startsWith(String(year)) ? date : String(year)
  return pages.length ? date : null
}

/** Names that one sentence first names together with the concept. */
export interface Met {
  date: string
  names: Name[]
  receipt: Receipt
}

/** Those first that many papers name, then in the order of the names. */
async function readMeetings(
  database: Database,
  concept: string,
  names: readonly Name[],
  sentences: readonly Sentence[],
): Promise<Met[]> {
  const pairs = names.map(({ id }) => ({ a: id, b: concept }))
  const rows = await load<{ pairs: { a: string; b: string }[] }, EdgeRow>('edges-of-pairs')(database, { pairs })
  const edges = new Map(
    rows
      .filter(({ type }) => type === 'CO_MENTION')
      .map((row) => [row.source === concept ? row.target : row.source, row.edge]),
  )
  const byPassage = byPassageOf(sentences)
  const told = names.flatMap((name) => {
    const edge = edges.get(name.id)
    const whole = (edge?.receipts ?? []).flatMap((receipt) => byPassage.get(toEvidence(receipt).passage) ?? [])
    return whole
      .filter((one) => one.names.has(name.id) && one.names.has(concept))
      .sort((a, b) => b.worth - a.worth)
      .map(({ line: { passage }, start, end }) => ({ name, first: edge?.firstSeen, passage, start, end }))
  })
  const receipts = await toReceipts(database, told)
  const met = new Map<string, Met>()
  const taken = new Set<Name>()
  const isShared = ({ name }: { name: Name }) => Number(name.papers.size > 1)
  const ordered = [...told.entries()].sort(([a, one], [b, other]) => isShared(other) - isShared(one) || a - b)
  for (const [at, { name, first, passage, start }] of ordered) {
    const receipt = receipts[at]
    if (!receipt?.date || receipt.date !== first || taken.has(name)) continue
    taken.add(name)
    const key = `${passage}:${start}`
    const present = met.get(key)
    if (present) present.names.push(name)
    else met.set(key, { date: first, names: [name], receipt })
  }
  return [...met.values()]
}
