/** One function per route of the server. Types come from the server's own shapes; a failure is always an `ApiFailure`. */
import { snapshot } from './offline/data.ts'
import { tokenHeaders } from './token.ts'
import type {
  About,
  Bridge,
  CypherAnswer,
  DocumentDetail,
  EdgeList,
  EdgeType,
  EntityDetail,
  Failure,
  Hits,
  Kind,
  Neighbors,
  Overview,
  PictureData,
  Related,
  Snapshot,
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

/** Everything needed to show just these entities; those that are not in the graph are told apart. */
export const getPicture = (ids: readonly string[], signal?: AbortSignal) =>
  post<PictureData>('picture', { ids }, signal)

export const getBridge = (from: string, to: string, k: number, signal?: AbortSignal) =>
  get<Bridge>('bridge', { from, to, k }, signal)

export const getAbout = (signal?: AbortSignal) => get<About>('about', {}, signal)

export interface NeighborOptions {
  limit: number
  /** Only these kinds, and only joined like this; all when left out. */
  kinds?: readonly Kind[] | undefined
  relations?: readonly EdgeType[] | undefined
}

export const getNeighbors = (id: string, options: NeighborOptions, signal?: AbortSignal) =>
  get<Neighbors>(
    `entities/${encodeURIComponent(id)}/neighbors`,
    { limit: options.limit, kind: options.kinds?.join(','), relation: options.relations?.join(',') },
    signal,
  )

export const getEdges = (a: string, b: string, signal?: AbortSignal) => get<EdgeList>('edges', { a, b }, signal)

export const getRelated = (concept: string, limit: number, signal?: AbortSignal) =>
  get<Related>('related', { concept, limit }, signal)

export const getDocument = (id: string, signal?: AbortSignal) =>
  get<DocumentDetail>(`documents/${encodeURIComponent(id)}`, {}, signal)

export const getQueries = (signal?: AbortSignal) => get<{ items: SavedQuery[]; total: number }>('queries', {}, signal)

export const runCypher = (query: string, params: Record<string, unknown>, signal?: AbortSignal) =>
  post<CypherAnswer>('cypher', { query, params }, signal)

function post<T>(path: string, body: object, signal?: AbortSignal): Promise<T> {
  return request<T>(`/api/${path}`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', 'X-Kith': '1' },
    body: JSON.stringify(body),
    ...(signal && { signal }),
  })
}

type Query = Record<string, string | number | undefined>

function get<T>(path: string, query: Query, signal?: AbortSignal): Promise<T> {
  const given = Object.entries(query).filter(([, value]) => value !== undefined && value !== '')
  const text = new URLSearchParams(given.map(([name, value]): [string, string] => [name, String(value)])).toString()
  return request<T>(`/api/${path}${text && `?${text}`}`, signal ? { signal } : {})
}

async function request<T>(url: string, init: RequestInit): Promise<T> {
  if (snapshot) return answerHere<T>(snapshot, url, init)
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

/** A one-file page answers itself, from the part of the graph that it holds. */
async function answerHere<T>(part: Snapshot, url: string, { body: text, signal }: RequestInit): Promise<T> {
  const { answer } = await import('./offline/here.ts')
  signal?.throwIfAborted()
  const body = answer(part)(url, typeof text === 'string' ? JSON.parse(text) : undefined)
  if (isFailure(body)) throw new ApiFailure(body.error.code, body.error.message)
  return body as T
}

function isFailure(body: unknown): body is Failure {
  return typeof body === 'object' && body !== null && 'error' in body && typeof body.error === 'object'
}
