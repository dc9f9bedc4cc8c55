/** A value with its past and its undone future, so that any change to it can be taken back. */
import { type Change, createStore, type Store } from './store.ts'

export interface History<T> {
  readonly past: readonly T[]
  readonly present: T
  readonly future: readonly T[]
}

/** How many changes can be taken back. */
const DEPTH = 100

export const startHistory = <T>(present: T): History<T> => ({ past: [], present, future: [] })

/** A change that can be undone. One that changes nothing leaves no trace. */
export const commit =
  <T>(change: Change<T>): Change<History<T>> =>
  (history) => {
    const present = change(history.present)
    if (present === history.present) return history
    return { past: [...history.past, history.present].slice(-DEPTH), present, future: [] }
  }

export const undo = <T>(history: History<T>): History<T> => {
  const present = history.past.at(-1)
  if (present === undefined) return history
  return { past: history.past.slice(0, -1), present, future: [history.present, ...history.future] }
}

export const redo = <T>(history: History<T>): History<T> => {
  const [present, ...future] = history.future
  if (present === undefined) return history
  return { past: [...history.past, history.present], present, future }
}

export const createHistoryStore = <T>(present: T): Store<History<T>> => createStore(startHistory(present))
