/** The search field, which is the palette too: what was typed, what came back for it, and what is under the arrow keys. */
import { getFound } from '../api.ts'
import type { Found, FoundGroup, Hit } from '../types.ts'
import { createStore } from './store.ts'

/** What was found beside names. */
export type More = Pick<Found, 'groups' | 'papers' | 'passages'>

export interface Search {
  readonly text: string
  readonly open: boolean
  readonly hits: readonly Hit[]
  /** How many names there are in all. */
  readonly names: number
  readonly more: More
  /** The one group of which all is shown; null for some of each. */
  readonly only: FoundGroup | null
  /** What the hits answer; differs from `text` while a request is under way. */
  readonly answered: string
  /** Of all that is offered, what was found first; −1 when none is chosen yet. */
  readonly active: number
  readonly error: unknown
  /** Enter was pressed before the answer was there: the first that was found is taken. */
  readonly hasty: boolean
}

const NO_MORE: More = {
  groups: ['entities'],
  papers: { items: [], total: 0 },
  passages: { items: [], total: 0, meant: null },
}
const NONE = { hits: [], names: 0, more: NO_MORE, only: null }

export const CLOSED: Search = { ...NONE, text: '', open: false, answered: '', active: -1, error: null, hasty: false }

/** A sign before the words asks for commands alone; so does the one that a Chinese keyboard gives. */
const SIGN = /^\s*[>＞》]/

export const isForCommands = (text: string): boolean => SIGN.test(text)
/** What is looked for among the commands. */
export const withoutSign = (text: string): string => text.replace(SIGN, '').trim()
/** Something is asked for, and the answer is not there yet. */
export const isPending = ({ text, answered }: Search): boolean =>
  text !== answered && text.trim() !== '' && !isForCommands(text)

export const type =
  (text: string) =>
  (now: Search): Search => {
    const bare = text.trim() === '' ? { ...NONE, answered: text, error: null } : {}
    return { ...now, ...bare, text, only: null, open: true, active: isForCommands(text) ? 0 : -1, hasty: false }
  }

/** An answer to what has since been changed is dropped. */
export const answer =
  (text: string, hits: readonly Hit[], { names = hits.length, more = NO_MORE } = {}) =>
  (now: Search): Search => {
    if (now.text !== text) return now
    const found = hits.length + more.papers.items.length + more.passages.items.length
    return { ...now, hits, names, more, answered: text, active: found ? 0 : -1, error: null }
  }

export const fail =
  (text: string, error: unknown) =>
  (now: Search): Search =>
    now.text === text ? { ...now, ...NONE, answered: text, active: -1, error, hasty: false } : now

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

export const widen =
  (only: FoundGroup) =>
  (now: Search): Search => ({ ...now, only })

export const search = createStore<Search>(CLOSED)

/** Milliseconds of quiet before asking. */
const QUIET = 100
const LIMIT = 12
/** All of one group, as far as the server tells. */
const ALL = 100

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

/** All that was found of one group, in place of some of each. */
export function showAll(group: FoundGroup): void {
  search.set(widen(group))
  void ask(search.peek().text, [group])
}

/** From anywhere on the page. What was typed before is there to be typed over. */
export function openSearch(): void {
  const field = document.getElementById('search')
  if (!(field instanceof HTMLInputElement)) return
  field.focus()
  field.select()
  search.set(open())
}

let isReady = false

/** Whoever is in the field will type: the server makes ready what takes it a while. */
export function prepareSearch(): void {
  if (isReady) return
  isReady = true
  getFound(' ', 1).catch(() => {
    isReady = false
  })
}

async function ask(text: string, groups?: readonly FoundGroup[]): Promise<void> {
  running?.abort()
  const own = new AbortController()
  running = own
  try {
    const { items, total, ...more } = await getFound(text.trim(), groups ? ALL : LIMIT, { groups, signal: own.signal })
    search.set(answer(text, items, { names: total, more }))
  } catch (error) {
    if (!own.signal.aborted) search.set(fail(text, error))
  }
}
