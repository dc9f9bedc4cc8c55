/**
 * Texts → an inverted index of their words: which texts hold a word, how often, and all words in their order.
 *
 * Typed arrays in compressed sparse rows: the postings of the term with the number `t` run from `starts[t]` to
 * `starts[t + 1]`. Terms are numbered in order (Latin words, then pairs of Chinese characters), so all that begin alike
 * are one range. About 5 bytes for each word of a text and 4 for each slot of the stream: 36 MB for 9 million characters.
 */
import { eachWord, foldWord, pairsFrom } from './passages-words.ts'

export interface WordIndex {
  /** How many texts. */
  size: number
  /** Latin words, sorted by code unit. */
  words: readonly string[]
  /** Pairs of Chinese characters, sorted; the first has the number `words.length`. */
  pairs: Uint32Array
  starts: Uint32Array
  /** Of each posting: the text and how often the term stands in it, at most 255. */
  texts: Uint32Array
  counts: Uint8Array
  /** The terms of all texts in their order; those of text `i` from `begins[i]` to `begins[i + 1]`. */
  stream: Uint32Array
  begins: Uint32Array
}

/** Numbers of terms, from the first up to but not including the last. */
export type Range = readonly [from: number, to: number]

export interface IndexBuilder {
  /**
   * Takes a text in; its number is how many came before it.
   *
   * @returns false where it has no words, or where a text of the very same words is in: then it is left out
   */
  add(text: string): boolean
  finish(): WordIndex
}

/** @param twins whether texts of the very same words are taken in each for itself */
export function createIndexBuilder({ twins = false } = {}): IndexBuilder {
  const words = new Map<string, number>()
  const pairs = new Map<number, number>()
  const known = new Set<string>()
  const begins = [0]
  let terms = 0
  let stream = new Uint32Array(1 << 16)
  let length = 0
  return {
    add(text) {
      const from = length
      eachWord(text, (pair, start, end) => {
        if (length === stream.length) stream = grown(stream)
        const key = pair < 0 ? foldWord(text, start, end) : pair
        const seen = typeof key === 'string' ? words.get(key) : pairs.get(key)
        if (seen === undefined) {
          if (typeof key === 'string') words.set(key, terms)
          else pairs.set(key, terms)
        }
        stream[length++] = seen ?? terms++
      })
      const print = twins ? '' : fingerprint(stream, from, length)
      if (length === from || known.has(print)) {
        length = from
        return false
      }
      if (!twins) known.add(print)
      begins.push(length)
      return true
    },
    finish: () => toIndex(words, pairs, stream.slice(0, length), Uint32Array.from(begins)),
  }
}

function grown(stream: Uint32Array<ArrayBuffer>): Uint32Array<ArrayBuffer> {
  const larger = new Uint32Array(stream.length * 2)
  larger.set(stream)
  return larger
}

/** Two hashes of 32 bits (FNV-1a, and the same with another prime) and the length. */
function fingerprint(stream: Uint32Array, from: number, to: number): string {
  let [one, other] = [0x811c9dc5, 0x9e3779b9]
  for (let at = from; at < to; at++) {
    one = Math.imul(one ^ (stream[at] as number), 0x01000193)
    other = Math.imul(other ^ (stream[at] as number), 0x85ebca6b)
    other ^= other >>> 15
  }
  return `${to - from} ${one} ${other}`
}

/** Numbers the terms in order, then counts the postings and lays them out (a counting sort). */
function toIndex(
  wordIds: ReadonlyMap<string, number>,
  pairIds: ReadonlyMap<number, number>,
  stream: Uint32Array,
  begins: Uint32Array,
): WordIndex {
  const words = [...wordIds.keys()].sort()
  const pairs = Uint32Array.from(pairIds.keys()).sort()
  const numbers = new Uint32Array(words.length + pairs.length)
  for (const [number, word] of words.entries()) numbers[wordIds.get(word) as number] = number
  for (const [at, pair] of pairs.entries()) numbers[pairIds.get(pair) as number] = words.length + at
  for (let at = 0; at < stream.length; at++) stream[at] = numbers[stream[at] as number] as number
  return { size: begins.length - 1, words, pairs, ...toPostings(stream, begins, numbers.length), stream, begins }
}

function toPostings(
  stream: Uint32Array,
  begins: Uint32Array,
  terms: number,
): Pick<WordIndex, 'starts' | 'texts' | 'counts'> {
  const starts = new Uint32Array(terms + 1)
  /** The text that a term was last met in, from 1. */
  const latest = new Uint32Array(terms)
  const eachTerm = (visit: (term: number, text: number, isFirst: boolean) => void) => {
    latest.fill(0)
    for (let text = 1; text < begins.length; text++) {
      for (let at = begins[text - 1] as number; at < (begins[text] as number); at++) {
        const term = stream[at] as number
        const isFirst = latest[term] !== text
        latest[term] = text
        visit(term, text - 1, isFirst)
      }
    }
  }
  eachTerm((term, _text, isFirst) => {
    if (isFirst) starts[term + 1] = (starts[term + 1] as number) + 1
  })
  for (let term = 0; term < terms; term++) starts[term + 1] = (starts[term + 1] as number) + (starts[term] as number)
  const next = starts.slice()
  const texts = new Uint32Array(starts[terms] as number)
  const counts = new Uint8Array(texts.length)
  eachTerm((term, text, isFirst) => {
    if (isFirst) {
      texts[next[term] as number] = text
      next[term] = (next[term] as number) + 1
    }
    const slot = (next[term] as number) - 1
    counts[slot] = Math.min(255, (counts[slot] as number) + 1)
  })
  return { starts, texts, counts }
}

/** The terms that are this word, or with `half` all that begin with it. */
export function rangeOfWord({ words }: WordIndex, word: string, half: boolean): Range {
  const from = lowerBound(words.length, (at) => (words[at] as string) < word)
  if (!half) return [from, words[from] === word ? from + 1 : from]
  return [from, lowerBound(words.length, (at) => (words[at] as string) < `${word}\uffff`)]
}

/** The terms that are this pair, or with `half` all that begin with its first character. */
export function rangeOfPair({ words, pairs }: WordIndex, pair: number, half: boolean): Range {
  const [least, beyond] = half ? pairsFrom(pair) : [pair, pair + 1]
  const first = lowerBound(pairs.length, (at) => (pairs[at] as number) < least)
  const end = lowerBound(pairs.length, (at) => (pairs[at] as number) < beyond)
  return [words.length + first, words.length + end]
}

/** The first of `count` places that is not below what is sought. */
function lowerBound(count: number, isBelow: (at: number) => boolean): number {
  let [low, high] = [0, count]
  while (low < high) {
    const middle = (low + high) >>> 1
    if (isBelow(middle)) low = middle + 1
    else high = middle
  }
  return low
}
