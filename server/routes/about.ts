/** What a reader may want to know before trusting the graph. */
import type { Router } from 'express'
import { requests } from '../api.ts'
import { askAbout } from '../ask/about.ts'
import { requireWhole } from '../store/read.ts'
import type { Served } from './served.ts'

export function addAboutRoutes(router: Router, { database }: Served): void {
  router.get('/about', async (request, response) => {
    requests.nothing.parse(request.query)
    await requireWhole(database)
    response.json(await askAbout(database))
  })
}
