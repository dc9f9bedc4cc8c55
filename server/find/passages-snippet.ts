/**
 * A passage and a query → the stretch of it that one reads, with the words that were looked for.
 *
 * The stretch is verbatim, so it can be walked back to the file; of a long passage it is the one with most of the words,
 * the rare before the common.
 */
import { rangeOfPair, rangeOfWord, type WordIndex } from './passages-index.ts'
import type { Query } from './passages-query.ts'
import { eachWord, foldWord } from './passages-words.ts'

export interface Snippet {
  /** Offsets into the text. */
  start: number
  end: number
  /** Offsets into the snippet, side by side. */
  marks: { start: number; end: number }[]
}

/** Units a snippet has at most, and how many of them stand before the first word that was hit. */
const LONGEST = 180
const BEFORE = 40

interface Hit {
  start: number
  end: number
  need: number
}

export function createSnippets(index: WordIndex, { needs }: Query): (text: string) => Snippet {
  const weights = needs.map(({ pieces, isSmall }) => (isSmall ? 0 : 1 / (1 + Math.log1p(postingsOf(index, pieces)))))
  const hasOthers = weights.some((weight) => weight > 0)
  const needOf = new Map<number, number>()
  const find = (term: number): number => {
    let need = needOf.get(term)
    if (need === undefined) {
      const isWanted = (_: unknown, at: number) => !hasOthers || (weights[at] as number) > 0
      need = needs.findIndex(
        ({ pieces }, at) => isWanted(pieces, at) && pieces.some(({ range: [from, to] }) => term >= from && term < to),
      )
      needOf.set(term, need)
    }
    return need
  }
  return (text) => {
    const hits: Hit[] = []
    eachWord(text, (pair, start, end) => {
      const isWord = pair < 0
      const [term, beyond] = isWord
        ? rangeOfWord(index, foldWord(text, start, end), false)
        : rangeOfPair(index, pair, false)
      const need = beyond > term ? find(term) : -1
      if (need >= 0) hits.push({ start, end: isWord ? end : start + (needs[need]?.characters ?? 1), need })
    })
    const [start, end] = stretchOf(text, hits, weights)
    return { start, end, marks: toMarks(hits, start, end) }
  }
}

function postingsOf({ starts }: WordIndex, pieces: Query['needs'][number]['pieces']): number {
  return pieces.reduce((sum, { range: [from, to] }) => sum + (starts[to] as number) - (starts[from] as number), 0)
}

/** The whole of a short text, else as much as has the most of what is wanted. */
function stretchOf(text: string, hits: readonly Hit[], weights: readonly number[]): [start: number, end: number] {
  if (text.length <= LONGEST) return trimmed(text, 0, text.length)
  let [from, most] = [0, -1]
  for (const [at, { start }] of hits.entries()) {
    const begin = Math.max(0, start - BEFORE)
    const seen = new Set<number>()
    let weight = 0
    for (let next = at; next < hits.length; next++) {
      const { end, need } = hits[next] as Hit
      if (end > begin + LONGEST) break
      // Again is worth a little, so that the stretch that says it twice is told.
      weight += (weights[need] as number) * (seen.has(need) ? 0.1 : 1)
      seen.add(need)
    }
    if (weight > most) [from, most] = [begin, weight]
  }
  return trimmed(text, from, Math.min(text.length, from + LONGEST))
}

/** Not in the middle of a word, where a space or a sentence ends nearby, and without space at its ends. */
function trimmed(text: string, from: number, to: number): [start: number, end: number] {
  let [start, end] = [from, to]
  if (start > 0) {
    const skipped = /^.{0,30}?[\s。！？；，、.!?;,:：]\s*/su.exec(text.slice(start - 1, start + BEFORE - 1))
    if (skipped) start += Math.max(0, skipped[0].length - 1)
  }
  if (end < text.length) {
    const kept = /^.*[\s。！？；，、]/su.exec(text.slice(end - 30, end))
    if (kept) end -= 30 - kept[0].length
  }
  while (start < end && /\s/.test(text.charAt(start))) start++
  while (end > start && /\s/.test(text.charAt(end - 1))) end--
  // Half a character of two units is none.
  if (isLow(text, start)) start++
  if (isLow(text, end)) end--
  return [start, end]
}

function isLow(text: string, at: number): boolean {
  const unit = text.charCodeAt(at)
  return unit >= 0xdc00 && unit <= 0xdfff
}

/** What overlaps or touches is one mark. */
function toMarks(hits: readonly Hit[], from: number, to: number): Snippet['marks'] {
  const marks: Snippet['marks'] = []
  for (const hit of hits) {
    if (hit.end <= from || hit.start >= to) continue
    const [start, end] = [Math.max(hit.start, from) - from, Math.min(hit.end, to) - from]
    const last = marks.at(-1)
    if (last && start <= last.end) last.end = Math.max(last.end, end)
    else marks.push({ start, end })
  }
  return marks
}
