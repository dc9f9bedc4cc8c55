/** Evidence → receipts: the quoted line, where it stands, who says it, and the names in it. */
import { order } from '../../ingest/entities.ts'
import { byPlace } from '../../ingest/place.ts'
import type { Evidence, Place } from '../../ingest/types.ts'
import type { Mark, Meeting, Receipt } from '../api.ts'
import type { Database } from '../store/database.ts'
import { load } from '../store/queries.ts'
import { toPlace } from '../store/read.ts'

interface Quoted {
  id: string
  text: string
  document: string
  path: string
  place: Omit<Place, 'document'>
}

export interface NamedMark extends Mark {
  name: string
}

const readQuoted = load<{ ids: string[] }, Quoted>('quoted')
const readMarkRows = load<{ ids: string[] }, NamedMark & { passage: string }>('marks')

/** In the order of the evidence. */
export async function toReceipts(database: Database, evidence: readonly Omit<Evidence, 'scope'>[]): Promise<Receipt[]> {
  const ids = [...new Set(evidence.map(({ passage }) => passage))]
  const marks = await readMarks(database, ids)
  const quoted = new Map<string, { text: string; path: string; place: Place }>()
  for (const { id, text, document, path, place: stored } of await readQuoted(database, { ids })) {
    const place = toPlace(document, stored)
    const present = quoted.get(id)
    if (!present || byPlace(place, present.place) < 0) quoted.set(id, { text, path, place })
  }
  return evidence.flatMap(({ passage, start, end }) => {
    const found = quoted.get(passage)
    if (!found) return []
    const { text, path, place } = found
    return {
      document: place.document,
      path,
      line: place.line + text.slice(0, start).split('\n').length - 1,
      start: place.start + start,
      end: place.start + end,
      quote: text.slice(start, end),
      passage,
      date: place.date,
      speaker: place.speaker,
      marks: (marks.get(passage) ?? [])
        .filter((mark) => mark.start < end && mark.end > start)
        .map((mark) => clip(mark, start, end)),
    }
  })
}

/** The two lines of a thread are one meeting. */
export function toMeetings(evidence: readonly Evidence[], receipts: readonly Receipt[]): Meeting[] {
  const meetings: Meeting[] = []
  for (let at = 0; at < receipts.length; ) {
    const scope = (evidence[at] as Evidence).scope
    const lines = scope === 'thread' ? 2 : 1
    meetings.push({ scope, receipts: receipts.slice(at, at + lines) })
    at += lines
  }
  return meetings
}

/** The names in passages, side by side: where a title holds a name, the name is marked and the title around it. */
export async function readMarks(database: Database, ids: readonly string[]): Promise<Map<string, NamedMark[]>> {
  const all = new Map<string, NamedMark[]>()
  for (const { passage, ...mark } of await readMarkRows(database, { ids: [...ids] })) {
    const marks = all.get(passage)
    if (marks) marks.push(mark)
    else all.set(passage, [mark])
  }
  for (const [passage, marks] of all) all.set(passage, flatten(marks))
  return all
}

export function flatten(marks: readonly NamedMark[]): NamedMark[] {
  const ordered = [...marks].sort(
    (a, b) => a.end - a.start - (b.end - b.start) || a.start - b.start || order(a.entity, b.entity),
  )
  const flat: NamedMark[] = []
  for (const mark of ordered) {
    let pieces = [mark]
    for (const inner of flat) {
      pieces = pieces.flatMap((piece) => {
        if (inner.end <= piece.start || inner.start >= piece.end) return [piece]
        return [
          { ...piece, end: inner.start },
          { ...piece, start: inner.end },
        ].filter(({ start, end }) => end > start)
      })
    }
    flat.push(...pieces)
  }
  return flat.sort((a, b) => a.start - b.start)
}

function clip({ start, end, entity, kind }: Mark, from: number, to: number): Mark {
  return { start: Math.max(0, start - from), end: Math.min(to, end) - from, entity, kind }
}
