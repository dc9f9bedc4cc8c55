/** The search field, which is the palette too: what was typed, what came back for it, and what is under the arrow keys. */
import { getHits } from '../api.ts'
import type { Hit } from '../types.ts'
import { createStore } from './store.ts'

export interface Search {
  readonly text: string
  readonly open: boolean
  readonly hits: readonly Hit[]
  /** What the hits answer; differs from `text` while a request is under way. */
  readonly answered: string
  /** Of all that is offered, hits first; −1 when none is chosen yet. */
  readonly active: number
  readonly error: unknown
  /** Enter was pressed before the answer was there: its first hit is taken. */
  readonly hasty: boolean
}

export const CLOSED: Search = {
  text: '',
  open: false,
  hits: [],
  answered: '',
  active: -1,
  error: null,
  hasty: false,
}

/** A sign before the words asks for commands alone; so does the one that a Chinese keyboard gives. */
const SIGN = /^\s*[>＞》]/

export const isForCommands = (text: string): boolean => SIGN.test(text)
/** What is looked for among the commands. */
export const withoutSign = (text: string): string => text.replace(SIGN, '').trim()
/** Names are asked for, and the answer is not there yet. */
export const isPending = ({ text, answered }: Search): boolean =>
  text !== answered && text.trim() !== '' && !isForCommands(text)

export const type =
  (text: string) =>
  (now: Search): Search => {
    const bare = text.trim() === '' ? { hits: [], answered: text, error: null } : {}
    return { ...now, ...bare, text, open: true, active: isForCommands(text) ? 0 : -1, hasty: false }
  }

/** An answer to what has since been changed is dropped. */
export const answer =
  (text: string, hits: readonly Hit[]) =>
  (now: Search): Search =>
    now.text === text ? { ...now, hits, answered: text, active: hits.length ? 0 : -1, error: null } : now

export const fail =
  (text: string, error: unknown) =>
  (now: Search): Search =>
    now.text === text ? { ...now, hits: [], answered: text, active: -1, error, hasty: false } : now

/** Past the last comes the first. `count`: how many are offered. */
export const move =
  (step: number, count: number) =>
  (now: Search): Search => {
    if (!count) return { ...now, open: true }
    const from = now.active < 0 && step < 0 ? 0 : now.active
    return { ...now, open: true, active: (from + step + count) % count }
  }

export const open =
  () =>
  (now: Search): Search => ({ ...now, open: true })

export const hasten =
  () =>
  (now: Search): Search => ({ ...now, hasty: true })

export const close =
  () =>
  (now: Search): Search => ({ ...now, open: false, active: -1, hasty: false })

export const search = createStore<Search>(CLOSED)

/** Milliseconds of quiet before asking. */
const QUIET = 100
const LIMIT = 12

let timer: ReturnType<typeof setTimeout> | undefined
let running: AbortController | undefined

/** @param quiet milliseconds to wait for more letters */
export function typeSearch(text: string, quiet = QUIET): void {
  search.set(type(text))
  clearTimeout(timer)
  running?.abort()
  if (text.trim() === '' || isForCommands(text)) return
  timer = setTimeout(() => void ask(text), quiet)
}

/** From anywhere on the page. What was typed before is there to be typed over. */
export function openSearch(): void {
  const field = document.getElementById('search')
  if (!(field instanceof HTMLInputElement)) return
  field.focus()
  field.select()
  search.set(open())
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
