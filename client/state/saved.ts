/**
 * A view saved under a name: the address of what was on the screen, and where everything stood. The latest stands first.
 */
import type { Change } from './store.ts'

export interface SavedView {
  readonly id: string
  readonly name: string
  /** From `#` on. */
  readonly hash: string
  /** Whole numbers, as the picture's own units go. */
  readonly places: readonly (readonly [id: string, x: number, y: number])[]
}

export const MOST_VIEWS = 100
const LONGEST_NAME = 80

export const toName = (text: string) => text.replace(/\s+/g, ' ').trim().slice(0, LONGEST_NAME)

/** A view of the same name is replaced. */
export const addView =
  (view: Omit<SavedView, 'id'>): Change<readonly SavedView[]> =>
  (views) => {
    const id = String(1 + Math.max(0, ...views.map((other) => Number(other.id))))
    return [{ ...view, name: toName(view.name), id }, ...views.filter(({ name }) => name !== toName(view.name))]
  }

export const renameView =
  (id: string, name: string): Change<readonly SavedView[]> =>
  (views) =>
    views
      .filter((view) => view.id === id || view.name !== toName(name))
      .map((view) => (view.id === id ? { ...view, name: toName(name) } : view))

export const removeView =
  (id: string): Change<readonly SavedView[]> =>
  (views) =>
    views.filter((view) => view.id !== id)

/** What is kept may have been written by another version, or by hand: what is no view is left out. */
export function toViews(text: string | null): SavedView[] {
  try {
    const items: unknown = JSON.parse(text ?? '[]')
    return Array.isArray(items) ? items.filter(isView).slice(0, MOST_VIEWS) : []
  } catch {
    return []
  }
}

function isView(item: unknown): item is SavedView {
  if (typeof item !== 'object' || item === null) return false
  const { id, name, hash, places } = item as Partial<Record<string, unknown>>
  const isPlace = (place: unknown) =>
    Array.isArray(place) && typeof place[0] === 'string' && Number.isFinite(place[1]) && Number.isFinite(place[2])
  return (
    typeof id === 'string' &&
    /^\d+$/.test(id) &&
    typeof name === 'string' &&
    typeof hash === 'string' &&
    hash.startsWith('#') &&
    Array.isArray(places) &&
    places.every(isPlace)
  )
}
