/** What was looked for and found, latest first: kept in this browser, and offered before anything is typed. */
import { KINDS } from '../kinds.ts'
import type { Entity } from '../types.ts'
import { keep, kept } from './kept.ts'
import { createStore } from './store.ts'

export type Recent = Pick<Entity, 'id' | 'name' | 'kind'>

const MOST = 6

export const recent = createStore<readonly Recent[]>(toRecent(kept('recent')))

export const remember =
  ({ id, name, kind }: Recent) =>
  (now: readonly Recent[]): readonly Recent[] =>
    [{ id, name, kind }, ...now.filter((other) => other.id !== id)].slice(0, MOST)

export function keepRecent(found: Recent): void {
  recent.set(remember(found))
  keep('recent', JSON.stringify(recent.peek()))
}

/** What is kept may have been written by another version, or by hand. */
export function toRecent(text: string | null): Recent[] {
  try {
    const items: unknown = JSON.parse(text ?? '[]')
    return Array.isArray(items) ? items.filter(isRecent).slice(0, MOST) : []
  } catch {
    return []
  }
}

function isRecent(item: unknown): item is Recent {
  if (typeof item !== 'object' || item === null) return false
  const { id, name, kind } = item as Partial<Record<string, unknown>>
  return typeof id === 'string' && typeof name === 'string' && KINDS.some((known) => known === kind)
}
