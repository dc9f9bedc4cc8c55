/**
 * Who met for the first time in a stretch of time: two entities that were both known before, and never named together.
 *
 * Ranked by how telling the meeting is: its weight and its surprise (NPMI, which hubs have little of), how well both
 * are known, whether they are things with names of their own, and whether one follows one of them. A line that names thirty things makes one meeting, not hundreds.
 */
import { order } from '../../ingest/entities.ts'
import type { FirstMeeting, Named } from '../api/keep.ts'
import type { Receipt } from '../api.ts'
import type { EdgeRow } from '../ask/entities.ts'
import { toMeetings, toReceipts } from '../ask/receipts.ts'
import type { Database } from '../store/database.ts'
import { load } from '../store/queries.ts'
import { toEdge } from '../store/read.ts'
import type { Days, MeetingDay } from './days.ts'
import { narrow } from './quotes.ts'
import { isBefore, isWithin, type Span } from './span.ts'

/** Meetings that one entity may have among those that are told. */
const MOST_EACH = 2

/** Candidates looked at for each one that is told: some share their line with a better one. */
const SPARE = 6

/** How much more a meeting says to whoever follows one of the two. */
const FOLLOWED = 3

/** What is general, "data selection", meets more than what has a name of its own, and less is new about it. */
const CONCEPT = 0.7

/** What chance does not explain is at least this share of a weight. */
const LEAST_NPMI = 0.05

/** Meetings of one pair that are looked at for one within the time. */
const LINES = 6

export interface NewsOptions {
  /** Ids of the entities that are followed. */
  followed: ReadonlySet<string>
  /** At most this many. */
  limit: number
}

type Pair = { a: string; b: string }
const readPairs = load<{ pairs: Pair[] }, EdgeRow>('edges-of-pairs')

export async function firstMeetings(
  database: Database,
  days: Days,
  span: Span,
  { followed, limit }: NewsOptions,
): Promise<{ items: FirstMeeting[]; total: number }> {
  const candidates = rank(days, span, followed)
  const chosen = candidates.slice(0, limit * SPARE)
  const told = await tell(database, days, span, chosen)
  return { items: distinct(told).slice(0, limit), total: candidates.length }
}

function rank({ meetings, entities, days }: Days, span: Span, followed: ReadonlySet<string>): MeetingDay[] {
  // In the first days of a graph nobody is known, and all that meet are news.
  const hasPast = days.some(({ date }) => isBefore(span, date))
  const isKnown = (id: string) => !hasPast || isBefore(span, entities.get(id)?.firstSeen ?? null)
  const mentionsOf = (id: string) => entities.get(id)?.mentions ?? 0
  const nameOf = (id: string) => (entities.get(id)?.kind === 'Concept' ? CONCEPT : 1)
  const scored = meetings
    .filter(({ firstSeen, source, target }) => isWithin(span, firstSeen) && isKnown(source) && isKnown(target))
    .map((meeting) => {
      const { source, target, weight, npmi } = meeting
      const known = Math.log2(1 + Math.min(mentionsOf(source), mentionsOf(target)))
      const mine = followed.has(source) || followed.has(target) ? FOLLOWED : 1
      const named = nameOf(source) * nameOf(target)
      return { meeting, score: weight * Math.max(LEAST_NPMI, npmi) * known * named * mine }
    })
  scored.sort(
    (a, b) =>
      b.score - a.score || order(a.meeting.source, b.meeting.source) || order(a.meeting.target, b.meeting.target),
  )
  return scored.map(({ meeting }) => meeting)
}

/** With the line within the time that joins the two; where the words say how they are related, that. */
async function tell(
  database: Database,
  { entities }: Days,
  span: Span,
  meetings: readonly MeetingDay[],
): Promise<FirstMeeting[]> {
  if (meetings.length === 0) return []
  const pairs = meetings.map(({ source, target }) => ({ a: source, b: target }))
  const rows = (await readPairs(database, { pairs })).map(({ type, source, target, edge }) =>
    toEdge(type, source, target, edge),
  )
  const evidence = rows.map((edge) => edge.receipts.slice(0, LINES * (edge.scope === 'thread' ? 2 : 1)))
  const receipts = await toReceipts(database, evidence.flat())
  let at = 0
  const byPair = new Map<string, FirstMeeting>()
  for (const [row, edge] of rows.entries()) {
    const lines = evidence[row] ?? []
    const own = toMeetings(lines, receipts.slice(at, at + lines.length))
    at += lines.length
    const meeting = own.find((one) => one.receipts.some(({ date }) => isWithin(span, date))) ?? own[0]
    if (!meeting) continue
    const key = [edge.source, edge.target].sort().join(' ')
    const present = byPair.get(key)
    if (present && edge.type === 'CO_MENTION') continue
    const [source, target] = [edge.source, edge.target].map((id) => toNamed(id, entities)) as [Named, Named]
    const { date } = meeting.receipts.find((receipt) => isWithin(span, receipt.date)) ?? { date: edge.firstSeen }
    const { type, weight } = edge
    const narrowed = meeting.receipts.map((receipt) => narrow(receipt, [source.id, target.id]))
    byPair.set(key, { type, source, target, scope: meeting.scope, weight, date, receipts: narrowed })
  }
  return meetings.flatMap(({ source, target }) => byPair.get([source, target].sort().join(' ')) ?? [])
}

const toNamed = (id: string, entities: Days['entities']): Named => {
  const { name, kind } = entities.get(id) ?? { name: id, kind: 'Concept' as const }
  return { id, name, kind }
}

/** One of each line, and few of each entity. */
function distinct(meetings: readonly FirstMeeting[]): FirstMeeting[] {
  const lines = new Set<string>()
  const times = new Map<string, number>()
  return meetings.filter(({ source, target, receipts }) => {
    const line = receipts.map(({ passage }: Receipt) => passage).join(' ')
    const ends = [source.id, target.id]
    if (lines.has(line) || ends.some((id) => (times.get(id) ?? 0) >= MOST_EACH)) return false
    lines.add(line)
    for (const id of ends) times.set(id, (times.get(id) ?? 0) + 1)
    return true
  })
}
