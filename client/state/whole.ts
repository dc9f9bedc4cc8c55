/** What is known of the whole graph while a part of it is on the screen. */
import type { Overview } from '../types.ts'
import { createStore } from './store.ts'

export interface Whole {
  /** Entities in the whole graph; null until the first answer. */
  readonly total: number | null
  readonly stories: Overview['stories']
  /** Ids of the first picture. */
  readonly first: ReadonlySet<string>
}

export const whole = createStore<Whole>({ total: null, stories: [], first: new Set() })
