/**
 * Patterns → where they begin in a text, longest first to choose from.
 *
 * A trie over folded code units (Aho & Corasick, 1975, without the fail links: a name may only begin where a word of
 * its script may begin). The first step is a table by code unit, the others live in one open-addressed table of
 * integers; what a scan finds goes into integers too, so that it allocates nothing.
 */
import { FOLDED, isLatin } from './fold.ts'

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
      const { roots, pairs, ends } = trie
      let before = start > 0 && isLatin(text.charCodeAt(start - 1))
      let unit = text.charCodeAt(start)
      for (let at = start; at < end; at++) {
        const latin = isLatin(unit)
        const next = text.charCodeAt(at + 1)
        const folded = FOLDED[unit] as number
        const root = roots[folded] as number
        if (root && !(latin && before)) {
          // Most places begin no name, and two units tell most of those.
          const second = at + 1 < end ? (FOLDED[next] as number) : 0
          if (second === 0 || pairs[pairOf(folded, second)] || ends[root]) walk(trie, text, at, end, root, hits)
        }
        before = latin
        unit = next
      }
    },
  }
}

interface Trie {
  /** For each folded unit: the node it leads to from the start, or 0. */
  roots: Int32Array
  /** Whether any pattern begins with the two units of this hash. */
  pairs: Uint8Array
  /** For each slot: the node it leads from, the folded unit it takes, and the node it leads to (0: a free slot). */
  froms: Int32Array
  units: Uint16Array
  targets: Int32Array
  mask: number
  /** For each node: the pattern that ends there plus one, or 0. */
  ends: Int32Array
}

function createTrie(patterns: readonly string[]): Trie {
  const size = patterns.reduce((sum, pattern) => sum + pattern.length, 1)
  const slots = 2 ** Math.ceil(Math.log2(size * 2 + 2))
  const trie: Trie = {
    roots: new Int32Array(0x10000),
    pairs: new Uint8Array(1 << PAIR_BITS),
    froms: new Int32Array(slots),
    units: new Uint16Array(slots),
    targets: new Int32Array(slots),
    mask: slots - 1,
    ends: new Int32Array(size + 1),
  }
  let nodes = 1
  patterns.forEach((pattern, number) => {
    if (!pattern) return
    const first = pattern.charCodeAt(0)
    let node = trie.roots[first] || nodes++
    trie.roots[first] = node
    if (pattern.length > 1) trie.pairs[pairOf(first, pattern.charCodeAt(1))] = 1
    for (let at = 1; at < pattern.length; at++) {
      const unit = pattern.charCodeAt(at)
      const slot = slotOf(trie, node, unit)
      if (!trie.targets[slot]) {
        trie.froms[slot] = node
        trie.units[slot] = unit
        trie.targets[slot] = nodes++
      }
      node = trie.targets[slot] as number
    }
    trie.ends[node] ||= number + 1
  })
  return trie
}

const PAIR_BITS = 17

function pairOf(first: number, second: number): number {
  return (Math.imul(first, 0x9e3779b1) ^ Math.imul(second, 0x85ebca6b)) >>> (32 - PAIR_BITS)
}

/** The slot of a step, or the free one where it would be. */
function slotOf({ froms, units, targets, mask }: Trie, node: number, unit: number): number {
  let slot = (Math.imul(node, 0x9e3779b1) ^ Math.imul(unit, 0x85ebca6b)) >>> 7
  for (slot &= mask; targets[slot]; slot = (slot + 1) & mask) {
    if (froms[slot] === node && units[slot] === unit) break
  }
  return slot
}

function walk(trie: Trie, text: string, start: number, limit: number, root: number, hits: Hits): void {
  const first = hits.length
  let node = root
  for (let at = start; ; ) {
    const pattern = trie.ends[node] as number
    const end = pattern ? wordEnd(text, at + 1) : 0
    if (end && end <= limit) push(hits, start, end, pattern - 1)
    if (++at >= limit) break
    let unit = FOLDED[text.charCodeAt(at)] as number
    if (unit === 0) {
      // One space or hyphen may stand inside a name; two are a gap.
      if (++at >= limit) break
      unit = FOLDED[text.charCodeAt(at)] as number
      if (unit === 0) break
    }
    node = trie.targets[slotOf(trie, node, unit)] as number
    if (!node) break
  }
  if (hits.length > first + 1) reverse(hits, first)
}

function push(hits: Hits, start: number, end: number, pattern: number): void {
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
function wordEnd(text: string, end: number): number {
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
