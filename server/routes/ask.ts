/** Questions of people's own: Cypher, and the papers for a concept. */
import type { Router } from 'express'
import { relatedRequest } from '../api/related.ts'
import { requests } from '../api.ts'
import { gallery } from '../ask/gallery.ts'
import { requireWhole } from '../store/read.ts'
import type { Served } from './served.ts'

export function addAskRoutes(router: Router, { database, console, papers }: Served): void {
  router.get('/related', async (request, response) => {
    const { concept, ...options } = relatedRequest.parse(request.query)
    response.json(await (await papers()).related(concept, options))
  })
  router.get('/queries', (request, response) => {
    requests.nothing.parse(request.query)
    const items = gallery()
    response.json({ items, total: items.length })
  })
  router.post('/cypher', async (request, response) => {
    const { query, params } = requests.cypher.parse(request.body)
    await requireWhole(database)
    response.json(await console.query(query, params))
  })
}
