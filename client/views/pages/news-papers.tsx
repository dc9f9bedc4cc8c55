/** The papers of the time for one concept: each with its score as a bar, the line behind it, and a mark for what was read. */
import { findWords } from '../../messages/find-words.ts'
import { newsWords } from '../../messages/news-words.ts'
import { focusEntity } from '../../state/focus.ts'
import { number, wordsOf } from '../../state/language.ts'
import { hashOf } from '../../state/location.ts'
import { isMarkedRead, setRead } from '../../state/marks.ts'
import type { ConceptNews, RelatedPaper } from '../../types.ts'
import { ReceiptCard } from '../evidence/receipt.tsx'
import { KindMark } from '../mark.tsx'
import { Empty } from '../states.tsx'
import { webOf } from './find/paper.tsx'
import { mostOf } from './find/parts.ts'
import { WhyBar, WhySum } from './find/why-bar.tsx'

const words = wordsOf(newsWords)
const ofFind = wordsOf(findWords)
/** Authors told by name. */
const FEW = 3

export function ConceptPapers({ news, since }: { news: ConceptNews; since: string }) {
  const w = words.value
  const { concept, asked, items, total, before, read } = news
  const name = concept?.name ?? asked
  const shown = before ? [before] : items
  const most = mostOf(shown)
  return (
    <section class="concept-news" aria-label={w.papersFor(name)}>
      <h3>
        {concept && <KindMark kind={concept.kind} />} {w.papersFor(name)}
      </h3>
      {items.length === 0 && (
        <Empty>
          {read > 0 ? w.noneUnread : w.none} {before && w.before}
        </Empty>
      )}
      <ol>
        {shown.map((paper) => (
          <Paper key={paper.id} paper={paper} most={most} concept={concept?.id ?? ''} />
        ))}
      </ol>
      <p class="muted">
        {total > items.length && `${w.more(number(total - items.length))} `}
        {read > 0 && items.length > 0 && `${w.leftOut(number(read))} `}
        <a href={hashOf({ view: 'find', concept: concept?.id ?? asked, only: { from: since } })}>{w.all}</a>
      </p>
    </section>
  )
}

interface PaperProps {
  paper: RelatedPaper
  most: number
  concept: string
}

function Paper({ paper, most, concept }: PaperProps) {
  const w = words.value
  const { id, title, authors, date, arxiv, parts, score, receipts } = paper
  const url = webOf(paper)
  const isRead = isMarkedRead(id)
  const left = authors.length - FEW
  return (
    <li class="news-paper" data-read={isRead}>
      <h4>
        <a href={hashOf({ view: 'look' }, focusEntity(id)())} title={w.open}>
          <bdi>{title || id}</bdi>
        </a>
      </h4>
      <p class="news-facts muted">
        {date && <span>{date}</span>}
        {authors.length > 0 && (
          <bdi title={authors.join(', ')}>
            {authors.slice(0, FEW).join(', ')}
            {left > 0 && ` ${ofFind.value.authors(number(left))}`}
          </bdi>
        )}
        {url && (
          <a href={url} target="_blank" rel="noreferrer noopener" title={w.web}>
            {arxiv ? `arXiv:${arxiv}` : w.web}
          </a>
        )}
        <button type="button" class="link" aria-pressed={isRead} onClick={() => void setRead(id, !isRead)}>
          {w.read}
        </button>
        {isRead && <span>{w.isRead}</span>}
      </p>
      <WhyBar parts={parts} most={most} />
      <WhySum parts={parts} score={score} />
      {receipts.slice(0, 1).map((receipt) => (
        <ReceiptCard key={receipt.passage} receipt={receipt} about={[concept, id]} />
      ))}
    </li>
  )
}
