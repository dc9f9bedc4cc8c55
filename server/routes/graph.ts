/** What the explorer asks of the graph: entities, their company, edges, documents, the first picture. */
import type { Router } from 'express'
import { type Health, requests } from '../api.ts'
import { askDocument, askDocuments } from '../ask/documents.ts'
import { askEdges, askEntity, askNeighbors } from '../ask/entities.ts'
import { askOverview } from '../ask/overview.ts'
import { askStats } from '../ask/stats.ts'
import { KithError } from '../errors.ts'
import { VERSION } from '../root.ts'
import { requireWhole } from '../store/read.ts'
import { graphState } from '../store/save.ts'
import type { Served } from './served.ts'

export function addGraphRoutes(router: Router, { database, names, overview }: Served): void {
  router.get('/health', async (_request, response) => {
    const state = await graphState(database).catch(noGraph)
    const status = !state ? 'empty' : state.whole ? 'ok' : 'building'
    const health: Health = { status, version: VERSION, store: database.store, sha256: state?.sha256 ?? null }
    response.json(health)
  })
  router.get('/stats', async (request, response) => {
    requests.nothing.parse(request.query)
    await requireWhole(database)
    response.json(await askStats(database))
  })
  router.get('/overview', async (request, response) => {
    const { limit } = requests.overview.parse(request.query)
    // The usual picture is drawn once for each graph.
    response.json(limit === requests.overview.parse({}).limit ? await overview() : await askOverview(database, limit))
  })
  router.get('/search', async (request, response) => {
    const { q, kind, limit } = requests.search.parse(request.query)
    response.json((await names()).search(q, { kinds: kind, limit }))
  })
  router.get('/entities/:id', async (request, response) => {
    requests.nothing.parse(request.query)
    const { id } = (await names()).require(request.params.id)
    response.json(await askEntity(database, id))
  })
  router.get('/entities/:id/neighbors', async (request, response) => {
    const { limit, kind, from, to, minWeight, with: among } = requests.neighbors.parse(request.query)
    const { id } = (await names()).require(request.params.id)
    response.json(await askNeighbors(database, id, { limit, kinds: kind, from, to, minWeight, among }))
  })
  router.get('/edges', async (request, response) => {
    const { a, b } = requests.edges.parse(request.query)
    const known = await names()
    response.json(await askEdges(database, known.require(a).id, known.require(b).id))
  })
  router.get('/documents', async (request, response) => {
    requests.nothing.parse(request.query)
    await requireWhole(database)
    response.json(await askDocuments(database))
  })
  router.get('/documents/:id', async (request, response) => {
    requests.nothing.parse(request.query)
    await requireWhole(database)
    response.json(await askDocument(database, request.params.id))
  })
}

/** Nothing built yet is no failure; a store that is damaged or does not answer is one. */
function noGraph(error: unknown): null {
  if (error instanceof KithError && error.code === 'not_found') return null
  throw error
}
