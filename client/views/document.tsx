/** A document as its passages, every name in it marked and a way back into the graph; opened at a line. */
import { useEffect, useRef } from 'preact/hooks'
import { getDocument } from '../api.ts'
import { focus, idsOf } from '../state/focus.ts'
import { words } from '../state/language.ts'
import { hashOf } from '../state/location.ts'
import { toHash } from '../state/route.ts'
import type { DocumentDetail, Mark } from '../types.ts'
import { Icon } from './icon.tsx'
import { useLoad } from './load.ts'
import { Quote } from './quote.tsx'
import { Empty, Failed, Loading } from './states.tsx'

export function DocumentView({ id, line }: { id: string; line: number | null }) {
  const load = useLoad(id, (signal) => getDocument(id, signal))
  const { document: w } = words.value
  return (
    <section class="document" aria-label={words.value.views.document}>
      <p class="document-back">
        <a href={hashOf({ view: 'look' })}>
          <Icon name="back" /> {w.back}
        </a>
      </p>
      {load.status === 'loading' && <Loading lines={14} label={w.loading} />}
      {load.status === 'failed' && <Failed error={load.error} again={load.again} />}
      {load.status === 'ready' && <Body detail={load.value} line={line} />}
    </section>
  )
}

function Body({ detail, line }: { detail: DocumentDetail; line: number | null }) {
  const { document: w, list, kinds } = words.value
  const names = new Map(detail.names.map((name) => [name.id, name]))
  const target = indexAt(detail, line)
  const root = useRef<HTMLDivElement>(null)
  useEffect(() => {
    root.current?.querySelector('[data-target="true"]')?.scrollIntoView({ block: 'center' })
  }, [detail, line])
  const titleOf = (mark: Mark) => {
    const name = names.get(mark.entity)
    return name ? `${name.name} · ${kinds[name.kind]}` : mark.entity
  }
  // Out of the document into the graph: an address, so that it can be opened elsewhere too.
  const linkTo = (mark: Mark) => toHash({ page: { view: 'look' }, focus: { type: 'entity', id: mark.entity } })
  return (
    <div ref={root}>
      <h2>{detail.title || detail.path}</h2>
      <p class="muted document-facts">
        {[detail.path, detail.date, list.names(String(detail.names.length)), detail.about && w.about]
          .filter(Boolean)
          .join(' · ')}
      </p>
      {detail.passages.length === 0 && <Empty>{w.empty}</Empty>}
      {detail.passages.map((passage, index) => {
        const before = detail.passages[index - 1]
        return (
          <div key={`${passage.start}`}>
            {passage.heading && passage.heading !== before?.heading && !isHeading(passage) && (
              <h3>{passage.heading}</h3>
            )}
            <div
              class="passage"
              data-heading={isHeading(passage)}
              data-target={index === target}
              data-thread={passage.thread === before?.thread}
            >
              <span class="line-number" aria-hidden="true">
                {passage.line}
              </span>
              <p>
                {passage.speaker && !passage.text.startsWith(passage.speaker) && (
                  <b class="speaker">{passage.speaker}</b>
                )}
                <Quote
                  text={passage.text}
                  marks={passage.marks}
                  about={idsOf(focus.value)}
                  linkTo={linkTo}
                  titleOf={titleOf}
                />
              </p>
            </div>
          </div>
        )
      })}
    </div>
  )
}

/** A heading may be a passage of its own; then its words need not stand twice. */
const isHeading = ({ text, heading }: DocumentDetail['passages'][number]): boolean =>
  heading !== null && text.replace(/^[#\s]+/, '').trim() === heading.trim()

/** The last passage that begins at the line or before it. */
function indexAt({ passages }: DocumentDetail, line: number | null): number {
  return line === null ? -1 : passages.findLastIndex((passage) => passage.line <= line)
}
