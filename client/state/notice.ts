/** What is going on: work under way, the last thing that failed, and what a screen reader should say. */
import { createStore } from './store.ts'

export interface Notice {
  /** Requests and layouts under way. */
  readonly busy: number
  /** What failed last, and how to try it again. */
  readonly failed: { error: unknown; again: () => void } | null
  readonly said: string
}

export const notice = createStore<Notice>({ busy: 0, failed: null, said: '' })

export const say =
  (said: string) =>
  (now: Notice): Notice => ({ ...now, said })
export const forget =
  () =>
  (now: Notice): Notice => ({ ...now, failed: null })

/** Runs work that the page waits for; a failure is kept with a way to try again instead of being thrown. */
export async function attempt(work: () => Promise<void>): Promise<void> {
  notice.set((now) => ({ ...now, busy: now.busy + 1, failed: null }))
  try {
    await work()
  } catch (error) {
    notice.set((now) => ({ ...now, failed: { error, again: () => void attempt(work) } }))
  } finally {
    notice.set((now) => ({ ...now, busy: now.busy - 1 }))
  }
}
