/**
 * A request and a snapshot → what the server would have answered, of the part of the graph that the page holds.
 *
 * Pure: no network, no clock. What the page does not hold is told as a failure, as the server's are.
 */
import type {
  DocumentDetail,
  Edge,
  EdgeDetail,
  Entity,
  EntityDetail,
  Failure,
  Kind,
  Mark,
  Neighbors,
  PictureData,
  Receipt,
  Snapshot,
} from '../types.ts'
import { createSearch, onlyNames } from './search.ts'

export type Answer = (url: string, body?: unknown) => unknown

export interface Sentences {
  /** For what is not in the page at all: Cypher, ranking, ways between two. */
  part: () => string
  unknown: (id: string) => string
}

/** @returns a function that gives the JSON of an answer, or of a `Failure` */
export function createAnswer(snapshot: Snapshot, sentences: Sentences): Answer {
  const page = createPage(snapshot)
  return (url, body) => {
    const { pathname, searchParams } = new URL(url, 'http://kith.invalid')
    const [, noun = '', id = '', more] = pathname.split('/').slice(1).map(decodeURIComponent)
    const route = ROUTES[more ? `${noun}/:id/${more}` : id ? `${noun}/:id` : noun]
    if (!route) return failure('unavailable', sentences.part())
    return route(page, { id, params: searchParams, body }) ?? failure('not_found', sentences.unknown(id))
  }
}

interface Page {
  snapshot: Snapshot
  entities: ReadonlyMap<string, Snapshot['entities'][number]>
  documents: ReadonlyMap<string, Snapshot['documents'][number]>
  search: ReturnType<typeof createSearch>
}

interface Request {
  id: string
  params: URLSearchParams
  body: unknown
}

function createPage(snapshot: Snapshot): Page {
  return {
    snapshot,
    entities: new Map(snapshot.entities.map((entity) => [entity.id, entity])),
    documents: new Map(snapshot.documents.map((document) => [document.id, document])),
    search: createSearch(snapshot.entities),
  }
}

/** One for each address; null for what is not in the page. */
const ROUTES: Readonly<Record<string, (page: Page, request: Request) => unknown>> = {
  health: ({ snapshot }) => ({
    status: 'ok',
    version: snapshot.version,
    store: 'grafeo',
    sha256: snapshot.stats.sha256,
  }),
  stats: ({ snapshot }) => snapshot.stats,
  about: ({ snapshot }) => snapshot.about,
  overview: (page) => {
    const { entities, edges, drawn, total, stories } = page.snapshot
    const ids = entities.map(({ id }) => id)
    const shown = drawn ? drawn.flatMap((index) => edges[index] ?? []) : edges
    return { ...toPicture(page, ids), edges: shown.map(toEdge), edgesTotal: shown.length, total, stories }
  },
  picture: (page, { body }) => {
    const { ids = [] } = body as { ids?: string[] }
    return toPicture(page, ids)
  },
  search: ({ search }, { params }) =>
    onlyNames(
      search(params.get('q') ?? '', { kinds: listOf(params, 'kind'), limit: Number(params.get('limit') ?? 20) }),
    ),
  'entities/:id': ({ snapshot, entities }, { id }) => {
    const entity = entities.get(id)
    if (!entity) return null
    const [definition = null] = linesAt(snapshot, entity.definition === null ? [] : [entity.definition])
    const receipts = linesAt(snapshot, entity.receipts)
    const perDocument = entity.perDocument.flatMap(([place, mentions]) => {
      const source = snapshot.sources[place]
      return source ? { ...source, mentions } : []
    })
    return { ...entity, perDocument, receipts, definition } satisfies EntityDetail
  },
  'entities/:id/neighbors': toNeighbors,
  edges: ({ snapshot }, { params }) => {
    const [a, b] = [params.get('a'), params.get('b')]
    const between = snapshot.edges.filter(
      ({ source, target }) => (source === a && target === b) || (source === b && target === a),
    )
    const items = between.map((edge): EdgeDetail => {
      const meetings = edge.meetings.map(({ scope, receipts }) => ({ scope, receipts: linesAt(snapshot, receipts) }))
      return { ...edge, meetings, receipts: meetings.flatMap(({ receipts }) => receipts) }
    })
    return { items, total: items.length }
  },
  documents: ({ snapshot }) => ({ items: snapshot.documents.map(toSummary), total: snapshot.documents.length }),
  'documents/:id': ({ snapshot, documents }, { id }) => {
    const document = documents.get(id)
    return document && toDocument(snapshot, document)
  },
}

function failure(code: string, message: string): Failure {
  return { error: { code, message } }
}

function linesAt({ receipts, sources, entities }: Snapshot, places: readonly number[]): Receipt[] {
  return places.flatMap((place) => {
    const receipt = receipts[place]
    const source = receipt && sources[receipt.source]
    if (!receipt || !source) return []
    const { source: _, marks, ...line } = receipt
    return { ...line, document: source.document, path: source.path, marks: toMarks(entities, marks) }
  })
}

