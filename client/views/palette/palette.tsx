/** The list under the search field: what it offers in sections, or in one sentence why there is nothing. */
import type { ComponentChildren } from 'preact'
import type { Row, Section } from '../../palette.ts'
import { toPieces } from '../../pieces.ts'
import { number, words } from '../../state/language.ts'
import { isForCommands, isPending, search, typeSearch } from '../../state/search.ts'
import type { FoundPaper, FoundPassage, Hit } from '../../types.ts'
import { KindMark } from '../mark.tsx'
import { Failed } from '../states.tsx'
import { Keys } from './keys.tsx'

interface OffersProps {
  sections: readonly Section[]
  onTake: (row: Row) => void
}

export function Offers({ sections, onTake }: OffersProps) {
  const { text, open, active, error } = search.value
  const { search: w, palette } = words.value
  const done = open && !isPending(search.value)
  const none = !sections.some(({ title }) => FOUND.includes(title)) && text.trim() !== ''
  let index = -1
  return (
    <div class="hits" hidden={!open || (!done && !sections.length)} onMouseDown={keepFocus}>
      {done && error !== null && !isForCommands(text) && <Failed error={error} again={() => typeSearch(text, 0)} />}
      {done && error === null && none && !isForCommands(text) && <p class="empty">{w.none(text)}</p>}
      {done && isForCommands(text) && !sections.length && <p class="empty">{palette.noCommand(text)}</p>}
      <div id="search-hits" role="listbox" aria-label={w.label} aria-busy={!done} hidden={!sections.length}>
        {sections.map(({ title, rows }) => (
          // biome-ignore lint/a11y/useSemanticElements: a fieldset is no part of a listbox
          <div key={title} role="group" aria-labelledby={`offers-${title}`}>
            <div id={`offers-${title}`} class="small-head" role="presentation">
              {palette[title]}
            </div>
            {rows.map((row) => {
              index += 1
              return <Offer key={index} row={row} index={index} chosen={index === active} onTake={onTake} />
            })}
          </div>
        ))}
      </div>
      {open && !text && (
        <p class="hits-hint muted" aria-hidden="true">
          {palette.hint}
        </p>
      )}
    </div>
  )
}

/** What comes from the graph, and not from the explorer itself. */
const FOUND: readonly Section['title'][] = ['names', 'papers', 'passages']

/** A press in the list must not take the focus from the field, or the list is gone before the click. */
function keepFocus(event: MouseEvent): void {
  event.preventDefault()
}

function Offer({
  row,
  index,
  chosen,
  onTake,
}: {
  row: Row
  index: number
  chosen: boolean
  onTake: (row: Row) => void
}) {
  return (
    <div
      id={`hit-${index}`}
      role="option"
      // Reached with the arrows from the field, never itself in focus.
      tabIndex={-1}
      aria-selected={chosen}
      class={row.type === 'paper' || row.type === 'passage' ? 'row row-found' : 'row'}
      onClick={() => onTake(row)}
    >
      {contentOf(row)}
    </div>
  )
}

function contentOf(row: Row): ComponentChildren {
  const { commands, kinds, palette } = words.value
  switch (row.type) {
    case 'hit':
      return <HitContent hit={row.hit} />
    case 'paper':
      return <PaperContent paper={row.paper} />
    case 'passage':
      return <PassageContent passage={row.passage} />
    case 'more':
      return <span class="row-name row-more">{palette.all[row.group](number(row.total))}</span>
    case 'recent':
      return (
        <>
          <KindMark kind={row.entity.kind} />
          <span class="row-name" dir="auto">
            {row.entity.name}
          </span>
          <span class="muted">{kinds[row.entity.kind]}</span>
        </>
      )
    case 'command':
      return (
        <>
          <span class="row-name">{commands[row.command.id]}</span>
          <Keys of={row.command.keys.slice(0, 1)} />
        </>
      )
    case 'story':
      return <span class="row-name">{row.story.names.join(' – ')}</span>
    case 'view':
      return (
        <span class="row-name" dir="auto">
          {row.view.name}
        </span>
      )
  }
}

function HitContent({ hit }: { hit: Hit }) {
  const { search: w, palette, kinds, list } = words.value
  const how = palette.how[hit.how]
  return (
    <>
      <KindMark kind={hit.kind} />
      <span class="row-name">
        <bdi>{hit.name}</bdi>
        {hit.alias !== hit.name && <span class="muted"> {w.alias(hit.alias)}</span>}
        {how && <span class="muted"> · {how}</span>}
      </span>
      <span class="muted">{kinds[hit.kind]}</span>
      <span class="count">
        {number(hit.mentions)}
        <span class="visually-hidden"> {list.mentions}</span>
      </span>
    </>
  )
}

function PaperContent({ paper: { title, authors, year, arxiv, snippet, marks } }: { paper: FoundPaper }) {
  const isTitle = snippet === title
  const [first = ''] = authors
  const by = authors.length > 1 ? `${first} …` : first
  return (
    <>
      <KindMark kind="Paper" />
      <span class="found">
        <span class="found-text" dir="auto">
          {isTitle ? <Marked text={snippet} marks={marks} /> : title}
        </span>
        <span class="muted found-source">
          <bdi>{isTitle ? by : <Marked {...fromFirst(snippet, marks)} />}</bdi>
          <span>{[year, isTitle && arxiv].filter(Boolean).join(' · ')}</span>
        </span>
      </span>
    </>
  )
}

function PassageContent({ passage: { title, path, line, date, snippet, marks } }: { passage: FoundPassage }) {
  return (
    <span class="found">
      <span class="found-text" dir="auto">
        <Marked {...fromFirst(snippet, marks)} />
      </span>
      <span class="muted found-source">
        <bdi>{title || path}</bdi>
        <span>
          :{line}
          {date && ` · ${date}`}
        </span>
      </span>
    </span>
  )
}

type Text = Pick<FoundPassage, 'marks'> & { text: string }

function Marked({ text, marks }: Text) {
  return toPieces(text, marks).map((piece) =>
    piece.mark ? <mark key={piece.mark.start}>{piece.text}</mark> : piece.text,
  )
}

/** Two lines have room for so much before the first mark. */
const BEFORE = 40

function fromFirst(text: string, marks: Text['marks']): Text {
  const skipped = (marks[0]?.start ?? 0) - BEFORE
  if (skipped <= 0) return { text, marks }
  // Not in the middle of a word.
  const from = skipped + Math.max(0, text.slice(skipped, skipped + BEFORE).search(/(?<=[\s\p{P}])\S|\p{Script=Han}/u))
  const moved = marks.map(({ start, end }) => ({ start: start - from + 1, end: end - from + 1 }))
  return { text: `…${text.slice(from)}`, marks: moved }
}
