/**
 * When what is in the picture is named: mentions by day, month or year, and how many of them pass the filters.
 *
 * A slot is named by the beginning of its dates, `2023-12`, so that a slot, a date and a filter compare as text: `~`
 * comes after every digit and hyphen and stands for the end of a slot.
 */
import { type Filters, isWithin, setTime } from './filters.ts'
import type { Sources } from './sources.ts'
import type { Change } from './store.ts'

export interface Slot {
  /** YYYY, YYYY-MM or YYYY-MM-DD. */
  readonly at: string
  readonly mentions: number
  readonly passing: number
}

export interface Times {
  /** Without gaps, oldest first. */
  readonly slots: readonly Slot[]
  /** What no date tells of. */
  readonly undated: { readonly documents: number; readonly mentions: number }
}

/** First and last slot that are chosen. */
export type Stretch = readonly [from: number, to: number]

const DAY = 86_400_000
/** Days shown by day at most, and by month at most. */
const BY_DAY = 92
const BY_MONTH = 8 * 366

/**
 * @param ids what is in the picture
 * @param passing what of it is shown; in documents that pass the filters, its mentions pass
 */
export function toTimes(
  ids: Iterable<string>,
  passing: ReadonlySet<string>,
  { documents, named }: Sources,
  filters: Filters,
): Times {
  const within = new Set([...documents.values()].filter((one) => isWithin(one, filters)).map(({ id }) => id))
  const dated = new Map<string, { mentions: number; passing: number }>()
  const undated = { documents: new Set<string>(), mentions: 0 }
  for (const id of ids) {
    for (const [document, mentions] of named.get(id) ?? []) {
      const date = documents.get(document)?.date
      if (!date) {
        undated.documents.add(document)
        undated.mentions += mentions
        continue
      }
      const sum = dated.get(date) ?? { mentions: 0, passing: 0 }
      sum.mentions += mentions
      if (passing.has(id) && within.has(document)) sum.passing += mentions
      dated.set(date, sum)
    }
  }
  return { slots: toSlots(dated), undated: { documents: undated.documents.size, mentions: undated.mentions } }
}

function toSlots(dated: ReadonlyMap<string, { mentions: number; passing: number }>): Slot[] {
  const dates = [...dated.keys()].sort()
  const [first, last] = [dates[0], dates.at(-1)]
  if (!first || !last) return []
  const length = lengthFor(first, last)
  const slots = new Map(namesBetween(first, last, length).map((at) => [at, { at, mentions: 0, passing: 0 }]))
  for (const [date, { mentions, passing }] of dated) {
    const slot = slots.get(date.slice(0, length))
    if (!slot) continue
    slot.mentions += mentions
    slot.passing += passing
  }
  return [...slots.values()]
}

/** Letters of a date that name its slot: few days are told by day, many years by year. */
function lengthFor(first: string, last: string): number {
  const days = (Date.parse(last) - Date.parse(first)) / DAY
  return days < BY_DAY ? 10 : days <= BY_MONTH ? 7 : 4
}

function namesBetween(first: string, last: string, length: number): string[] {
  const names: string[] = []
  const day = new Date(`${first.slice(0, length)}${'-01-01'.slice(length - 4)}`)
  const end = last.slice(0, length)
  for (;;) {
    const name = day.toISOString().slice(0, length)
    if (name > end) return names
    names.push(name)
    if (length === 10) day.setUTCDate(day.getUTCDate() + 1)
    else if (length === 7) day.setUTCMonth(day.getUTCMonth() + 1)
    else day.setUTCFullYear(day.getUTCFullYear() + 1)
  }
}

/** The slots that the filters choose, whatever the length of their dates; null where they choose none or no time is set. */
export function toStretch(slots: readonly Slot[], { since, until }: Pick<Filters, 'since' | 'until'>): Stretch | null {
  if (since === null && until === null) return null
  const from = slots.findIndex(({ at }) => since === null || `${at}~` >= since)
  const to = slots.findLastIndex(({ at }) => until === null || at <= `${until}~`)
  return from >= 0 && to >= from ? [from, to] : null
}

/** Chooses a stretch of slots, from either end. An end at the end of time is open, and all of time is no filter. */
export function chooseSlots(slots: readonly Slot[], a: number, b: number): Change<Filters> {
  const last = slots.length - 1
  const [from, to] = [Math.max(0, Math.min(a, b)), Math.min(last, Math.max(a, b))]
  return setTime(from === 0 ? null : (slots[from]?.at ?? null), to === last ? null : (slots[to]?.at ?? null))
}
