/** A receipt: where it stands, who said it, and the very words. It opens the document at its line. */

import { words } from '../../state/language.ts'
import { go, hashOf } from '../../state/location.ts'
import type { Page } from '../../state/route.ts'
import type { Receipt } from '../../types.ts'
import { Quote } from './quote.tsx'

export function ReceiptCard({ receipt, about }: { receipt: Receipt; about: readonly string[] }) {
  const { evidence } = words.value
  const page: Page = { view: 'document', id: receipt.document, line: receipt.line }
  const open = () => {
    // Someone who is selecting the words wants the words.
    if (getSelection()?.isCollapsed ?? true) go(page)
  }
  return (
    <article class="receipt">
      <p class="receipt-source">
        <a href={hashOf(page)} title={evidence.open(receipt.path, receipt.line)}>
          <bdi>{receipt.path}</bdi>:{receipt.line}
        </a>
        {receipt.date && <span>{receipt.date}</span>}
        {receipt.speaker && <bdi>{receipt.speaker}</bdi>}
      </p>
      {/* The link above does the same for those without a pointer. */}
      <blockquote dir="auto" onClick={open}>
        <Quote text={receipt.quote} marks={receipt.marks} about={about} />
      </blockquote>
    </article>
  )
}
