/** One row of the table. A click anywhere on it opens it: its values whole, and the lines behind them. */
import type { Column } from '../../../../answer/columns.ts'
import type { Names } from '../../../../answer/text.ts'
import { number } from '../../../../state/language.ts'
import type { Cell } from '../../../../types.ts'
import { ShownCell } from './cell.tsx'
import { idOf, look, NUMBERS } from './grid-parts.ts'
import { said } from './said.ts'

interface Props {
  /** Its place in the answer, and in the present order. */
  at: number
  row: number
  cells: readonly Cell[]
  columns: readonly Column[]
  starts: readonly number[]
  seen: readonly [first: number, end: number]
  /** Pixels. */
  top: number
  height: number
  active: number | null
  isOpen: boolean
  names: Names
  onOpen: (column: number, id: string | null) => void
}

export function GridRow(props: Props) {
  const { at, row, cells, columns, starts, seen, top, height, active, isOpen, names, onOpen } = props
  const [first, end] = seen
  const open = (event: MouseEvent, column: number, id: string | null) => {
    event.stopPropagation()
    // Whoever is selecting letters wants the letters.
    if (getSelection()?.isCollapsed ?? true) onOpen(column, id)
  }
  return (
    <div
      role="row"
      aria-rowindex={row + 2}
      aria-selected={isOpen}
      class={look('grid-row', active !== null)}
      style={{ transform: `translateY(${top}px)`, height: `${height}px` }}
    >
      <span
        id={idOf({ row, column: -1 })}
        role="rowheader"
        class={look('grid-number', active === -1)}
        title={said.value.table.openRow(number(at + 1))}
        onClick={(event) => open(event, -1, null)}
      >
        {number(at + 1)}
      </span>
      {columns.slice(first, end).map(({ width, isNumber }, index) => {
        const column = first + index
        return (
          <span
            key={column}
            id={idOf({ row, column })}
            role="gridcell"
            aria-colindex={column + 2}
            class={look(isNumber ? 'grid-cell grid-number-cell' : 'grid-cell', active === column)}
            style={{ left: `${NUMBERS + (starts[column] ?? 0)}px`, width: `${width}px` }}
            onClick={(event) => open(event, column, null)}
          >
            <ShownCell cell={cells[column]} names={names} onOpen={(id) => onOpen(column, id)} />
          </span>
        )
      })}
    </div>
  )
}
