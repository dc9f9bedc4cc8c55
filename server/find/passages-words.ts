/**
 * A text → its words with their places, as the index of passages counts them.
 *
 * A Latin word is a run of letters and digits, folded. Chinese has no spaces: each character stands for itself and the
 * one after it (外推能力 is 外推, 推能, 能力, and 力 alone at the end), so that a pair is found wherever it stands and a
 * single character is whatever begins with it. Every word takes one slot, so neighbours differ by one.
 */
import { FOLDED, isHan } from '../../ingest/fold.ts'

/** Told for each word, in order. `pair` is −1 for a Latin word, which stands at `start` to `end` of the text. */
export type Tell = (pair: number, start: number, end: number) => void

const FIRST_HAN = 0x3400
const HANS = 0xa000 - FIRST_HAN + 1

/** Two characters as one small number; those that begin alike lie side by side. `second` 0 for none. */
export function toPair(first: number, second: number): number {
  return (first - FIRST_HAN) * HANS + (second ? second - FIRST_HAN + 1 : 0)
}

/** All pairs that begin with this one's first character, from `[0]` up to but not including `[1]`. */
export function pairsFrom(pair: number): [from: number, to: number] {
  const from = pair - (pair % HANS)
  return [from, from + HANS]
}

/** Whether the pair is one character, with none after it. */
export const isAlone = (pair: number): boolean => pair % HANS === 0

export function eachWord(text: string, tell: Tell): void {
  for (let at = 0; at < text.length; ) {
    const unit = FOLDED[text.charCodeAt(at)] as number
    if (isHan(unit)) {
      const next = at + 1 < text.length ? (FOLDED[text.charCodeAt(at + 1)] as number) : 0
      tell(toPair(unit, isHan(next) ? next : 0), at, at + 1)
      at++
    } else if (IN_WORD[unit]) {
      const end = endOfWord(text, at)
      tell(-1, at, end)
      at = end
    } else at++
  }
}

function endOfWord(text: string, from: number): number {
  let end = from + 1
  while (end < text.length && IN_WORD[FOLDED[text.charCodeAt(end)] as number]) end++
  // C++, C#, F#
  if (end === from + 1) while (text[end] === '+' || text[end] === '#') end++
  return end
}

/** A word as the index has it. */
export function foldWord(text: string, start: number, end: number): string {
  let word = ''
  for (let at = start; at < end; at++) word += String.fromCharCode(FOLDED[text.charCodeAt(at)] as number)
  return word
}

/** Letters and digits of every script but Chinese. */
const IN_WORD = Uint8Array.from({ length: 0x10000 }, (_, unit) =>
  Number(!isHan(unit) && (unit < 0xd800 || unit > 0xdfff) && /[\p{L}\p{M}\p{N}]/u.test(String.fromCharCode(unit))),
)
