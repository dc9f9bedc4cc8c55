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
import type { Block, BlockType, Place, ReadDocument } from './types.ts'

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
  const { id, text } = document
  const lineOf = lineCounter(text)
  const pieces: Piece[] = []
  for (const block of document.blocks) cutAtTurns(text, block, pieces)
  const drafts: Draft[] = []
  let thread: Draft[] = []
  let heading: string | null = null
  let dated: Dated = { date: document.date, depth: 7 }

  for (const { type, start, end, depth, turn } of pieces) {
    if (type === 'heading' || turn?.role === 'opens') {
      nameThread(thread, id)
      thread = []
    }
    if (type === 'heading') {
      heading = headingText(text, start, end)
      dated = dateUnder(dated, { date: dateIn(heading), depth }, document.date)
    }
    const place = {
      document: id,
      start,
      end,
      line: lineOf(start),
      order: drafts.length,
      thread: '',
      speaker: turn?.speaker ?? null,
      heading,
      date: dated.date,
    }
    const draft = { text: text.slice(start, end), place, code: type === 'code', from: turn?.words ?? 0 }
    drafts.push(draft)
    thread.push(draft)
  }
  nameThread(thread, document.id)
  return drafts
}

export function passageId(text: string): string {
  return `p/${digest(text)}`
}

/** One turn, or a block without any. Not a spread of its block: these are made by the million. */
interface Piece {
  type: BlockType
  start: number
  end: number
  depth: number
  turn: Turn | null
}

interface Turn {
  role: TurnRule['role']
  speaker: string
  /** Code units of the turn's marker. */
  words: number
}

/** A block is cut before each line that begins a turn; the pieces keep the block's type. */
function cutAtTurns(text: string, { type, start: from, end: to, depth }: Block, pieces: Piece[]): void {
  if (type === 'code' || type === 'matter' || type === 'row') {
    pieces.push({ type, start: from, end: to, depth, turn: null })
    return
  }
  let open: Piece | null = null
  for (let start = from; start < to; ) {
    const newline = text.indexOf('\n', start)
    const end = newline < 0 || newline >= to ? to : newline + 1
    const turn = turnAt(text, start, end)
    if (open && !turn) open.end = end
    else {
      if (open && trim(text, open)) pieces.push(open)
      open = { type, start, end, depth, turn }
    }
    start = end
  }
  if (open && trim(text, open)) pieces.push(open)
}

function turnAt(text: string, start: number, end: number): Turn | null {
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
