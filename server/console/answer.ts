/** Rows as a console answers them: capped, and saying which cap it was. */
import { type Cell, type CypherAnswer, MOST_ROWS } from '../api/console.ts'

/** Bytes of the rows as JSON. */
const MOST_BYTES = 2_000_000
/** Milliseconds a query may take where nothing else is said. */
export const DEADLINE = 5_000

/** What a store gives; what it cost and what there is to say of the query is added around it. */
export type Rows = Pick<CypherAnswer, 'columns' | 'rows' | 'stopped' | 'milliseconds'>

/** Collects rows until one of the caps is met. */
export function createAnswer(columns: string[], limit = MOST_ROWS) {
  const rows: Cell[][] = []
  let bytes = 0
  let stopped: Rows['stopped'] = null
  return {
    /** Whether there is room for more. */
    add(row: Cell[]): boolean {
      if (rows.length >= limit) stopped = 'rows'
      else {
        bytes += Buffer.byteLength(JSON.stringify(row))
        if (bytes > MOST_BYTES) stopped = 'bytes'
        else rows.push(row)
      }
      return stopped === null
    },
    end: (milliseconds: number): Rows => ({ columns, rows, stopped, milliseconds: tenths(milliseconds) }),
  }
}

export function tenths(milliseconds: number): number {
  return Math.round(milliseconds * 10) / 10
}
