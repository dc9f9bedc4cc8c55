/**
 * Patterns → a trie in a double array (Aoe, 1989).
 *
 * A cell is two integers: where its steps begin, and which cell it is reached from. The step from a cell by a code leads
 * to `start + code`, if that cell says it is reached from here: one addition, one comparison, one place in memory.
 */
import { FOLDED } from './fold.ts'

export interface Trie {
  /** For each code unit: the number its folded form has here, SEPARATOR or STRANGE. */
  codes: Uint16Array
  /** For each code: NOTHING begins with it, patterns do, or it is a WHOLE pattern. */
  starts: Uint8Array
  /** One bit for each hash of two codes: whether any pattern begins with such two, a separator between them or not. */
  pairs: Uint32Array
  /** For the cell `at`: `cells[at * 2]` is where its steps begin, `cells[at * 2 + 1]` its origin, with ENDING where a pattern ends. */
  cells: Int32Array
  /** For each cell with ENDING: the pattern that ends there. */
  ends: Int32Array
}

export const NOTHING = 0
export const WHOLE = 2
const MORE = 1

/** Codes of what folding drops, and of what no pattern holds; all others are greater. */
export const SEPARATOR = 0
export const STRANGE = 1
/** The origin of the cells that first codes lead to; a code is its own cell there. */
const FIRST = 1
/** Set in an origin where a pattern ends. */
export const ENDING = 1 << 30

/** The origin that the cells after `cell` have. */
export function originOf(cell: number): number {
  return cell + 2
}

const PAIR_BITS = 20

export function hasPair(pairs: Uint32Array, first: number, second: number): boolean {
  const pair = pairOf(first, second)
  return ((pairs[pair >>> 5] as number) & (1 << (pair & 31))) !== 0
}

function addPair(pairs: Uint32Array, first: number, second: number): void {
  const pair = pairOf(first, second)
  pairs[pair >>> 5] = (pairs[pair >>> 5] as number) | (1 << (pair & 31))
}

function pairOf(first: number, second: number): number {
  return (Math.imul(first, 0x9e3779b1) ^ Math.imul(second, 0x85ebca6b)) >>> (32 - PAIR_BITS)
}

/** @param patterns folded spellings; a pattern's number is its position, and of equal ones the first counts */
export function createTrie(patterns: readonly string[]): Trie {
  const { codes, size } = createCodes(patterns)
  const trie: Trie = {
    codes,
    starts: new Uint8Array(size),
    pairs: new Uint32Array(1 << (PAIR_BITS - 5)),
    cells: new Int32Array(8 * (size + patterns.length)),
    ends: new Int32Array(4 * (size + patterns.length)),
  }
  for (const pattern of patterns) {
    if (!pattern) continue
    const first = codes[pattern.charCodeAt(0)] as number
    if (pattern.length === 1) trie.starts[first] = WHOLE
    if (pattern.length === 1) continue
    trie.starts[first] ||= MORE
    addPair(trie.pairs, first, codes[pattern.charCodeAt(1)] as number)
    addPair(trie.pairs, first, SEPARATOR)
  }
  lay(trie, toSorted(patterns), size)
  return trie
}

/** Numbers for the units of the patterns, the commonest first, so that steps from one cell lie near each other. */
function createCodes(patterns: readonly string[]): { codes: Uint16Array; size: number } {
  const counts = new Int32Array(0x10000)
  for (const pattern of patterns) {
    for (let at = 0; at < pattern.length; at++) (counts[pattern.charCodeAt(at)] as number)++
  }
  const units = [...counts.keys()]
    .filter((unit) => counts[unit])
    .sort((a, b) => (counts[b] as number) - (counts[a] as number))
  const numbers = new Uint16Array(0x10000).fill(STRANGE)
  units.forEach((unit, at) => {
    numbers[unit] = at + STRANGE + 1
  })
  const codes = new Uint16Array(0x10000)
  for (let unit = 0; unit < codes.length; unit++) {
    const folded = FOLDED[unit] as number
    codes[unit] = folded ? (numbers[folded] as number) : SEPARATOR
  }
  return { codes, size: units.length + STRANGE + 1 }
}

interface Sorted {
  patterns: string[]
  /** The number of each, before sorting. */
  numbers: number[]
}

