/** What the explorer asks of the graph: entities, their company, edges, documents, the first picture. */
import type { Router } from 'express'
import { type Health, requests } from '../api.ts'
import { askBridge } from '../ask/bridge.ts'
import { askEntity } from '../ask/detail.ts'
import { askDocument, askDocuments } from '../ask/documents.ts'
import { askEdges, askNeighbors } from '../ask/entities.ts'
import { askOverview } from '../ask/overview.ts'
import { askPicture } from '../ask/picture.ts'
import { askStats } from '../ask/stats.ts'
import { KithError } from '../errors.ts'
import { VERSION } from '../root.ts'
import { requireWhole } from '../store/read.ts'
import { graphState } from '../store/state.ts'
import type { Served } from './served.ts'

export function addGraphRoutes(router: Router, served: Served): void {
  const { database, names, tables, overview } = served
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
    const isUsual = limit === requests.overview.parse({}).limit
    response.json(isUsual ? await overview() : await askOverview(database, limit, await tables()))
  })
  router.post('/picture', async (request, response) => {
    const { ids } = requests.picture.parse(request.body)
    response.json(await askPicture(database, await tables(), ids))
  })
  router.get('/bridge', async (request, response) => {
    const { from, to, k } = requests.bridge.parse(request.query)
    const known = await names()
    const ends = [known.require(from).id, known.require(to).id] as const
    response.json(await askBridge(database, await tables(), ...ends, k))
  })
  router.get('/entities/:id', async (request, response) => {
    requests.nothing.parse(request.query)
    const { id } = (await names()).require(request.params.id)
    response.json(await askEntity(database, id))
  })
  router.get('/entities/:id/neighbors', async (request, response) => {
    const { kind: kinds, relation: relations, with: among, ...rest } = requests.neighbors.parse(request.query)
    const { id } = (await names()).require(request.params.id)
    response.json(await askNeighbors(database, id, { ...rest, kinds, relations, among }))
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
