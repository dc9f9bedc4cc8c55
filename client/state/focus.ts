/**
 * What is looked at: nothing, one entity, the two ends of an edge (all edges between them are shown together), several
 * entities at once, or the ways that lead from one entity to another.
 */
import { createStore } from './store.ts'

export type Focus =
  | { type: 'none' }
  | { type: 'entity'; id: string }
  | { type: 'edge'; a: string; b: string }
  | { type: 'group'; ids: readonly string[] }
  | { type: 'bridge'; from: string; to: string }

export const NOTHING: Focus = { type: 'none' }

export const focusNothing = () => (): Focus => NOTHING
export const focusEntity = (id: string) => (): Focus => ({ type: 'entity', id })

/** An edge is the same from either end. */
export const focusEdge = (a: string, b: string) => (): Focus =>
  a < b ? { type: 'edge', a, b } : { type: 'edge', a: b, b: a }

/** One alone is an entity, none is nothing. */
export const focusGroup = (ids: Iterable<string>) => (): Focus => {
  const sorted = [...new Set(ids)].sort()
  const [first] = sorted
  return sorted.length > 1 ? { type: 'group', ids: sorted } : first ? { type: 'entity', id: first } : NOTHING
}

export const focusBridge = (from: string, to: string) => (): Focus => ({ type: 'bridge', from, to })

/** Adds an entity to what is in focus, or takes it out. */
export const toggleInFocus =
  (id: string) =>
  (now: Focus): Focus => {
    const ids = idsOf(now)
    return focusGroup(ids.includes(id) ? ids.filter((other) => other !== id) : [...ids, id])()
  }

/** The ids the focus is about. */
export function idsOf(focus: Focus): readonly string[] {
  switch (focus.type) {
    case 'none':
      return []
    case 'entity':
      return [focus.id]
    case 'edge':
      return [focus.a, focus.b]
    case 'group':
      return focus.ids
    case 'bridge':
      return [focus.from, focus.to]
  }
}

export const focus = createStore<Focus>(NOTHING)
