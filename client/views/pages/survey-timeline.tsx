/** When the papers came out, as a strip of bars with their titles, and the sentences that first joined others to the concept. */
import { surveyWords } from '../../messages/survey-words.ts'
import { focusEntity } from '../../state/focus.ts'
import { number, wordsOf } from '../../state/language.ts'
import { hashOf } from '../../state/location.ts'
import type { Survey } from '../../types.ts'
import { ReceiptCard } from '../evidence/receipt.tsx'

const words = wordsOf(surveyWords)

interface Props {
  timeline: Survey['timeline']
  about: readonly string[]
}

export function SurveyTimeline({ timeline: { items }, about }: Props) {
  const w = words.value
  const most = Math.max(1, ...items.map(({ papers }) => papers.length))
  return (
    <ol class="survey-periods">
      {items.map(({ period, papers, meetings }) => (
        <li key={period}>
          <p class="survey-period">
            <b>{period}</b>
            <span class="survey-bar" aria-hidden="true" style={{ width: `${(papers.length / most) * 40}%` }} />
            {papers.length > 0 && <span class="muted">{w.paperCount(number(papers.length))}</span>}
          </p>
          <ul class="survey-titles">
            {papers.map(({ id, title }) => (
              <li key={id}>
                <a href={hashOf({ view: 'look' }, focusEntity(id)())}>
                  <bdi>{title}</bdi>
                </a>
              </li>
            ))}
          </ul>
          {meetings.length > 0 && <p class="muted survey-met">{w.met}</p>}
          {meetings.map(({ names, receipt }) => (
            <div key={`${receipt.passage} ${receipt.start}`} class="survey-meeting">
              <p>
                {names.map(({ id, name }) => (
                  <a key={id} href={hashOf({ view: 'look' }, focusEntity(id)())}>
                    <bdi>{name}</bdi>
                  </a>
                ))}
              </p>
              <ReceiptCard receipt={receipt} about={[...about, ...names.map(({ id }) => id)]} />
            </div>
          ))}
        </li>
      ))}
    </ol>
  )
}
