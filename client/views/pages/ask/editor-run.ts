/** A query on its way: asked, stopped, answered or refused. What came of it stays while one looks at other pages. */
import { ApiFailure, runCypher } from '../../../api.ts'
import type { Problem } from '../../../editor/problems.ts'
import { keepAsked, type Param, remember } from '../../../state/asked.ts'
import { createStore } from '../../../state/store.ts'
import type { CypherAnswer } from '../../../types.ts'

export interface Question {
  /** As it stands in the editor, with its `:param` lines. */
  text: string
  /** As it is sent: of the same length. */
  query: string
  values: Record<string, unknown>
  params: readonly Param[]
}

export interface Answered extends Question {
  answer: CypherAnswer
}

export type Running =
  | { status: 'idle' | 'stopped' }
  /** With the answer before, which stays until the next one comes. */
  | { status: 'running'; before: Answered | null }
  | { status: 'ready'; answered: Answered }
  | { status: 'failed'; error: unknown; text: string }

export const running = createStore<Running>({ status: 'idle' })

let now: AbortController | null = null

/** Whatever runs is stopped first. */
export async function run(question: Question): Promise<void> {
  now?.abort()
  const own = new AbortController()
  now = own
  const state = running.peek()
  const before = state.status === 'ready' ? state.answered : state.status === 'running' ? state.before : null
  running.set(() => ({ status: 'running', before }))
  const start = performance.now()
  const finish = (next: Running, rows: number | null) => {
    // Another query took its place, or somebody stopped it.
    if (now !== own) return
    now = null
    running.set(() => next)
    const milliseconds = performance.now() - start
    keepAsked(remember({ query: question.text, params: question.params, when: Date.now(), rows, milliseconds }))
  }
  try {
    const answer = await runCypher(question.query, question.values, own.signal)
    finish({ status: 'ready', answered: { ...question, answer } }, answer.rows.length)
  } catch (error) {
    finish({ status: 'failed', error, text: question.text }, null)
  }
}

/** @returns whether something ran */
export function cancel(): boolean {
  if (!now) return false
  now.abort()
  now = null
  running.set(() => ({ status: 'stopped' }))
  return true
}

/** What is wrong or doubtful in a text, at its place; nothing where it is another text than the one that was asked. */
export function problemsIn(text: string, state: Running): Problem[] {
  if (state.status === 'failed' && state.text === text && state.error instanceof ApiFailure && state.error.at) {
    const { message, at, suggestion } = state.error
    return [{ message, severity: 'error', offset: at.offset, length: at.length, suggestion }]
  }
  if (state.status !== 'ready' || state.answered.text !== text) return []
  return state.answered.answer.notes.map(({ message, at, suggestion }) => ({
    message,
    severity: 'warning',
    offset: at.offset,
    length: at.length,
    suggestion,
  }))
}
