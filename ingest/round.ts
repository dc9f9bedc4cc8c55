/** Six decimals, so that sums agree however they were added. */
export function round(value: number): number {
  return Math.round(value * 1e6) / 1e6
}
