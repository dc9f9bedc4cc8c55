/**
 * Views saved under a name: the address of what was on the screen, and where everything stood. Kept in this browser, the
 * latest first; where the browser refuses, they last until the page is closed.
 */
import { batch } from '@preact/signals'
import { showAsAsked } from './boot.ts'
import { filters } from './filters.ts'
import { focus, idsOf } from './focus.ts'
import { graph, type Picture, type Point } from './graph.ts'
import { keep, kept } from './kept.ts'
import { words } from './language.ts'
import { go, hashOf } from './location.ts'
import { FIRST, fromHash } from './route.ts'
import { type Change, createStore } from './store.ts'
import { tell } from './toast.ts'
import { whole } from './whole.ts'

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

export const savedViews = createStore<readonly SavedView[]>(toViews(kept('views')))

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

/** @returns false where there is no room for another */
export function saveView(name: string): boolean {
  const { saved: w } = words.peek()
  const replaces = savedViews.peek().some((view) => view.name === toName(name))
  if (!replaces && savedViews.peek().length >= MOST_VIEWS) {
    tell(w.full(String(MOST_VIEWS)))
    return false
  }
  const isKept = change(addView({ name, hash: hashOf({ view: 'look' }), places: toPlaces(graph.peek().present) }))
  tell(isKept ? w.done(toName(name)) : w.notKept)
  return true
}

export function renameSaved(id: string, name: string): void {
  change(renameView(id, name))
}

export function deleteSaved(id: string): void {
  const { saved: w } = words.peek()
  const before = savedViews.peek()
  const gone = before.find((view) => view.id === id)
  if (!gone) return
  change(removeView(id))
  tell(w.removed(gone.name), { label: w.undo, run: () => change(() => before) })
}

/** Puts the view back as it was: filters, picture, what was selected, and everything in its place. */
export function openView({ hash, places }: SavedView): void {
  const address = fromHash(hash)
  const at = new Map<string, Point>(places.map(([id, x, y]) => [id, { x, y }]))
  batch(() => {
    go({ view: 'look' })
    if (address.filters) filters.set(() => address.filters as NonNullable<typeof address.filters>)
    if (address.focus) focus.set(() => address.focus as NonNullable<typeof address.focus>)
    showAsAsked(address.shown ?? FIRST, at)
  })
}

/** A name for what is on the screen: what is selected, else the first of the stories that is in the picture. */
export function proposeName(): string {
  const { saved: w } = words.peek()
  const { entities } = graph.peek().present
  const namesOf = (ids: readonly string[]) => ids.flatMap((id) => entities.get(id)?.name ?? [])
  const story = whole.peek().stories.find(({ ids }) => ids.every((id) => entities.has(id)))
  const names = namesOf(idsOf(focus.peek()))
  if (!names.length && story) names.push(...namesOf(story.ids))
  if (!names.length) return w.proposal(String(savedViews.peek().length + 1))
  const first = names.slice(0, 3).join(' – ')
  return toName(names.length > 3 ? w.andMore(first, String(names.length - 3)) : first)
}

/** Another tab of this browser saves views too. */
export function bindViews(): void {
  addEventListener('storage', (event) => {
    if (event instanceof StorageEvent && event.key === 'kith.views') savedViews.set(() => toViews(event.newValue))
  })
}

/** @returns whether the browser kept it */
function change(by: Change<readonly SavedView[]>): boolean {
  savedViews.set(by)
  return keep('views', JSON.stringify(savedViews.peek()))
}

const toName = (text: string) => text.replace(/\s+/g, ' ').trim().slice(0, LONGEST_NAME)

const toPlaces = ({ positions }: Picture): SavedView['places'] =>
  [...positions].map(([id, { x, y }]) => [id, Math.round(x), Math.round(y)])

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
