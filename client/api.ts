/** One function per route of the server. Types come from the server's own shapes; a failure is always an `ApiFailure`. */
import { tokenHeaders } from './token.ts'
import type {
  CypherAnswer,
  DocumentDetail,
  EdgeList,
  EntityDetail,
  Failure,
  Hits,
  Kind,
  Neighbors,
  Overview,
  Related,
} from './types.ts'

export class ApiFailure extends Error {
  /** The server's code, or `unreachable` when there was no answer to read. */
  readonly code: string

  constructor(code: string, message: string) {
    super(message)
    this.name = 'ApiFailure'
    this.code = code
  }
}

export interface SavedQuery {
  name: string
  description: string
  query: string
}

export const getOverview = (signal?: AbortSignal) => get<Overview>('overview', {}, signal)

export const getHits = (q: string, limit: number, signal?: AbortSignal) => get<Hits>('search', { q, limit }, signal)

export const getEntity = (id: string, signal?: AbortSignal) =>
  get<EntityDetail>(`entities/${encodeURIComponent(id)}`, {}, signal)

export interface NeighborOptions {
  limit: number
  /** Only these kinds; all when left out. */
  kind?: readonly Kind[] | undefined
  /** Ids already on the screen: the answer then has the edges to them too. */
  with?: readonly string[]
}

export const getNeighbors = (id: string, options: NeighborOptions, signal?: AbortSignal) =>
  get<Neighbors>(
    `entities/${encodeURIComponent(id)}/neighbors`,
    { limit: options.limit, kind: options.kind?.join(','), with: options.with?.join(',') },
    signal,
  )

export const getEdges = (a: string, b: string, signal?: AbortSignal) => get<EdgeList>('edges', { a, b }, signal)

export const getRelated = (concept: string, limit: number, signal?: AbortSignal) =>
  get<Related>('related', { concept, limit }, signal)

export const getDocument = (id: string, signal?: AbortSignal) =>
  get<DocumentDetail>(`documents/${encodeURIComponent(id)}`, {}, signal)

export const getQueries = (signal?: AbortSignal) => get<{ items: SavedQuery[]; total: number }>('queries', {}, signal)

export const runCypher = (query: string, params: Record<string, unknown>, signal?: AbortSignal) =>
  request<CypherAnswer>('/api/cypher', {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', 'X-Kith': '1' },
    body: JSON.stringify({ query, params }),
    ...(signal && { signal }),
  })

type Query = Record<string, string | number | undefined>

function get<T>(path: string, query: Query, signal?: AbortSignal): Promise<T> {
  const given = Object.entries(query).filter(([, value]) => value !== undefined && value !== '')
  const text = new URLSearchParams(given.map(([name, value]): [string, string] => [name, String(value)])).toString()
  return request<T>(`/api/${path}${text && `?${text}`}`, signal ? { signal } : {})
}

async function request<T>(url: string, init: RequestInit): Promise<T> {
  let response: Response
  try {
    response = await fetch(url, { ...init, headers: { ...init.headers, ...tokenHeaders() } })
  } catch (error) {
    if (init.signal?.aborted) throw error
    throw new ApiFailure('unreachable', '')
  }
  // A proxy without a server behind it answers in HTML.
  const body: unknown = await response.json().catch(() => null)
  if (response.ok && body !== null) return body as T
  if (isFailure(body)) throw new ApiFailure(body.error.code, body.error.message)
  throw new ApiFailure('unreachable', '')
}

function isFailure(body: unknown): body is Failure {
  return typeof body === 'object' && body !== null && 'error' in body && typeof body.error === 'object'
}
