/** A user's own Cypher over HTTP. Who goes away takes the question back. */
import type { Request, Response, Router } from 'express'
import { cypherPlanRequest, cypherRequest } from '../api/console.ts'
import type { AskOptions } from '../console/console.ts'
import { requireWhole } from '../store/read.ts'
import type { Served } from './served.ts'

export function addConsoleRoutes(router: Router, { database, console }: Served): void {
  router.post('/cypher', async (request, response) => {
    const { query, params, limit } = cypherRequest.parse(request.body)
    await requireWhole(database)
    response.json(await console.query(query, params, { limit, ...asker(request, response) }))
  })
  router.post('/cypher/plan', async (request, response) => {
    const { query, params } = cypherPlanRequest.parse(request.body)
    await requireWhole(database)
    response.json(await console.plan(query, params, asker(request, response)))
  })
}

function asker({ ip }: Request, response: Response): Required<Pick<AskOptions, 'client' | 'signal'>> {
  const gone = new AbortController()
  response.on('close', () => {
    if (!response.writableFinished) gone.abort()
  })
  return { client: ip ?? '', signal: gone.signal }
}
