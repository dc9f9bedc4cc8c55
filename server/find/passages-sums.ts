/** What each text has of what is wanted, summed up word by word; the room for it is kept from query to query. */
import type { WordIndex } from './passages-index.ts'
import type { Piece } from './passages-query.ts'

export interface Sums {
  clear(): void
  /** Adds what each text has of one word in any of its spellings. @returns how rare the word is */
  take(pieces: readonly Piece[]): number
  /** BM25 by text. */
  scores: Float64Array
  /** The rarities of the words that a text has, added up. */
  covered: Float64Array
  /** How many of the words a text has. */
  met: Uint16Array
  /** The texts that have any. */
  touched(): Uint32Array
  /** The greatest of `covered`. */
  mostCovered(): number
}

const K1 = 1.2
/** Passages are cut by their form, not by what they are about: a long one is hardly worse. */
const B = 0.4

export function createSums({ size, starts, texts, counts, stream, begins }: WordIndex): Sums {
  const scores = new Float64Array(size)
  const covered = new Float64Array(size)
  const met = new Uint16Array(size)
  const touched = new Uint32Array(size)
  const amounts = new Float64Array(size)
  const having = new Uint32Array(size)
  const average = stream.length / Math.max(1, size)
  const damping = Float64Array.from({ length: size }, (_, text) => {
    const length = (begins[text + 1] as number) - (begins[text] as number)
    return K1 * (1 - B + (B * length) / average)
  })
  let most = 0
  /** How often each text has it, into `amounts`; which texts, into `having`. */
  const gather = (pieces: readonly Piece[]): number => {
    let some = 0
    for (const { range, worth } of pieces) {
      const end = starts[range[1]] as number
      for (let slot = starts[range[0]] as number; slot < end; slot++) {
        const text = texts[slot] as number
        if (amounts[text] === 0) having[some++] = text
        amounts[text] = (amounts[text] as number) + worth * (counts[slot] as number)
      }
    }
    return some
  }
  return {
    scores,
    covered,
    met,
    touched: () => touched.subarray(0, most),
    mostCovered() {
      let greatest = 0
      for (let at = 0; at < most; at++) greatest = Math.max(greatest, covered[touched[at] as number] as number)
      return greatest
    },
    clear() {
      for (let at = 0; at < most; at++) {
        const text = touched[at] as number
        scores[text] = covered[text] = met[text] = 0
      }
      most = 0
    },
    take(pieces) {
      const some = gather(pieces)
      const rarity = Math.log(1 + (size - some + 0.5) / (some + 0.5))
      for (let at = 0; at < some; at++) {
        const text = having[at] as number
        const amount = amounts[text] as number
        amounts[text] = 0
        if (met[text] === 0) touched[most++] = text
        met[text] = (met[text] as number) + 1
        covered[text] = (covered[text] as number) + rarity
        scores[text] = (scores[text] as number) + (rarity * amount * (K1 + 1)) / (amount + (damping[text] as number))
      }
      return rarity
    },
  }
}
