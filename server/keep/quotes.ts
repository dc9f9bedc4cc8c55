/**
 * Receipts as one reads them at a glance: of a long one the sentences that hold the names in question, and a line
 * without the signs of its format. Every word is the note's own, and a shorter receipt is still a receipt.
 */
import type { Mark, Receipt } from '../api.ts'

/** What is read at a glance, in letters; a Chinese character says as much as two. */
const LONG = 260

const HAN = /\p{Script=Han}/gu
const sizeOf = (text: string): number => text.length + (text.match(HAN)?.length ?? 0)

/** The sentences of a long quote that hold the names in question, else its first. */
export function narrow(receipt: Receipt, about: readonly string[]): Receipt {
  const { quote, marks, start, line } = receipt
  if (sizeOf(quote) <= LONG) return receipt
  const [from, to] = stretchOf(
    quote,
    marks.filter(({ entity }) => about.includes(entity)),
  )
  const within = marks.filter((mark) => mark.start >= from && mark.end <= to)
  return {
    ...receipt,
    line: line + quote.slice(0, from).split('\n').length - 1,
    start: start + from,
    end: start + to,
    quote: quote.slice(from, to),
    marks: within.map((mark) => ({ ...mark, start: mark.start - from, end: mark.end - from })),
  }
}

interface Sentence {
  start: number
  end: number
}

function stretchOf(quote: string, named: readonly Mark[]): [number, number] {
  const sentences = toSentences(quote)
  const [first] = named
  const begin = sentences.find(({ end }) => end > (first?.start ?? 0)) ?? { start: 0, end: quote.length }
  const other = named.find(({ entity }) => entity !== first?.entity)
  let end = begin.end
  for (const sentence of sentences) {
    if (sentence.start < begin.end || sizeOf(quote.slice(begin.start, sentence.end)) > LONG) continue
    // On to the other name; a sentence that is hardly one needs the next.
    if (other && other.start >= end) end = sentence.end
    else if (sizeOf(quote.slice(begin.start, end)) < SHORT) end = sentence.end
  }
  if (end - begin.start <= 2 * LONG) return [begin.start, end]
  // A sentence without an end: from a little before the name.
  const start = Math.max(begin.start, wordStart(quote, (first?.start ?? 0) - SHORT))
  return [start, wordEnd(quote, start + LONG)]
}

/** Letters below which a sentence says little by itself. */
const SHORT = 60

/** A full stop ends one before a space; a Chinese one, or the end of a line, always does. */
function toSentences(text: string): Sentence[] {
  const sentences: Sentence[] = []
  for (const { 0: whole, index } of text.matchAll(/(?:[^。！？!?.\n]|[.!?](?!\s))+(?:[。！？!?.]+[”’"')\]]*|\n|$)/gu)) {
    const start = index + (whole.length - whole.trimStart().length)
    const end = start + whole.trim().length
    if (end > start) sentences.push({ start, end })
  }
  return sentences
}

/** In Chinese a cut may stand anywhere; between Latin letters it may not, nor within a character of two halves. */
const LATIN = /[\p{Script=Latin}\p{N}\uDC00-\uDFFF]/u

function wordStart(text: string, at: number): number {
  let start = Math.max(0, at)
  while (start > 0 && LATIN.test(text[start - 1] ?? '') && LATIN.test(text[start] ?? '')) start--
  return start
}

function wordEnd(text: string, at: number): number {
  let end = Math.min(text.length, at)
  while (end < text.length && LATIN.test(text[end - 1] ?? '') && LATIN.test(text[end] ?? '')) end++
  return end
}

/** One line. A link is its words, a row of a table its cells, the head of a page its title; bullets and stars go. */
export function toQuote({ quote }: Pick<Receipt, 'quote'>): string {
  const end = quote.length <= 2 * LONG ? quote.length : wordEnd(quote, LONG)
  const text = quote
    .slice(0, end)
    .replace(/^-{3,}[ \t]*$|^(?:layout|date|tags|categories|permalink):.*$/gm, '')
    .replace(/^title:[ \t]*(["']?)(.*)\1[ \t]*$/gm, '$2')
    .replace(/\\+(?:underline|emph|text(?:bf|it|tt|sc))\{((?:[^{}]|\{[^{}]*\})*)\}/g, '$1')
    .replace(/\\+(?:underline|emph|text(?:bf|it|tt|sc))\{([^{}]*)\}/g, '$1')
    .replace(/\\+"/g, '"')
    .replace(/!?\[([^\]]*)\]\([^)\s]*\)?/g, '$1')
    .replace(/^\s*(?:[-*+]\s+|#{1,6}\s+|>\s*|\|)+/gm, '')
    .replace(/(?:\s*\|)+\s*$/gm, '')
    .replace(/\s*\|\s*(?=\|)/g, '')
    .replace(/\s+\|\s+/g, ' · ')
    .replace(/\*\*|__(?=\S)|`/g, '')
    .replace(/\s+/g, ' ')
    .trim()
  return end < quote.length ? `${text} …` : text
}
