/**
 * What the documents of a stretch of time added: papers for the concepts one follows, first meetings, new names.
 *
 * Time is the documents' own, never the clock's: the same graph gives the same digest on any day.
 */
import type { ConceptNews, Digest } from '../api/keep.ts'
import type { Papers } from '../find/related.ts'
import type { Database } from '../store/database.ts'
import { conceptNews } from './concept-news.ts'
import type { Days } from './days.ts'
import { firstMeetings } from './first-meetings.ts'
import { newEntities } from './new-entities.ts'
import { isWithin, type Span } from './span.ts'

export interface DigestSources {
  database: Database
  days: Days
  papers: Papers
}

/** What is followed, or was asked for in its place. */
export interface Wanted {
  /** An id, a name, an alias or free text. */
  text: string
  /** Of the entity that it stands for; null for free text. */
  id: string | null
}

export interface DigestOptions {
  /** A day, a month or a year. Default: the last dated day before the newest. */
  since?: string | undefined
  /** Default: the newest day. */
  until?: string | undefined
  concepts: readonly Wanted[]
  /** Ids of the papers that are marked as read, which are left out. */
  read: ReadonlySet<string>
}

/** What one reads over a coffee; the rest is counted. */
const MOST = { papers: 8, meetings: 12, entities: 12 } as const

export async function askDigest({ database, days, papers }: DigestSources, options: DigestOptions): Promise<Digest> {
  const { since, until, concepts, read } = options
  const span = toSpan(days, { since, until })
  const dated = days.days.map(({ date, documents }) => ({ date, documents: documents.size }))
  const about = {
    since: span?.since ?? null,
    until: span?.until ?? null,
    newest: days.days[0]?.date ?? null,
    chosen: since !== undefined,
    days: dated,
    documents: span ? countDocuments(days, span) : 0,
    outOf: days.documents,
    undated: days.undated,
  }
  if (!span) {
    const nothing = { items: [], total: 0 }
    return { ...about, concepts: [], meetings: nothing, entities: { ...nothing, papers: 0, people: 0 } }
  }
  const followed = new Set(concepts.flatMap(({ id }) => id ?? []))
  const news: ConceptNews[] = []
  for (const concept of concepts) news.push(await conceptNews(papers, concept.text, { span, read, limit: MOST.papers }))
  return {
    ...about,
    concepts: news,
    meetings: await firstMeetings(database, days, span, { followed, limit: MOST.meetings }),
    entities: await newEntities(database, days, span, { followed, limit: MOST.entities }),
  }
}

/** Null where nothing is dated. */
function toSpan({ days }: Days, { since, until }: Pick<DigestOptions, 'since' | 'until'>): Span | null {
  if (days.length === 0) return null
  const [newest, before] = days.filter(({ date }) => until === undefined || date <= `${until}~`)
  const from = since ?? (before ?? newest)?.date ?? until ?? ''
  const to = until ?? newest?.date ?? from
  // Since a day that is yet to come: nothing, and no stretch that runs backwards.
  return { since: from, until: from > `${to}~` ? from : to }
}

function countDocuments({ days }: Days, span: Span): number {
  const within = days.filter(({ date }) => isWithin(span, date))
  return new Set(within.flatMap(({ documents }) => [...documents])).size
}
