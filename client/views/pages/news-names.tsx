/** What was named for the first time, with the line that says what it is. */
import { newsWords } from '../../messages/news-words.ts'
import { focusEntity } from '../../state/focus.ts'
import { words as frame, number, wordsOf } from '../../state/language.ts'
import { hashOf } from '../../state/location.ts'
import type { Digest } from '../../types.ts'
import { ReceiptCard } from '../evidence/receipt.tsx'
import { MarkedName } from '../name.tsx'
import { Empty } from '../states.tsx'

const words = wordsOf(newsWords)

export function NewNames({ entities: { items, total, papers, people } }: Pick<Digest, 'entities'>) {
  const w = words.value
  const { kinds } = frame.value
  return (
    <section aria-label={w.names}>
      <h3>{w.names}</h3>
      {total === 0 && <Empty>{w.noNames}</Empty>}
      <ul class="news-names">
        {items.map(({ entity, receipts }) => (
          <li key={entity.id}>
            <h4>
              <a href={hashOf({ view: 'look' }, focusEntity(entity.id)())}>
                <MarkedName of={entity} />
              </a>{' '}
              <small>
                {kinds[entity.kind]} · {w.mentions(number(entity.mentions))}
              </small>
            </h4>
            {receipts.map((receipt) => (
              <ReceiptCard key={receipt.passage} receipt={receipt} about={[entity.id]} />
            ))}
          </li>
        ))}
      </ul>
      <p class="muted">
        {total > items.length && `${w.moreNames(number(total - items.length))} `}
        {papers + people > 0 && w.others(number(papers), number(people))}
      </p>
    </section>
  )
}
