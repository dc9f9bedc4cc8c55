/** What is looked at: nothing, one entity, or the two ends of an edge (all edges between them are shown together). */
import { createStore } from './store.ts'

export type Focus = { type: 'none' } | { type: 'entity'; id: string } | { type: 'edge'; a: string; b: string }

export const NOTHING: Focus = { type: 'none' }

export const focusNothing = () => (): Focus => NOTHING
export const focusEntity = (id: string) => (): Focus => ({ type: 'entity', id })

/** An edge is the same from either end. */
export const focusEdge = (a: string, b: string) => (): Focus =>
  a < b ? { type: 'edge', a, b } : { type: 'edge', a: b, b: a }

/** The ids the focus is about. */
export const idsOf = (focus: Focus): string[] =>
  focus.type === 'entity' ? [focus.id] : focus.type === 'edge' ? [focus.a, focus.b] : []

export const focus = createStore<Focus>(NOTHING)
