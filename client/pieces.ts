/** A text and its marks → the text in pieces, some of them marked, that add up to the text again. */
import type { Mark } from './types.ts'

export interface Piece<M = Mark> {
  text: string
  mark: M | null
}

type Stretch = Pick<Mark, 'start' | 'end'>

/** Of overlapping marks the earlier wins, and of those that start together the longer. Marks outside the text are dropped. */
export function toPieces<M extends Stretch = Mark>(text: string, marks: readonly M[]): Piece<M>[] {
  const pieces: Piece<M>[] = []
  let end = 0
  for (const mark of [...marks].sort((a, b) => a.start - b.start || b.end - a.end)) {
    if (mark.start < end || mark.end <= mark.start || mark.end > text.length) continue
    if (mark.start > end) pieces.push({ text: text.slice(end, mark.start), mark: null })
    pieces.push({ text: text.slice(mark.start, mark.end), mark })
    end = mark.end
  }
  if (end < text.length) pieces.push({ text: text.slice(end), mark: null })
  return pieces
}

/** A stretch of a text with its marks moved along; a mark that reaches over an end is cut there. */
export function cut(text: string, marks: readonly Mark[], from: number, to: number): { text: string; marks: Mark[] } {
  return {
    text: text.slice(from, to),
    marks: marks
      .filter(({ start, end }) => start < to && end > from)
      .map((mark) => ({ ...mark, start: Math.max(from, mark.start) - from, end: Math.min(to, mark.end) - from })),
  }
}

/** Where the nth line of a text begins and ends, from 0; the whole text where it has no such line. */
export function lineSpan(text: string, nth: number): { start: number; end: number } {
  const lines = text.split('\n')
  const line = lines[nth]
  if (line === undefined || lines.length === 1) return { start: 0, end: text.length }
  const start = lines.slice(0, nth).reduce((sum, { length }) => sum + length + 1, 0)
  return { start, end: start + line.length }
}

/** The address if it is one a browser may open from here, else nothing. */
export function toSafeUrl(url: string | undefined | null): string | null {
  if (!url) return null
  try {
    const { protocol, href } = new URL(url)
    return protocol === 'https:' || protocol === 'http:' ? href : null
  } catch {
    return null
  }
}
