/**
 * What is typed → the spellings it may mean.
 *
 * All spellings stand in two long texts, those with Latin letters alone and the others, each between line ends: a native
 * search through them takes well under a millisecond, and no index of words has to agree with the folding of names.
 */
import { fold } from '../../ingest/fold.ts'
import { HOWS, type How } from '../api.ts'
import type { NamedEntity } from './names.ts'
import { createPinyin, type Reach, type Readings } from './pinyin.ts'
import { createTypos, editsAllowed } from './typos.ts'

export interface Spelling {
  text: string
  folded: string
  /** Its words, folded; together they are `folded`. */
  words: string[]
  entity: NamedEntity
}

/** Takes the place of a spelling and how surely it is meant: the smaller the rank, the surer. */
export type Visit = (at: number, rank: number) => void

/** There are ten ranks for each way. */
export const howOf = (rank: number): How => HOWS[Math.floor(rank / 10)] as How

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
export function createMatcher(
  spellings: readonly Spelling[],
  readings: Readings,
): (query: string, visit: Visit) => void {
  const folded = spellings.map((spelling) => spelling.folded)
  const texts = toTexts(folded)
  const heard = createPinyin(folded, readings)
  const nearMisses = createTypos(spellings)
  return (query, visit) => {
    const wanted = foldLine(query)
    if (!wanted) return
    let isSure = false
    const take = (at: number, how: How, worse = 0) => {
      isSure ||= how !== 'part'
      visit(at, HOWS.indexOf(how) * 10 + worse)
    }
    spelled(wanted, toTyped(query), texts, spellings, take)
    for (const { at, reach } of heard(wanted.replaceAll("'", ''))) take(at, 'pinyin', REACHES[reach])
    if (isSure) return
    for (const { at, distance } of nearMisses(wanted, editsAllowed(wanted))) take(at, 'typo', distance)
  }
}

/** How far a match is behind the best of its sort, below 10. */
const REACHES: Readonly<Record<Reach, number>> = { whole: 0, start: 1, inside: 2 }

/** Many spellings as one text, each after a line end. */
interface LongText {
  text: string
  /** Where each begins, and whose it is. */
  begins: Uint32Array
  places: Uint32Array
}

function toTexts(folded: readonly string[]): LongText[] {
  const places = folded.map((_, at) => at)
  const isPlain = (at: number) => /^[\0-\x7f]*$/.test(folded[at] as string)
  return [places.filter(isPlain), places.filter((at) => !isPlain(at))].map((own) => {
    const begins = new Uint32Array(own.length + 1)
    for (const [next, at] of own.entries())
      begins[next + 1] = (begins[next] as number) + (folded[at] as string).length + 1
    return { text: `\n${own.map((at) => folded[at]).join('\n')}\n`, begins, places: Uint32Array.from(own) }
  })
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
function spelled(
  wanted: string,
  typed: readonly Typed[],
  [plain, others]: readonly LongText[],
  spellings: readonly Spelling[],
  take: (at: number, how: How) => void,
): void {
  // What holds it all holds its longest part; one Latin letter is in every name, so those that begin with it must do.
  const parts = typed.length > 1 ? typed.map(({ part }) => part) : [wanted]
  const longest = parts.reduce((most, part) => (part.length > most.length ? part : most))
  const key = /^[a-z\d]$/.test(longest) ? `\n${longest}` : longest
  const isPlain = /^[\0-\x7f]*$/.test(wanted)
  for (const long of isPlain ? [plain, others] : [others]) {
    if (!long) continue
    eachHolding(long, key, (at) => {
      const { folded, words } = spellings[at] as Spelling
      const place = folded.indexOf(wanted)
      if (place === 0) take(at, folded.length === wanted.length ? 'exact' : 'prefix')
      else if (place > 0 || (typed.length > 1 && holdsAll(folded, words, typed))) take(at, 'part')
    })
  }
}

/** Each spelling once, in order. */
function eachHolding({ text, begins, places }: LongText, part: string, visit: (at: number) => void): void {
  let next = 0
  for (let found = text.indexOf(part); found >= 0; found = text.indexOf(part, begins[next])) {
    next = spellingAt(begins, part.startsWith('\n') ? found : found - 1, next)
    visit(places[next] as number)
    next++
    if (next >= places.length) return
  }
}

/** The last that begins at a place or before it, from `low` on; the steps double, for the next is often near. */
function spellingAt(begins: Uint32Array, place: number, low: number): number {
  let step = 1
  while (low + step < begins.length && (begins[low + step] as number) <= place) step *= 2
  let [from, to] = [low + (step >> 1), Math.min(low + step, begins.length - 1)]
  while (to - from > 1) {
    const middle = (from + to) >>> 1
    if ((begins[middle] as number) <= place) from = middle
    else to = middle
  }
  return from
}

function holdsAll(folded: string, words: readonly string[], typed: readonly Typed[]): boolean {
  for (const { part, chinese } of typed) {
    if (!folded.includes(part)) return false
    if (!chinese && !words.some((word) => word.startsWith(part))) return false
  }
  return true
}
