/**
 * What makes a meeting of two names say less than it seems to.
 *
 * Four things, each found by reading the strongest edges of thousands of pages: names that meet everyone, pages that
 * tell one story several times, sentences that every page begins alike, and names that stand within each other.
 */
import type { Span } from './sentences.ts'
import type { Document, Mention, Place } from './types.ts'

/** A name with more companions than this is a hub: reasoning, fine-tuning. */
export const MANY_COMPANIONS = 300
const HUB_POWER = 0.75

/** How much of its edges' weight a name with so many companions keeps. */
export function shareOfHub(companions: number): number {
  return companions <= MANY_COMPANIONS ? 1 : (MANY_COMPANIONS / companions) ** HUB_POWER
}

/**
 * How much is left of a pair's meetings: k in one place count for √k. A page of one paper tells its story in a title, an
 * abstract, a translation and a summary; elsewhere a thread is one story, however often it comes back to the two.
 *
 * @param places for each meeting the number of its story; sorted here
 */
export function shareOfRepeats(places: number[]): number {
  if (places.length < 2) return 1
  places.sort((a, b) => a - b)
  let left = 0
  for (let from = 0, at = 1; at <= places.length; at++) {
    if (at < places.length && places[at] === places[from]) continue
    left += Math.sqrt(at - from)
    from = at
  }
  return left / places.length
}

/** What tells one story: a document that is the page of one paper, else a thread. Numbers that mean nothing else. */
export function createStories(documents: readonly Document[]): (place: Place) => number {
  const pages = new Set(documents.flatMap(({ id, about }) => (about ? [id] : [])))
  const numbers = new Map<string, number>()
  return ({ document, thread }) => {
    const story = pages.has(document) ? document : thread
    const number = numbers.get(story) ?? numbers.size
    numbers.set(story, number)
    return number
  }
}

/** What LLaMA and LLaMA 2, or retrieval and retrieval-augmented generation, keep: of course they stand together. */
const SHARE_OF_NESTED = 0.5

export function shareOfNames(source: string, target: string): number {
  const [a, b] = [nameOf(source), nameOf(target)]
  return isWithin(a, b) || isWithin(b, a) ? SHARE_OF_NESTED : 1
}

function nameOf(id: string): string {
  return id.slice(id.indexOf('/') + 1)
}

/** Whole words of the longer one, or Chinese characters of it. */
function isWithin(short: string, long: string): boolean {
  const at = short.length < long.length ? long.indexOf(short) : -1
  return at >= 0 && !joins(long, at) && !joins(long, at + short.length)
}

function joins(name: string, at: number): boolean {
  return /[a-z]{2}/.test(name.slice(at - 1, at + 1)) && at > 0
}

/** What is left of a meeting in a sentence that begins as dozens do. */
export const SHARE_OF_FORMULA = 0.25
/** As many passages must share an opening of at least so many code units. */
const FORMULA_PASSAGES = 30
const FORMULA_LENGTH = 10
const LONGEST_OPENING = 40

export interface Formulas {
  /** Counts the words that a sentence of two names or more opens with, up to the first name. */
  count(text: string, sentence: Span, first: Mention): void
  /** Whether the sentence opens with words that many passages share: 该研究的潜在应用领域包括 X、Y 和 Z. */
  isFormula(text: string, sentence: Span, first: Mention): boolean
}

export function createFormulas(): Formulas {
  const counts = new Map<string, number>()
  const openingOf = (text: string, { start }: Span, first: Mention) => {
    const length = first.start - start
    return length >= FORMULA_LENGTH && length <= LONGEST_OPENING ? text.slice(start, first.start).trim() : ''
  }
  return {
    count(text, sentence, first) {
      const opening = openingOf(text, sentence, first)
      if (opening.length >= FORMULA_LENGTH) counts.set(opening, (counts.get(opening) ?? 0) + 1)
    },
    isFormula: (text, sentence, first) => (counts.get(openingOf(text, sentence, first)) ?? 0) >= FORMULA_PASSAGES,
  }
}
