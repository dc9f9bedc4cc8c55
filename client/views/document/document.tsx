/** A document as its passages, every name in it marked, opened at a line; Escape leads back to the graph. */
import { useEffect, useRef } from 'preact/hooks'
import { getDocument } from '../../api.ts'
import { words } from '../../state/language.ts'
import { go, hashOf } from '../../state/location.ts'
import { notice, say } from '../../state/notice.ts'
import { panes } from '../../state/panes.ts'
import { Icon } from '../icon.tsx'
import { useLoad } from '../load.ts'
import { Failed, Loading } from '../states.tsx'
import { DocumentBody } from './document-body.tsx'

export function DocumentView({ id, line }: { id: string; line: number | null }) {
  const load = useLoad(id, (signal) => getDocument(id, signal))
  const { document: w } = words.value
  const detail = load.status === 'ready' ? load.value : undefined
  const root = useRef<HTMLElement>(null)
  useEffect(leaveOnEscape, [])
  useEffect(() => giveFocusBack, [])
  useEffect(() => {
    if (!detail) return
    takeFocus(root.current)
    notice.set(say(words.peek().reading.opened(detail.title || detail.path, line === null ? null : String(line))))
  }, [detail, line])
  return (
    <section class="document" aria-label={words.value.views.document} tabIndex={-1} ref={root}>
      <p class="document-back">
        <a href={hashOf({ view: 'look' })}>
          <Icon name="back" /> {w.back}
        </a>
      </p>
      {load.status === 'loading' && <Loading lines={14} label={w.loading} />}
      {load.status === 'failed' && <Failed error={load.error} again={load.again} />}
      {detail && <DocumentBody detail={detail} line={line} />}
    </section>
  )
}

/** The keys of the text work at once, unless somebody is writing elsewhere. */
function takeFocus(root: HTMLElement | null): void {
  const now = document.activeElement
  const isWriting = (now instanceof HTMLInputElement || now instanceof HTMLTextAreaElement) && now.value !== ''
  if (!isWriting) root?.focus({ preventScroll: true })
}

/** To the graph, when the text and what was in focus in it are gone. */
function giveFocusBack(): void {
  requestAnimationFrame(() => {
    if (document.activeElement === document.body) document.querySelector<HTMLElement>('.canvas')?.focus()
  })
}

function leaveOnEscape(): () => void {
  const onKey = (event: KeyboardEvent) => {
    // A field, a list that is open and a sheet have their own Escape.
    const typing = event.target instanceof HTMLElement && event.target.matches('input, textarea, select')
    if (event.key !== 'Escape' || event.defaultPrevented || typing || panes.peek().sheet) return
    event.preventDefault()
    go({ view: 'look' })
  }
  addEventListener('keydown', onKey)
  return () => removeEventListener('keydown', onKey)
}
