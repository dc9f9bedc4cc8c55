/** A passage and the places it stands in: what an answer's passages are opened by. */
import type { Router } from 'express'
import { requests } from '../api.ts'
import { askPassage } from '../ask/passages.ts'
import { requireWhole } from '../store/read.ts'
import type { Served } from './served.ts'

export function addPassageRoutes(router: Router, { database }: Served): void {
  router.get('/passages/:id', async (request, response) => {
    requests.nothing.parse(request.query)
    await requireWhole(database)
    response.json(await askPassage(database, request.params.id))
  })
}
