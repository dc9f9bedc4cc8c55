/** What the notes leave open, and the papers between two names. */
import type { Router } from 'express'
import { gapsRequest, papersBetweenRequest } from '../api/gaps.ts'
import type { Served } from './served.ts'

export function addGapsRoutes(router: Router, { gaps }: Served): void {
  router.get('/gaps', async (request, response) => {
    const { kind: kinds, ...options } = gapsRequest.parse(request.query)
    response.json(await (await gaps()).ask({ kinds, ...options }))
  })
  router.get('/gaps/papers', async (request, response) => {
    const { a, b, limit } = papersBetweenRequest.parse(request.query)
    response.json(await (await gaps()).between(a, b, limit))
  })
}
