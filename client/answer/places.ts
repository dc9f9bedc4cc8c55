/**
 * Where one is in the table, and where a key leads: a row and a column, both from 0.
 *
 * Row -1 is the head and column -1 the row's number, so that a key reaches what sorts, and Ctrl C what is copied whole.
 */
export interface Place {
  readonly row: number
  readonly column: number
}

export interface Extent {
  readonly rows: number
  readonly columns: number
  /** Rows that are seen at once. */
  readonly page: number
}

type Step = (place: Place, extent: Extent) => Partial<Place>

const STEPS: Partial<Record<string, Step>> = {
  ArrowUp: ({ row }) => ({ row: row - 1 }),
  ArrowDown: ({ row }) => ({ row: row + 1 }),
  ArrowLeft: ({ column }) => ({ column: column - 1 }),
  ArrowRight: ({ column }) => ({ column: column + 1 }),
  PageUp: ({ row }, { page }) => ({ row: Math.max(0, row - page) }),
  PageDown: ({ row }, { page }) => ({ row: row + page }),
  Home: () => ({ column: 0 }),
  End: (_, { columns }) => ({ column: columns - 1 }),
}

const FAR: Partial<Record<string, Step>> = {
  ArrowUp: () => ({ row: 0 }),
  ArrowDown: (_, { rows }) => ({ row: rows - 1 }),
  ArrowLeft: () => ({ column: 0 }),
  ArrowRight: (_, { columns }) => ({ column: columns - 1 }),
  Home: () => ({ row: 0, column: 0 }),
  End: (_, { rows, columns }) => ({ row: rows - 1, column: columns - 1 }),
}

/** @param far with Ctrl or Cmd: to the edge */
export function stepTo(key: string, far: boolean, place: Place, extent: Extent): Place | null {
  const step = (far ? FAR : STEPS)[key]
  if (!step) return null
  const { row, column } = { ...place, ...step(place, extent) }
  return {
    row: Math.max(-1, Math.min(extent.rows - 1, row)),
    column: Math.max(-1, Math.min(extent.columns - 1, column)),
  }
}

export type Part = 'cell' | 'row' | 'column' | 'table'

export const partAt = ({ row, column }: Place): Part =>
  row < 0 ? (column < 0 ? 'table' : 'column') : column < 0 ? 'row' : 'cell'
