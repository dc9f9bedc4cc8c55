/** Rows as a console answers them: capped, and with nodes and edges told apart from plain maps. */
import type { CypherAnswer } from '../api.ts'

export const MOST_ROWS = 1_000
export const MOST_BYTES = 2_000_000
/** Milliseconds. */
export const DEADLINE = 5_000

/** Collects rows until one of the caps is met. */
export function createAnswer(columns: string[]) {
  const rows: unknown[][] = []
  let bytes = 0
  let truncated = false
  return {
    /** Whether there is room for more. */
    add(row: unknown[]): boolean {
      bytes += Buffer.byteLength(JSON.stringify(row))
      truncated = rows.length >= MOST_ROWS || bytes > MOST_BYTES
      if (!truncated) rows.push(row)
      return !truncated
    },
    end: (milliseconds: number): CypherAnswer => ({
      columns,
      rows,
      truncated,
      milliseconds: Math.round(milliseconds * 10) / 10,
    }),
  }
}
