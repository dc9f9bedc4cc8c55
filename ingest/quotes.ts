/** What a receipt quotes: the words that name both, as much as one reads at a glance. */
import type { Span } from './sentences.ts'
import type { Evidence, Mention, Passage } from './types.ts'

/** Quotes longer than this are cut around the names. */
const LONGEST_QUOTE = 240
const AROUND = 80

/** The span as it is, or what is around the names where it is long; without the space at its ends. */
export function quoteAround(passage: Passage, { start, end }: Span, mentions: Mention[]): Omit<Evidence, 'scope'> {
  const first = Math.min(...mentions.map((mention) => mention.start))
  const last = Math.max(...mentions.map((mention) => mention.end))
  const from = end - start > LONGEST_QUOTE ? Math.max(start, first - AROUND) : start
  const to = end - start > LONGEST_QUOTE ? Math.min(end, last + AROUND) : end
  const quote = passage.text.slice(from, to)
  const left = quote.length - quote.trimStart().length
  return { passage: passage.id, start: from + left, end: from + quote.trimEnd().length }
}
