/** Why a paper stands where it stands, in one sentence. */
import type { findWords } from '../../../messages/find-words.ts'
import { number } from '../../../state/language.ts'
import type { WhyNot } from '../../../types.ts'
import { figure, isThere, partsOf } from './parts.ts'

type Words = (typeof findWords)['en']

/**
 * @param total papers that pass the filters
 * @param w the words of one language
 */
export function toReason(
  { paper, rank, weakest, missing, filtered }: WhyNot,
  total: number,
  { part: names, lacks, lacksAll, whyNot: w }: Words,
): string {
  if (filtered) return w.filtered
  if (rank === 1) return w.first
  if (rank === null || partsOf(paper.parts).length === 0) return w.silent
  const place = w.rank(number(rank), number(total))
  if (weakest === null || !isThere(missing)) return w.among(place)
  const lack = isThere(paper.parts[weakest]) ? lacks[weakest] : lacksAll[weakest]
  return w.sentence(place, w.less(names[weakest], figure(missing)), lack)
}
