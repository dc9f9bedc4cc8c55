/** The context menu: for what, and where in the window. What it offers stands in ../menus.ts. */
import { type Focus, focus, focusEdge, focusEntity, idsOf } from './focus.ts'
import { askOffer } from './offer.ts'
import { createStore } from './store.ts'

export type Subject =
  | { readonly type: 'entity'; readonly id: string }
  | { readonly type: 'edge'; readonly a: string; readonly b: string }
  | { readonly type: 'group'; readonly ids: readonly string[] }
  | { readonly type: 'ground' }
  | { readonly type: 'view'; readonly id: string }
  /** The header's menus: what to take away, and what has no room on a small screen. */
  | { readonly type: 'take' }
  | { readonly type: 'more' }

export interface Menu {
  /** Pixels from the window's top left corner. */
  readonly x: number
  readonly y: number
  readonly for: Subject
}

export const menu = createStore<Menu | null>(null)

/** Selects what the menu is about, as its commands act on what is selected; one of several speaks for all of them. */
export function openMenu({ x, y, for: wanted }: Menu): void {
  const subject = withSelected(wanted, focus.peek())
  if (subject.type === 'entity') {
    focus.set(focusEntity(subject.id))
    void askOffer(subject.id)
  }
  if (subject.type === 'edge') focus.set(focusEdge(subject.a, subject.b))
  menu.set(() => ({ x, y, for: subject }))
}

export const closeMenu = (): void => menu.set(() => null)

/** The menu of what is selected, below the part of the page that has the focus. */
export function openMenuHere(): void {
  const { left, top, width, height } = (document.activeElement ?? document.body).getBoundingClientRect()
  openMenu({ x: left + width / 2, y: top + Math.min(height / 2, 40), for: toSubject(focus.peek()) })
}

export function withSelected(subject: Subject, now: Focus): Subject {
  if (subject.type !== 'entity' || now.type !== 'group') return subject
  return now.ids.includes(subject.id) ? { type: 'group', ids: now.ids } : subject
}

export function toSubject(now: Focus): Subject {
  const [id, ...more] = idsOf(now)
  if (now.type === 'edge') return now
  if (id === undefined) return { type: 'ground' }
  return more.length ? { type: 'group', ids: idsOf(now) } : { type: 'entity', id }
}
