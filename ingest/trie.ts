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
  /** Whether any pattern begins with the two codes of this hash, with a separator between them or without. */
  pairs: Uint8Array
  /** For the cell `at`: `cells[at * 2]` is where its steps begin, `cells[at * 2 + 1]` its origin, with ENDING where a pattern ends. */
  cells: Int32Array
  /** For each cell with ENDING: the pattern that ends there. */
  ends: Int32Array
}

/** Codes of what folding drops, and of what no pattern holds; all others are greater. */
export const SEPARATOR = 0
export const STRANGE = 1
/** The origin of the cells that first codes lead to; a code is its own cell there. */
export const FIRST = 1
/** Set in an origin where a pattern ends. */
export const ENDING = 1 << 30

/** The origin that the cells after `cell` have. */
export function originOf(cell: number): number {
  return cell + 2
}

const PAIR_BITS = 17

export function pairOf(first: number, second: number): number {
  return (Math.imul(first, 0x9e3779b1) ^ Math.imul(second, 0x85ebca6b)) >>> (32 - PAIR_BITS)
}

/** @param patterns folded spellings; a pattern's number is its position, and of equal ones the first counts */
export function createTrie(patterns: readonly string[]): Trie {
  const { codes, size } = createCodes(patterns)
  const sorted = patterns
    .map((pattern, number) => ({
      number,
      path: Uint16Array.from(pattern, (unit) => codes[unit.charCodeAt(0)] as number),
    }))
    .filter(({ path }) => path.length > 0)
    .sort((a, b) => comparePaths(a.path, b.path) || a.number - b.number)
  const trie: Trie = {
    codes,
    pairs: new Uint8Array(1 << PAIR_BITS),
    cells: new Int32Array(2 * (size + 1)),
    ends: new Int32Array(size + 1),
  }
  for (const { path } of sorted) {
    const [first = 0, second = SEPARATOR] = path
    trie.pairs[pairOf(first, second)] = 1
    if (path.length > 1) trie.pairs[pairOf(first, SEPARATOR)] = 1
  }
  lay(trie, sorted, size)
  return trie
}

/** Numbers for the units of the patterns, the commonest first, so that steps from one cell lie near each other. */
function createCodes(patterns: readonly string[]): { codes: Uint16Array; size: number } {
  const counts = new Map<number, number>()
  for (const pattern of patterns) {
    for (let at = 0; at < pattern.length; at++) {
      const unit = pattern.charCodeAt(at)
      counts.set(unit, (counts.get(unit) ?? 0) + 1)
    }
  }
  const numbers = new Map<number, number>()
  for (const [unit] of [...counts].sort((a, b) => b[1] - a[1] || a[0] - b[0])) numbers.set(unit, numbers.size + 2)
  const codes = Uint16Array.from(FOLDED, (folded) => (folded ? (numbers.get(folded) ?? STRANGE) : SEPARATOR))
  return { codes, size: numbers.size + 2 }
}

interface Path {
  number: number
  path: Uint16Array
}

/** The patterns from `from` to `to` share the codes before `depth`, which led to `cell`. */
interface Branch {
  cell: number
  from: number
  to: number
  depth: number
}

/** Lays the cells out depth first, so that the tail of a name lies in one line of memory. */
function lay(trie: Trie, sorted: readonly Path[], size: number): void {
  const free = createFreeCells(size)
  const stack: Branch[] = []
  for (const branch of branchesOf(sorted, { cell: 0, from: 0, to: sorted.length, depth: 0 })) {
    stack.push({ ...branch, cell: branch.code })
    set(trie, branch.code, FIRST)
  }
  for (let top = stack.pop(); top; top = stack.pop()) {
    let { from } = top
    while (from < top.to && sorted[from]?.path.length === top.depth) {
      const origin = trie.cells[top.cell * 2 + 1] as number
      if (!(origin & ENDING)) trie.ends[top.cell] = sorted[from]?.number as number
      trie.cells[top.cell * 2 + 1] = origin | ENDING
      from++
    }
    const branches = branchesOf(sorted, { ...top, from })
    if (branches.length === 0) continue
    const start = free.take(branches.map(({ code }) => code))
    grow(trie, start + size + 1)
    trie.cells[top.cell * 2] = start
    for (const { code, from, to, depth } of branches) {
      set(trie, start + code, originOf(top.cell))
      stack.push({ cell: start + code, from, to, depth })
    }
  }
  grow(trie, free.end() + size + 1)
}

function branchesOf(sorted: readonly Path[], { from, to, depth }: Branch): (Branch & { code: number })[] {
  const branches: (Branch & { code: number })[] = []
  for (let at = from; at < to; at++) {
    const code = sorted[at]?.path[depth] as number
    const last = branches.at(-1)
    if (last?.code === code) last.to = at + 1
    else branches.push({ code, cell: 0, from: at, to: at + 1, depth: depth + 1 })
  }
  return branches
}

function set(trie: Trie, cell: number, origin: number): void {
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
      const [first = 0] = codes
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

function comparePaths(a: Uint16Array, b: Uint16Array): number {
  const length = Math.min(a.length, b.length)
  for (let at = 0; at < length; at++) if (a[at] !== b[at]) return (a[at] as number) - (b[at] as number)
  return a.length - b.length
}
