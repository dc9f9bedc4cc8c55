/** The names of the columns: each sorts by its column, and its right edge can be drawn wider. */
import type { Column } from '../../../../answer/columns.ts'
import type { Order } from '../../../../answer/sorting.ts'
import { idOf, look, NUMBERS } from './grid-parts.ts'
import { said } from './said.ts'

interface Props {
  columns: readonly Column[]
  starts: readonly number[]
  seen: readonly [first: number, end: number]
  /** Of all columns, in px. */
  width: number
  order: Order | null
  /** The column one is at; null while one is in the rows. */
  active: number | null
  onSort: (column: number) => void
  /** @param to px; null as it was at first */
  onResize: (column: number, to: number | null) => void
}

export function GridHead({ columns, starts, seen: [first, end], width, order, active, onSort, onResize }: Props) {
  const { table: w } = said.value
  return (
    <div class="grid-head" role="row" aria-rowindex={1} style={{ width: `${width}px` }}>
      <span id={idOf({ row: -1, column: -1 })} role="columnheader" class={look('grid-number', active === -1)}>
        <span class="visually-hidden">{w.number}</span>
        <span aria-hidden="true">#</span>
      </span>
      {columns.slice(first, end).map((column, index) => {
        const at = first + index
        const way = order?.column === at ? (order.down ? 'descending' : 'ascending') : 'none'
        return (
          <span
            key={at}
            id={idOf({ row: -1, column: at })}
            role="columnheader"
            aria-colindex={at + 2}
            aria-sort={way}
            class={look(column.isNumber ? 'grid-cell grid-number-cell' : 'grid-cell', active === at)}
            style={{ left: `${NUMBERS + (starts[at] ?? 0)}px`, width: `${column.width}px` }}
          >
            <button type="button" tabIndex={-1} title={w.sortBy(column.name.slice(0, 200))} onClick={() => onSort(at)}>
              <bdi>{column.name.slice(0, 200)}</bdi>
              {way !== 'none' && <span aria-hidden="true">{order?.down ? ' ↓' : ' ↑'}</span>}
            </button>
            <Edge width={column.width} onResize={(to) => onResize(at, to)} />
          </span>
        )
      })}
    </div>
  )
}

/** Drawn by the pointer; a double click makes it as wide as it was at first. By key, the head itself is widened. */
function Edge({ width, onResize }: { width: number; onResize: (to: number | null) => void }) {
  const onPointerDown = (event: PointerEvent & { currentTarget: HTMLElement }) => {
    event.preventDefault()
    const { currentTarget, pointerId, clientX } = event
    currentTarget.setPointerCapture(pointerId)
    const move = (next: PointerEvent) => onResize(width + next.clientX - clientX)
    const end = () => {
      currentTarget.removeEventListener('pointermove', move)
      currentTarget.removeEventListener('pointerup', end)
      currentTarget.removeEventListener('pointercancel', end)
    }
    currentTarget.addEventListener('pointermove', move)
    currentTarget.addEventListener('pointerup', end)
    currentTarget.addEventListener('pointercancel', end)
  }
  return <span class="grid-edge" aria-hidden="true" onPointerDown={onPointerDown} onDblClick={() => onResize(null)} />
}
