/**
 * The papers of a stretch of time for one concept, without those that were read; noise is left out by comparing them
 * with the best paper that the whole graph has for the concept. Where there is none, the newest one before.
 */
import { order } from '../../ingest/entities.ts'
import type { ConceptNews } from '../api/keep.ts'
import type { RelatedPaper } from '../api/related.ts'
import type { Receipt } from '../api.ts'
import type { Papers } from '../find/related.ts'
import { narrow, toQuote } from './quotes.ts'
import { isBefore, type Span } from './span.ts'

export interface ConceptNewsOptions {
  span: Span
  /** Ids of the papers that were read. */
  read: ReadonlySet<string>
  /** At most this many. */
  limit: number
}

/** Papers looked at: no stretch of time that one catches up on has more that matter. */
const LOOKED_AT = 60

/**
 * A paper is news for a concept if it has this share of the score of the graph's best paper for it: less where it says
 * the concept outright, for words alone ("linear", "attention") are in many papers that are about something else.
 */
const SHARE = { saysSo: 0.2, otherwise: 0.6 } as const

/** @param text an id, a name, an alias or free text */
export async function conceptNews(
  papers: Papers,
  text: string,
  { span, read, limit }: ConceptNewsOptions,
): Promise<ConceptNews> {
  const { items: best, concept } = await papers.related(text, { limit: 1, read })
  const isNear = ({ score, parts }: RelatedPaper) => {
    const saysSo = parts.phrase > 0 || parts.prominence > 0
    return score >= (best[0]?.score ?? 0) * (saysSo ? SHARE.saysSo : SHARE.otherwise)
  }
  const ask = async (seen: 'read' | 'unread', time: { from?: string; to?: string }) => {
    const { items } = await papers.related(text, { ...time, time: 'told', seen, read, limit: LOOKED_AT })
    return items.filter(isNear)
  }
  const within = { from: span.since, to: span.until }
  const items = await ask('unread', within)
  const [before] = items.length
    ? []
    : (await ask('unread', {})).filter(({ date }) => date && isBefore(span, date)).sort(byDate)
  const shorten = (paper: RelatedPaper): RelatedPaper => {
    const about = [concept?.id ?? '', paper.id]
    const receipts = paper.receipts.map((receipt) => narrow(receipt, about))
    // The title stands above already: a line that says more comes first.
    const isTitle = ({ quote }: Receipt) => toQuote({ quote }) === paper.title
    return { ...paper, receipts: [...receipts.filter((one) => !isTitle(one)), ...receipts.filter(isTitle)] }
  }
  return {
    asked: text,
    concept,
    items: items.slice(0, limit).map(shorten),
    total: items.length,
    before: before ? shorten(before) : null,
    read: (await ask('read', within)).length,
  }
}

/** The newest first; of one day, the better. */
function byDate(a: RelatedPaper, b: RelatedPaper): number {
  return order(b.date ?? '', a.date ?? '') || b.score - a.score || order(a.id, b.id)
}
