/** The years of the papers as bars without gaps, and the stretch of them that a filter chooses. */
import type { Only } from '../../../state/route.ts'
import type { Related } from '../../../types.ts'

export interface Slot {
  /** YYYY. */
  readonly at: string
  readonly papers: number
}

/** First and last slot that are chosen. */
export type Stretch = readonly [from: number, to: number]

/** Oldest first; years between them without a paper are there with 0. */
export function toSlots(years: Related['years']): Slot[] {
  const papers = new Map(years.map((one) => [one.year, one.papers]))
  const [first, last] = [Math.min(...papers.keys()), Math.max(...papers.keys())]
  if (!papers.size) return []
  return Array.from({ length: last - first + 1 }, (_, at) => ({
    at: String(first + at),
    papers: papers.get(first + at) ?? 0,
  }))
}

/** The slots that the filter chooses, whatever the length of its dates: `~` comes after every digit and hyphen. Null where it chooses none. */
export function toStretch(slots: readonly Slot[], { from, to }: Only): Stretch | null {
  if (!from && !to) return null
  const first = slots.findIndex(({ at }) => !from || `${at}~` >= from)
  const last = slots.findLastIndex(({ at }) => !to || at <= `${to}~`)
  return first >= 0 && last >= first ? [first, last] : null
}

/** Chooses from one slot to another, in either order, and leaves the other filters as they are. */
export function choose(slots: readonly Slot[], a: number, b: number, only: Only): Only {
  const [from, to] = [slots[Math.min(a, b)]?.at, slots[Math.max(a, b)]?.at]
  return { ...anyTime(only), ...(from && { from }), ...(to && { to }) }
}

export function anyTime({ from: _from, to: _to, ...only }: Only): Only {
  return only
}
