/**
 * Patterns → where they stand in a text, longest first, without overlaps.
 *
 * A trie over folded code units (Aho & Corasick, 1975, without the fail links: names are short, and a match may only
 * begin where a word of its script may begin). Transitions live in one open-addressed table of integers, so that a scan
 * allocates nothing until something is found.
 */
import { FOLDED, isLatin } from './fold.ts'

/** One find: `text.slice(start, end)` is a spelling of the pattern with this number. */
export interface Match {
  start: number
  end: number
  pattern: number
}

export interface Matcher {
  /** Whether any pattern begins with the code unit at `start`: most do not, and this is quick to tell. */
  begins(text: string, start: number): boolean
  /** Every pattern that begins at `start`, longest first. */
  at(text: string, start: number): Match[]
}

/** @param patterns folded spellings; a pattern's number is its position */
export function createMatcher(patterns: readonly string[]): Matcher {
  const trie = createTrie(patterns)
  return {
    begins: (text, start) => trie.first[FOLDED[text.charCodeAt(start)] as number] === 1,
    at: (text, start) => walk(trie, text, start),
  }
}

interface Trie {
  /** Two cells for each slot: the key (node × 65,536 + unit) as a double, and the node it leads to. */
  keys: Float64Array
  targets: Int32Array
  mask: number
  /** For each node: the pattern that ends there plus one, or 0. */
  ends: Int32Array
  /** Whether any pattern begins with a unit. */
  first: Uint8Array
}

function createTrie(patterns: readonly string[]): Trie {
  const size = patterns.reduce((sum, pattern) => sum + pattern.length, 1)
  const slots = 2 ** Math.ceil(Math.log2(size * 2 + 2))
  const trie: Trie = {
    keys: new Float64Array(slots).fill(-1),
    targets: new Int32Array(slots),
    mask: slots - 1,
    ends: new Int32Array(size + 1),
    first: new Uint8Array(0x10000),
  }
  let nodes = 1
  patterns.forEach((pattern, number) => {
    let node = 0
    for (let at = 0; at < pattern.length; at++) {
      const unit = pattern.charCodeAt(at)
      if (at === 0) trie.first[unit] = 1
      const slot = slotOf(trie, node * 0x10000 + unit)
      if (trie.keys[slot] === -1) {
        trie.keys[slot] = node * 0x10000 + unit
        trie.targets[slot] = nodes++
      }
      node = trie.targets[slot] as number
    }
    if (pattern.length > 0) trie.ends[node] ||= number + 1
  })
  return trie
}

function slotOf({ keys, mask }: Trie, key: number): number {
  let slot = (Math.imul((key % 0xffffffff) | 0, 0x9e3779b1) ^ Math.floor(key / 0x100000)) & mask
  while (keys[slot] !== -1 && keys[slot] !== key) slot = (slot + 1) & mask
  return slot
}

function walk(trie: Trie, text: string, start: number): Match[] {
  const first = FOLDED[text.charCodeAt(start)] as number
  if (!first || !trie.first[first]) return NONE
  let node = 0
  let found: Match[] = NONE
  let separated = false
  for (let at = start; at < text.length; at++) {
    const unit = FOLDED[text.charCodeAt(at)] as number
    if (unit === 0) {
      // One space or hyphen may stand inside a name; two are a gap.
      if (separated) break
      separated = true
      continue
    }
    separated = false
    const slot = slotOf(trie, node * 0x10000 + unit)
    if (trie.keys[slot] === -1) break
    node = trie.targets[slot] as number
    const pattern = trie.ends[node] as number
    const end = pattern ? wordEnd(text, at + 1) : 0
    if (end) {
      if (found === NONE) found = []
      found.unshift({ start, end, pattern: pattern - 1 })
    }
  }
  return found
}

const NONE: Match[] = []

/** Where a name ends that reaches `end`, with its plural s, or 0 inside a Latin word. Chinese ends anywhere: 连rwkv都. */
function wordEnd(text: string, end: number): number {
  if (!isLatin(text.charCodeAt(end - 1)) || !isLatin(text.charCodeAt(end))) return end
  const plural = text[end] === 's' && !isLatin(text.charCodeAt(end + 1)) && /[a-zA-Z]/.test(text[end - 1] as string)
  return plural ? end + 1 : 0
}

/** Whether a name may begin at `start`: not inside a run of Latin letters and digits. */
export function isWordStart(text: string, start: number): boolean {
  return start === 0 || !isLatin(text.charCodeAt(start)) || !isLatin(text.charCodeAt(start - 1))
}
