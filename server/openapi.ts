/** `/api/openapi.json`, from the same schemas that check the requests. */
import { OpenAPIRegistry, OpenApiGeneratorV31, type RouteConfig } from '@asteasolutions/zod-to-openapi'
import { z } from 'zod'
import { cypherAnswer, cypherPlan, cypherPlanRequest, cypherRequest } from './api/console.ts'
import { savedQueries } from './api/gallery.ts'
import { gaps, gapsRequest, papersBetween, papersBetweenRequest } from './api/gaps.ts'
import { digest, digestRequest, keepRequest, kept } from './api/keep.ts'
import { related, relatedRequest } from './api/related.ts'
import { schema } from './api/schema.ts'
import { found, searchRequest } from './api/search.ts'
import { survey, surveyRequest } from './api/survey.ts'
import {
  about,
  bridge,
  documentDetail,
  documents,
  edgeList,
  entityDetail,
  failure,
  health,
  neighbors,
  overview,
  passages,
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

const JSON_TYPE = 'application/json'

const ENDPOINTS: readonly Endpoint[] = [
  { path: '/api/health', summary: 'Whether there is a graph to ask', answer: health },
  { path: '/api/stats', summary: 'What the graph holds', answer: stats },
  { path: '/api/about', summary: 'What the graph is made of, and how far it can be trusted', answer: about },
  { path: '/api/overview', summary: 'The first picture', answer: overview, query: requests.overview },
  { path: '/api/search', summary: 'Entities, papers and passages as one types', answer: found, query: searchRequest },
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
  { path: '/api/passages/{id}', summary: 'One passage, for each place it stands in', answer: passages, params: id },
  { path: '/api/gaps', summary: 'What is not joined, and what nobody discusses', answer: gaps, query: gapsRequest },
  {
    path: '/api/gaps/papers',
    summary: 'The papers that speak of two names, in no line of both',
    answer: papersBetween,
    query: papersBetweenRequest,
  },
  { path: '/api/related', summary: 'Papers for a concept, with the reason', answer: related, query: relatedRequest },
  {
    path: '/api/survey',
    summary: 'A survey of a concept, all of it quoted; as JSON, Markdown or BibTeX',
    answer: survey,
    query: surveyRequest,
  },
  { path: '/api/kept', summary: 'What is followed and what was read', answer: kept },
  { path: '/api/kept', summary: 'Follows and unfollows, marks papers as read or not', answer: kept, body: keepRequest },
  {
    path: '/api/digest',
    summary: 'What the newest documents added, as JSON, Markdown or an Atom feed',
    answer: digest,
    query: digestRequest,
  },
  { path: '/api/queries', summary: 'Saved questions', answer: savedQueries },
  { path: '/api/schema', summary: 'What the graph is made of, for queries', answer: schema },
  { path: '/api/cypher', summary: 'A question in Cypher, read-only', answer: cypherAnswer, body: cypherRequest },
  {
    path: '/api/cypher/plan',
    summary: 'What the store would do with a question, without doing it',
    answer: cypherPlan,
    body: cypherPlanRequest,
  },
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
