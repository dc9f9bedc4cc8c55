/** The graph, or a part of it, as a file. */
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { Response, Router } from 'express'
import { requests } from '../api.ts'
import { type ExportOptions, exportGraph, requireSome, TYPES } from '../export/export.ts'
import { requireWhole } from '../store/read.ts'
import type { Served } from './served.ts'

export function addExportRoutes(router: Router, { database }: Served): void {
  const send = async (response: Response, options: ExportOptions) => {
    const chunks = await exportGraph(database, options)
    response.type(TYPES[options.format])
    // A page made here is for keeping; shown here, it would be one of this server's own pages.
    if (options.format === 'html') response.attachment('kith.html')
    await pipeline(Readable.from(chunks), response).catch((error: unknown) => {
      // A reader that goes away ends the export, and nothing else.
      if (!response.destroyed) throw error
    })
  }
  router.get('/export', async (request, response) => {
    await send(response, requests.export.parse(request.query))
  })
  router.post('/export', async (request, response) => {
    const { ids, ...options } = requests.exportPart.parse(request.body)
    await requireWhole(database)
    await send(response, { ...options, ids: ids && (await requireSome(database, ids)) })
  })
}
