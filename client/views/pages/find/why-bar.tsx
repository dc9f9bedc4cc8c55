/**
 * A score as a bar of its parts, and the same in numbers. Each part has a tint and a pattern of its own, so that bars are
 * read without colours, too; the numbers beside them say all that the bar says.
 */
import { Fragment } from 'preact'
import '../../../styles/why-bar.css'
import { findWords } from '../../../messages/find-words.ts'
import { wordsOf } from '../../../state/language.ts'
import type { Part } from '../../../types.ts'
import { figure, type Parts, partsOf } from './parts.ts'

const words = wordsOf(findWords)

interface BarProps {
  parts: Parts
  /** The length of the longest bar beside it. */
  most: number
}

export function WhyBar({ parts, most }: BarProps) {
  const { part: names } = words.value
  return (
    <span class="why-bar" aria-hidden="true">
      {partsOf(parts).map((part) => (
        <span
          key={part}
          class={`why-part why-${part}`}
          title={`${names[part]} ${figure(parts[part])}`}
          style={{ width: `${(100 * Math.max(0, parts[part])) / Math.max(most, Number.MIN_VALUE)}%` }}
        />
      ))}
    </span>
  )
}

/** `7.42 = words 3.10 + said outright 2.20 + …` */
export function WhySum({ parts, score }: { parts: Parts; score: number }) {
  const { part: names, score: label } = words.value
  return (
    <p class="why-sum">
      <span class="visually-hidden">{label} </span>
      <b>{figure(score)}</b>
      {' = '}
      {partsOf(parts).map((part, at) => (
        <Fragment key={part}>
          {at > 0 && ' + '}
          <span class="why-term">
            {names[part]} {figure(parts[part])}
          </span>
        </Fragment>
      ))}
    </p>
  )
}

export function WhyKey({ part }: { part: Part }) {
  return <i class={`why-key why-${part}`} aria-hidden="true" />
}

/** Which pattern is which part; only those that some bar has. */
export function WhyLegend({ parts }: { parts: readonly Part[] }) {
  const { part: names, because, legend } = words.value
  return (
    <ul class="why-legend" aria-label={legend}>
      {parts.map((part) => (
        <li key={part} title={because[part]}>
          <WhyKey part={part} />
          {names[part]}
        </li>
      ))}
    </ul>
  )
}
