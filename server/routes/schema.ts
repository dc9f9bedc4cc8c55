/** What the graph is made of, for people who write queries. */
import type { Router } from 'express'
import { requests } from '../api.ts'
import type { Served } from './served.ts'

export function addSchemaRoutes(router: Router, { schema }: Served): void {
  router.get('/schema', async (request, response) => {
    requests.nothing.parse(request.query)
    response.json(await schema())
  })
}
