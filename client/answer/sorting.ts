/**
 * Rows in the order of one column, each sort of value by its own rule: numbers by size however they are written, dates
 * by time, text as the language sorts it. Values of different sorts stand in groups; null comes last either way.
 *
 * Rows that are equal stay as the query ordered them.
 */
import type { Cell } from '../types.ts'
import { type Sorted, toSorted } from './cells.ts'
import { type Names, toShown } from './text.ts'

export interface Order {
  readonly column: number
  readonly down: boolean
}

/** Up, then down, then as the query had it. */
export function nextOrder(now: Order | null, column: number): Order | null {
  if (now?.column !== column) return { column, down: false }
  return now.down ? null : { column, down: true }
}

const GROUPS: readonly Sorted['sort'][] = [
  'number',
  'moment',
  'text',
  'boolean',
  'node',
  'edge',
  'path',
  'point',
  'list',
  'map',
  'bytes',
]

/** Letters by which long values are told apart. */
const TELLING = 400

interface Key {
  /** -1 for null. */
  readonly group: number
  readonly number: number
  /** Exact, where a number is beyond 2^53. */
  readonly whole: bigint | null
  readonly text: string
}

/** The places of the rows in the answer, in their new order. */
export function toOrder(
  rows: readonly (readonly Cell[])[],
  order: Order | null,
  names: Names,
  language: string,
): number[] {
  const places = rows.map((_, at) => at)
  if (!order) return places
  const keys = rows.map((row) => toKey(row[order.column], names))
  const { compare } = new Intl.Collator(language, { numeric: true })
  return places.sort((a, b) => {
    const [one, other] = [keys[a], keys[b]]
    if (!one || !other) return 0
    if (one.group < 0 || other.group < 0) return Number(one.group < 0) - Number(other.group < 0) || a - b
    return (order.down ? -1 : 1) * compareKeys(one, other, compare) || a - b
  })
}

function compareKeys(a: Key, b: Key, compare: (a: string, b: string) => number): number {
  if (a.group !== b.group) return a.group - b.group
  if (a.whole !== null && b.whole !== null) return a.whole < b.whole ? -1 : a.whole > b.whole ? 1 : 0
  if (Number.isNaN(a.number) || Number.isNaN(b.number)) {
    // As Cypher orders it: no number is greater than NaN.
    if (a.text || b.text) return compare(a.text, b.text)
    return Number(Number.isNaN(a.number)) - Number(Number.isNaN(b.number))
  }
  return a.number < b.number ? -1 : a.number > b.number ? 1 : 0
}

function toKey(cell: Cell | undefined, names: Names): Key {
  const sorted = toSorted(cell)
  const key = { group: GROUPS.indexOf(sorted.sort), number: Number.NaN, whole: null, text: '' }
  switch (sorted.sort) {
    case 'null':
      return key
    case 'number': {
      const text = String(sorted.value)
      return { ...key, number: Number(text), whole: /^-?\d+$/.test(text) ? BigInt(text) : null }
    }
    case 'boolean':
      return { ...key, number: Number(sorted.value) }
    default:
      return { ...key, text: toShown(cell, names, TELLING) }
  }
}
