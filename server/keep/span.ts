/** A stretch of time: both ends are days, months or years, and both are within. */

export interface Span {
  since: string
  until: string
}

export function isWithin({ since, until }: Span, date: string | null): boolean {
  // A year ends with its last day: 2023-12-31 comes before 2023~.
  return date !== null && date >= since && date <= `${until}~`
}

/** Whether it was so before the stretch began. What is not dated is no news. */
export function isBefore({ since }: Span, date: string | null): boolean {
  return date === null || date < since
}
