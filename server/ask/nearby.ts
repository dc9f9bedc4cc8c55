/**
 * Sorted texts → those whose beginning is a few edits away from what was typed.
 *
 * Sorted, they are a trie: what a text begins with in common with the one before it need not be compared again, and where
 * a beginning is already too far off, all that begin so are passed over at a byte each. (Distances row by row as in Shang
 * & Merrett, 1996.)
 */

/** Longer queries are sentences, not names. */
export const LONGEST = 64
export const MOST_EDITS = 2

/**
 * @param most edits; with more than one only those are looked at that begin with the same letter
 * @param visit takes the place of a text and its distance: the fewest edits from what was typed to any of its beginnings
 */
export type Nearby = (typed: string, most: number, visit: (at: number, distance: number) => void) => void

/** @param sorted by code unit; of each no more is looked at than 66 units */
export function createNearby(sorted: readonly string[]): Nearby {
  const shared = Uint8Array.from(sorted, (text, at) => (at === 0 ? 0 : sharedWith(sorted[at - 1] as string, text)))
  return (typed, most, visit) => {
    const deepest = typed.length + most
    ROWS[0]?.forEach((_, at, row) => {
      row[at] = at
    })
    LEAST[0] = typed.length
    const [from, to] = rangeFor(sorted, typed, most)
    for (let at = from; at < to; ) {
      const text = sorted[at] as string
      const end = Math.min(text.length, deepest)
      let row = shared[at] as number
      let isNear = true
      while (isNear && row < end) isNear = fill(++row, text, typed, most)
      // All that share what was compared are as far as this one, unless it ended before the others do.
      const alike = isNear && end < deepest ? ENDLESS : row
      const distance = LEAST[row] as number
      do {
        if (distance <= most) visit(at, distance)
        at++
      } while (at < to && (shared[at] as number) >= alike)
    }
  }
}

/**
 * The texts worth a look. One slip may be anywhere, but not in another script; of those who make more, most get the first
 * letter right.
 */
function rangeFor(sorted: readonly string[], typed: string, most: number): [from: number, to: number] {
  const first = typed.charAt(0)
  if (most > 1) return [firstFrom(sorted, first), firstFrom(sorted, `${first}\uffff`)]
  return [0, /^[\0-\x7f]*$/.test(typed) ? firstFrom(sorted, '\x80') : sorted.length]
}

/** The first text that does not come before. */
function firstFrom(sorted: readonly string[], text: string): number {
  let [low, high] = [0, sorted.length]
  while (low < high) {
    const middle = (low + high) >>> 1
    if ((sorted[middle] as string) < text) low = middle + 1
    else high = middle
  }
  return low
}

/** More than any two texts share. */
const ENDLESS = 0xff

/** Row `n`: the edits between the first n units of a text and each beginning of what was typed. */
const ROWS: readonly Uint8Array[] = Array.from({ length: LONGEST + MOST_EDITS + 1 }, () => new Uint8Array(LONGEST + 1))
/** The fewest edits to all of what was typed, up to each row. */
const LEAST = new Uint8Array(ROWS.length)

/**
 * Only the cells near the diagonal: those farther from it than `most` are more than `most` edits away.
 *
 * @returns whether any deeper row can still be within `most`
 */
function fill(row: number, text: string, typed: string, most: number): boolean {
  const [present, above, before] = [ROWS[row], ROWS[row - 1], ROWS[row - 2]] as [Uint8Array, Uint8Array, Uint8Array]
  const unit = text.charCodeAt(row - 1)
  const previous = text.charCodeAt(row - 2)
  const from = Math.max(1, row - most)
  const to = Math.min(typed.length, row + most)
  let left = from === 1 ? row : most + 1
  let least = left
  present[from - 1] = left
  for (let at = from; at <= to; at++) {
    const letter = typed.charCodeAt(at - 1)
    let edits = (above[at - 1] as number) + (letter === unit ? 0 : 1)
    if ((above[at] as number) + 1 < edits) edits = (above[at] as number) + 1
    if (left + 1 < edits) edits = left + 1
    if (letter === previous && row > 1 && at > 1 && typed.charCodeAt(at - 2) === unit)
      edits = Math.min(edits, (before[at - 2] as number) + 1)
    present[at] = edits
    left = edits
    if (edits < least) least = edits
  }
  if (to < typed.length) present[to + 1] = most + 1
  LEAST[row] = to < typed.length ? (LEAST[row - 1] as number) : Math.min(LEAST[row - 1] as number, left)
  return least <= most
}

function sharedWith(one: string, other: string): number {
  const end = Math.min(one.length, other.length, LONGEST + MOST_EDITS)
  let at = 0
  while (at < end && one.charCodeAt(at) === other.charCodeAt(at)) at++
  return at
}
