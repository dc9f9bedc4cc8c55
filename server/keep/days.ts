/**
 * When everything was first named: the days of the documents, of the entities, and of the meetings between entities.
 *
 * Read once for each graph. Papers and people are left out of the meetings: a paper meets all that its page says, and
 * people meet as authors; what is new about papers is told by rank.
 */
import { order } from '../../ingest/entities.ts'
import type { Kind } from '../../ingest/types.ts'
import type { Database, Params } from '../store/database.ts'
import { load } from '../store/queries.ts'

export interface EntityDay {
  id: string
  name: string
  kind: Kind
  mentions: number
  documents: number
  /** Null where no dated line names it. */
  firstSeen: string | null
}

export interface MeetingDay {
  source: string
  target: string
  weight: number
  npmi: number
  firstSeen: string
}

export interface Days {
  /** The documents of each day, the newest day first. */
  days: readonly { date: string; documents: ReadonlySet<string> }[]
  /** Documents of the graph, and how many of them tell of no day. */
  documents: number
  undated: number
  /** By id. */
  entities: ReadonlyMap<string, EntityDay>
  /** The newest first, then by their ends. */
  meetings: readonly MeetingDay[]
}

/** Kinds whose meetings are not told. */
export const LEFT_OUT: readonly Kind[] = ['Paper', 'Person']

const PATIENCE = { timeout: 120_000 }

interface Company {
  source: string
  targets: string[]
  weights: number[]
  npmis: number[]
  days: string[]
}

export async function readDays(database: Database): Promise<Days> {
  const all = await load<Params, { id: string }>('list-documents')(database, {})
  const rows = await load<Params, { document: string; date: string }>('document-days')(database, {}, PATIENCE)
  const entities = await load<Params, EntityDay>('entity-days')(database, {}, PATIENCE)
  const companies = await load<{ left: string[] }, Company>('meeting-days')(database, { left: [...LEFT_OUT] }, PATIENCE)
  return {
    days: toDays(rows),
    documents: all.length,
    undated: all.length - new Set(rows.map(({ document }) => document)).size,
    entities: new Map(entities.map((entity) => [entity.id, { ...entity, firstSeen: entity.firstSeen ?? null }])),
    meetings: companies
      .flatMap(toMeetings)
      .sort((a, b) => order(b.firstSeen, a.firstSeen) || order(a.source, b.source) || order(a.target, b.target)),
  }
}

function toDays(rows: readonly { document: string; date: string }[]): Days['days'] {
  const byDate = new Map<string, Set<string>>()
  for (const { document, date } of rows) {
    const documents = byDate.get(date)
    if (documents) documents.add(document)
    else byDate.set(date, new Set([document]))
  }
  return [...byDate].map(([date, documents]) => ({ date, documents })).sort((a, b) => order(b.date, a.date))
}

function toMeetings({ source, targets, weights, npmis, days }: Company): MeetingDay[] {
  return targets.map((target, at) => ({
    source,
    target,
    weight: weights[at] as number,
    npmi: npmis[at] as number,
    firstSeen: days[at] as string,
  }))
}
