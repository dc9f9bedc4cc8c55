/**
 * A document's text and its finds → tokens in typed arrays, for the tagger.
 *
 * A run of Latin letters and digits is a token, each Han character is one, and so is each other sign; white space is
 * none. What the tagger may not touch is one token, whatever it holds. A line is a sequence: names do not cross line
 * ends. The arrays are kept from document to document, so that reading allocates nothing.
 */
import type { Find } from '../finds.ts'
import type { Span } from '../sentences.ts'
import { KINDS } from '../types.ts'
import { FROZEN, hash, isDigit, shapeOf, tokenEnd, typeOf } from './signs.ts'

/** Where a token stands in the find that covers it. */
export const BEGIN = 0
export const INSIDE = 1
export const END = 2
export const SINGLE = 3

/** A line may be a megabyte: it is cut into sequences of this many tokens at most. */
export const LONGEST_SEQUENCE = 512

export class Tokens {
  length = 0
  starts = new Int32Array(1024)
  ends = new Int32Array(1024)
  types = new Uint8Array(1024)
  /** Hash of the folded text. */
  words = new Int32Array(1024)
  shapes = new Uint8Array(1024)
  /** 1 + number of the find that covers the token, or 0. */
  finds = new Int32Array(1024)
  /** BEGIN, INSIDE, END or SINGLE in that find. */
  positions = new Uint8Array(1024)
  /** The pairs of signs that the token stands between: see `PAIRS`. */
  within = new Uint8Array(1024)
  /** Whether white space stands before the token. */
  spaced = new Uint8Array(1024)

  /** Sequence `at` has the tokens from `sequences[at]` to before `sequences[at + 1]`. */
  sequences = new Int32Array(256)
  sequenceCount = 0
  lineTypes = new Uint8Array(256)
  /** Hash of a line's words before its first colon, where they are few; else 0. */
  labels = new Int32Array(256)

  /** @param finds by start */
  read(text: string, stretches: readonly Span[], finds: readonly Find[]): void {
    this.length = 0
    this.sequenceCount = 0
    let find = 0
    for (const stretch of stretches) {
      for (let at = stretch.start; at < stretch.end; ) {
        const newline = text.indexOf('\n', at)
        const end = newline < 0 || newline > stretch.end ? stretch.end : newline
        find = this.readLine(text, at, end, finds, find)
        at = end + 1
      }
    }
  }

  private readLine(text: string, start: number, end: number, finds: readonly Find[], firstFind: number): number {
    let find = firstFind
    let within = 0
    let spaced = 0
    this.openSequence(text, start, end)
    for (let at = start; at < end; ) {
      const unit = text.charCodeAt(at)
      if (unit <= 32 || unit === 0x3000 || unit === 0xa0) {
        at++
        spaced = 1
        continue
      }
      while (find < finds.length && isBehind(finds[find] as Find, at)) find++
      const open = finds[find]
      const next = this.growing()
      this.starts[next] = at
      this.within[next] = within
      this.spaced[next] = spaced
      this.finds[next] = 0
      this.positions[next] = 0
      if (open && open.start <= at && isFrozen(open)) {
        this.types[next] = FROZEN
        this.words[next] = KINDS.indexOf(open.named.kind)
        this.shapes[next] = 0
        at = Math.min(open.end, end)
      } else {
        const stop = tokenEnd(text, at, end)
        const last = Math.abs(stop)
        const type = stop < 0 ? FROZEN : typeOf(text, at, last)
        this.types[next] = type
        this.words[next] = hash(text, at, last)
        this.shapes[next] = shapeOf(text, at, last, type)
        if (open && open.start <= at && last <= open.end) {
          this.finds[next] = find + 1
          this.positions[next] = positionIn(open, at, last)
        }
        within = withinAfter(within, unit, text, at)
        this.within[next] = within
        at = last
      }
      this.ends[next] = at
      spaced = 0
      if (this.length - (this.sequences[this.sequenceCount] as number) >= LONGEST_SEQUENCE) {
        this.closeSequence()
        this.openSequence(text, start, end)
      }
    }
    this.closeSequence()
    return find
  }

