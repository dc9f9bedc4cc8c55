/** One paper of the list: its rank, title, authors, date and links, its score as a bar, what one can do with it, and why it is there. */
import { useState } from 'preact/hooks'
import { findWords } from '../../../messages/find-words.ts'
import { toSafeUrl } from '../../../pieces.ts'
import { focusEntity } from '../../../state/focus.ts'
import { number, wordsOf } from '../../../state/language.ts'
import { hashOf } from '../../../state/location.ts'
import type { RelatedPaper } from '../../../types.ts'
import { ReadButton } from './read-button.tsx'
import { isRead } from './reading.ts'
import { Why } from './why.tsx'
import { WhyBar, WhySum } from './why-bar.tsx'

const words = wordsOf(findWords)
/** Authors told at first. */
const FEW = 3

export interface PaperProps {
  paper: RelatedPaper
  /** From 0. */
  at: number
  /** How many there are, shown or not. */
  total: number
  /** The length of the longest bar. */
  most: number
  concept: string | null
  /** The tab key comes to this one. */
  isCurrent: boolean
  isOpen: boolean
  onWhy: () => void
}

/** The element of the paper at a place, for the keys that go there. */
export const idAt = (at: number): string => `paper-${at}`

export function Paper({ paper, at, total, most, concept, isCurrent, isOpen, onWhy }: PaperProps) {
  const w = words.value
  const [titleId, whyId] = [`${idAt(at)}-title`, `${idAt(at)}-why`]
  const page = hashOf({ view: 'look' }, focusEntity(paper.id)())
  return (
    <article
      id={idAt(at)}
      class="paper"
      data-read={isRead(paper)}
      data-at={at}
      tabIndex={isCurrent ? 0 : -1}
      aria-posinset={at + 1}
      aria-setsize={total}
      aria-labelledby={titleId}
    >
      <span class="paper-rank" aria-hidden="true">
        {number(at + 1)}
      </span>
      <h4 id={titleId}>
        <a href={page} title={w.open}>
          <bdi>{paper.title || paper.id}</bdi>
        </a>
      </h4>
      <Facts paper={paper} />
      <WhyBar parts={paper.parts} most={most} />
      <WhySum parts={paper.parts} score={paper.score} />
      <p class="paper-tools">
        <button
          type="button"
          class="link"
          aria-expanded={isOpen}
          aria-controls={isOpen ? whyId : undefined}
          aria-keyshortcuts="w"
          onClick={onWhy}
        >
          {w.why}
        </button>
        <a href={page}>{w.open}</a>
        <ReadButton paper={paper} />
      </p>
      {isOpen && <Why id={whyId} paper={paper} concept={concept} />}
    </article>
  )
}

/** Where it can be read; http and https only. */
export const webOf = ({ url, arxiv }: Pick<RelatedPaper, 'url' | 'arxiv'>): string | null =>
  toSafeUrl(arxiv ? `https://arxiv.org/abs/${arxiv}` : url)

function Facts({ paper }: { paper: RelatedPaper }) {
  const w = words.value
  const url = webOf(paper)
  return (
    <p class="paper-facts muted">
      {paper.authors.length > 0 && <Authors authors={paper.authors} />}
      {(paper.date ?? paper.year) && <span>{paper.date ?? paper.year}</span>}
      {url && (
        <a href={url} target="_blank" rel="noreferrer noopener" title={w.web} aria-keyshortcuts="o">
          {paper.arxiv ? `arXiv:${paper.arxiv}` : w.web}
        </a>
      )}
      {isRead(paper) && <span>{w.isRead}</span>}
    </p>
  )
}

function Authors({ authors }: { authors: readonly string[] }) {
  const w = words.value
  const [isOpen, setOpen] = useState(false)
  const left = authors.length - FEW
  const shown = isOpen || left === 1 ? authors : authors.slice(0, FEW)
  return (
    <span title={left > 1 && !isOpen ? authors.join(', ') : undefined}>
      <bdi>{shown.join(', ')}</bdi>{' '}
      {left > 1 && (
        <button type="button" class="link" aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
          {isOpen ? w.fewer : w.authors(number(left))}
        </button>
      )}
    </span>
  )
}
