/** A store under test, and how a graph is saved to it and read from it: as a build and a server do. */
import type { Graph } from '../../ingest/types.ts'
import { sha256Of } from '../../server/canonical.ts'
import type { Database } from '../../server/store/database.ts'
import type { Credentials } from '../../server/store/neo4j.ts'
import { openGraph, replaceGraph } from '../../server/store/open.ts'
import type { SaveOptions } from '../../server/store/save.ts'

export interface TestedStore {
  /** A database to write to, empty of what a test does not write itself. */
  scratch: Database
  /** Where builds go; nothing was built there yet. */
  url: string
  credentials: Credentials
  /** Neighbours that a hub is tried with. */
  hub: number
  /** After this nothing was ever built. */
  empty(): Promise<void>
  close(): Promise<void>
}

export async function save(store: TestedStore, graph: Graph, options: Partial<SaveOptions> = {}): Promise<void> {
  await replaceGraph(store.url, store.credentials, graph, { sha256: sha256Of(graph), ...options })
}

export async function reading<T>(
  { url, credentials }: TestedStore,
  work: (database: Database) => Promise<T>,
): Promise<T> {
  const database = openGraph(url, credentials)
  try {
    return await work(database)
  } finally {
    await database.close()
  }
}
