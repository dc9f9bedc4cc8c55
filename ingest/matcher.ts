/**
 * Patterns → where they begin in a text, longest first to choose from.
 *
 * A trie over folded code units (Aho & Corasick, 1975, without the fail links: a name may only begin where a word of
 * its script may begin). What a scan finds goes into integers, so that it allocates nothing.
 */
import { isLatin } from './fold.ts'
import { createTrie, ENDING, hasPair, NOTHING, originOf, SEPARATOR, STRANGE, type Trie, WHOLE } from './trie.ts'

/** What a scan found: for the hit `at`, `text.slice(starts[at], ends[at])` is a spelling of `patterns[at]`. */
export interface Hits {
  length: number
  starts: Int32Array
  ends: Int32Array
  patterns: Int32Array
}

export interface Matcher {
  /** Adds to `hits` every pattern between `start` and `end`, by where it begins, then longest first. */
  scan(text: string, start: number, end: number, hits: Hits): void
}

export function createHits(capacity = 4_096): Hits {
  return {
    length: 0,
    starts: new Int32Array(capacity),
    ends: new Int32Array(capacity),
    patterns: new Int32Array(capacity),
  }
}

/** @param patterns folded spellings; a pattern's number is its position */
export function createMatcher(patterns: readonly string[]): Matcher {
  const trie = createTrie(patterns)
  return {
    scan(text, start, end, hits) {
      const { codes, starts, pairs } = trie
      let at = start > 0 && isLatin(text.charCodeAt(start - 1)) ? wordAfter(text, start, end) : start
      while (at < end) {
        const unit = text.charCodeAt(at)
        const code = codes[unit] as number
        const begins = starts[code]
        // Most places begin no name, and two units tell most of those.
        if (begins !== NOTHING) {
          const second = at + 1 < end ? (codes[text.charCodeAt(at + 1)] as number) : SEPARATOR
          if (begins === WHOLE || hasPair(pairs, code, second)) walk(trie, text, at, end, code, hits)
        }
        at = isLatin(unit) ? wordAfter(text, at + 1, end) : at + 1
      }
    },
  }
}

/** Where the Latin word that goes on at `at` is over. */
export function wordAfter(text: string, at: number, end: number): number {
  let after = at
  while (after < end && isLatin(text.charCodeAt(after))) after++
  return after
}

function walk(
  { codes, cells, ends }: Trie,
  text: string,
  start: number,
  limit: number,
  code: number,
  hits: Hits,
): void {
  const first = hits.length
  let cell = code
  for (let at = start; ; ) {
    if ((cells[cell * 2 + 1] as number) & ENDING) {
      const end = wordEnd(text, at + 1)
      if (end && end <= limit) push(hits, start, end, ends[cell] as number)
    }
    if (++at >= limit) break
    let next = codes[text.charCodeAt(at)] as number
    if (next === SEPARATOR) {
      // One space or hyphen may stand inside a name; two are a gap.
      if (++at >= limit) break
      next = codes[text.charCodeAt(at)] as number
    }
    if (next <= STRANGE) break
    const target = (cells[cell * 2] as number) + next
    if (((cells[target * 2 + 1] as number) & ~ENDING) !== originOf(cell)) break
    cell = target
  }
  if (hits.length > first + 1) reverse(hits, first)
}

export function push(hits: Hits, start: number, end: number, pattern: number): void {
  if (hits.length === hits.starts.length) grow(hits)
  hits.starts[hits.length] = start
  hits.ends[hits.length] = end
  hits.patterns[hits.length++] = pattern
}

function grow(hits: Hits): void {
  for (const key of ['starts', 'ends', 'patterns'] as const) {
    const larger = new Int32Array(hits[key].length * 2)
    larger.set(hits[key])
    hits[key] = larger
  }
}

function reverse({ ends, patterns, length }: Hits, first: number): void {
  ends.subarray(first, length).reverse()
  patterns.subarray(first, length).reverse()
}

/** Where a name ends that reaches `end`, with its plural s, or 0 inside a Latin word. Chinese ends anywhere: 连rwkv都. */
export function wordEnd(text: string, end: number): number {
  const next = text.charCodeAt(end)
  if (!isLatin(next) || !isLatin(text.charCodeAt(end - 1))) return end
  const plural = next === SMALL_S && isLetter(text.charCodeAt(end - 1)) && !isLatin(text.charCodeAt(end + 1))
  return plural ? end + 1 : 0
}

const SMALL_S = 's'.charCodeAt(0)

function isLetter(unit: number): boolean {
  const small = unit | 0x20
  return small >= 0x61 && small <= 0x7a
}
