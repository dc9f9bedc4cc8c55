/**
 * One table for entities and edges. In the pane it is a listbox with its most telling columns; over the picture a grid
 * with all of them. Both scroll on their own, draw only the rows that are seen, and are one stop for Tab.
 */
import { useLayoutEffect, useMemo, useState } from 'preact/hooks'
import { language, words } from '../../state/language.ts'
import { openMenu, type Subject } from '../../state/menu.ts'
import { notice, say } from '../../state/notice.ts'
import { sortBy, sortRows, type Tab, table } from '../../state/table.ts'
import { isTouch } from '../touch.ts'
import { stepFrom, useVirtual } from '../virtual.ts'
import type { Column } from './table-columns.tsx'

export interface TableProps<Row extends { id: string }> {
  tab: Tab
  label: string
  rows: readonly Row[]
  columns: readonly Column<Row>[]
  wide: boolean
  isChosen: (row: Row) => boolean
  onOpen: (row: Row) => void
  /** Adds one to the selection, or takes it out. */
  onAdd: (row: Row) => void
  /** Selects a stretch of rows and nothing else. */
  onStretch: (rows: readonly Row[]) => void
  subjectOf: (row: Row) => Subject
}

/** Pixels. */
const HEAD = 30

export function Table<Row extends { id: string }>(props: TableProps<Row>) {
  const { tab, label, columns, wide, isChosen, onOpen, onAdd, onStretch, subjectOf } = props
  const order = table.value.order[tab]
  const column = columns.find(({ id }) => id === order.by)
  const tongue = language.value
  const rows = useMemo(
    () => (column ? sortRows(props.rows, column.value, order, tongue) : props.rows),
    [props.rows, column, order, tongue],
  )
  // By id, so that sorting and filtering keep it; where it is gone, what is selected takes its place.
  const [activeId, setActive] = useState('')
  const [anchor, setAnchor] = useState('')
  const indexOf = (id: string) => rows.findIndex((row) => row.id === id)
  const at = indexOf(activeId)
  const active = at >= 0 ? at : rows.findIndex(isChosen)
  const rowHeight = isTouch.value ? 44 : 28
  const { box, indexes, height, reveal, page } = useVirtual({
    count: rows.length,
    rowHeight,
    active,
    head: wide ? HEAD : 0,
  })
  const chosen = rows.findIndex(isChosen)
  const chosenId = rows[chosen]?.id ?? ''
  useLayoutEffect(() => {
    // Whoever chooses here is where they are already.
    if (chosen < 0 || box.current === document.activeElement) return
    reveal(chosen)
    setActive(chosenId)
    // Only when something else is selected: sorting and scrolling leave the view where it is.
  }, [chosenId])

  const menuAt = (row: Row | undefined, place?: { x: number; y: number }) => {
    if (!row) return
    const { left = 0, top = 0 } = document.getElementById(idOf(tab, rows.indexOf(row)))?.getBoundingClientRect() ?? {}
    openMenu({ ...(place ?? { x: left + 24, y: top + rowHeight }), for: subjectOf(row) })
  }
  const stretchTo = (index: number) => {
    const from = Math.max(0, indexOf(anchor || (rows[active]?.id ?? '')))
    setAnchor(rows[from]?.id ?? '')
    onStretch(rows.slice(Math.min(from, index), Math.max(from, index) + 1))
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.target instanceof HTMLButtonElement) return
    const row = rows[active]
    const next =
      event.altKey || event.ctrlKey || event.metaKey ? null : stepFrom(event.key, active, rows.length, page())
    if (next !== null) {
      if (event.shiftKey) stretchTo(next)
      else setAnchor('')
      setActive(rows[next]?.id ?? '')
      reveal(next)
    } else if (event.key === 'Enter' && row) onOpen(row)
    else if (event.key === ' ' && row) onAdd(row)
    else if (event.key === 'ContextMenu' || (event.key === 'F10' && event.shiftKey)) menuAt(row)
    else return
    event.preventDefault()
  }
  const onClick = (event: MouseEvent, row: Row, index: number) => {
    if (event.shiftKey) stretchTo(index)
    else {
      setAnchor(row.id)
      if (event.ctrlKey || event.metaKey) onAdd(row)
      else onOpen(row)
    }
    setActive(row.id)
  }
  return (
    <div class="table" data-tab={tab} data-wide={wide}>
      {!wide && <Head tab={tab} columns={columns} wide={wide} />}
      <div
        ref={box}
        class={`rows table-body ${tab}`}
        role={wide ? 'grid' : 'listbox'}
        tabIndex={0}
        aria-label={label}
        aria-multiselectable="true"
        aria-rowcount={wide ? rows.length + 1 : undefined}
        aria-activedescendant={active >= 0 ? idOf(tab, active) : undefined}
        aria-describedby="table-keys"
        onKeyDown={onKeyDown}
        onContextMenu={(event) => {
          // The menu key aims at the box as a whole; a long press or a right click at a row.
          event.preventDefault()
          const on = event.target instanceof Element ? event.target.closest<HTMLElement>('[data-index]') : null
          if (on) menuAt(rows[Number(on.dataset.index)], { x: event.clientX, y: event.clientY })
          else menuAt(rows[active])
        }}
      >
        {wide && <Head tab={tab} columns={columns} wide={wide} />}
        <div class="table-space" role={wide ? 'rowgroup' : 'presentation'} style={{ height: `${height}px` }}>
          {indexes.map((index) => {
            const row = rows[index]
            return (
              row && (
                <div
                  key={row.id}
                  id={idOf(tab, index)}
                  data-index={index}
                  role={wide ? 'row' : 'option'}
                  aria-selected={isChosen(row)}
                  aria-rowindex={wide ? index + 2 : undefined}
                  aria-posinset={wide ? undefined : index + 1}
                  aria-setsize={wide ? undefined : rows.length}
                  class={index === active ? 'row active' : 'row'}
                  style={{ transform: `translateY(${index * rowHeight}px)` }}
                  onClick={(event) => onClick(event, row, index)}
                >
                  {columns.map(({ id, from, value, cell }) => (
                    <span key={id} class={`cell cell-${id} from-${from}`} role={wide ? 'gridcell' : undefined}>
                      {cell ? cell(row) : value(row)}
                    </span>
                  ))}
                </div>
              )
            )
          })}
        </div>
      </div>
      <span id="table-keys" hidden>
        {words.value.table.keys}
      </span>
    </div>
  )
}

