/**
 * Names that are nearly what was typed: mambba → Mamba, rwvk → RWKV, 长度外退 → 长度外推.
 *
 * The distance counts letters that are wrong, missing, too many or swapped with their neighbour (optimal string
 * alignment, the restricted form of Damerau, 1964), from the beginning of any word of a name to wherever it fits best,
 * for the end may not be typed yet. Most names fall out before it is counted: they lack too many of the letters.
 */
import { isHan } from '../../ingest/fold.ts'

export interface NearMiss {
  /** The place of the name among those given. */
  at: number
  /** Edits, from 1. */
  distance: number
}

export interface Spelled {
  folded: string
  /** Folded, in order; together they are `folded`. */
  words: readonly string[]
}

/** Longer queries are sentences, not names. */
const LONGEST = 64
const MOST_EDITS = 2

/** One edit from four letters on, two from eight; a Chinese character says more than a letter. */
export function editsAllowed(typed: string): number {
  if (typed.length < 4 || typed.length > LONGEST) return 0
  return typed.length < 8 || hasHan(typed) ? 1 : MOST_EDITS
}

/** Finds the names at most `most` edits away; a name comes once, with its least distance. */
export function createTypos(names: readonly Spelled[]): (typed: string, most: number) => NearMiss[] {
  const starts = names.flatMap(({ folded, words }, at) =>
    startsOf(folded, words).map((start) => ({ at, text: folded.slice(start, start + LONGEST + MOST_EDITS) })),
  )
  const sets = REACHES.map((reach) => ({
    reach,
    letters: Int32Array.from(starts, ({ text }) => lettersOf(text, reach)),
  }))
  return (typed, most) => {
    const near = sets.find(({ reach }) => reach >= typed.length + most)
    if (most === 0 || !near) return []
    const wanted = lettersOf(typed, typed.length)
    const found = new Map<number, number>()
    for (let next = 0; next < starts.length; next++) {
      if (bits(wanted & ~(near.letters[next] as number)) > most) continue
      const { at, text } = starts[next] as (typeof starts)[number]
      const distance = distanceToStart(typed, text, most)
      if (distance <= most && distance < (found.get(at) ?? Number.POSITIVE_INFINITY)) found.set(at, distance)
    }
    return [...found].map(([at, distance]) => ({ at, distance }))
  }
}

/** How much of a name the letters are kept of: a short query is not to be near to what stands far behind. */
const REACHES = [8, 12, 16, LONGEST + MOST_EDITS]

/** Where words begin, and each Chinese character. */
function startsOf(folded: string, words: readonly string[]): number[] {
  const starts = new Set<number>()
  let start = 0
  for (const word of words) {
    starts.add(start)
    start += word.length
  }
  if (hasHan(folded)) for (let at = 1; at < folded.length; at++) if (isHan(folded.charCodeAt(at))) starts.add(at)
  return [...starts]
}

function hasHan(text: string): boolean {
  for (let at = 0; at < text.length; at++) if (isHan(text.charCodeAt(at))) return true
  return false
}

/** Which letters the beginning of a text holds, one bit for each; others share their bits. */
function lettersOf(text: string, reach: number): number {
  let set = 0
  const end = Math.min(text.length, reach)
  for (let at = 0; at < end; at++) set |= 1 << (text.charCodeAt(at) & 31)
  return set
}

function bits(set: number): number {
  let count = 0
  for (let rest = set; rest !== 0; rest &= rest - 1) count++
  return count
}

/** The fewest edits from `typed` to any beginning of `text`; more than `most` where there are more. */
function distanceToStart(typed: string, text: string, most: number): number {
  const width = Math.min(text.length, typed.length + most)
  let [before, above, present] = ROWS
  for (let at = 0; at <= width; at++) above[at] = at
  for (let row = 1; row <= typed.length; row++) {
    const letter = typed.charCodeAt(row - 1)
    const previous = typed.charCodeAt(row - 2)
    let least = row
    present[0] = row
    for (let at = 1; at <= width; at++) {
      const other = text.charCodeAt(at - 1)
      let edits = Math.min(
        (above[at] as number) + 1,
        (present[at - 1] as number) + 1,
        (above[at - 1] as number) + (letter === other ? 0 : 1),
      )
      if (row > 1 && at > 1 && letter === text.charCodeAt(at - 2) && previous === other)
        edits = Math.min(edits, (before[at - 2] as number) + 1)
      present[at] = edits
      if (edits < least) least = edits
    }
    if (least > most) return most + 1
    ;[before, above, present] = [above, present, before]
  }
  let fewest = most + 1
  for (let at = 0; at <= width; at++) fewest = Math.min(fewest, above[at] as number)
  return fewest
}

/** The three rows of the table that are needed at a time; made once, for they are filled a hundred thousand times. */
const ROWS: readonly [Uint8Array, Uint8Array, Uint8Array] = [newRow(), newRow(), newRow()]

function newRow(): Uint8Array {
  return new Uint8Array(LONGEST + MOST_EDITS + 1)
}
