/**
 * The search field, which is the palette too: an APG combobox over names, papers, passages and commands, in one list with
 * headings. Enter puts an entity on the screen, opens a document at its line, or runs a command; Escape gives the focus
 * back to where it was.
 */
import { useEffect, useRef } from 'preact/hooks'
import { type Row, type Section, sectionsFor } from '../../palette.ts'
import { words } from '../../state/language.ts'
import { notice, say } from '../../state/notice.ts'
import {
  close,
  hasten,
  isForCommands,
  isPending,
  move,
  open,
  prepareSearch,
  search,
  typeSearch,
} from '../../state/search.ts'
import { Icon } from '../icon.tsx'
import { Offers } from './palette.tsx'
import { giveBack, take } from './take-row.ts'

export function SearchField() {
  const now = search.value
  const { search: w, palette } = words.value
  const field = useRef<HTMLInputElement>(null)
  const before = useRef<Element | null>(null)
  const sections = now.open ? sectionsFor(now) : []
  const rows = sections.flatMap((section) => section.rows)
  const pending = isPending(now)
  const leave = () => giveBack(before.current)
  const takeRow = (row: Row) => take(row, before.current)
  useEffect(() => focusAtFirstSight(field.current), [])
  useEffect(() => {
    if (now.open && !pending && now.error === null) notice.set(say(toSaid(sections, now.text)))
    const [first] = rows
    if (now.hasty && !pending && first && isFound(first)) takeRow(first)
  }, [now.open, now.hits, now.more, now.text, now.hasty, pending])

  const onKey = (event: KeyboardEvent) => {
    // Enter that ends a Chinese composition is not Enter.
    if (event.isComposing || event.ctrlKey || event.metaKey || event.altKey) return
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      search.set(now.open ? move(event.key === 'ArrowDown' ? 1 : -1, rows.length) : open())
      document.getElementById(`hit-${search.peek().active}`)?.scrollIntoView({ block: 'nearest' })
    } else if (event.key === 'Enter') {
      const row = rows[now.active]
      if (pending) search.set(hasten())
      else if (now.open && row) takeRow(row)
      else if (!now.open) search.set(open())
    } else if (event.key === 'Escape') {
      if (isForCommands(now.text) || (!now.open && now.text)) typeSearch('')
      search.set(close())
      if (now.open || !now.text) leave()
    } else if (event.key === '/' && !now.text) {
      // The key that leads here from elsewhere means the same when one is here already.
      search.set(open())
    } else return
    event.preventDefault()
  }
  return (
    <search class="search">
      <Icon name="search" />
      <input
        ref={field}
        id="search"
        type="text"
        role="combobox"
        aria-label={w.label}
        aria-autocomplete="list"
        aria-expanded={now.open && rows.length > 0}
        aria-controls="search-hits"
        aria-activedescendant={now.open && rows[now.active] ? `hit-${now.active}` : undefined}
        placeholder={w.placeholder}
        autocomplete="off"
        spellcheck={false}
        maxLength={200}
        value={now.text}
        onInput={(event) => typeSearch(event.currentTarget.value)}
        onKeyDown={onKey}
        onFocus={(event) => {
          prepareSearch()
          if (event.relatedTarget instanceof Element) before.current = event.relatedTarget
        }}
        onClick={() => search.set(open())}
        onBlur={() => search.set(close())}
      />
      {pending && now.open ? (
        <span class="searching" title={palette.searching} aria-hidden="true" />
      ) : (
        <kbd aria-hidden="true">/</kbd>
      )}
      <Offers sections={sections} onTake={takeRow} />
    </search>
  )
}

/** What a screen reader says of the list: how many names, or that there is none. */
function toSaid(sections: readonly Section[], text: string): string {
  const { search: w, palette } = words.peek()
  if (!text.trim()) return ''
  if (isForCommands(text)) return sections.length ? '' : palette.noCommand(text)
  const found = sections.flatMap(({ rows }) => rows.filter(isFound)).length
  return found ? w.found(found) : w.none(text)
}

const isFound = ({ type }: Row): boolean => type === 'hit' || type === 'paper' || type === 'passage'

/** Where there are keys to type on. The list stays closed: nobody has asked for it yet. */
function focusAtFirstSight(field: HTMLInputElement | null): void {
  const isFree = document.activeElement === null || document.activeElement === document.body
  const isWide = matchMedia('(min-width: 900px) and (hover: hover) and (pointer: fine)').matches
  if (isFree && isWide) field?.focus({ preventScroll: true })
}
