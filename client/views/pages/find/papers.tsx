/** The list of papers: a feed (APG) through which keys go, and on whose papers they act. */
import { useLayoutEffect, useState } from 'preact/hooks'
import { findWords } from '../../../messages/find-words.ts'
import { dialog } from '../../../state/dialog.ts'
import { wordsOf } from '../../../state/language.ts'
import { menu } from '../../../state/menu.ts'
import { lookAt } from '../../../state/select.ts'
import type { Related } from '../../../types.ts'
import { idAt, Paper, webOf } from './paper.tsx'
import { actionFor, type PaperAction } from './paper-keys.ts'
import { mostOf } from './parts.ts'
import { toggleRead } from './reading.ts'

const words = wordsOf(findWords)

interface Props {
  related: Related
  isBusy: boolean
  /** `w` while no paper is in focus. */
  onAsk: () => void
}

export function Papers({ related: { items, total, concept }, isBusy, onAsk }: Props) {
  const [current, setCurrent] = useState(0)
  const [open, setOpen] = useState<ReadonlySet<string>>(new Set())
  const most = mostOf(items)
  const toggle = (id: string) => setOpen((now) => (now.has(id) ? without(now, id) : new Set([...now, id])))

  const act = (action: PaperAction, at: number | null) => {
    const paper = at === null ? undefined : items[at]
    switch (action) {
      case 'next':
        return focusAt(at === null ? current : Math.min(items.length - 1, at + 1))
      case 'previous':
        return focusAt(at === null ? current : Math.max(0, at - 1))
      case 'first':
        return focusAt(0)
      case 'last':
        return focusAt(items.length - 1)
      case 'open':
        return paper && lookAt(paper.id)
      case 'web':
        return paper && openTab(webOf(paper))
      case 'read':
        return paper && toggleRead(paper)
      case 'why':
        return paper ? toggle(paper.id) : onAsk()
    }
  }
  // Before the list is painted: whoever sees it may press its keys.
  useLayoutEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      const target = event.target instanceof HTMLElement ? event.target : null
      if (event.defaultPrevented || event.isComposing || dialog.peek() || menu.peek()) return
      if (target?.matches('input, textarea, select, [contenteditable]')) return
      const article = target?.closest<HTMLElement>('.paper')
      const action = actionFor(event, article !== null && article === target)
      if (!action) return
      event.preventDefault()
      act(action, article ? Number(article.dataset.at) : null)
    }
    document.addEventListener('keydown', onKeyDown)
    return () => document.removeEventListener('keydown', onKeyDown)
  })
  return (
    <section
      class="papers"
      role="feed"
      aria-label={words.value.list}
      aria-busy={isBusy}
      onFocusIn={(event) => {
        const article = event.target instanceof Element ? event.target.closest<HTMLElement>('.paper') : null
        if (article) setCurrent(Number(article.dataset.at))
      }}
    >
      {items.map((paper, at) => (
        <Paper
          key={paper.id}
          paper={paper}
          at={at}
          total={total}
          most={most}
          concept={concept?.id ?? null}
          isCurrent={at === Math.min(current, items.length - 1)}
          isOpen={open.has(paper.id)}
          onWhy={() => toggle(paper.id)}
        />
      ))}
    </section>
  )
}

/** The whole paper comes into view, its title first. */
export function focusAt(at: number): void {
  const paper = document.getElementById(idAt(at))
  paper?.focus({ preventScroll: true })
  paper?.scrollIntoView({ block: 'nearest' })
}

function openTab(url: string | null): void {
  if (url) open(url, '_blank', 'noopener,noreferrer')
}

function without<T>(all: ReadonlySet<T>, one: T): Set<T> {
  const rest = new Set(all)
  rest.delete(one)
  return rest
}
