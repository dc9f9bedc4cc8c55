/** Why a paper stands where it stands: each part in a sentence, and the lines that made it rank. */
import { findWords } from '../../../messages/find-words.ts'
import { wordsOf } from '../../../state/language.ts'
import type { RelatedPaper } from '../../../types.ts'
import { ReceiptCard } from '../../evidence/receipt.tsx'
import { figure, isThere, PARTS, partsOf } from './parts.ts'
import { WhyKey } from './why-bar.tsx'

const words = wordsOf(findWords)

interface Props {
  id: string
  paper: Pick<RelatedPaper, 'id' | 'parts' | 'receipts'>
  /** The id of the entity that was asked about; null for free text. */
  concept: string | null
}

export function Why({ id, paper: { id: paper, parts, receipts }, concept }: Props) {
  const w = words.value
  const none = PARTS.filter((part) => !isThere(parts[part]))
  return (
    <div id={id} class="why">
      <dl class="why-parts">
        {partsOf(parts).map((part) => (
          <div key={part}>
            <dt>
              <WhyKey part={part} />
              {w.part[part]} <b>{figure(parts[part])}</b>
            </dt>
            <dd>{w.because[part]}</dd>
          </div>
        ))}
      </dl>
      {none.length > 0 && <p class="muted">{w.nothing(none.map((part) => w.part[part]).join(', '))}</p>}
      <h5>{w.lines}</h5>
      {receipts.length === 0 && <p class="muted">{w.noLines}</p>}
      {receipts.map((receipt) => (
        <ReceiptCard
          key={`${receipt.document} ${receipt.start}`}
          receipt={receipt}
          about={concept ? [paper, concept] : [paper]}
        />
      ))}
    </div>
  )
}
