/** The years of the papers, or the months where they are of a year or two, as bars without gaps, and the stretch of them that a filter chooses. */
import type { Only } from '../../../state/route.ts'
import type { Related } from '../../../types.ts'

export interface Slot {
  /** YYYY or YYYY-MM. */
  readonly at: string
  readonly papers: number
}

/** First and last slot that are chosen. */
export type Stretch = readonly [from: number, to: number]

/** Years that are shown month by month. */
const FEW = 2

/** Oldest first; what lies between without a paper is there with 0. */
export function toSlots({ years, months }: Pick<Related, 'years' | 'months'>): Slot[] {
  const all = years.map(({ year }) => year)
  const [oldest, newest] = [Math.min(...all), Math.max(...all)]
  const isShort = newest - oldest < FEW && months.length > 1
  return isShort ? toMonths(months) : toYears(years)
}

function toMonths(months: Related['months']): Slot[] {
  const papers = new Map(months.map((one) => [one.month, one.papers]))
  const count = (month: string) => Number(month.slice(0, 4)) * 12 + Number(month.slice(5)) - 1
  const [first, last] = [count(months.at(0)?.month ?? ''), count(months.at(-1)?.month ?? '')]
  return Array.from({ length: last - first + 1 }, (_, at) => {
    const month = `${Math.floor((first + at) / 12)}-${String(((first + at) % 12) + 1).padStart(2, '0')}`
    return { at: month, papers: papers.get(month) ?? 0 }
  })
}

function toYears(years: Related['years']): Slot[] {
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
