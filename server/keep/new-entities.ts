/**
 * Who was named for the first time in a stretch of time, with the line that says what it is.
 *
 * What several documents name at once comes before what one document says often, and what meets somebody one follows
 * before both. Papers and people are counted only: papers are told by rank, and authors would be most of the list.
 */
import { order } from '../../ingest/entities.ts'
import type { Digest, NewEntity } from '../api/keep.ts'
import type { Entity } from '../api.ts'
import { askEntity } from '../ask/detail.ts'
import type { Database } from '../store/database.ts'
import { type Days, type EntityDay, LEFT_OUT } from './days.ts'
import type { NewsOptions } from './first-meetings.ts'
import { narrow } from './quotes.ts'
import { isWithin, type Span } from './span.ts'

/** How much more an entity says to whoever follows one that it meets. */
const FOLLOWED = 1.5

export async function newEntities(
  database: Database,
  days: Days,
  span: Span,
  { followed, limit }: NewsOptions,
): Promise<Digest['entities']> {
  const all = [...days.entities.values()].filter(({ firstSeen }) => isWithin(span, firstSeen))
  const told = all.filter(({ kind }) => !LEFT_OUT.includes(kind))
  const near = meetSomeone(days, span, followed)
  const scored = told.map((entity) => ({ entity, score: scoreOf(entity) * (near.has(entity.id) ? FOLLOWED : 1) }))
  scored.sort((a, b) => b.score - a.score || order(a.entity.id, b.entity.id))
  const items: NewEntity[] = []
  const used = new Set<string>()
  for (const { entity } of scored.slice(0, limit)) {
    const item = await tell(database, entity, span, used)
    for (const { passage } of item.receipts) used.add(passage)
    items.push(item)
  }
  const count = (kind: EntityDay['kind']) => all.filter((entity) => entity.kind === kind).length
  return { items, total: told.length, papers: count('Paper'), people: count('Person') }
}

function scoreOf({ mentions, documents }: EntityDay): number {
  return documents * Math.log2(1 + mentions)
}

/** Ids of those that met somebody who is followed. */
function meetSomeone({ meetings }: Days, span: Span, followed: ReadonlySet<string>): Set<string> {
  const near = meetings.filter(
    ({ source, target, firstSeen }) => isWithin(span, firstSeen) && (followed.has(source) || followed.has(target)),
  )
  return new Set(near.flatMap(({ source, target }) => [source, target]))
}

/** @param used passages that were quoted for others: one line for each says more */
async function tell(database: Database, { id }: EntityDay, span: Span, used: ReadonlySet<string>): Promise<NewEntity> {
  const detail = await askEntity(database, id)
  const { definition, receipts, perDocument: _d, perMonth: _m, neighbors: _n, links: _l, ...entity } = detail
  const own = receipts.filter(({ date }) => isWithin(span, date))
  const line = definition ?? own.find(({ passage }) => !used.has(passage)) ?? own[0] ?? receipts[0]
  return { entity: entity satisfies Entity, receipts: line ? [narrow(line, [id])] : [] }
}
