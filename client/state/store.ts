/**
 * A value that is kept, and the one way to change it: `set` takes a pure change, state in, state out.
 * Reading `.value` while drawing or inside an effect subscribes to it.
 */
import { type ReadonlySignal, signal } from '@preact/signals'

export type Change<T> = (state: T) => T

export interface Store<T> {
  readonly value: T
  readonly signal: ReadonlySignal<T>
  peek(): T
  set(change: Change<T>): void
}

export function createStore<T>(initial: T): Store<T> {
  const state = signal(initial)
  return {
    get value() {
      return state.value
    },
    signal: state,
    peek: () => state.peek(),
    set: (change) => {
      state.value = change(state.peek())
    },
  }
}
