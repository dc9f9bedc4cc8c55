/** The names in a document by kind: each leads to its mentions, a kind can be marked all over the text, and all be drawn. */
import { useMemo, useState } from 'preact/hooks'
import { byKind, countNames, type NameCount } from '../../document/places.ts'
import { showAsAsked } from '../../state/boot.ts'
import { focus, focusEntity, focusNothing, idsOf } from '../../state/focus.ts'
import { number, words } from '../../state/language.ts'
import { go } from '../../state/location.ts'
import { FIRST } from '../../state/route.ts'
import type { DocumentDetail, Kind } from '../../types.ts'
import { KindMark } from '../mark.tsx'
import { More } from '../more.tsx'

/** As many as can be read at first sight. */
const MOST_DRAWN = 40

interface Props {
  detail: DocumentDetail
  /** The kind that is marked all over the text. */
  lit: Kind | null
  onLight: (kind: Kind | null) => void
}

export function DocumentNames({ detail, lit, onLight }: Props) {
  const { list } = words.value
  const [open, setOpen] = useState(false)
  return (
    <details class="document-names" onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{list.names(number(detail.names.length))}</summary>
      {open && <Names detail={detail} lit={lit} onLight={onLight} />}
    </details>
  )
}

function Names({ detail, lit, onLight }: Props) {
  const { kinds, reading: w } = words.value
  const names = useMemo(() => countNames(detail), [detail])
  const groups = useMemo(() => byKind(names), [names])
  const group = groups.find(({ kind }) => kind === lit)
  return (
    <>
      <div class="chips">
        {groups.map(({ kind, names: own }) => (
          <button
            key={kind}
            type="button"
            class="chip"
            title={w.light(kinds[kind])}
            aria-pressed={kind === lit}
            onClick={() => onLight(kind === lit ? null : kind)}
          >
            <KindMark kind={kind} /> {kinds[kind]} <small>{number(own.length)}</small>
          </button>
        ))}
      </div>
      <More key={lit ?? ''} items={group?.names ?? names} first={12}>
        {(name) => <NameRow key={name.id} name={name} />}
      </More>
      <button type="button" class="button" onClick={() => draw(names)}>
        {w.asPicture}
      </button>
    </>
  )
}

function NameRow({ name: { id, name, kind, mentions } }: { name: NameCount }) {
  const { list } = words.value
  return (
    <li>
      <button
        type="button"
        class="row"
        aria-pressed={idsOf(focus.value).includes(id)}
        onClick={() => focus.set(focusEntity(id))}
      >
        <KindMark kind={kind} />
        <bdi class="row-name">{name}</bdi>
        <span class="count">
          {number(mentions)}
          <span class="visually-hidden"> {list.mentions}</span>
        </span>
      </button>
    </li>
  )
}

/** A new picture in place of the present one; undo brings that back. */
function draw(names: readonly NameCount[]): void {
  const ids = names.slice(0, MOST_DRAWN).map(({ id }) => id)
  focus.set(focusNothing())
  go({ view: 'look' })
  showAsAsked({ ...FIRST, ids: ids.sort() })
}
