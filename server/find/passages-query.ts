/**
 * What was typed → what a passage should hold: its words in either language, the last perhaps half typed, and the
 * phrases that stand in quotes.
 */
import { isHan } from '../../ingest/fold.ts'
import { type Range, rangeOfPair, rangeOfWord, type WordIndex } from './passages-index.ts'
import { eachWord, foldWord, isAlone } from './passages-words.ts'

/** Terms that satisfy a need, and what one of them is worth beside the very word. */
export interface Piece {
  range: Range
  worth: number
}

export interface Need {
  pieces: readonly Piece[]
  /** of, the, is: they stand in phrases, and nobody looks for them. */
  isSmall: boolean
  /** How many Chinese characters it is; 0 for a Latin word. */
  characters: number
}

export interface Query {
  needs: readonly Need[]
  /** The words in their order: a place in `needs`, or −1 where anything may stand. */
  slots: readonly number[]
  /** Slots that must stand together, from the first up to but not including the last. */
  quotes: readonly Range[]
  /** Whether a word was taken for another that is spelled nearly so. */
  isGuess: boolean
}

/** Words that stand in the index and are nearly this one, for one that does not stand there. */
export type Near = (word: string) => readonly string[]

/** What other spellings are worth beside a word: its plural or singular, what it may become, what may be meant. */
const WORTH = { same: 1, plural: 0.9, longer: 0.6, meant: 0.5 } as const

/** @param typed a word at its very end may be half typed; one before a space or a closing quote is whole */
export function toQuery(index: WordIndex, typed: string, near: Near = () => []): Query {
  const places = new Map<string, number>()
  const needs: Need[] = []
  const slots: number[] = []
  const quotes: Range[] = []
  for (const { text, isQuoted, isOpen } of toStretches(typed)) {
    const first = slots.length
    eachWord(text, (pair, start, end) => {
      // The last character of a run is in the pair before it; one that stands alone is looked for.
      if (pair >= 0 && isAlone(pair) && isHanBefore(text, start)) return void slots.push(-1)
      const isHalf = isOpen && end === text.length
      const word = pair < 0 ? foldWord(text, start, end) : ''
      // One letter is the beginning of everything.
      if (isHalf && word.length === 1 && slots.length > 0) return
      const key = pair < 0 ? `${word}${isHalf ? '*' : ''}` : String(pair)
      let place = places.get(key)
      if (place === undefined) {
        place = needs.push(pair < 0 ? toNeed(index, word, { isHalf, isQuoted, near }) : pairNeed(index, pair)) - 1
        places.set(key, place)
      }
      slots.push(place)
    })
    while (slots.length > first && slots.at(-1) === -1) slots.pop()
    if (isQuoted && slots.length > first) quotes.push([first, slots.length])
  }
  const isGuess = needs.some(({ pieces }) => pieces.some(({ worth }) => worth === WORTH.meant))
  return { needs, slots, quotes, isGuess }
}

interface Stretch {
  text: string
  isQuoted: boolean
  /** Nothing came after it yet. */
  isOpen: boolean
}

const QUOTES = /["＂“”„«»「」『』]/

/** A quote that was not closed yet goes on to the end. */
function toStretches(typed: string): Stretch[] {
  const parts = typed.split(QUOTES)
  return parts.map((text, at) => ({ text, isQuoted: at % 2 === 1, isOpen: at === parts.length - 1 }))
}

function isHanBefore(text: string, at: number): boolean {
  return at > 0 && isHan(text.charCodeAt(at - 1))
}

function pairNeed(index: WordIndex, pair: number): Need {
  const half = isAlone(pair)
  const range = rangeOfPair(index, pair, half)
  return { pieces: [{ range, worth: WORTH.same }], isSmall: false, characters: half ? 1 : 2 }
}

interface Typed {
  isHalf: boolean
  isQuoted: boolean
  near: Near
}

function toNeed(index: WordIndex, word: string, { isHalf, isQuoted, near }: Typed): Need {
  const isSmall = SMALL.has(word)
  const pieces: Piece[] = []
  const take = (other: string, worth: number, half = false) => {
    const range = rangeOfWord(index, other, half)
    if (range[1] > range[0]) pieces.push({ range, worth })
  }
  take(word, WORTH.same)
  if (isHalf && word.length > 1) {
    const [from, to] = rangeOfWord(index, word, true)
    const longer: Range = [pieces.length ? from + 1 : from, to]
    if (longer[1] > longer[0]) pieces.push({ range: longer, worth: WORTH.longer })
  }
  if (!isQuoted) {
    for (const other of otherNumber(word)) if (!isHalf || !other.startsWith(word)) take(other, WORTH.plural)
    if (pieces.length === 0) for (const other of near(word)) take(other, WORTH.meant)
  }
  return { pieces, isSmall, characters: 0 }
}

/** models of model, and back: what an English ear takes for the same word (Harman's S stemmer, 1991, both ways). */
function otherNumber(word: string): string[] {
  if (word.length < 4 || /\d/.test(word)) return []
  if (word.endsWith('ies')) return [`${word.slice(0, -3)}y`]
  if (/[^aeious]s$|[aeo]s$/.test(word)) return [word.slice(0, -1)]
  if (/[^aeiou]y$/.test(word)) return [`${word.slice(0, -1)}ies`]
  return word.endsWith('s') ? [] : [`${word}s`]
}

const SMALL: ReadonlySet<string> = new Set(
  'a about an and any are as at be been best between but by can do does for from had has have how if in into is it its of on or our such than that the their then there these they this to was we were what when where which way while who why will with would you'.split(
    ' ',
  ),
)
