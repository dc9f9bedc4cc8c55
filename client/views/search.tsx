/** The search field: an APG combobox over every name and alias. Enter puts the entity on the screen and selects it. */

import { useEffect } from 'preact/hooks'
import { lookAt } from '../state/actions.ts'
import { number, words } from '../state/language.ts'
import { notice, say } from '../state/notice.ts'
import { close, move, search, typeSearch } from '../state/search.ts'
import type { Hit } from '../types.ts'
import { Icon } from './icon.tsx'
import { KindMark } from './mark.tsx'
import { Failed } from './states.tsx'

export function SearchField() {
  const { text, open, hits, active, answered, error } = search.value
  const { search: w } = words.value
  const done = open && answered === text
  useEffect(() => {
    if (done) notice.set(say(hits.length ? w.found(hits.length) : w.none(text)))
  }, [done, hits])
  return (
    <search class="search">
      <Icon name="search" />
      <input
        id="search"
        type="text"
        role="combobox"
        aria-label={w.label}
        aria-autocomplete="list"
        aria-expanded={open && hits.length > 0}
        aria-controls="search-hits"
        aria-activedescendant={open && active >= 0 ? `hit-${active}` : undefined}
        placeholder={w.placeholder}
        autocomplete="off"
        spellcheck={false}
        value={text}
        onInput={(event) => typeSearch(event.currentTarget.value)}
        onKeyDown={onKey}
        onFocus={(event) => event.currentTarget.value && typeSearch(event.currentTarget.value)}
        onBlur={() => search.set(close())}
      />
      <kbd aria-hidden="true">/</kbd>
      <div class="hits" hidden={!open}>
        <ul id="search-hits" role="listbox" aria-label={w.label} hidden={!hits.length}>
          {hits.map((hit, index) => (
            <HitRow key={hit.id} hit={hit} index={index} chosen={index === active} />
          ))}
        </ul>
        {done && error !== null && <Failed error={error} />}
        {done && error === null && !hits.length && <p class="empty">{w.none(text)}</p>}
      </div>
    </search>
  )
}

function HitRow({ hit, index, chosen }: { hit: Hit; index: number; chosen: boolean }) {
  const { search: w, kinds, list } = words.value
  return (
    <li
      id={`hit-${index}`}
      role="option"
      aria-selected={chosen}
      class="row"
      // Pressed rather than clicked: by the time of the click the field has lost its focus and the list is gone.
      onMouseDown={(event) => {
        event.preventDefault()
        take(hit)
      }}
    >
      <KindMark kind={hit.kind} />
      <span class="row-name">
        {hit.name}
        {hit.alias !== hit.name && <span class="muted"> {w.alias(hit.alias)}</span>}
      </span>
      <span class="muted">{kinds[hit.kind]}</span>
      <span class="count">
        {number(hit.mentions)}
        <span class="visually-hidden"> {list.mentions}</span>
      </span>
    </li>
  )
}

function onKey(event: KeyboardEvent): void {
  // Enter that ends a Chinese composition is not Enter.
  if (event.isComposing) return
  const { open, hits, active } = search.peek()
  if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
    event.preventDefault()
    search.set(move(event.key === 'ArrowDown' ? 1 : -1))
    document.getElementById(`hit-${search.peek().active}`)?.scrollIntoView({ block: 'nearest' })
  } else if (event.key === 'Enter') {
    const hit = hits[Math.max(0, active)]
    if (open && hit) take(hit)
  } else if (event.key === 'Escape') {
    if (open) search.set(close())
    else typeSearch('')
  }
}

function take(hit: Hit): void {
  search.set(close())
  lookAt(hit.id)
}
