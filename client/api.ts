/** One function per route of the server. Types come from the server's own shapes; a failure is always an `ApiFailure`. */
import { snapshot } from './offline/data.ts'
import { tokenHeaders } from './token.ts'
import type {
  About,
  Bridge,
  CypherAnswer,
  CypherPlan,
  Digest,
  DocumentDetail,
  EdgeList,
  EdgeType,
  EntityDetail,
  Failure,
  Found,
  FoundGroup,
  Gaps,
  Hits,
  KeptMarks,
  Kind,
  Neighbors,
  Overview,
  PapersBetween,
  Passages,
  PictureData,
  QueryPlace,
  Related,
  SavedQueries,
  Schema,
  Snapshot,
  Survey,
} from './types.ts'

export class ApiFailure extends Error {
  /** The server's code, or `unreachable` when there was no answer to read. */
  readonly code: string
  /** Where a query is wrong, and what may stand there instead. */
  readonly at: QueryPlace | null
  readonly suggestion: string | null

  constructor(code: string, message: string, { at, suggestion }: Partial<Failure['error']> = {}) {
    super(message)
    this.name = 'ApiFailure'
    this.code = code
    this.at = at ?? null
    this.suggestion = suggestion ?? null
  }
}

export const getOverview = (signal?: AbortSignal) => get<Overview>('overview', {}, signal)

/** @param groups only these; names, papers and passages when left out */
export const getFound = (
  q: string,
  limit: number,
  { groups, signal }: { groups?: readonly FoundGroup[] | undefined; signal?: AbortSignal } = {},
) => get<Found>('search', { q, limit, in: groups?.join(',') }, signal)

/** @param kinds only names of these; all when left out */
export const getHits = (q: string, limit: number, signal?: AbortSignal, kinds?: readonly Kind[]) =>
  get<Hits>('search', { q, limit, kind: kinds?.join(',') }, signal)

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

export interface RelatedOptions {
  /** 1 to 100. */
  limit: number
  /** Days, months or years, both within; one part of the score; read or unread. The server says what makes no sense. */
  from?: string
  to?: string
  evidence?: string
  seen?: string
  /** Why this one stands where it stands is answered in `asked`. */
  paper?: string
}

/** The papers that matter for a concept: an id, a name, an alias or free text. */
export const getRelated = (concept: string, options: RelatedOptions, signal?: AbortSignal) =>
  get<Related>('related', { concept, ...options }, signal)

/** What a survey of a concept could start from, all of it quoted. */
export const getSurvey = (concept: string, signal?: AbortSignal) => get<Survey>('survey', { concept }, signal)

/** What the notes leave open; around a concept, where one is given. */
export const getGaps = (options: GapsOptions, signal?: AbortSignal) =>
  get<Gaps>('gaps', { concept: options.concept, kind: options.kinds?.join(','), limit: options.limit }, signal)

export interface GapsOptions {
  /** Of each list. */
  limit: number
  concept?: string | undefined
  /** Of both names of a pair. Default: all but papers and persons. */
  kinds?: readonly Kind[] | undefined
}

/** The papers that speak of both, in no line together. */
export const getPapersBetween = (a: string, b: string, limit: number, signal?: AbortSignal) =>
  get<PapersBetween>('gaps/papers', { a, b, limit }, signal)

export const getKept = (signal?: AbortSignal) => get<KeptMarks>('kept', {}, signal)

/** What is kept from then on. Ids, names or aliases; `read` and `unread` are of papers. */
export const keepMarks = (change: { follow?: string; unfollow?: string; read?: string[]; unread?: string[] }) =>
  post<KeptMarks>('kept', change)

/** What was added since a day, a month or a year, for what is followed; default since the last dated day before the newest. */
export const getDigest = (since?: string, signal?: AbortSignal) => get<Digest>('digest', { since }, signal)

/** The same as Markdown. @throws ApiFailure */
export async function getDigestText(since = ''): Promise<string> {
  const query = new URLSearchParams({ format: 'md', ...(since && { since }) })
  const response = await fetch(`/api/digest?${query}`, { headers: tokenHeaders() }).catch(() => null)
  if (response?.ok) return response.text()
  const body: unknown = await response?.json().catch(() => null)
  throw isFailure(body) ? new ApiFailure(body.error.code, body.error.message) : new ApiFailure('unreachable', '')
}

export const getDocument = (id: string, signal?: AbortSignal) =>
  get<DocumentDetail>(`documents/${encodeURIComponent(id)}`, {}, signal)

export const getPassage = (id: string, signal?: AbortSignal) =>
  get<Passages>(`passages/${encodeURIComponent(id)}`, {}, signal)

export const getQueries = (signal?: AbortSignal) => get<SavedQueries>('queries', {}, signal)

export const getSchema = (signal?: AbortSignal) => get<Schema>('schema', {}, signal)

export const runCypher = (query: string, params: Record<string, unknown>, signal?: AbortSignal) =>
  post<CypherAnswer>('cypher', { query, params }, signal)

/** The plan of a query, which is not run. */
export const getPlan = (query: string, params: Record<string, unknown>, signal?: AbortSignal) =>
  post<CypherPlan>('cypher/plan', { query, params }, signal)

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
  if (isFailure(body)) throw new ApiFailure(body.error.code, body.error.message, body.error)
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
