/**
 * The address of what is on the screen, and back: `#/look?focus=model/rwkv&hide=Person`.
 *
 * A page has its own parameters (`concept`, `line`); focus and filters stand in the address of the pages that show them.
 */
import { KINDS, SCOPES } from '../kinds.ts'
import type { Kind, Scope } from '../types.ts'
import { type Filters, NO_FILTERS } from './filters.ts'
import { type Focus, NOTHING } from './focus.ts'
import { createStore } from './store.ts'

export type Page =
  | { view: 'look' }
  | { view: 'ask' }
  | { view: 'find'; concept: string }
  | { view: 'document'; id: string; line: number | null }

export interface Address {
  page: Page
  /** Left out by pages that show no graph, which then leave focus and filters as they are. */
  focus?: Focus
  filters?: Filters
}

export const page = createStore<Page>({ view: 'look' })

export function toHash({ page, focus = NOTHING, filters = NO_FILTERS }: Address): string {
  const params: [string, string][] = []
  if (page.view === 'find' && page.concept) params.push(['concept', page.concept])
  if (page.view === 'document' && page.line !== null) params.push(['line', String(page.line)])
  if (page.view === 'look' || page.view === 'document') {
    if (focus.type === 'entity') params.push(['focus', focus.id])
    if (focus.type === 'edge') params.push(['a', focus.a], ['b', focus.b])
    if (filters.hide.length) params.push(['hide', filters.hide.join(',')])
    if (filters.without.length) params.push(['without', filters.without.join(',')])
  }
  const path = page.view === 'document' ? `document/${encodeURIComponent(page.id)}` : page.view
  const query = params.map(([name, value]) => `${name}=${encodeSoftly(value)}`).join('&')
  return `#/${path}${query && `?${query}`}`
}

/** Reads any address; what it does not understand is the first page. */
export function fromHash(hash: string): Address {
  const [path = '', query = ''] = hash.replace(/^#\/?/, '').split(/\?(.*)/s)
  const params = new URLSearchParams(query)
  const [view, id] = path.split('/')
  if (view === 'ask') return { page: { view } }
  if (view === 'find') return { page: { view, concept: params.get('concept') ?? '' } }
  const shown = { focus: toFocus(params), filters: toFilters(params) }
  if (view === 'document' && id) return { page: { view, id: decode(id), line: toLine(params.get('line')) }, ...shown }
  return { page: { view: 'look' }, ...shown }
}

function toFocus(params: URLSearchParams): Focus {
  const [id, a, b] = [params.get('focus'), params.get('a'), params.get('b')]
  if (id) return { type: 'entity', id }
  return a && b ? { type: 'edge', a, b } : NOTHING
}

function toFilters(params: URLSearchParams): Filters {
  const hide = new Set(params.get('hide')?.split(','))
  const without = new Set(params.get('without')?.split(','))
  return {
    hide: KINDS.filter((kind: Kind) => hide.has(kind)),
    without: SCOPES.filter((scope: Scope) => without.has(scope)),
  }
}

const toLine = (text: string | null) => (text && /^[1-9]\d{0,8}$/.test(text) ? Number(text) : null)

/** Slashes, commas and colons mean nothing in a fragment, and ids read better with them. */
const encodeSoftly = (value: string) =>
  encodeURIComponent(value).replace(/%2F/g, '/').replace(/%2C/g, ',').replace(/%3A/g, ':')

function decode(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}
