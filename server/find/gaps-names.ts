/**
 * Whether two names are one thing, or so nearly one that a gap between them says nothing: another spelling, a short
 * form, a name within the other, another version of it, or the same in the other language.
 */
import { fold } from '../../ingest/fold.ts'
import { isAcronym } from '../../ingest/identity/aliases.ts'
import { singular } from '../../ingest/identity/keys.ts'

export interface Spelled {
  name: string
  aliases: readonly string[]
}

/** Shorter spellings than this stand within others by chance. */
const FEWEST_LETTERS = 3

export function areNearlyOne(a: Spelled, b: Spelled): boolean {
  const [ours, theirs] = [spellings(a), spellings(b)]
  return ours.some((one) =>
    theirs.some((other) => isLike(one, other) || isAcronym(one, other) || isAcronym(other, one)),
  )
}

const spellings = ({ name, aliases }: Spelled): string[] => [name, ...aliases]

function isLike(one: string, other: string): boolean {
  const [a, b] = [fold(singular(one)), fold(singular(other))]
  if (a === b || (withoutNumbers(a) === withoutNumbers(b) && withoutNumbers(a).length >= FEWEST_LETTERS)) return true
  return isWithin(wordsOf(one), wordsOf(other)) || isWithin(wordsOf(other), wordsOf(one))
}

/** `GPT-4` and `GPT-3.5` are versions of one name. */
const withoutNumbers = (folded: string): string => folded.replace(/\d+(?:\.\d+)*[bk]?/g, '')

/** Latin words in the singular, and each Han character as one. */
function wordsOf(name: string): string[] {
  const words = name.normalize('NFKC').match(/\p{Script=Han}|[^\p{Script=Han}\s\p{P}]+/gu) ?? []
  return words.map((word) => fold(singular(word))).filter(Boolean)
}

/** Whether all words of the one follow each other in the other: retrieval in retrieval-augmented generation. */
function isWithin(short: readonly string[], long: readonly string[]): boolean {
  if (short.length >= long.length || short.join('').length < Math.min(FEWEST_LETTERS, short.length + 1)) return false
  return long.some((_, at) => short.every((word, index) => word === long[at + index]))
}
