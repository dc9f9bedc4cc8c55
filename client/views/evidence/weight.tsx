/** A weight in words: what it is the sum of, how telling it is, and, for those who ask, how it is made. */
import { toParts, toSurprise } from '../../evidence/weight.ts'
import { number, words } from '../../state/language.ts'
import type { EdgeDetail } from '../../types.ts'

export function Weight({ edge }: { edge: EdgeDetail }) {
  const { evidence, reading: w } = words.value
  const parts = toParts(edge)
  return (
    <>
      <p class="weight">
        {evidence.weight} {edge.weight.toFixed(2)}
        {parts.length > 0 && ' = '}
        {parts.map(({ scope, weight, meetings }, at) => (
          <span key={scope}>
            {at > 0 && ' + '}
            {weight.toFixed(2)}{' '}
            <span class="muted">{meetings === null ? w.partMany[scope] : w.part[scope](number(meetings))}</span>
          </span>
        ))}
      </p>
      <p class="muted facts">
        <span>{evidence.support(number(edge.support))}</span>
        {edge.firstSeen && edge.lastSeen && <span class="dates">{evidence.seen(edge.firstSeen, edge.lastSeen)}</span>}
      </p>
      {edge.type === 'CO_MENTION' && (
        <p class="muted">
          {w.npmi[toSurprise(edge.npmi)]} <span title="npmi">({edge.npmi.toFixed(2)})</span>. {w.damped}
        </p>
      )}
    </>
  )
}

export function HowWeight() {
  const { reading: w } = words.value
  return (
    <details class="how">
      <summary>{w.howWeight}</summary>
      <ul>
        {w.howWeightLines.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
    </details>
  )
}
