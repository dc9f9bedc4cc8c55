/**
 * The address of what is on the screen, and back: `#/look?focus=model/rwkv&hide=Person&since=2023-12`.
 *
 * A page has its own parameters (`concept`, `line`); focus, filters and picture stand in the address of the pages that
 * show them. Ids are made of letters, digits and `-.+#/`, so commas separate them and `_` separates a pin's numbers.
 */
import { LAYOUTS, type LayoutName } from '../graph/layouts/names.ts'
import { KINDS, SCOPES, TYPES } from '../kinds.ts'
import { type Filters, NO_FILTERS, setTime } from './filters.ts'
import { type Focus, focusBridge, focusEdge, focusEntity, focusGroup, NOTHING } from './focus.ts'
import { MOST_DRAWN, type Point } from './graph.ts'
import { createStore } from './store.ts'

export type Page =
  | { view: 'look' }
  | { view: 'ask'; query?: string }
  | { view: 'find'; concept: string; only?: Only }
  | { view: 'survey'; concept: string }
  | { view: 'gaps'; concept: string }
  | { view: 'news'; since?: string }
  | { view: 'about' }
  | { view: 'document'; id: string; line: number | null }

/** Which papers are left, as an address says it; whether that makes sense, the server tells. */
const ONLY = ['from', 'to', 'evidence', 'seen'] as const
export type Only = { readonly [name in (typeof ONLY)[number]]?: string }

/** A picture as an address tells it. */
export interface Shown {
  /** Ids in the picture; null is the first picture. */
  readonly ids: readonly string[] | null
  readonly layout: LayoutName
  /** What was placed by hand, and where. */
  readonly pins: ReadonlyMap<string, Point>
}

export const FIRST: Shown = { ids: null, layout: 'force', pins: new Map() }

export interface Address {
  page: Page
  /** Left out by pages that show no graph, which then leave focus, filters and picture as they are. */
  focus?: Focus
  filters?: Filters
  shown?: Shown
}

export const page = createStore<Page>({ view: 'look' })

type Params = [name: string, value: string][]

export function toHash({ page, focus = NOTHING, filters = NO_FILTERS, shown = FIRST }: Address): string {
  const params: Params = []
  if (isAbout(page) && page.concept) params.push(['concept', page.concept])
  if (page.view === 'find') params.push(...ONLY.map((name): Params[number] => [name, page.only?.[name] ?? '']))
  if (page.view === 'ask') params.push(['query', page.query ?? ''])
  if (page.view === 'news') params.push(['since', page.since ?? ''])
  if (page.view === 'document' && page.line !== null) params.push(['line', String(page.line)])
  if (hasGraph(page)) params.push(...focusParams(focus), ...filterParams(filters), ...shownParams(shown))
  const path = page.view === 'document' ? `document/${encodeURIComponent(page.id)}` : page.view
  const given = params.filter(([, value]) => value)
  const query = given.map(([name, value]) => `${name}=${encodeSoftly(value)}`).join('&')
  return `#/${path}${query && `?${query}`}`
}

