/** Papers that one line names and nobody says a word about, each with that line. */
import { gapsWords } from '../../../messages/gaps-words.ts'
import { number, wordsOf } from '../../../state/language.ts'
import type { Gaps } from '../../../types.ts'
import { ReceiptCard } from '../../evidence/receipt.tsx'
import { Empty } from '../../states.tsx'
import { PaperTitle } from './paper-title.tsx'

const words = wordsOf(gapsWords)

interface Props {
  papers: Gaps['undiscussed']
  about: Gaps['concept']
  /** Asks for more; undefined where there is no more to ask for. */
  more: (() => void) | undefined
}

export function UndiscussedPapers({ papers: { items, total }, about, more }: Props) {
  const w = words.value
  const isNone = items.length === 0
  return (
    <section aria-labelledby="gaps-undiscussed">
      <h3 id="gaps-undiscussed">{about ? w.undiscussedOf(about.name) : w.undiscussed}</h3>
      {isNone ? (
        <Empty>{about ? w.nothingUndiscussedOf(about.name) : w.nothingUndiscussed}</Empty>
      ) : (
        <p class="muted">
          {w.why} {w.told(number(items.length), number(total))}
        </p>
      )}
      <ul class="gap-list">
        {items.map((paper) => (
          <li key={paper.id} class="gap-row">
            <PaperTitle paper={paper} level="h4" />
            <ReceiptCard receipt={paper.receipt} about={[paper.id]} />
          </li>
        ))}
      </ul>
      {more && (
        <button type="button" class="button" onClick={more}>
          {w.more}
        </button>
      )}
    </section>
  )
}