function toSorted(patterns: readonly string[]): Sorted {
  const numbers = patterns
    .map((_, number) => number)
    .filter((number) => patterns[number])
    .sort((a, b) => order(patterns[a] as string, patterns[b] as string) || a - b)
  return { numbers, patterns: numbers.map((number) => patterns[number] as string) }
}

function order(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}

/** The patterns from `from` to `to` share the units before `depth`, the last of which has a code and led to `cell`. */
interface Branch {
  code: number
  cell: number
  from: number
  to: number
  depth: number
}

/** Lays the cells out depth first, so that the tail of a name lies in one line of memory. */
function lay(trie: Trie, { patterns, numbers }: Sorted, size: number): void {
  const free = createFreeCells(size)
  const stack: Branch[] = []
  const all = { code: 0, cell: 0, from: 0, to: patterns.length, depth: 0 }
  for (const branch of branchesOf(trie.codes, patterns, all)) {
    branch.cell = branch.code
    setOrigin(trie, branch.cell, FIRST)
    stack.push(branch)
  }
  for (let top = stack.pop(); top; top = stack.pop()) {
    const ends = top.from
    for (; top.from < top.to && (patterns[top.from] as string).length === top.depth; top.from++);
    if (top.from > ends) {
      trie.ends[top.cell] = numbers[ends] as number
      setOrigin(trie, top.cell, (trie.cells[top.cell * 2 + 1] as number) | ENDING)
    }
    const branches = branchesOf(trie.codes, patterns, top)
    if (branches.length === 0) continue
    const start = free.take(branches.map(({ code }) => code))
    grow(trie, start + size + 1)
    trie.cells[top.cell * 2] = start
    for (const branch of branches) {
      branch.cell = start + branch.code
      setOrigin(trie, branch.cell, originOf(top.cell))
      stack.push(branch)
    }
  }
  grow(trie, free.end() + size + 1)
}

function branchesOf(codes: Uint16Array, patterns: readonly string[], { from, to, depth }: Branch): Branch[] {
  const branches: Branch[] = []
  let last = -1
  for (let at = from; at < to; at++) {
    const unit = (patterns[at] as string).charCodeAt(depth)
    const open = branches.at(-1)
    if (open && unit === last) open.to = at + 1
    else branches.push({ code: codes[unit] as number, cell: 0, from: at, to: at + 1, depth: depth + 1 })
    last = unit
  }
  return branches
}

function setOrigin(trie: Trie, cell: number, origin: number): void {
  grow(trie, cell + 1)
  trie.cells[cell * 2 + 1] = origin
}

/** A cell without steps of its own begins at 0, where the first codes' cells name another origin. */
function grow(trie: Trie, cells: number): void {
  if (trie.ends.length >= cells) return
  const larger = Math.max(cells, trie.ends.length * 2)
  const copy = { cells: new Int32Array(larger * 2), ends: new Int32Array(larger) }
  copy.cells.set(trie.cells)
  copy.ends.set(trie.ends)
  Object.assign(trie, copy)
}

interface FreeCells {
  /** The first place where the cells of all these codes are free; they are so no longer. */
  take(codes: readonly number[]): number
  end(): number
}

/** First fit; what lies below `low` is nearly full and not looked at again. */
function createFreeCells(size: number): FreeCells {
  let used = new Uint8Array(1 << 16)
  let low = size
  let end = size
  const isUsed = (cell: number) => used[cell] === 1
  return {
    end: () => end,
    take(codes) {
      const first = Math.min(...codes)
      while (isUsed(low)) low++
      let tries = 0
      for (let cell = low; ; cell++) {
        if (isUsed(cell)) continue
        const start = cell - first
        if (start < 0 || codes.some((code) => isUsed(start + code))) {
          // Many tries for a wide fan mean that the low cells suit nobody but single steps.
          if (++tries === TRIES && codes.length === 1) low = cell
          continue
        }
        for (const code of codes) {
          const taken = start + code
          if (taken >= used.length) {
            const larger = new Uint8Array(Math.max(taken + 1, used.length * 2))
            larger.set(used)
            used = larger
          }
          used[taken] = 1
          end = Math.max(end, taken)
        }
        return start
      }
    },
  }
}

const TRIES = 64
