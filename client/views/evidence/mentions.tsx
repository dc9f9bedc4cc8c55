/** Where an entity is named: its documents by date, each with its count and the lines. */
import { signal } from '@preact/signals'
import { useState } from 'preact/hooks'
import { getDocument } from '../../api.ts'
import { type DocumentLines, linesByDocument, linesOf, type Order } from '../../evidence/lines.ts'
import { focusEntity } from '../../state/focus.ts'
import { number, words } from '../../state/language.ts'
import { hashOf } from '../../state/location.ts'
import type { EntityDetail } from '../../types.ts'
import { useLoad } from '../load.ts'
import { Failed, Loading } from '../states.tsx'
import { ReceiptCard } from './receipt.tsx'

/** Documents shown at first, and added at a time. */
const STEP = 12
/** Lines of one document; the document itself shows all. */
const MOST_LINES = 12

/** Kept while the page is open: who wants the oldest first wants it of the next name, too. */
const order = signal<Order>('newest')

export function Mentions({ detail }: { detail: EntityDetail }) {
  const { reading: w } = words.value
  const [most, setMost] = useState(STEP)
  const documents = linesByDocument(detail, order.value)
  const opened = documents.find(({ receipts }) => receipts.length > 0)
  const left = documents.length - most
  return (
    <section>
      <div class="section-head">
        <h3>{w.byDocument}</h3>
        {documents.length > 1 && (
          <button
            type="button"
            class="link"
            title={w.turnOrder}
            onClick={() => {
              order.value = order.value === 'newest' ? 'oldest' : 'newest'
            }}
          >
            {w.order[order.value]}
          </button>
        )}
      </div>
      {documents.slice(0, most).map((document) => (
        <DocumentGroup key={document.document} id={detail.id} lines={document} isOpen={document === opened} />
      ))}
      {left > 0 && (
        <button type="button" class="link more" onClick={() => setMost(most + STEP)}>
          {w.more(number(Math.min(left, STEP)))}
        </button>
      )}
    </section>
  )
}

interface GroupProps {
  /** The entity. */
  id: string
  lines: DocumentLines
  isOpen: boolean
}

function DocumentGroup({ id, lines, isOpen }: GroupProps) {
  const { list, reading: w } = words.value
  const { document, path, title, date, mentions, receipts } = lines
  const [open, setOpen] = useState(isOpen)
  return (
    <details class="by-document" open={open} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary title={path}>
        <bdi class="row-name">{title || path}</bdi>
        <span class="muted">{date}</span>
        <span class="count">
          {number(mentions)}
          <span class="visually-hidden"> {list.mentions}</span>
        </span>
      </summary>
      {receipts.length > 0 && <Lines id={id} receipts={receipts.slice(0, MOST_LINES)} />}
      {open && receipts.length === 0 && <LateLines id={id} document={document} />}
      <p class="to-document">
        <a href={hashOf({ view: 'document', id: document, line: receipts[0]?.line ?? null }, focusEntity(id)())}>
          {mentions > receipts.length ? w.allInDocument(number(mentions)) : w.openDocument}
        </a>
      </p>
    </details>
  )
}

function Lines({ id, receipts }: { id: string; receipts: DocumentLines['receipts'] }) {
  return (
    <>
      {receipts.map((receipt) => (
        <ReceiptCard key={`${receipt.passage} ${receipt.start}`} receipt={receipt} about={[id]} />
      ))}
    </>
  )
}

/** The server sends some fifty lines; those of the other documents come when they are asked for. */
function LateLines({ id, document }: { id: string; document: string }) {
  const load = useLoad(document, (signal) => getDocument(document, signal))
  if (load.status === 'loading') return <Loading lines={3} />
  if (load.status === 'failed') return <Failed error={load.error} again={load.again} />
  return <Lines id={id} receipts={linesOf(load.value, id, MOST_LINES)} />
}
