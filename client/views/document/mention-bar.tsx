/** From mention to mention of what is in focus: `3 of 12`, with buttons, or the keys j and k. */
import { useEffect, useState } from 'preact/hooks'
import { type Place, stepFrom } from '../../document/places.ts'
import { graph } from '../../state/graph.ts'
import { number, words } from '../../state/language.ts'
import { notice, say } from '../../state/notice.ts'
import { isNarrow, openSheet, panes } from '../../state/panes.ts'
import type { DocumentDetail } from '../../types.ts'
import { Icon } from '../icon.tsx'
import { KindMark } from '../mark.tsx'

interface Props {
  /** In focus. */
  ids: readonly string[]
  names: DocumentDetail['names']
  /** Where they are named, in the order of reading. */
  places: readonly Place[]
  /** Index of the passage where the reading begins. */
  from: number
  /** `isKey`: by a letter, so that the focus may go there; a button keeps it, to be pressed again. */
  onShow: (place: Place, isKey: boolean) => void
}

export function MentionBar({ ids, names, places, from, onShow }: Props) {
  const { reading: w } = words.value
  const [at, setAt] = useState<number | null>(null)
  const which = ids.join(' ')
  useEffect(() => setAt(null), [which, from])
  useEffect(() => {
    const name = names.find(({ id }) => id === ids[0])?.name
    if (name) notice.set(say(`${name}: ${places.length ? `${number(places.length)}×` : w.nowhere}`))
  }, [which])
  const step = (way: 1 | -1, isKey = false) => {
    const next = stepFrom(places, at, from, way)
    const place = places[next]
    if (!place) return
    setAt(next)
    onShow(place, isKey)
    notice.set(say(w.place(number(next + 1), number(places.length))))
  }
  useEffect(() => onLetters({ j: () => step(1, true), k: () => step(-1, true) }))
  return (
    <div class="mention-bar" role="group" aria-label={w.mentionBar}>
      <span class="mention-names">
        {ids.map((id) => (
          <FocusName key={id} id={id} names={names} />
        ))}
      </span>
      <span class="muted mention-place">
        {places.length === 0
          ? w.nowhere
          : at === null
            ? `${number(places.length)}×`
            : w.place(number(at + 1), number(places.length))}
      </span>
      <button
        type="button"
        class="tool"
        title={w.previous}
        aria-label={w.previous}
        disabled={!places.length}
        onClick={() => step(-1)}
      >
        <Icon name="back" />
      </button>
      <button
        type="button"
        class="tool turned"
        title={w.next}
        aria-label={w.next}
        disabled={!places.length}
        onClick={() => step(1)}
      >
        <Icon name="back" />
      </button>
      <button type="button" class="button to-evidence" onClick={toEvidence}>
        {w.evidence}
      </button>
    </div>
  )
}

function FocusName({ id, names }: { id: string; names: DocumentDetail['names'] }) {
  const entity = graph.value.present.entities.get(id) ?? names.find((name) => name.id === id)
  return (
    <span class="mention-name">
      {entity && <KindMark kind={entity.kind} />} <bdi>{entity?.name ?? id}</bdi>
    </span>
  )
}

/** To the pane beside the text, which on a small screen comes out first. */
function toEvidence(): void {
  if (isNarrow()) panes.set(openSheet('evidence'))
  document.querySelector<HTMLElement>('#pane-evidence .pane-body')?.focus()
}

function onLetters(runs: Partial<Record<string, () => void>>): () => void {
  const onKey = (event: KeyboardEvent) => {
    const typing = event.target instanceof HTMLElement && event.target.matches('input, textarea, select')
    if (typing || event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey) return
    const run = runs[event.key]
    if (!run) return
    event.preventDefault()
    run()
  }
  addEventListener('keydown', onKey)
  return () => removeEventListener('keydown', onKey)
}
