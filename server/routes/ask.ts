/** Questions of people's own: Cypher, and the papers for a concept. */
import type { Router } from 'express'
import { relatedRequest } from '../api/related.ts'
import { requests } from '../api.ts'
import { gallery } from '../ask/gallery.ts'
import { readPaperIds } from '../keep/marks.ts'
import type { Served } from './served.ts'

export function addAskRoutes(router: Router, { names, papers, keptFile }: Served): void {
  router.get('/related', async (request, response) => {
    const { concept, ...options } = relatedRequest.parse(request.query)
    const read = await readPaperIds(await keptFile(), await names())
    response.json(await (await papers()).related(concept, { ...options, read }))
  })
  router.get('/queries', (request, response) => {
    requests.nothing.parse(request.query)
    const items = gallery()
    response.json({ items, total: items.length })
  })
}
