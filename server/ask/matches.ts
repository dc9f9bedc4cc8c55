/**
 * What is typed → the spellings it may mean.
 *
 * All spellings are looked through each time: tens of thousands take milliseconds, and no index of words has to agree
 * with the folding of names.
 */
import { fold } from '../../ingest/fold.ts'
import { HOWS, type How } from '../api.ts'
import type { NamedEntity } from './names.ts'
import { createPinyin, type Reach, type Readings } from './pinyin.ts'
import { createTypos, editsAllowed } from './typos.ts'

/** What is typed beyond this is not looked at. */
const LONGEST_QUERY = 200

export interface Spelling {
  text: string
  folded: string
  /** Its words, folded; together they are `folded`. */
  words: string[]
  entity: NamedEntity
}

/** How a spelling was hit; the smaller `rank` is the surer. */
export interface Match {
  at: number
  how: How
  rank: number
}

export function toSpelling(entity: NamedEntity): (text: string) => Spelling {
  return (text) => {
    const words = text.split(BETWEEN_WORDS).map(foldLine).filter(Boolean)
    return { text, folded: words.join(''), words, entity }
  }
}

/** What folding drops, and where Chinese and Latin letters touch. */
const BETWEEN_WORDS = /[\s\p{Pd}_]+|(?<=\p{Script=Han})(?=\p{Script=Latin})|(?<=\p{Script=Latin})(?=\p{Script=Han})/u

function foldLine(text: string): string {
  return fold(text).replaceAll('\n', '')
}

/** A near miss is only looked for where nothing is called, begins or sounds so: what is right needs no guesses. */
export function createMatcher(spellings: readonly Spelling[], readings: Readings): (query: string) => Match[] {
  const folded = spellings.map((spelling) => spelling.folded)
  const heard = createPinyin(folded, readings)
  const nearMisses = createTypos(spellings)
  return (query) => {
    const asked = query.slice(0, LONGEST_QUERY)
    const wanted = foldLine(asked)
    if (!wanted) return []
    const found = [...spelled(wanted, toTyped(asked), spellings), ...heard(wanted.replaceAll("'", '')).map(toSound)]
    if (found.some(({ how }) => how !== 'part')) return found
    return [
      ...found,
      ...nearMisses(wanted, editsAllowed(wanted)).map(({ at, distance }) => toMatch(at, 'typo', distance)),
    ]
  }
}

/** A Latin word is typed from its beginning; in Chinese any character may begin one. */
interface Typed {
  part: string
  chinese: boolean
}

function toTyped(query: string): Typed[] {
  const parts = query
    .replaceAll(/[,，、]/g, ' ')
    .split(BETWEEN_WORDS)
    .map(foldLine)
    .filter(Boolean)
  return parts.map((part) => ({ part, chinese: /\p{Script=Han}/u.test(part) }))
}

/** The whole of it, its beginning, a part of it, or all the words that were typed, in any order. */
function spelled(wanted: string, typed: readonly Typed[], spellings: readonly Spelling[]): Match[] {
  const found: Match[] = []
  for (let at = 0; at < spellings.length; at++) {
    const { folded, words } = spellings[at] as Spelling
    const place = folded.indexOf(wanted)
    if (place === 0) found.push(toMatch(at, folded.length === wanted.length ? 'exact' : 'prefix'))
    else if (place > 0 || (typed.length > 1 && holdsAll(folded, words, typed))) found.push(toMatch(at, 'part'))
  }
  return found
}

function holdsAll(folded: string, words: readonly string[], typed: readonly Typed[]): boolean {
  for (const { part, chinese } of typed) {
    if (!folded.includes(part)) return false
    if (!chinese && !words.some((word) => word.startsWith(part))) return false
  }
  return true
}

const REACHES: Readonly<Record<Reach, number>> = { whole: 0, start: 1, inside: 2 }

function toSound({ at, reach }: { at: number; reach: Reach }): Match {
  return toMatch(at, 'pinyin', REACHES[reach])
}

/** @param worse how far a match is behind the best of its sort, below 10 */
function toMatch(at: number, how: How, worse = 0): Match {
  return { at, how, rank: HOWS.indexOf(how) * 10 + worse }
}
