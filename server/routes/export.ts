/** The graph as a file. */
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { Router } from 'express'
import { requests } from '../api.ts'
import { toLines } from '../canonical.ts'
import { readGraph } from '../store/read.ts'
import type { Served } from './served.ts'

export function addExportRoutes(router: Router, { database }: Served): void {
  router.get('/export', async (request, response) => {
    requests.export.parse(request.query)
    const graph = await readGraph(database)
    response.type('application/x-ndjson')
    await pipeline(Readable.from(toLines(graph)), response).catch((error: unknown) => {
      // A reader that goes away ends the export, and nothing else.
      if (!response.destroyed) throw error
    })
  })
}
