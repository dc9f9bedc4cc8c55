/** The console over HTTP on each store, with a deadline short enough for tests. */
import { pino } from 'pino'
import type { Graph } from '../../../ingest/types.ts'
import { createApp } from '../../../server/app.ts'
import { sha256Of } from '../../../server/canonical.ts'
import { type Console, openConsole } from '../../../server/console/console.ts'
import type { Database } from '../../../server/store/database.ts'
import { openGraph, replaceGraph } from '../../../server/store/open.ts'
import { readGraph } from '../../../server/store/read.ts'
import { testNeo4j } from '../../needs.ts'

const NOBODY = { username: '', password: '', database: '' }

export interface Address {
  url: string
  credentials: typeof NOBODY
}

/** @param folder where an embedded graph may lie */
export const STORES: readonly (readonly [name: 'Grafeo' | 'Neo4j', address: (folder: string) => Address])[] = [
  ['Grafeo', (folder) => ({ url: `file:${folder}`, credentials: NOBODY })],
  ['Neo4j', () => testNeo4j()],
]

export interface ServedConsole {
  app: ReturnType<typeof createApp>
  console: Console
  database: Database
  /** Of the graph as it is now, read anew. */
  sha256(): Promise<string>
  close(): Promise<void>
}

export async function serveConsole(
  { url, credentials }: Address,
  graph: Graph,
  { deadline = 1_000 }: { deadline?: number } = {},
): Promise<ServedConsole> {
  await replaceGraph(url, credentials, graph, { sha256: sha256Of(graph) })
  const database = openGraph(url, credentials)
  const console = openConsole(url, credentials, { deadline })
  return {
    app: createApp(database, {
      console,
      log: pino({ level: 'silent' }),
      requestsPerMinute: Number.POSITIVE_INFINITY,
    }),
    console,
    database,
    sha256: async () => sha256Of(await readGraph(database)),
    close: async () => {
      await console.close()
      await database.close()
    },
  }
}
