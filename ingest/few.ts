/**
 * A handful of patterns → where they stand in a text: what matcher.ts does for many, without building anything.
 *
 * Used for the names one document gives itself: they are few, and other ones in the next document.
 */
import { FOLDED, isLatin } from './fold.ts'
import { type Hits, push, wordAfter, wordEnd } from './matcher.ts'

const BITS = 12
/** The folded units that patterns begin with; empty between calls. */
const firsts = new Uint8Array(0x10000)
/** Head of the chain of patterns whose first two units have a hash, as their number plus one; empty between calls. */
const heads = new Int32Array(1 << BITS)

function hashOf(first: number, second: number): number {
  return (Math.imul(first, 0x9e3779b1) ^ Math.imul(second, 0x85ebca6b)) >>> (32 - BITS)
}

/**
 * Adds to `hits` every pattern within each stretch, by where it begins, then longest first.
 *
 * @param patterns folded spellings of two units or more; a pattern's number is its position
 */
export function scanForFew(
  patterns: readonly string[],
  text: string,
  stretches: readonly { start: number; end: number }[],
  hits: Hits,
): void {
  const nexts = new Int32Array(patterns.length)
  const byLength = patterns
    .map((_, number) => number)
    .sort((a, b) => (patterns[a]?.length ?? 0) - (patterns[b]?.length ?? 0))
  for (const number of byLength) {
    const pattern = patterns[number] as string
    const hash = hashOf(pattern.charCodeAt(0), pattern.charCodeAt(1))
    nexts[number] = heads[hash] as number
    heads[hash] = number + 1
    firsts[pattern.charCodeAt(0)] = 1
  }
  for (const { start, end } of stretches) {
    let at = start > 0 && isLatin(text.charCodeAt(start - 1)) ? wordAfter(text, start, end) : start
    while (at < end) {
      const unit = text.charCodeAt(at)
      const first = FOLDED[unit] as number
      if (firsts[first] !== 0) {
        const second = FOLDED[text.charCodeAt(at + 1)] || FOLDED[text.charCodeAt(at + 2)] || 0
        let number = heads[hashOf(first, second)] as number
        for (; number > 0; number = nexts[number - 1] as number) {
          const stop = endOf(patterns[number - 1] as string, text, at, end)
          if (stop) push(hits, at, stop, number - 1)
        }
      }
      at = isLatin(unit) ? wordAfter(text, at + 1, end) : at + 1
    }
  }
  for (const pattern of patterns) {
    heads[hashOf(pattern.charCodeAt(0), pattern.charCodeAt(1))] = 0
    firsts[pattern.charCodeAt(0)] = 0
  }
}

/** Where a pattern ends that begins at `start`, or 0. One separator may stand between its units, as in matcher.ts. */
function endOf(pattern: string, text: string, start: number, limit: number): number {
  let at = start
  for (let next = 0; next < pattern.length; next++, at++) {
    let unit = FOLDED[text.charCodeAt(at)] as number
    if (unit === 0 && next > 0) unit = FOLDED[text.charCodeAt(++at)] as number
    if (unit !== pattern.charCodeAt(next) || at >= limit) return 0
  }
  const end = wordEnd(text, at)
  return end <= limit ? end : 0
}
