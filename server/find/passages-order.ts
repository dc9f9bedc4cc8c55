/** Whether and how far the words of a text stand as they were typed. */
import type { Range, WordIndex } from './passages-index.ts'
import type { Query } from './passages-query.ts'

export interface Order {
  /** Whether the text has these slots of the query side by side. */
  holds(text: number, slots: Range): boolean
  /** The weight of the heaviest stretch of two or more words that stand side by side as in the query. */
  together(text: number, weights: Float64Array): number
}

export function createOrder({ stream, begins }: WordIndex, { needs, slots }: Query): Order {
  const rangesOf = slots.map((place) => needs[place]?.pieces.map(({ range }) => range) ?? null)
  /** Whether a term may stand in a slot; where there is no need, anything may. */
  const fits = (term: number, slot: number): boolean => {
    const ranges = rangesOf[slot]
    if (!ranges) return true
    for (const [from, to] of ranges) if (term >= from && term < to) return true
    return false
  }
  /** The first slot for which a term is looked for. */
  const slotOf = new Map<number, number>()
  const startAt = (term: number): number => {
    const known = slotOf.get(term)
    if (known !== undefined) return known
    const slot = slots.findIndex((place, at) => place >= 0 && fits(term, at))
    slotOf.set(term, slot)
    return slot
  }
  return {
    holds(text, [from, to]) {
      const last = (begins[text + 1] as number) - (to - from)
      for (let at = begins[text] as number; at <= last; at++) {
        let slot = from
        while (slot < to && fits(stream[at + slot - from] as number, slot)) slot++
        if (slot === to) return true
      }
      return false
    },
    together(text, weights) {
      const end = begins[text + 1] as number
      let heaviest = 0
      for (let at = begins[text] as number; at < end; at++) {
        const first = startAt(stream[at] as number)
        if (first < 0) continue
        let weight = 0
        let slot = first
        for (; slot < slots.length && at + slot - first < end; slot++) {
          if (!fits(stream[at + slot - first] as number, slot)) break
          const place = slots[slot] as number
          if (place >= 0) weight += weights[place] as number
        }
        if (slot - first > 1 && weight > heaviest) heaviest = weight
        at += Math.max(0, slot - first - 1)
      }
      return heaviest
    },
  }
}
