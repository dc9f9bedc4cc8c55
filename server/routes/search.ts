/** Search as one types: entities, papers and passages. */
import type { Router } from 'express'
import { searchRequest } from '../api/search.ts'
import type { Served } from './served.ts'

export function addSearchRoutes(router: Router, { search }: Served): void {
  router.get('/search', async (request, response) => {
    const { q, kind: kinds, in: groups, limit } = searchRequest.parse(request.query)
    response.json(await search(q, { kinds, groups, limit }))
  })
}
