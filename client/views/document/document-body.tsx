/** The document itself: what it is, the bar that goes from mention to mention, its names, and its text. */
import { useEffect, useMemo, useRef, useState } from 'preact/hooks'
import { light } from '../../document/lit.ts'
import { type Place, placesOf } from '../../document/places.ts'
import { focus, focusEntity, idsOf } from '../../state/focus.ts'
import { words } from '../../state/language.ts'
import type { DocumentDetail, Kind } from '../../types.ts'
import { Empty } from '../states.tsx'
import { DocumentNames } from './document-names.tsx'
import { MentionBar } from './mention-bar.tsx'
import { Passages } from './passages.tsx'

export function DocumentBody({ detail, line }: { detail: DocumentDetail; line: number | null }) {
  const { document: w } = words.value
  const ids = idsOf(focus.value)
  const [kind, setKind] = useState<Kind | null>(null)
  const target = indexAt(detail, line)
  const places = useMemo(() => placesOf(detail.passages, ids), [detail, ids.join(' ')])
  useEffect(() => light(ids, kind), [ids.join(' '), kind])
  const names = useMemo(() => new Map(detail.names.map((name) => [name.id, name])), [detail])
  /** What a name means, when one points at it. */
  const tellName = ({ target }: Event) => {
    const link = target instanceof Element ? target.closest<HTMLElement>('[data-entity]') : null
    const name = names.get(link?.dataset.entity ?? '')
    if (link && name) link.title = `${name.name} · ${words.peek().kinds[name.kind]}`
  }
  const text = useRef<HTMLDivElement>(null)
  const [wanted, setWanted] = useState(Math.max(0, target))
  useEffect(() => setWanted(Math.max(0, target)), [target])
  const show = (place: Place, isKey: boolean) => {
    setWanted(place.passage)
    // Its stretch is drawn first if it is not there yet.
    afterDrawing(() => {
      const name = showPlace(text.current, place, ids)
      // Where the reading goes on for those who hear it.
      if (isKey) name?.focus({ preventScroll: true })
    })
  }
  return (
    <div class="document-body">
      <h2>
        <bdi>{detail.title || detail.path}</bdi>
      </h2>
      <p class="muted document-facts">
        {[detail.path, detail.date, detail.about && w.about].filter(Boolean).join(' · ')}
      </p>
      {detail.names.length > 0 && <DocumentNames detail={detail} lit={kind} onLight={setKind} />}
      {ids.length > 0 && (
        <MentionBar
          key={detail.id}
          ids={ids}
          names={detail.names}
          places={places}
          from={Math.max(0, target)}
          onShow={show}
        />
      )}
      {detail.passages.length === 0 && <Empty>{w.empty}</Empty>}
      <div ref={text} onClick={onName} onPointerOver={tellName}>
        <Passages detail={detail} target={target} line={line} wanted={wanted} />
      </div>
    </div>
  )
}

/** A name in the text comes into focus, and the text stays; a new tab, if asked for, shows it in the graph. */
function onName(event: MouseEvent): void {
  if (event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return
  const name = event.target instanceof Element ? event.target.closest<HTMLElement>('[data-entity]') : null
  const id = name?.dataset.entity
  if (!id) return
  event.preventDefault()
  focus.set(focusEntity(id))
}

/** The last passage that begins at the line or before it. */
function indexAt({ passages }: DocumentDetail, line: number | null): number {
  return line === null ? -1 : passages.findLastIndex((passage) => passage.line <= line)
}

function showPlace(root: HTMLElement | null, { passage, nth }: Place, ids: readonly string[]): HTMLElement | undefined {
  const box = root?.querySelector(`[data-passage="${passage}"]`)
  const names = [...(box?.querySelectorAll<HTMLElement>('[data-entity]') ?? [])]
  const name = names.filter(({ dataset }) => ids.includes(dataset.entity ?? ''))[nth]
  for (const before of root?.querySelectorAll('[aria-current]') ?? []) before.removeAttribute('aria-current')
  name?.setAttribute('aria-current', 'true')
  name?.scrollIntoView({ block: 'center' })
  return name
}

/** Two frames: one to draw, one after it. */
const afterDrawing = (work: () => void) => requestAnimationFrame(() => requestAnimationFrame(work))
