/** Dates as people write them in file names, headings and front matter → `2023-12-10`. Never from a clock. */

// 2023-12-10, 2023.6.9, 2023/06/09, 2023年6月9日
const SPACED = /(?<!\d)((?:19|20)\d{2})\s?[-./_年]\s?(\d{1,2})\s?[-./_月]\s?(\d{1,2})(?!\d)/
// 20231210
const PACKED = /(?<!\d)((?:19|20)\d{2})(\d{2})(\d{2})(?!\d)/

/** The first true calendar date in `text`, or null. */
export function dateIn(text: string): string | null {
  for (const pattern of [SPACED, PACKED]) {
    const found = pattern.exec(text)
    if (found) return toDate(Number(found[1]), Number(found[2]), Number(found[3]))
  }
  return null
}

function toDate(year: number, month: number, day: number): string | null {
  const date = new Date(Date.UTC(year, month - 1, day))
  return date.getUTCMonth() === month - 1 && date.getUTCDate() === day ? date.toISOString().slice(0, 10) : null
}
