/** What each part of the reading adds: the same finds, with those of more and more rules counted. */
import type { Extracted } from '../../server/extracted.ts'
import { type Compared, toScores } from '../../server/scores.ts'

interface Part {
  name: string
  /** The rules whose finds it makes; a rule belongs to the first part that it fits. */
  rules: RegExp
}

const PARTS: readonly Part[] = [
  { name: 'lexicon alone', rules: /^lexicon(?::version)?$/ },
  { name: '+ layout, links, titles', rules: /^(?:layout|link|title|people)\b/ },
  { name: '+ names a document gives itself', rules: /^own\b/ },
  { name: '+ cues (all of it)', rules: /^/ },
]

/** Strict F1 with the finds of each part and of those before it. */
export function ablate(documents: readonly Compared<Extracted>[]): { part: string; f1: number }[] {
  return PARTS.map(({ name }, at) => {
    const counted = documents.map(({ found, ...rest }) => ({
      ...rest,
      found: found.filter(({ rule }) => PARTS.findIndex(({ rules }) => rules.test(rule)) <= at),
    }))
    return { part: name, f1: toScores(counted).strict.f1 }
  })
}
