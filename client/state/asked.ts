/** What was asked: the draft, the last questions with what came of them, and the parameters. All kept in this browser. */
import { keep, kept } from './kept.ts'
import { type Change, createStore } from './store.ts'

export const PARAM_TYPES = ['text', 'number', 'boolean', 'json'] as const
export type ParamType = (typeof PARAM_TYPES)[number]

/** A row of the form: a value as it is typed, and what it is meant to be. */
export interface Param {
  readonly name: string
  readonly type: ParamType
  readonly text: string
}

export interface Asked {
  readonly query: string
  readonly params: readonly Param[]
  /** Milliseconds since 1970. */
  readonly when: number
  /** Null where it failed. */
  readonly rows: number | null
  readonly milliseconds: number
}

const MOST_ASKED = 50
const MOST_PARAMS = 50
/** Characters of a query that is still kept: the browser has room for a few million in all. */
const LONGEST_KEPT = 20_000

/** The latest first; what is asked again stands there once, as it went the last time. */
export const remember =
  (asked: Asked): Change<readonly Asked[]> =>
  (before) =>
    [asked, ...before.filter(({ query }) => query !== asked.query)].slice(0, MOST_ASKED)

/** Fills a row of this name, or adds one. */
export const setParam =
  (param: Param): Change<readonly Param[]> =>
  (params) =>
    params.some(({ name }) => name === param.name)
      ? params.map((one) => (one.name === param.name ? param : one))
      : [...params, param].slice(-MOST_PARAMS)

/** A value as a row. */
export function toParam(name: string, value: unknown): Param {
  if (typeof value === 'string') return { name, type: 'text', text: value }
  if (typeof value === 'number' || typeof value === 'boolean') {
    return { name, type: typeof value as 'number' | 'boolean', text: String(value) }
  }
  return { name, type: 'json', text: JSON.stringify(value ?? null) }
}

/** What is wrong with a row. */
export type ParamFault = 'name' | 'twice' | 'number' | 'inexact' | 'boolean' | 'json'

export interface ParamValues {
  values: Record<string, unknown>
  /** By row; rows without a fault are left out. */
  faults: ReadonlyMap<number, ParamFault>
}

export function toValues(params: readonly Param[]): ParamValues {
  const faults = new Map<number, ParamFault>()
  const values = new Map<string, unknown>()
  for (const [row, param] of params.entries()) {
    const read = readParam(param)
    const fault = !NAME.test(param.name) ? 'name' : values.has(param.name) ? 'twice' : read.fault
    if (fault) faults.set(row, fault)
    else values.set(param.name, read.value)
  }
  return { values: Object.fromEntries(values), faults }
}

const NAME = /^[\p{L}_][\p{L}\p{N}_]*$/u

function readParam({ type, text }: Param): { value?: unknown; fault?: ParamFault } {
  switch (type) {
    case 'text':
      return { value: text }
    case 'number': {
      const value = text.trim() ? Number(text) : Number.NaN
      if (!Number.isFinite(value)) return { fault: 'number' }
      const isInexact = Number.isInteger(value) && !Number.isSafeInteger(value)
      return isInexact ? { fault: 'inexact' } : { value }
    }
    case 'boolean': {
      const word = text.trim().toLowerCase()
      return word === 'true' || word === 'false' ? { value: word === 'true' } : { fault: 'boolean' }
    }
    case 'json':
      try {
        return { value: JSON.parse(text) as unknown }
      } catch {
        return { fault: 'json' }
      }
  }
}

/** What stands in the editor before anything was typed. */
const FIRST = `MATCH (a:Entity {name: 'RWKV'})-[met:CO_MENTION]-(b:Entity)
RETURN b AS entity, b.kind AS kind, met.weight AS weight, met.scope AS scope
ORDER BY weight DESC, b.id
LIMIT 20`

export const draft = createStore<string>(kept('ask.draft') ?? FIRST)
export const asked = createStore<readonly Asked[]>(toAsked(kept('ask.history')))
export const params = createStore<readonly Param[]>(toParams(kept('ask.params')))

export function keepDraft(text: string): void {
  draft.set(() => text)
  if (text.length <= LONGEST_KEPT) keep('ask.draft', text)
}

export function keepAsked(change: Change<readonly Asked[]>): void {
  asked.set(change)
  keep('ask.history', JSON.stringify(asked.peek().filter(({ query }) => query.length <= LONGEST_KEPT)))
}

export function keepParams(change: Change<readonly Param[]>): void {
  params.set(change)
  keep('ask.params', JSON.stringify(params.peek()))
}

/** What is kept may have been written by another version, or by hand: what is no question is left out. */
export function toAsked(text: string | null): Asked[] {
  return itemsIn(text).filter(isAsked).slice(0, MOST_ASKED)
}

export function toParams(text: string | null): Param[] {
  return itemsIn(text).filter(isParam).slice(0, MOST_PARAMS)
}

function itemsIn(text: string | null): unknown[] {
  try {
    const items: unknown = JSON.parse(text ?? '[]')
    return Array.isArray(items) ? items : []
  } catch {
    return []
  }
}

export function isParam(item: unknown): item is Param {
  if (typeof item !== 'object' || item === null) return false
  const { name, type, text } = item as Partial<Record<string, unknown>>
  return typeof name === 'string' && typeof text === 'string' && PARAM_TYPES.some((known) => known === type)
}

function isAsked(item: unknown): item is Asked {
  if (typeof item !== 'object' || item === null) return false
  const { query, params: given, when, rows, milliseconds } = item as Partial<Record<string, unknown>>
  return (
    typeof query === 'string' &&
    Array.isArray(given) &&
    given.every(isParam) &&
    Number.isFinite(when) &&
    (rows === null || Number.isFinite(rows)) &&
    Number.isFinite(milliseconds)
  )
}
