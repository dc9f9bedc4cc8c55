/** Mentions by month, with gaps → one bar for each month between the first and the last; years where months are too many. */

export interface Bar {
  /** 2023-12 or 2023. */
  readonly time: string
  readonly mentions: number
}

/** More bars than this cannot be told apart in a pane: six years. */
const MOST_BARS = 72

/** In order of time; a single month alone is no course of time, and gives none. */
export function toBars(perMonth: readonly { month: string; mentions: number }[]): Bar[] {
  const known = new Map<string, number>()
  for (const { month, mentions } of perMonth) {
    if (/^\d{4}-\d{2}$/.test(month)) known.set(month, (known.get(month) ?? 0) + mentions)
  }
  const months = [...known.keys()].sort()
  const [first, last] = [months[0], months.at(-1)]
  if (!first || !last || first === last) return []
  if (toCount(last) - toCount(first) < MOST_BARS) {
    return range(toCount(first), toCount(last)).map((count) => {
      const time = fromCount(count)
      return { time, mentions: known.get(time) ?? 0 }
    })
  }
  const years = new Map<string, number>()
  for (const [month, mentions] of known) {
    const year = month.slice(0, 4)
    years.set(year, (years.get(year) ?? 0) + mentions)
  }
  return range(Number(first.slice(0, 4)), Number(last.slice(0, 4))).map((year) => {
    const time = String(year).padStart(4, '0')
    return { time, mentions: years.get(time) ?? 0 }
  })
}

/** Months since the year 0. */
const toCount = (month: string) => Number(month.slice(0, 4)) * 12 + Number(month.slice(5)) - 1

const fromCount = (count: number) =>
  `${String(Math.floor(count / 12)).padStart(4, '0')}-${String((count % 12) + 1).padStart(2, '0')}`

const range = (from: number, to: number) => Array.from({ length: to - from + 1 }, (_, at) => from + at)
