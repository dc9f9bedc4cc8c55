/** What was compared with what, evaluated on what, or is a variant of what, as a table with the words that say so. */
import { surveyWords } from '../../messages/survey-words.ts'
import { focusEdge } from '../../state/focus.ts'
import { wordsOf } from '../../state/language.ts'
import { hashOf } from '../../state/location.ts'
import type { Survey } from '../../types.ts'
import { ReceiptCard } from '../evidence/receipt.tsx'

const words = wordsOf(surveyWords)

export function Comparisons({ comparisons }: Pick<Survey, 'comparisons'>) {
  const w = words.value
  const relations: Readonly<Record<string, string>> = w.relation
  return (
    <table class="survey-comparisons">
      <thead>
        <tr>
          <th scope="col">{w.whom}</th>
          <th scope="col">{w.words}</th>
        </tr>
      </thead>
      <tbody>
        {comparisons.map(({ type, source, target, receipt }) => (
          <tr key={`${type} ${source.id} ${target.id}`}>
            <td>
              <a href={hashOf({ view: 'look' }, focusEdge(source.id, target.id)())}>
                <bdi>{source.name}</bdi> <span class="muted">{relations[type] ?? type}</span> <bdi>{target.name}</bdi>
              </a>
            </td>
            <td>
              <ReceiptCard receipt={receipt} about={[source.id, target.id]} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