/** Reads any address; what it does not understand is the first page. */
export function fromHash(hash: string): Address {
  const [path = '', query = ''] = hash.replace(/^#\/?/, '').split(/\?(.*)/s)
  const params = new URLSearchParams(query)
  const [view, id] = path.split('/')
  if (view === 'about') return { page: { view } }
  if (view === 'ask') return { page: { view, ...(params.get('query') && { query: params.get('query') ?? '' }) } }
  if (view === 'news') return { page: { view, ...(params.get('since') && { since: params.get('since') ?? '' }) } }
  const concept = params.get('concept') ?? ''
  if (view === 'find') return { page: { view, concept, ...toOnly(params) } }
  if (view === 'survey' || view === 'gaps') return { page: { view, concept } }
  const graph = { focus: toFocus(params), filters: toFilters(params), shown: toShown(params) }
  if (view === 'document' && id) return { page: { view, id: decode(id), line: toLine(params.get('line')) }, ...graph }
  return { page: { view: 'look' }, ...graph }
}

function toOnly(params: URLSearchParams): { only?: Only } {
  const only: Only = Object.fromEntries(ONLY.flatMap((name) => (params.get(name) ? [[name, params.get(name)]] : [])))
  return Object.keys(only).length ? { only } : {}
}

/** The pages that are asked about a concept. */
const isAbout = (page: Page): page is Extract<Page, { concept: string }> => 'concept' in page

export const hasGraph = ({ view }: Page): boolean => view === 'look' || view === 'document'

function focusParams(focus: Focus): Params {
  switch (focus.type) {
    case 'none':
      return []
    case 'entity':
      return [['focus', focus.id]]
    case 'edge':
      return [
        ['a', focus.a],
        ['b', focus.b],
      ]
    case 'group':
      return [['some', focus.ids.join(',')]]
    case 'bridge':
      return [['bridge', `${focus.from},${focus.to}`]]
  }
}

function toFocus(params: URLSearchParams): Focus {
  const [id, a, b] = [params.get('focus'), params.get('a'), params.get('b')]
  if (id) return focusEntity(id)()
  if (a && b && a !== b) return focusEdge(a, b)()
  const [from, to] = idsIn(params.get('bridge'))
  if (from && to && from !== to) return focusBridge(from, to)()
  return focusGroup(idsIn(params.get('some')))()
}

function filterParams({ hide, without, omit, minWeight, minSupport, since, until, source }: Filters): Params {
  const all: Params = [
    ['hide', hide.join(',')],
    ['without', without.join(',')],
    ['omit', omit.join(',')],
    ['weight', minWeight > 0 ? String(minWeight) : ''],
    ['support', minSupport > 0 ? String(minSupport) : ''],
    ['since', since ?? ''],
    ['until', until ?? ''],
    ['source', source ?? ''],
  ]
  return all.filter(([, value]) => value)
}

function toFilters(params: URLSearchParams): Filters {
  const among = <T extends string>(all: readonly T[], name: string) => {
    const given = new Set(params.get(name)?.split(','))
    return all.filter((one) => given.has(one))
  }
  const time = setTime(toDate(params.get('since')), toDate(params.get('until')))
  return time({
    hide: among(KINDS, 'hide'),
    without: among(SCOPES, 'without'),
    omit: among(TYPES, 'omit'),
    minWeight: toNumber(params.get('weight')),
    minSupport: Math.round(toNumber(params.get('support'))),
    since: null,
    until: null,
    source: params.get('source') || null,
  })
}

function shownParams({ ids, layout, pins }: Shown): Params {
  const all: Params = [
    ['layout', layout === 'force' ? '' : layout],
    ['show', ids?.join(',') ?? ''],
    ['pin', [...pins].map(([id, { x, y }]) => `${Math.round(x)}_${Math.round(y)}_${id}`).join(',')],
  ]
  return all.filter(([, value]) => value)
}

function toShown(params: URLSearchParams): Shown {
  const ids = idsIn(params.get('show')).slice(0, MOST_DRAWN)
  const pins = (params.get('pin') ?? '').split(',').flatMap((text) => {
    const [, x, y, id] = /^(-?\d{1,6})_(-?\d{1,6})_(.+)$/.exec(text) ?? []
    return id ? [[id, { x: Number(x), y: Number(y) }] as const] : []
  })
  return {
    ids: ids.length ? ids : null,
    layout: LAYOUTS.find((name) => name === params.get('layout')) ?? 'force',
    pins: new Map(pins),
  }
}

const idsIn = (text: string | null): string[] => [...new Set((text ?? '').split(',').filter(Boolean))]
const toDate = (text: string | null) => (text && /^\d{4}(-\d{2}(-\d{2})?)?$/.test(text) ? text : null)
const toNumber = (text: string | null) => (text && /^\d{1,6}(\.\d{1,4})?$/.test(text) ? Number(text) : 0)
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
