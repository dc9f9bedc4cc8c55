/**
 * The entities that were looked at, in order, and which of them is looked at now: RWKV → Mamba → linear attention.
 *
 * As in a browser, who goes back and then somewhere else leaves the rest behind. It lives as long as the page.
 */
import { effect } from '@preact/signals'
import type { Kind } from '../types.ts'
import { focus } from './focus.ts'
import { graph } from './graph.ts'
import { createStore } from './store.ts'

export interface Crumb {
  readonly id: string
  readonly name: string
  readonly kind: Kind
}

export interface Crumbs {
  readonly items: readonly Crumb[]
  /** Which of them; -1 where nothing was looked at yet. */
  readonly at: number
}

/** Older ones are forgotten. */
const MOST = 6

export const NO_CRUMBS: Crumbs = { items: [], at: -1 }

export const visit =
  (crumb: Crumb) =>
  (now: Crumbs): Crumbs => {
    const known = now.items.findIndex(({ id }) => id === crumb.id)
    if (known >= 0) return known === now.at ? now : { ...now, at: known }
    const items = [...now.items.slice(0, now.at + 1), crumb].slice(-MOST)
    return { items, at: items.length - 1 }
  }

export const crumbs = createStore<Crumbs>(NO_CRUMBS)

/** Returns how to stop. */
export const bindCrumbs = (): (() => void) =>
  effect(() => {
    const now = focus.value
    if (now.type !== 'entity') return
    const entity = graph.value.present.entities.get(now.id)
    if (entity) crumbs.set(visit({ id: entity.id, name: entity.title ?? entity.name, kind: entity.kind }))
  })
