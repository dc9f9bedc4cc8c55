/**
 * The context menu, as the APG has it: arrows walk, Right and Enter open what an entry leads to, Left and Escape close it,
 * letters go to the entry that begins with them. Native popovers, so that nothing on the page can stand before it.
 */
import type { TargetedKeyboardEvent } from 'preact'
import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks'
import { type Entry, entriesOf, type Item, LINE, labelOf } from '../../menus.ts'
import { picture } from '../../state/explore.ts'
import { number } from '../../state/language.ts'
import { closeMenu, type Menu, menu } from '../../state/menu.ts'
import { savedViews } from '../../state/views.ts'
import { Icon } from '../icon.tsx'
import { KindMark } from '../mark.tsx'
import { Keys } from './keys.tsx'
import { atPoint, besideEntry, type Size, type Spot } from './menu-place.ts'

export function ContextMenu() {
  const now = menu.value
  // Opened anew for something else, it is another menu.
  return now && <TopMenu key={`${now.x} ${now.y} ${JSON.stringify(now.for)}`} now={now} />
}

function TopMenu({ now }: { now: Menu }) {
  const before = useRef(document.activeElement)
  const host = useRef<HTMLElement>(null)
  const entries = entriesOf(now.for)
  useEffect(() => {
    const closeOutside = (event: Event) => {
      if (!(event.target instanceof Node && host.current?.contains(event.target))) closeMenu()
    }
    addEventListener('pointerdown', closeOutside, true)
    addEventListener('wheel', closeOutside, true)
    addEventListener('resize', closeMenu)
    addEventListener('blur', closeMenu)
    return () => {
      removeEventListener('pointerdown', closeOutside, true)
      removeEventListener('wheel', closeOutside, true)
      removeEventListener('resize', closeMenu)
      removeEventListener('blur', closeMenu)
    }
  }, [])
  const giveBack = () => {
    if (before.current instanceof HTMLElement && before.current.isConnected)
      before.current.focus({ preventScroll: true })
  }
  const leave = () => {
    closeMenu()
    giveBack()
  }
  const run = (item: Item) => {
    leave()
    item.run?.()
  }
  useEffect(() => {
    if (!entries.length) closeMenu()
  }, [entries.length])
  return (
    <aside ref={host} aria-label={labelOf(now.for, nameOf)}>
      <Level
        entries={entries}
        label={labelOf(now.for, nameOf)}
        place={(size) => atPoint(now, size, windowSize())}
        onRun={run}
        onLeave={leave}
      />
    </aside>
  )
}

interface LevelProps {
  entries: readonly Entry[]
  label: string
  place: (size: Size) => Spot
  onRun: (item: Item) => void
  onLeave: () => void
}

function Level({ entries, label, place, onRun, onLeave }: LevelProps) {
  const list = useRef<HTMLDivElement>(null)
  const [open, setOpen] = useState<number | null>(null)
  useLayoutEffect(() => {
    const own = list.current
    if (!own) return
    own.showPopover()
    const { x, y } = place(own.getBoundingClientRect())
    own.style.left = `${Math.round(x)}px`
    own.style.top = `${Math.round(y)}px`
    itemsIn(own)[0]?.focus({ preventScroll: true })
  }, [])
  const closeInner = (at: number) => {
    setOpen(null)
    list.current?.querySelector<HTMLElement>(`:scope > [data-at="${at}"]`)?.focus()
  }
  const onKey = (event: TargetedKeyboardEvent<HTMLDivElement>) => {
    event.stopPropagation()
    const items = itemsIn(event.currentTarget)
    const at = items.findIndex((item) => item === document.activeElement)
    const to = STEPS[event.key]?.(at, items.length) ?? indexOfLetter(items, at, event)
    const entry = entries[Number(items[at]?.dataset.at)]
    if (to !== null) items[to]?.focus()
    else if (event.key === 'Escape' || event.key === 'ArrowLeft' || event.key === 'Tab') onLeave()
    else if (event.key === 'ArrowRight' && entry && entry !== LINE && entry.items) setOpen(entries.indexOf(entry))
    else if (event.key === 'ArrowRight') return
    // Enter and Space press the button in focus by themselves.
    else return
    event.preventDefault()
  }
  return (
    <div ref={list} class="menu" role="menu" tabIndex={-1} aria-label={label} popover="manual" onKeyDown={onKey}>
      {entries.map((entry, at) =>
        entry === LINE ? (
          <hr key={at} />
        ) : (
          <MenuItem
            key={at}
            at={at}
            item={entry}
            open={open === at}
            onHover={() => setOpen(entry.items ? at : null)}
            onRun={entry.items ? () => setOpen(at) : () => onRun(entry)}
          />
        ),
      )}
      {entries.map((entry, at) =>
        entry !== LINE && entry.items && open === at ? (
          <Level
            key={at}
            entries={entry.items}
            label={entry.label}
            place={(size) => besideEntry(boundsOf(list.current, at), size, windowSize())}
            onRun={onRun}
            onLeave={() => closeInner(at)}
          />
        ) : null,
      )}
    </div>
  )
}

interface MenuItemProps {
  item: Item
  at: number
  open: boolean
  onHover: () => void
  onRun: () => void
}

function MenuItem({ item, at, open, onHover, onRun }: MenuItemProps) {
  return (
    <button
      type="button"
      role="menuitem"
      tabIndex={-1}
      data-at={at}
      class="row"
      aria-disabled={item.off || undefined}
      aria-haspopup={item.items ? 'menu' : undefined}
      aria-expanded={item.items ? open : undefined}
      onPointerEnter={(event) => {
        if (event.pointerType !== 'mouse') return
        event.currentTarget.focus({ preventScroll: true })
        onHover()
      }}
      onClick={() => !item.off && onRun()}
    >
      {item.mark && <KindMark kind={item.mark} />}
      <span class="row-name">{item.label}</span>
      {item.count !== undefined && <span class="count">{number(item.count)}</span>}
      {item.key && <Keys of={[item.key]} />}
      {item.items && <Icon name="into" />}
    </button>
  )
}

const itemsIn = (list: HTMLElement) => [...list.querySelectorAll<HTMLElement>(':scope > [role=menuitem]')]

/** Past the last comes the first. */
const STEPS: Partial<Record<string, (at: number, count: number) => number>> = {
  ArrowDown: (at, count) => (at + 1) % count,
  ArrowUp: (at, count) => (Math.max(at, 0) - 1 + count) % count,
  Home: () => 0,
  End: (_, count) => count - 1,
}

/** The next entry after this one that begins with the letter. */
function indexOfLetter(items: readonly HTMLElement[], at: number, { key, ctrlKey, metaKey }: KeyboardEvent) {
  if (key.length !== 1 || key === ' ' || ctrlKey || metaKey) return null
  const order = items.map((_, index) => (at + 1 + index) % items.length)
  const begins = (index: number) => items[index]?.textContent?.trim().toLowerCase().startsWith(key.toLowerCase())
  return order.find(begins) ?? at
}

const windowSize = (): Size => ({ width: innerWidth, height: innerHeight })

function boundsOf(list: HTMLElement | null, at: number): Spot & Size {
  const { x, y, width, height } = (
    list?.querySelector(`:scope > [data-at="${at}"]`) ?? document.body
  ).getBoundingClientRect()
  return { x, y, width, height }
}

const nameOf = (id: string) =>
  picture().entities.get(id)?.name ?? savedViews.peek().find((view) => view.id === id)?.name ?? id
