/** The saved views: kept in this browser; where it refuses, they last until the page is closed, and that is said. */
import { batch } from '@preact/signals'
import { showAsAsked } from './boot.ts'
import { filters } from './filters.ts'
import { focus, idsOf } from './focus.ts'
import { graph, type Picture, type Point } from './graph.ts'
import { keep, kept } from './kept.ts'
import { words } from './language.ts'
import { go, hashOf } from './location.ts'
import { FIRST, fromHash } from './route.ts'
import { addView, MOST_VIEWS, removeView, renameView, type SavedView, toName, toViews } from './saved.ts'
import { type Change, createStore } from './store.ts'
import { tell } from './toast.ts'
import { whole } from './whole.ts'

export const savedViews = createStore<readonly SavedView[]>(toViews(kept('views')))

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

const toPlaces = ({ positions }: Picture): SavedView['places'] =>
  [...positions].map(([id, { x, y }]) => [id, Math.round(x), Math.round(y)])
