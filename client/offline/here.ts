/** The answers of this page, in the language of the screen; the lists behind them are made once. */
import { words } from '../state/language.ts'
import type { Snapshot } from '../types.ts'
import { type Answer, createAnswer } from './answer.ts'

let made: Answer | null = null

export function answer(snapshot: Snapshot): Answer {
  made ??= createAnswer(snapshot, {
    part: () => words.peek().offline.part,
    unknown: (id) => words.peek().offline.unknown(id),
  })
  return made
}
