/** A document's passages in stretches, each little enough to be drawn between two frames. */
import type { DocumentDetail } from '../types.ts'

export type Passage = DocumentDetail['passages'][number]

export interface Chunk {
  /** Index of its first passage, and of the one after its last. */
  readonly from: number
  readonly to: number
  /** Pixels it will take, roughly: it holds its place before it is drawn. */
  readonly height: number
}

/** Drawn in a few milliseconds: some screens of text, or fewer where it is full of names. */
const MOST_LETTERS = 6_000
const MOST_MARKS = 160
const MOST_PASSAGES = 40

export function toChunks(passages: readonly Passage[]): Chunk[] {
  const chunks: Chunk[] = []
  let [from, letters, marks, height] = [0, 0, 0, 0]
  passages.forEach((passage, at) => {
    letters += passage.text.length
    marks += passage.marks.length
    height += toHeight(passage.text)
    const isFull = letters >= MOST_LETTERS || marks >= MOST_MARKS || at + 1 - from >= MOST_PASSAGES
    if (!isFull && at + 1 < passages.length) return
    chunks.push({ from, to: at + 1, height: Math.round(height) })
    ;[from, letters, marks, height] = [at + 1, 0, 0, 0]
  })
  return chunks
}

/** From the one that is looked at outwards, below before above: 2, 3, 1, 4, 0. */
export function outwards(count: number, middle: number): number[] {
  const steps = Array.from({ length: count * 2 }, (_, at) => middle + (at % 2 ? (at + 1) / 2 : -at / 2))
  return steps.filter((at) => at >= 0 && at < count)
}

/** Lines of 27 px that hold some seventy letters, and the space around a passage. */
const toHeight = (text: string): number =>
  text.split('\n').reduce((sum, line) => sum + 27 * Math.max(1, Math.ceil(line.length / 70)), 18)
