/**
 * What one follows and has read, as the server keeps it. A change shows at once, and is taken back where the server
 * cannot keep it.
 */
import { ApiFailure, getKept, keepMarks } from '../api.ts'
import type { KeptMarks, Named } from '../types.ts'
import { words } from './language.ts'
import { createStore } from './store.ts'
import { tell } from './toast.ts'

export interface Marks {
  readonly status: 'unknown' | 'loading' | 'ready' | 'failed'
  /** Why they could not be read: the server's sentence, or nothing where it does not answer. */
  readonly why: string
  /** In the order in which they were followed. */
  readonly follows: readonly Named[]
  /** Ids of those that the server knows of: what it is asked about others comes too early. */
  readonly kept: readonly string[]
  /** Ids of papers. */
  readonly read: ReadonlySet<string>
}

export const marks = createStore<Marks>({ status: 'unknown', why: '', follows: [], kept: [], read: new Set() })

export const isFollowed = (id: string): boolean => marks.value.follows.some((one) => one.id === id)
export const isMarkedRead = (id: string): boolean => marks.value.read.has(id)

/** Asks once; again only where that failed. */
export async function loadMarks(): Promise<void> {
  if (marks.peek().status === 'loading' || marks.peek().status === 'ready') return
  marks.set((now) => ({ ...now, status: 'loading' }))
  try {
    take(await getKept())
  } catch (error) {
    marks.set((now) => ({ ...now, status: 'failed', why: sentenceOf(error) }))
  }
}

/** @param named what it is called, where the caller knows */
export const setFollow = (id: string, on: boolean, named: Omit<Named, 'id'> = { name: id, kind: 'Concept' }) =>
  change(on ? { follow: id } : { unfollow: id }, follow({ id, ...named }, on), follow({ id, ...named }, !on))

export const setRead = (id: string, on: boolean) =>
  change(on ? { read: [id] } : { unread: [id] }, markRead(id, on), markRead(id, !on))

type Step = (now: Marks) => Marks

const follow =
  (one: Named, on: boolean): Step =>
  (now) => {
    const others = now.follows.filter(({ id }) => id !== one.id)
    return { ...now, follows: on ? [...others, one] : others }
  }

const markRead =
  (id: string, on: boolean): Step =>
  (now) => {
    const read = new Set(now.read)
    if (on) read.add(id)
    else read.delete(id)
    return { ...now, read }
  }

/** Requests under way: only the answer to the last of several knows of all of them. */
let running = 0
/** An answer came while others were under way, and was not taken. */
let missed = false

/** Whether it is kept now. */
async function change(request: Parameters<typeof keepMarks>[0], step: Step, back: Step): Promise<boolean> {
  marks.set(step)
  running++
  try {
    const kept = await keepMarks(request)
    if (running === 1) take(kept)
    missed = running > 1
    return true
  } catch (error) {
    marks.set(back)
    tell(sentenceOf(error) || words.peek().failure.unreachable)
    if (running === 1 && missed) void getKept().then(take, () => {})
    return false
  } finally {
    running--
  }
}

function take({ follows, read }: KeptMarks): void {
  marks.set(() => ({ status: 'ready', why: '', follows, kept: follows.map(({ id }) => id), read: new Set(read) }))
}

const sentenceOf = (error: unknown): string => (error instanceof ApiFailure ? error.message : '')
