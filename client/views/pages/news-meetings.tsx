/** Who met for the first time: both names, and the line that joins them. */
import { newsWords } from '../../messages/news-words.ts'
import { focusEdge } from '../../state/focus.ts'
import { words as frame, number, wordsOf } from '../../state/language.ts'
import { hashOf } from '../../state/location.ts'
import type { Digest, FirstMeeting } from '../../types.ts'
import { ReceiptCard } from '../evidence/receipt.tsx'
import { ScopeLine } from '../evidence/scope-line.tsx'
import { MarkedName } from '../name.tsx'
import { Empty } from '../states.tsx'

const words = wordsOf(newsWords)

export function Meetings({ meetings: { items, total } }: Pick<Digest, 'meetings'>) {
  const w = words.value
  return (
    <section aria-label={w.meetings}>
      <h3>{w.meetings}</h3>
      {total === 0 ? <Empty>{w.noMeetings}</Empty> : <p class="muted">{w.meetingsHint}</p>}
      <ul class="news-meetings">
        {items.map((meeting) => (
          <Meeting key={`${meeting.source.id} ${meeting.target.id}`} meeting={meeting} />
        ))}
      </ul>
      {total > items.length && <p class="muted">{w.moreMeetings(number(total - items.length))}</p>}
    </section>
  )
}

function Meeting({ meeting: { source, target, type, scope, receipts } }: { meeting: FirstMeeting }) {
  const w = words.value
  const { relations, scopes } = frame.value
  return (
    <li>
      <h4>
        <a
          href={hashOf({ view: 'look' }, focusEdge(source.id, target.id)())}
          title={w.openEdge(source.name, target.name)}
        >
          <span class="end">
            <MarkedName of={source} />
          </span>{' '}
          <span class="how">{type === 'CO_MENTION' ? '—' : relations[type]}</span>{' '}
          <span class="end">
            <MarkedName of={target} />
          </span>
        </a>{' '}
        <small>
          <ScopeLine scope={scope} /> {scopes[scope]}
        </small>
      </h4>
      {receipts.map((receipt) => (
        <ReceiptCard key={receipt.passage} receipt={receipt} about={[source.id, target.id]} />
      ))}
    </li>
  )
}
