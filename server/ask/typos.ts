/**
 * Names that are nearly what was typed: mambba → Mamba, rwvk → RWKV, 长度外退 → 长度外推.
 *
 * The distance counts letters that are wrong, missing, too many or swapped with their neighbour (optimal string
 * alignment, the restricted form of Damerau, 1964), from the beginning of any word of a name to wherever it fits best,
 * for the end may not be typed yet.
 */
import { order } from '../../ingest/entities.ts'
import { isHan } from '../../ingest/fold.ts'
import { createNearby, LONGEST, MOST_EDITS } from './nearby.ts'

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

/** One edit from four letters on, two from eight; a Chinese character says more than a letter. */
export function editsAllowed(typed: string): number {
  if (typed.length < 4 || typed.length > LONGEST) return 0
  return typed.length < 8 || hasHan(typed) ? 1 : MOST_EDITS
}

/** Finds the names at most `most` edits away, in order; a name comes once, with its least distance. */
export function createTypos(names: readonly Spelled[]): (typed: string, most: number) => NearMiss[] {
  // Sorting all beginnings takes a while, and who spells well never needs it.
  let made: ReturnType<typeof sortStarts> | null = null
  return (typed, most) => {
    if (most === 0 || typed.length > LONGEST) return []
    made ??= sortStarts(names)
    const { nameOf, nearby } = made
    const found = new Map<number, number>()
    for (let edits = 1; edits <= most; edits++) {
      nearby(typed, edits, (start, distance) => {
        const at = nameOf[start] as number
        if (distance < (found.get(at) ?? Number.POSITIVE_INFINITY)) found.set(at, distance)
      })
    }
    return [...found].map(([at, distance]) => ({ at, distance })).sort((a, b) => a.at - b.at)
  }
}

function sortStarts(names: readonly Spelled[]) {
  const starts = names.flatMap(({ folded, words }, at) =>
    startsOf(folded, words).map((start) => ({ at, text: folded.slice(start, start + LONGEST + MOST_EDITS) })),
  )
  starts.sort((a, b) => order(a.text, b.text))
  return { nameOf: Uint32Array.from(starts, ({ at }) => at), nearby: createNearby(starts.map(({ text }) => text)) }
}

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
