/** What the parts of the table share: the ids of its cells, how wide the numbers are, and which cell one is at. */
import type { Place } from '../../../../answer/places.ts'

/** Pixels: the column of row numbers. */
export const NUMBERS = 52

export const idOf = ({ row, column }: Place): string => `answer-cell-${row}-${column}`

export const look = (name: string, isActive: boolean): string => (isActive ? `${name} active` : name)
