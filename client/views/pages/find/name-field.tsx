/**
 * A field for a name, with completion: an APG combobox over the names of the graph. Nothing is chosen by itself, so
 * what was typed stays what was typed, and Enter asks for it; the arrow keys go to a name, and Enter takes that.
 */
import { useLayoutEffect, useRef, useState } from 'preact/hooks'
import { number, words } from '../../../state/language.ts'
import type { Hit, Kind } from '../../../types.ts'
import { KindMark } from '../../mark.tsx'
import { toLine } from './askable.ts'
import { useOffers } from './use-offers.ts'

interface Props {
  id: string
  label: string
  placeholder: string
  /** On the button. */
  go: string
  /** What a screen reader calls the list. */
  offered: string
  /** What the field holds at first, and whenever it changes. */
  text: string
  /** Only names of these are offered; default all. */
  kinds?: readonly Kind[]
  onTake: (hit: Hit) => void
  onText: (text: string) => void
}

export function NameField({ id, label, placeholder, go, offered, text, kinds, onTake, onText }: Props) {
  const [typed, setTyped] = useState(text)
  const [isOpen, setOpen] = useState(false)
  const [active, setActive] = useState(-1)
  const field = useRef<HTMLInputElement>(null)
  const offers = useOffers(isOpen ? typed : null, kinds)
  const chosen = offers[active]
  const before = useRef(text)
  useLayoutEffect(() => {
    // Not at first: somebody may type before the page is drawn.
    if (before.current === text) return
    before.current = text
    setTyped(text)
    setOpen(false)
  }, [text])
  const close = () => {
    setOpen(false)
    setActive(-1)
  }
  const take = (hit: Hit) => {
    setTyped(hit.name)
    close()
    onTake(hit)
  }
  const move = (step: number) => {
    setOpen(true)
    // From the field itself, −1, one comes to the first or to the last.
    const next = active + step
    const at = next < -1 ? offers.length - 1 : next >= offers.length ? -1 : next
    setActive(at)
    document.getElementById(`${id}-${at}`)?.scrollIntoView({ block: 'nearest' })
  }
  const onKeyDown = (event: KeyboardEvent) => {
    // Enter that ends a Chinese composition is not Enter.
    if (event.isComposing || event.ctrlKey || event.metaKey || event.altKey) return
    if (event.key === 'ArrowDown') move(1)
    else if (event.key === 'ArrowUp') move(-1)
    else if (event.key === 'Enter' && isOpen && chosen) take(chosen)
    else if (event.key === 'Escape' && isOpen && offers.length) close()
    else return
    event.preventDefault()
  }
  const isShown = isOpen && offers.length > 0
  return (
    <form
      class="find-form"
      onSubmit={(event) => {
        event.preventDefault()
        close()
        // As it stands in the field: what was typed this instant is not drawn yet.
        const line = toLine(field.current?.value ?? '')
        if (line) onText(line)
        else field.current?.focus()
      }}
    >
      <label for={id}>{label}</label>
      <div class="name-field">
        <input
          ref={field}
          id={id}
          type="text"
          role="combobox"
          aria-autocomplete="list"
          aria-expanded={isShown}
          aria-controls={`${id}-names`}
          aria-activedescendant={isShown && chosen ? `${id}-${active}` : undefined}
          placeholder={placeholder}
          autocomplete="off"
          spellcheck={false}
          dir="auto"
          value={typed}
          onInput={(event) => {
            setTyped(event.currentTarget.value)
            setOpen(true)
            setActive(-1)
          }}
          onKeyDown={onKeyDown}
          onBlur={close}
        />
        <div
          id={`${id}-names`}
          class="hits"
          role="listbox"
          aria-label={offered}
          hidden={!isShown}
          // A press in the list must not take the focus from the field, or the list is gone before the click.
          onMouseDown={(event) => event.preventDefault()}
        >
          {offers.map((hit, at) => (
            <Offer key={hit.id} id={`${id}-${at}`} hit={hit} chosen={at === active} onTake={take} />
          ))}
        </div>
      </div>
      <button type="submit" class="button primary">
        {go}
      </button>
    </form>
  )
}

function Offer({ id, hit, chosen, onTake }: { id: string; hit: Hit; chosen: boolean; onTake: (hit: Hit) => void }) {
  const { search, kinds, list } = words.value
  return (
    <div
      id={id}
      role="option"
      // Reached with the arrows from the field, never itself in focus.
      tabIndex={-1}
      aria-selected={chosen}
      class="row"
      onClick={() => onTake(hit)}
    >
      <KindMark kind={hit.kind} />
      <span class="row-name">
        <bdi>{hit.name}</bdi>
        {hit.alias !== hit.name && <span class="muted"> {search.alias(hit.alias)}</span>}
      </span>
      <span class="muted">{kinds[hit.kind]}</span>
      <span class="count">
        {number(hit.mentions)}
        <span class="visually-hidden"> {list.mentions}</span>
      </span>
    </div>
  )
}
