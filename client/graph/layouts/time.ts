/**
 * When entities came up, in columns: days, months or years, as fine as there is room for, and neighbouring ones in one
 * column where they are nearly empty.
 *
 * A paper's time is its own (its year, or the month that its arXiv number tells); everyone else's is when the notes
 * first name them.
 */
import type { Drawable } from '../drawable.ts'

/** Times up to which the unit is fine enough; nearly empty ones are joined anyway. */
const MANY = 36

/** Letters of YYYY-MM-DD that a day, a month and a year have. */
const UNITS = [10, 7, 4] as const

/** YYYY, YYYY-MM or YYYY-MM-DD; null where nobody knows. */
export function timeOf(entity: Pick<Drawable, 'kind' | 'firstSeen' | 'arxiv' | 'year'>): string | null {
  if (entity.kind !== 'Paper') return entity.firstSeen
  // Since April 2007 a number begins with year and month: 2312.00752.
  const [, year, month] = /^(\d\d)(0[1-9]|1[0-2])\.\d/.exec(entity.arxiv ?? '') ?? []
  if (year && month) return `20${year}-${month}`
  return entity.year ? String(entity.year) : entity.firstSeen
}

export interface Column {
  /** 2023-12, or 2023-12 – 2024-02 where it holds several times. */
  readonly label: string
  /** Indices of its times. */
  readonly members: readonly number[]
}

/** From the earliest; those without a time are in none. */
export function columnsOf(times: readonly (string | null)[]): Column[] {
  const unit = UNITS.find((letters) => new Set(times.map((time) => time?.slice(0, letters))).size <= MANY) ?? 4
  const found = new Map<string, number[]>()
  for (const [index, time] of times.entries()) {
    if (!time) continue
    const key = time.slice(0, unit)
    const members = found.get(key)
    if (members) members.push(index)
    else found.set(key, [index])
  }
  const enough = Math.floor(Math.sqrt(times.length) * 0.7)
  const columns: { first: string; last: string; members: number[] }[] = []
  for (const [key, members] of [...found].sort(([a], [b]) => (a < b ? -1 : 1))) {
    const before = columns.at(-1)
    if (before && before.members.length + members.length <= enough) {
      before.last = key
      before.members.push(...members)
    } else columns.push({ first: key, last: key, members: [...members] })
  }
  return columns.map(({ first, last, members }) => ({
    label: first === last ? first : `${first} – ${last}`,
    members: members.sort((a, b) => a - b),
  }))
}
