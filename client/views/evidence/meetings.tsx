/** The meetings of an edge's two ends: a line that names both, or the two lines of a thread together. */
import { number, words } from '../../state/language.ts'
import type { EdgeDetail, Meeting } from '../../types.ts'
import { ReceiptCard } from './receipt.tsx'
import { ScopeLine } from './scope-line.tsx'

export function Meetings({ edge }: { edge: EdgeDetail }) {
  const { reading: w } = words.value
  const about = [edge.source, edge.target]
  return (
    <>
      {edge.support > 1 && (
        <p class="muted meetings-count">{w.lines(number(edge.meetings.length), number(edge.support))}</p>
      )}
      <ol class="meetings">
        {edge.meetings.map((meeting) => (
          <MeetingItem key={keyOf(meeting)} meeting={meeting} about={about} />
        ))}
      </ol>
    </>
  )
}

function MeetingItem({ meeting, about }: { meeting: Meeting; about: readonly string[] }) {
  const { evidence, scopes } = words.value
  return (
    <li>
      <p class="scope-line">
        <ScopeLine scope={meeting.scope} /> {scopes[meeting.scope]}
      </p>
      {meeting.receipts.map((receipt, index) => (
        <div
          key={`${receipt.passage} ${receipt.start}`}
          class={meeting.receipts.length > 1 ? 'thread-line' : undefined}
        >
          {index > 0 && <p class="muted between">{evidence.threadGap}</p>}
          <ReceiptCard receipt={receipt} about={about} />
        </div>
      ))}
    </li>
  )
}

const keyOf = (meeting: Meeting) => meeting.receipts.map((receipt) => `${receipt.document} ${receipt.start}`).join(' ')
