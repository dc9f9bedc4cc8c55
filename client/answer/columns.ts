/**
 * How wide the columns of an answer are at first, which of them hold numbers, and which of them can be seen.
 *
 * Widths are estimated from the letters rather than measured, so that nothing has to be drawn to know them.
 */
import type { Cell } from '../types.ts'
import { toSorted } from './cells.ts'
import { type Names, toShown } from './text.ts'

/** Pixels. */
export const NARROWEST = 48
export const WIDEST = 1_200
const FIRST_NARROWEST = 72
const FIRST_WIDEST = 340
/** Room beside the letters: the padding, a mark of kind, the button that opens what is cut. */
const BESIDE = 52
/** Rows that are looked at. */
const SAMPLE = 60

export interface Column {
  readonly name: string
  /** All of it are numbers or nothing. */
  readonly isNumber: boolean
  /** Pixels. */
  readonly width: number
}

/** @param room px of the table: no column takes most of it at first */
export function toColumns(
  columns: readonly string[],
  rows: readonly (readonly Cell[])[],
  names: Names,
  room: number,
): Column[] {
  const widest = Math.min(FIRST_WIDEST, room * 0.55)
  const sample = rows.slice(0, SAMPLE)
  return columns.map((name, at) => {
    const cells = sample.map((row) => row[at])
    const sorts = new Set(cells.map((cell) => toSorted(cell).sort))
    sorts.delete('null')
    const letters = Math.max(widthOf(name.slice(0, 60)), ...cells.map((cell) => widthOf(toShown(cell, names, 60))))
    const width = Math.round(Math.min(widest, Math.max(FIRST_NARROWEST, letters + BESIDE)))
    return { name, width, isNumber: sorts.size === 1 && sorts.has('number') }
  })
}

/** A letter of Chinese is as wide as it is high. */
const widthOf = (text: string): number =>
  [...text].reduce((sum, letter) => sum + ((letter.codePointAt(0) ?? 0) >= 0x2e80 ? 14 : 7.6), 0)

/** Where each column begins, and last where the last one ends, in px. */
export function startsOf(widths: readonly number[]): number[] {
  const starts = [0]
  for (const width of widths) starts.push((starts.at(-1) ?? 0) + width)
  return starts
}

/** The columns of which something lies between two places, from the first to the one after the last. */
export function between(starts: readonly number[], from: number, to: number): readonly [first: number, end: number] {
  const count = starts.length - 1
  let first = 0
  while (first < count - 1 && (starts[first + 1] ?? 0) <= from) first++
  let end = first + 1
  while (end < count && (starts[end] ?? 0) < to) end++
  return [first, Math.min(count, end)]
}