/** What the columns are, and the way to sort by them. */
function Head<Row>({ tab, columns, wide }: { tab: Tab; columns: readonly Column<Row>[]; wide: boolean }) {
  const { table: w } = words.value
  const order = table.value.order[tab]
  const sort = (column: Column<Row>) => {
    table.set(sortBy(tab, column.id, column.down))
    notice.set(say(w.sorted(w.column[column.id], table.peek().order[tab].down)))
  }
  return (
    <div
      class="table-head"
      role={wide ? 'row' : 'group'}
      aria-label={wide ? undefined : w.sort}
      aria-rowindex={wide ? 1 : undefined}
    >
      {columns.map((column) => {
        const here = column.id === order.by
        const way = here ? (order.down ? 'descending' : 'ascending') : undefined
        const button = (
          <button type="button" aria-pressed={wide ? undefined : here} onClick={() => sort(column)}>
            {w.column[column.id]}
            {here && <span aria-hidden="true">{order.down ? ' ↓' : ' ↑'}</span>}
          </button>
        )
        return (
          <span
            key={column.id}
            class={`cell cell-${column.id} from-${column.from}`}
            role={wide ? 'columnheader' : undefined}
            aria-sort={wide ? (way ?? 'none') : undefined}
          >
            {button}
          </span>
        )
      })}
    </div>
  )
}

const idOf = (tab: Tab, index: number) => `${tab}-row-${index}`
