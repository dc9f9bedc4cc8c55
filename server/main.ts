/** Opens the graph, listens, and stops gracefully. */
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { pino } from 'pino'
import { type AppOptions, createApp } from './app.ts'
import type { Config } from './config.ts'
import { openConsole } from './console/console.ts'
import { KithError } from './errors.ts'
import { loadEmbedder } from './find/embedder.ts'
import { keptFile } from './keep/kept.ts'
import { openGraph } from './store/open.ts'

export interface Listening {
  url: string
  /** Finishes what was asked, then closes the graph. */
  close(): Promise<void>
}

/** Bytes of a request's head: the ids that are on the screen stand in its address. */
const LONGEST_HEAD = 65_536

/** Milliseconds that open requests get to end when the server stops. */
const GRACE = 5_000

/** @throws KithError `invalid` where the port is in use or not allowed */
export async function listen({
  graph,
  kept,
  embedder,
  credentials,
  host,
  port,
  token,
  log,
  requestsPerMinute,
}: Config & Pick<AppOptions, 'requestsPerMinute'>): Promise<Listening> {
  const database = openGraph(graph, credentials)
  const console = openConsole(graph, credentials)
  const app = createApp(database, {
    console,
    token,
    host,
    requestsPerMinute,
    keptFile: () => keptFile({ graph, kept }),
    embedder: () => loadEmbedder(embedder),
    log: pino({ level: log }, pino.destination(2)),
  })
  const server = createServer({ maxHeaderSize: LONGEST_HEAD }, app)
  const closeAll = async () => {
    await console.close()
    await database.close()
  }
  await new Promise<void>((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => reject(toKithError(error, host, port)))
    server.listen(port, host, resolve)
  }).catch(async (error: unknown) => {
    await closeAll()
    throw error
  })
  const address = server.address() as AddressInfo
  return {
    url: `http://${host.includes(':') ? `[${host}]` : host}:${address.port}`,
    close: async () => {
      const timer = setTimeout(() => server.closeAllConnections(), GRACE)
      await new Promise((resolve) => {
        server.close(resolve)
        server.closeIdleConnections()
      })
      clearTimeout(timer)
      await closeAll()
    },
  }
}

function toKithError(error: NodeJS.ErrnoException, host: string, port: number): KithError {
  if (error.code === 'EADDRINUSE')
    return new KithError('invalid', `Port ${port} is in use. Choose another with --port, or stop what listens there.`, {
      cause: error,
    })
  if (error.code === 'EACCES')
    return new KithError('invalid', `Port ${port} is not yours to listen on. Choose one above 1023 with --port.`, {
      cause: error,
    })
  return new KithError(
    'invalid',
    `${host} is no address to listen on (${error.code}). Leave out --host to listen on this machine alone.`,
    { cause: error },
  )
}
