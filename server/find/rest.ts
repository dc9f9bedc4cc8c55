/** Long work in slices: a server that makes an index goes on answering. */
import { setImmediate } from 'node:timers/promises'

/** Milliseconds at work before others get their turn. */
const AT_WORK = 20

/** @returns what to await between two pieces of work; it waits only when it is time to */
export function createRest(): () => Promise<void> {
  let since = performance.now()
  return async () => {
    if (performance.now() - since < AT_WORK) return
    await setImmediate()
    since = performance.now()
  }
}