  private openSequence(text: string, start: number, end: number): void {
    const at = this.sequenceCount
    if (at + 2 >= this.sequences.length) {
      this.sequences = longer(this.sequences)
      this.labels = longer(this.labels)
      this.lineTypes = longer(this.lineTypes)
    }
    this.sequences[at] = this.length
    this.lineTypes[at] = lineType(text, start)
    this.labels[at] = labelOf(text, start, end)
  }

  /** An empty line is no sequence. */
  private closeSequence(): void {
    if (this.sequences[this.sequenceCount] !== this.length) this.sequences[++this.sequenceCount] = this.length
  }

  private growing(): number {
    if (this.length >= this.starts.length) {
      this.starts = longer(this.starts)
      this.ends = longer(this.ends)
      this.types = longer(this.types)
      this.words = longer(this.words)
      this.shapes = longer(this.shapes)
      this.finds = longer(this.finds)
      this.positions = longer(this.positions)
      this.within = longer(this.within)
      this.spaced = longer(this.spaced)
    }
    return this.length++
  }
}

/** What links, titles and a page's layout say is certain. */
export function isFrozen({ rule }: Find): boolean {
  return rule.startsWith('link:') || rule.startsWith('title:') || rule.startsWith('layout:')
}

function isBehind({ end, inTitle }: Find, at: number): boolean {
  return end <= at || inTitle
}

function positionIn(find: Find, start: number, end: number): number {
  if (find.start === start) return find.end === end ? SINGLE : BEGIN
  return find.end === end ? END : INSIDE
}

/** Signs that stand in pairs, a bit for each. */
const PAIRS: readonly (readonly [string, string])[] = [
  ['(（', ')）'],
  ['“「‘', '”」’'],
  ['[【', ']】'],
  ['**', '**'],
  ['`', '`'],
  ['《', '》'],
]

const OPENS = new Uint8Array(0x10000)
const CLOSES = new Uint8Array(0x10000)
PAIRS.forEach(([opening, closing], bit) => {
  for (const sign of opening) OPENS[sign.charCodeAt(0)] = 1 << bit
  for (const sign of closing) CLOSES[sign.charCodeAt(0)] = 1 << bit
})

/** The pairs that stand open behind a sign, if `within` stood open before it. */
function withinAfter(within: number, unit: number, text: string, at: number): number {
  const opens = OPENS[unit] as number
  const closes = CLOSES[unit] as number
  if (opens && closes) return unit !== 0x2a || text.charCodeAt(at + 1) === unit ? within ^ opens : within
  return (within & ~closes) | opens
}

/** 1 heading, 2 list item, 3 numbered item, 4 table row, 5 quotation, 6 begins in bold, 0 plain. */
function lineType(text: string, start: number): number {
  let at = start
  while (text.charCodeAt(at) === 32) at++
  const sign = text[at] ?? ''
  const next = text[at + 1] ?? ''
  if (sign === '#') return 1
  if (next === ' ' && '-*+'.includes(sign)) return 2
  if (isDigit(sign.charCodeAt(0)) && ('.、'.includes(next) || isDigit(next.charCodeAt(0)))) return 3
  if (sign === '|') return 4
  if (sign === '>') return 5
  return sign === '*' && next === '*' ? 6 : 0
}

/** How far into a line its label reaches, in code units. */
const LONGEST_LABEL = 20

function labelOf(text: string, start: number, end: number): number {
  const stop = Math.min(end, start + LONGEST_LABEL)
  for (let at = start; at < stop; at++) {
    const unit = text.charCodeAt(at)
    if (unit === 0x3a || unit === 0xff1a) return hash(text, start, at)
  }
  return 0
}

function longer<T extends Int32Array<ArrayBuffer> | Uint8Array<ArrayBuffer>>(array: T): T {
  const more = (array instanceof Uint8Array ? new Uint8Array(array.length * 2) : new Int32Array(array.length * 2)) as T
  more.set(array)
  return more
}

export function joinPair(a: number, b: number): number {
  return Math.imul(a ^ (a >>> 13), 0x01000193) ^ b
}
