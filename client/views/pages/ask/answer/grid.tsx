/**
 * The rows as a grid: as many rows and columns as there are, of which only those that are seen are drawn. One stop for
 * Tab; inside of it the arrow keys go from cell to cell, and what they reach is named by `aria-activedescendant`.
 */
import { useMemo, useState } from 'preact/hooks'
import { type Column, NARROWEST, startsOf, toColumns, WIDEST } from '../../../../answer/columns.ts'
import { toCopied, toTsv } from '../../../../answer/files.ts'
import { type Place, partAt, stepTo } from '../../../../answer/places.ts'
import { nextOrder, type Order, toOrder } from '../../../../answer/sorting.ts'
import type { Subject } from '../../../../answer/subject.ts'
import type { Names } from '../../../../answer/text.ts'
import { copy } from '../../../../state/copy.ts'
import { language, number } from '../../../../state/language.ts'
import { notice, say } from '../../../../state/notice.ts'
import type { Cell } from '../../../../types.ts'
import { isTouch } from '../../../touch.ts'
import { useVirtual } from '../../../virtual.ts'
import { useColumnsSeen } from './columns-seen.ts'
import { GridHead } from './grid-head.tsx'
import { idOf, NUMBERS } from './grid-parts.ts'
import { GridRow } from './grid-row.tsx'
import { said } from './said.ts'

interface Props {
  columns: readonly string[]
  rows: readonly (readonly Cell[])[]
  names: Names
  /** The key of what the drawer shows. */
  opened: string | null
  /** @param byKey the drawer is to take the focus */
  onOpen: (subject: Subject, byKey: boolean) => void
}

/** Pixels: a step of a column's width by key. */
const STRIDE = 24

const keyOfRow = (at: number): string => `row ${at}`

export function Grid({ columns: titles, rows, names, opened, onOpen }: Props) {
  const w = said.value
  const first = useMemo(() => toColumns(titles, rows, names, innerWidth), [titles, rows, names])
  const [widths, setWidths] = useState<ReadonlyMap<number, number>>(new Map())
  const [order, setOrder] = useState<Order | null>(null)
  const [place, setPlace] = useState<Place>({ row: 0, column: 0 })
  const tongue = language.value
  const places = useMemo(() => toOrder(rows, order, names, tongue), [rows, order, names, tongue])
  const columns = useMemo(
    () => first.map((column, at): Column => ({ ...column, width: widths.get(at) ?? column.width })),
    [first, widths],
  )
  const starts = useMemo(() => startsOf(columns.map(({ width }) => width)), [columns])
  const rowHeight = isTouch.value ? 44 : 32
  const head = isTouch.value ? 44 : 32
  const { box, indexes, height, reveal, page } = useVirtual({ count: rows.length, rowHeight, active: place.row, head })
  const [from, end] = useColumnsSeen(box, starts)
  const width = NUMBERS + (starts.at(-1) ?? 0)

  const go = (next: Place) => {
    setPlace(next)
    if (next.row >= 0) reveal(next.row)
    revealColumn(box.current, starts, next.column)
  }
  const sort = (column: number) => {
    const next = nextOrder(order, column)
    setOrder(next)
    const { sorted } = w.table
    const name = titles[column] ?? ''
    notice.set(say(next ? (next.down ? sorted.down(name) : sorted.up(name)) : sorted.none))
  }
  const resize = (column: number, to: number | null) =>
    setWidths((now) => {
      const next = new Map(now)
      if (to === null) next.delete(column)
      else next.set(column, Math.round(Math.min(WIDEST, Math.max(NARROWEST, to))))
      return next
    })
  const openRow = (row: number, id: string | null = null, byKey = false) => {
    const at = places[row]
    if (at === undefined) return
    const cells = rows[at] ?? []
    const subject = {
      key: keyOfRow(at),
      title: w.receipts.row(number(at + 1)),
      values: titles.map((title, column) => [title, cells[column]] as const),
      first: id,
    }
    onOpen(subject, byKey)
  }
  const copyHere = () => {
    const part = partAt(place)
    const cells = rows[places[place.row] ?? -1] ?? []
    const { copied } = w.take
    if (part === 'cell') return copy(toCopied(cells[place.column], names), copied.cell)
    if (part === 'row') return copy(toTsv([cells], names), copied.row)
    const sorted = places.map((at) => rows[at] ?? [])
    if (part === 'table') return copy(toTsv([titles, ...sorted], names), copied.table(number(rows.length)))
    const column = [titles, ...sorted].map((row) => [row[place.column]])
    return copy(toTsv(column, names), copied.column)
  }
  const onKeyDown = (event: KeyboardEvent) => {
    const { key, shiftKey, altKey } = event
    const far = event.ctrlKey || event.metaKey
    if (altKey) return
    if (far && key.toLowerCase() === 'c') {
      // Whoever has selected letters wants those.
      if (shiftKey || !(getSelection()?.isCollapsed ?? true)) return
      void copyHere()
    } else if (!far && (key === 'Enter' || key === ' ')) {
      if (place.row >= 0) openRow(place.row, null, true)
      else if (place.column >= 0) sort(place.column)
    } else if (shiftKey && place.row < 0 && place.column >= 0 && (key === 'ArrowLeft' || key === 'ArrowRight')) {
      resize(place.column, (columns[place.column]?.width ?? 0) + (key === 'ArrowLeft' ? -STRIDE : STRIDE))
    } else {
      const next = stepTo(key, far, place, { rows: rows.length, columns: columns.length, page: page() })
      if (!next) return
      go(next)
    }
    event.preventDefault()
  }
  return (
    <>
      <div
        ref={box}
        class="grid"
        role="grid"
        tabIndex={0}
        aria-label={w.table.label(number(rows.length), number(columns.length))}
        aria-describedby="answer-grid-keys"
        aria-rowcount={rows.length + 1}
        aria-colcount={columns.length + 1}
        aria-activedescendant={idOf(place)}
        onKeyDown={onKeyDown}
      >
        <GridHead
          columns={columns}
          starts={starts}
          seen={[from, end]}
          width={width}
          order={order}
          active={place.row < 0 ? place.column : null}
          onSort={(column) => {
            setPlace({ row: -1, column })
            sort(column)
          }}
          onResize={resize}
        />
        <div class="grid-space" role="rowgroup" style={{ height: `${height}px`, width: `${width}px` }}>
          {indexes.map((row) => {
            const at = places[row]
            if (at === undefined) return null
            return (
              <GridRow
                key={at}
                at={at}
                row={row}
                cells={rows[at] ?? []}
                columns={columns}
                starts={starts}
                seen={[from, end]}
                top={row * rowHeight}
                height={rowHeight}
                active={row === place.row ? place.column : null}
                isOpen={opened === keyOfRow(at)}
                names={names}
                onOpen={(column, id) => {
                  setPlace({ row, column })
                  // The arrow keys go on from here.
                  box.current?.focus({ preventScroll: true })
                  openRow(row, id)
                }}
              />
            )
          })}
        </div>
      </div>
      <p id="answer-grid-keys" hidden>
        {w.table.keys}
      </p>
    </>
  )
}

/** Scrolls sideways as little as is needed; the numbers cover the left edge. */
function revealColumn(box: HTMLElement | null, starts: readonly number[], column: number): void {
  if (!box || column < 0) return
  const [left, right] = [starts[column] ?? 0, starts[column + 1] ?? 0]
  if (left < box.scrollLeft) box.scrollLeft = left
  else if (NUMBERS + right > box.scrollLeft + box.clientWidth) {
    box.scrollLeft = Math.min(left, NUMBERS + right - box.clientWidth)
  }
}