/** Three numbers are one mark. */
function toMarks(entities: Snapshot['entities'], numbers: readonly number[]): Mark[] {
  return numbers.flatMap((start, at) => {
    const entity = at % 3 === 0 ? entities[numbers[at + 2] ?? -1] : undefined
    return entity ? { start, end: numbers[at + 1] ?? start, entity: entity.id, kind: entity.kind } : []
  })
}

function toDocument({ entities }: Snapshot, document: Snapshot['documents'][number]): DocumentDetail {
  const passages = document.passages.map((passage) => ({ ...passage, marks: toMarks(entities, passage.marks) }))
  const named = new Set(passages.flatMap(({ marks }) => marks.map(({ entity }) => entity)))
  const names = entities.filter(({ id }) => named.has(id)).map(({ id, name, kind }) => ({ id, name, kind }))
  return { ...document, passages, names }
}

const listOf = (params: URLSearchParams, name: string): string[] | undefined =>
  params.get(name)?.split(',').filter(Boolean)

/** Without what only the details have. */
function toEntity(detail: Snapshot['entities'][number]): Entity {
  const { receipts: _, definition: _line, links: _links, perDocument: _documents, perMonth: _months, ...rest } = detail
  const { neighbors: _count, ...entity } = rest
  return entity
}

function toEdge({ meetings: _, ...edge }: Snapshot['edges'][number]): Edge {
  return edge
}

function toSummary({ passages: _, ...document }: Snapshot['documents'][number]) {
  return document
}

/** Just these entities: the edges among them, those that are not here, and the documents that name them. */
function toPicture({ snapshot, entities }: Page, ids: readonly string[]): PictureData {
  const found = ids.flatMap((id) => entities.get(id) ?? [])
  const here = new Set(found.map(({ id }) => id))
  const edges = snapshot.edges.filter(({ source, target }) => here.has(source) && here.has(target)).map(toEdge)
  const needed = [...new Set(found.flatMap(({ perDocument }) => perDocument.map(([place]) => place)))]
  const documents = needed
    .flatMap((place) => {
      const source = snapshot.sources[place]
      return source ? { place, id: source.document, path: source.path, date: source.date } : []
    })
    .sort((a, b) => (a.path < b.path ? -1 : 1))
  const places = new Map(documents.map(({ place }, index) => [place, index]))
  return {
    nodes: found.map(toEntity),
    edges,
    edgesTotal: edges.length,
    missing: ids.filter((id) => !here.has(id)),
    documents: documents.map(({ id, path, date }) => ({ id, path, date })),
    named: Object.fromEntries(
      found.map(({ id, perDocument }) => [
        id,
        perDocument.map(([place, mentions]): [number, number] => [places.get(place) ?? 0, mentions]),
      ]),
    ),
  }
}

/** Closest first, each once, with its strongest edge that fits: a typed one where a relation is asked for. */
function toNeighbors({ snapshot, entities }: Page, { id, params }: Request): Neighbors | null {
  if (!entities.has(id)) return null
  const kinds = listOf(params, 'kind') as Kind[] | undefined
  const types = listOf(params, 'relation')
  const [from, to] = [params.get('from') ?? '', params.get('to')]
  const least = Number(params.get('minWeight') ?? 0)
  const fits = ({ type, weight, firstSeen, lastSeen }: Edge) =>
    (types ? types.includes(type) : type === 'CO_MENTION') &&
    weight >= least &&
    (from === '' || (lastSeen ?? '') >= from) &&
    (!to || (firstSeen !== null && firstSeen <= `${to}~`))
  const best = new Map<string, Edge>()
  for (const edge of snapshot.edges) {
    if ((edge.source !== id && edge.target !== id) || !fits(edge)) continue
    const other = edge.source === id ? edge.target : edge.source
    const kind = entities.get(other)?.kind
    if (!kind || (kinds && !kinds.includes(kind)) || (best.get(other)?.weight ?? -1) >= edge.weight) continue
    best.set(other, toEdge(edge))
  }
  const items = [...best]
    .flatMap(([other, edge]) => {
      const detail = entities.get(other)
      return detail ? { entity: toEntity(detail), edge } : []
    })
    .sort((a, b) => b.edge.weight - a.edge.weight || (a.entity.id < b.entity.id ? -1 : 1))
    .slice(0, Number(params.get('limit') ?? 12))
  const ids = new Set([id, ...items.map(({ entity }) => entity.id), ...(listOf(params, 'with') ?? [])])
  const edges = snapshot.edges.filter(({ source, target }) => ids.has(source) && ids.has(target)).map(toEdge)
  return { items, total: best.size, edges }
}
