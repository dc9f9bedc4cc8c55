/** Queries saved under a name, with their parameters: the latest first, kept in this browser. */
import { isParam, type Param } from './asked.ts'
import { keep, kept } from './kept.ts'
import { toName } from './saved.ts'
import { type Change, createStore } from './store.ts'

export interface Query {
  readonly id: string
  readonly name: string
  readonly query: string
  readonly params: readonly Param[]
}

export const MOST_QUERIES = 200

/** A query of the same name is replaced. */
export const addQuery =
  (query: Omit<Query, 'id'>): Change<readonly Query[]> =>
  (queries) => {
    const id = String(1 + Math.max(0, ...queries.map((other) => Number(other.id))))
    const name = toName(query.name)
    return [{ ...query, name, id }, ...queries.filter((other) => other.name !== name)].slice(0, MOST_QUERIES)
  }

export const renameQuery =
  (id: string, name: string): Change<readonly Query[]> =>
  (queries) =>
    queries
      .filter((query) => query.id === id || query.name !== toName(name))
      .map((query) => (query.id === id ? { ...query, name: toName(name) } : query))

export const removeQuery =
  (id: string): Change<readonly Query[]> =>
  (queries) =>
    queries.filter((query) => query.id !== id)

export const queries = createStore<readonly Query[]>(toQueries(kept('ask.queries')))

/** @returns whether the browser kept it */
export function keepQueries(change: Change<readonly Query[]>): boolean {
  queries.set(change)
  return keep('ask.queries', JSON.stringify(queries.peek()))
}

/** What is kept may have been written by another version, or by hand: what is no query is left out. */
export function toQueries(text: string | null): Query[] {
  try {
    const items: unknown = JSON.parse(text ?? '[]')
    return Array.isArray(items) ? items.filter(isQuery).slice(0, MOST_QUERIES) : []
  } catch {
    return []
  }
}

function isQuery(item: unknown): item is Query {
  if (typeof item !== 'object' || item === null) return false
  const { id, name, query, params } = item as Partial<Record<string, unknown>>
  return (
    typeof id === 'string' &&
    /^\d+$/.test(id) &&
    typeof name === 'string' &&
    typeof query === 'string' &&
    Array.isArray(params) &&
    params.every(isParam)
  )
}
