/** The search field: what was typed, what came back for it, and which answer is under the arrow keys. */
import { getHits } from '../api.ts'
import type { Hit } from '../types.ts'
import { createStore } from './store.ts'

export interface Search {
  readonly text: string
  readonly open: boolean
  readonly hits: readonly Hit[]
  /** What the hits answer; differs from `text` while a request is under way. */
  readonly answered: string
  /** −1 when none is chosen yet. */
  readonly active: number
  readonly error: unknown
}

export const CLOSED: Search = { text: '', open: false, hits: [], answered: '', active: -1, error: null }

export const type =
  (text: string) =>
  (now: Search): Search => ({ ...now, text, open: text.trim() !== '', active: -1 })

/** An answer to what has since been changed is dropped. */
export const answer =
  (text: string, hits: readonly Hit[]) =>
  (now: Search): Search =>
    now.text === text ? { ...now, hits, answered: text, active: hits.length ? 0 : -1, error: null } : now

export const fail =
  (text: string, error: unknown) =>
  (now: Search): Search =>
    now.text === text ? { ...now, hits: [], answered: text, active: -1, error } : now

/** Past the last comes the first. */
export const move =
  (step: number) =>
  (now: Search): Search =>
    now.hits.length ? { ...now, open: true, active: (now.active + step + now.hits.length) % now.hits.length } : now

export const close =
  () =>
  (now: Search): Search => ({ ...now, open: false, active: -1 })

export const search = createStore<Search>(CLOSED)

/** Milliseconds of quiet before asking. */
const QUIET = 120
const LIMIT = 12

let timer: ReturnType<typeof setTimeout> | undefined
let running: AbortController | undefined

export function typeSearch(text: string): void {
  search.set(type(text))
  clearTimeout(timer)
  running?.abort()
  if (text.trim() === '') return
  timer = setTimeout(() => void ask(text), QUIET)
}

async function ask(text: string): Promise<void> {
  const own = new AbortController()
  running = own
  try {
    const { items } = await getHits(text.trim(), LIMIT, own.signal)
    search.set(answer(text, items))
  } catch (error) {
    if (!own.signal.aborted) search.set(fail(text, error))
  }
}
