/** `/api/openapi.json`, from the same schemas that check the requests. */
import { OpenAPIRegistry, OpenApiGeneratorV31, type RouteConfig } from '@asteasolutions/zod-to-openapi'
import { z } from 'zod'
import { related, relatedRequest } from './api/related.ts'
import {
  about,
  bridge,
  cypherAnswer,
  documentDetail,
  documents,
  edgeList,
  entityDetail,
  failure,
  health,
  hits,
  neighbors,
  overview,
  picture,
  requests,
  stats,
} from './api.ts'
import { VERSION } from './root.ts'

const id = z.object({ id: z.string().meta({ description: 'one encoded path segment', example: 'model/rwkv' }) })

interface Endpoint {
  path: string
  summary: string
  answer: z.ZodType
  query?: z.ZodObject
  params?: z.ZodObject
  body?: z.ZodType
  /** Of the answer, default JSON. */
  type?: string
}

const savedQueries = z.object({
  items: z.array(z.object({ name: z.string(), description: z.string(), query: z.string() })),
  total: z.int(),
})

const JSON_TYPE = 'application/json'

const ENDPOINTS: readonly Endpoint[] = [
  { path: '/api/health', summary: 'Whether there is a graph to ask', answer: health },
  { path: '/api/stats', summary: 'What the graph holds', answer: stats },
  { path: '/api/about', summary: 'What the graph is made of, and how far it can be trusted', answer: about },
  { path: '/api/overview', summary: 'The first picture', answer: overview, query: requests.overview },
  { path: '/api/search', summary: 'Entities by any of their names', answer: hits, query: requests.search },
  { path: '/api/entities/{id}', summary: 'One entity', answer: entityDetail, params: id },
  {
    path: '/api/entities/{id}/neighbors',
    summary: 'Its company, closest first',
    answer: neighbors,
    params: id,
    query: requests.neighbors,
  },
  {
    path: '/api/picture',
    summary: 'All that is needed to show some entities',
    answer: picture,
    body: requests.picture,
  },
  { path: '/api/bridge', summary: 'The best ways from one entity to another', answer: bridge, query: requests.bridge },
  { path: '/api/edges', summary: 'What joins two entities, with receipts', answer: edgeList, query: requests.edges },
  { path: '/api/documents', summary: 'All documents', answer: documents },
  { path: '/api/documents/{id}', summary: 'One document, its names marked', answer: documentDetail, params: id },
  { path: '/api/related', summary: 'Papers for a concept, with the reason', answer: related, query: relatedRequest },
  { path: '/api/queries', summary: 'Saved questions', answer: savedQueries },
  { path: '/api/cypher', summary: 'A question in Cypher, read-only', answer: cypherAnswer, body: requests.cypher },
  {
    path: '/api/export',
    summary: 'The canonical export, one JSON object a line',
    answer: z.string(),
    query: requests.export,
    type: 'application/x-ndjson',
  },
  {
    path: '/api/export',
    summary: 'The graph or a part of it as a file: JSON lines, a CSV table, BibTeX, or a page that needs no server',
    answer: z.string(),
    body: requests.exportPart,
    type: 'text/plain',
  },
]

let document: object | undefined

export function openApi(): object {
  document ??= generate()
  return document
}

function generate(): object {
  const registry = new OpenAPIRegistry()
  for (const endpoint of ENDPOINTS) registry.registerPath(toRoute(endpoint))
  return new OpenApiGeneratorV31(registry.definitions).generateDocument({
    openapi: '3.1.0',
    info: { title: 'Kith', version: VERSION, license: { name: 'Apache-2.0', identifier: 'Apache-2.0' } },
  })
}

function toRoute({ path, summary, answer, query, params, body, type = JSON_TYPE }: Endpoint): RouteConfig {
  const content = (schema: z.ZodType, as = JSON_TYPE) => ({ [as]: { schema } })
  return {
    path,
    summary,
    method: body ? 'post' : 'get',
    request: {
      ...(query && { query }),
      ...(params && { params }),
      ...(body && { body: { content: content(body) }, headers: z.object({ 'X-Kith': z.literal('1') }) }),
    },
    responses: {
      200: { description: summary, content: content(answer, type) },
      default: { description: 'What was wrong, and what to do', content: content(failure) },
    },
  }
}
