/**
 * A document → its passages in reading order, each with the thread it belongs to.
 *
 * A passage is a turn, a paragraph, a list item, a table row or a heading. A heading opens a thread, and so does a turn
 * that asks (`D：`, `Q:`); its answers belong to it until the next one opens.
 */
import { hash } from 'node:crypto'
import { dateIn } from './dates.ts'
import { isSpace } from './fold.ts'
import { headingText } from './readers/read.ts'
import { BEFORE_TURN, TURN_RULES, type TurnRule } from './rules/turns.ts'
import type { Block, Place, ReadDocument } from './types.ts'

/** One passage in one document, before equal texts become one. */
export interface Draft {
  text: string
  place: Place
  /** Code carries no mentions. */
  code: boolean
  /** Where the words begin, after the turn's marker: who speaks is no mention. */
  from: number
}

export function toPassages(document: ReadDocument): Draft[] {
  const lineOf = lineCounter(document.text)
  const pieces = document.blocks.flatMap((block) => cutAtTurns(document.text, block))
  const drafts: Draft[] = []
  let thread: Draft[] = []
  let heading: string | null = null
  let dated: { date: string | null; depth: number } = { date: document.date, depth: 7 }

  const openThread = () => {
    nameThread(thread, document.id)
    thread = []
  }
  for (const piece of pieces) {
    if (piece.type === 'heading') {
      openThread()
      heading = headingText(document.text, piece)
      dated = dateUnder(dated, { date: dateIn(heading), depth: piece.depth }, document.date)
    } else if (piece.role === 'opens') {
      openThread()
    }
    const { start, end } = piece
    const place = {
      document: document.id,
      start,
      end,
      line: lineOf(start),
      order: drafts.length,
      thread: '',
      speaker: piece.speaker,
      heading,
      date: dated.date,
    }
    const draft = { text: document.text.slice(start, end), place, code: piece.type === 'code', from: piece.words }
    drafts.push(draft)
    thread.push(draft)
  }
  nameThread(thread, document.id)
  return drafts
}

export function passageId(text: string): string {
  return `p/${digest(text)}`
}

interface Piece extends Block {
  role: TurnRule['role'] | null
  speaker: string | null
  /** Code units of the turn's marker. */
  words: number
}

/** A block is cut before each line that begins a turn; the pieces keep the block's type. */
function cutAtTurns(text: string, block: Block): Piece[] {
  if (block.type === 'code' || block.type === 'matter' || block.type === 'row') return [{ ...block, ...UNMARKED }]
  const pieces: Piece[] = []
  for (let start = block.start; start < block.end; ) {
    const newline = text.indexOf('\n', start)
    const end = newline < 0 || newline >= block.end ? block.end : newline + 1
    const turn = turnAt(text, start, end)
    const open = pieces.at(-1)
    if (turn || !open) pieces.push({ ...block, start, end, ...(turn ?? UNMARKED) })
    else open.end = end
    start = end
  }
  return pieces.filter((piece) => trim(text, piece))
}

const UNMARKED = { role: null, speaker: null, words: 0 }

function turnAt(text: string, start: number, end: number): Pick<Piece, 'role' | 'speaker' | 'words'> | null {
  if (!hasColon(text, start, Math.min(end, start + LONGEST_MARKER))) return null
  const line = text.slice(start, Math.min(end, start + LONGEST_MARKER * 2)).trimStart()
  const before = BEFORE_TURN.exec(line)?.[0].length ?? 0
  const rest = line.slice(before)
  for (const { role, pattern } of TURN_RULES) {
    const found = pattern.exec(rest)?.[0]
    if (found)
      return { role, speaker: found.replace(/\s?[:：]$/, '').replace(/\s+/g, ' '), words: before + found.length }
  }
  return null
}

/** Most lines are no turns, and the first colon tells it soonest. */
const LONGEST_MARKER = 48

function hasColon(text: string, start: number, end: number): boolean {
  for (let at = start; at < end; at++) {
    const unit = text.charCodeAt(at)
    if (unit === 0x3a || unit === 0xff1a) return true
  }
  return false
}

/** Takes the space from both ends of a piece; false where nothing is left of it. */
function trim(text: string, piece: Piece): boolean {
  while (piece.start < piece.end && isSpace(text.charCodeAt(piece.start))) piece.start++
  while (piece.end > piece.start && isSpace(text.charCodeAt(piece.end - 1))) piece.end--
  return piece.end > piece.start
}

type Dated = { date: string | null; depth: number }

/** A dated heading holds until the next dated one, or until a heading above it. */
function dateUnder(current: Dated, heading: Dated, otherwise: string | null): Dated {
  if (heading.date) return heading
  return heading.depth < current.depth ? { date: otherwise, depth: 7 } : current
}

/** The words a thread must open with to be known by them alone. */
const TELLING = 24

/**
 * Gives a thread its id: a digest of the words it opens with. Cumulative logs repeat a thread, and add answers to it:
 * it stays one thread. A heading or a short question ("Q: 为什么？") says too little, so the next passage joins in.
 */
function nameThread(thread: Draft[], document: string): void {
  const [first, second] = thread
  if (!first) return
  const opening =
    first.text.length >= TELLING && first.place.speaker ? first.text : `${first.text}\n${second?.text ?? document}`
  const id = `t/${digest(opening)}`
  for (const { place } of thread) place.thread = id
}

function digest(text: string): string {
  return hash('sha256', text).slice(0, 16)
}

/** Offsets are asked in rising order, so the line ends are walked once. A lone carriage return ends no line. */
function lineCounter(text: string): (offset: number) => number {
  let line = 1
  let next = text.indexOf('\n')
  return (offset) => {
    while (next >= 0 && next < offset) {
      line++
      next = text.indexOf('\n', next + 1)
    }
    return line
  }
}
