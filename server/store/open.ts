/** Graph URLs → databases: `file:<folder>` is the embedded store, `neo4j://…`, `neo4j+s://…` and `bolt://…` a Neo4j. */
import type { Graph } from '../../ingest/types.ts'
import { KithError } from '../errors.ts'
import type { Database } from './database.ts'
import { openEmbedded, replaceEmbedded } from './embedded.ts'
import { type Credentials, openNeo4j, withoutSecret } from './neo4j.ts'
import { load } from './queries.ts'
import { fillGraph, type SaveOptions, saveGraph } from './save.ts'

export type { Credentials }

export type GraphUrl = { store: 'grafeo'; folder: string } | { store: 'neo4j'; url: string }

/** @throws KithError `invalid` for an address of no store */
export function parseGraphUrl(url: string): GraphUrl {
  if (url.startsWith('file:') && url.length > 'file:'.length)
    return { store: 'grafeo', folder: url.slice('file:'.length).replace(/^\/\/(?=\/)/, '') }
  if (/^(?:neo4j|bolt)(?:\+s|\+ssc)?:\/\/[^\s/]+/.test(url)) return { store: 'neo4j', url }
  throw new KithError(
    'invalid',
    `"${withoutSecret(url)}" is no graph. A graph is file:<folder>, neo4j://<host>, neo4j+s://<host> or bolt://<host>.`,
  )
}

/** For reading. Follows the embedded graph when a build replaces it. */
export function openGraph(url: string, credentials: Credentials): Database {
  const target = parseGraphUrl(url)
  return target.store === 'grafeo' ? openEmbedded(target.folder) : openNeo4j(target.url, credentials)
}

/** Makes a graph the present one, at once (embedded) or in batches that converge (Neo4j). */
export async function replaceGraph(
  url: string,
  credentials: Credentials,
  graph: Graph,
  options: SaveOptions,
): Promise<void> {
  const target = parseGraphUrl(url)
  if (target.store === 'grafeo') {
    await replaceEmbedded(target.folder, (database) => fillGraph(database, graph, options))
    return
  }
  const database = openNeo4j(target.url, credentials)
  try {
    await whileLocked(database, () => saveGraph(database, graph, options))
  } finally {
    await database.close()
  }
}

/** Milliseconds a build waits for another one's lock. */
const PATIENCE = 3_000

/** A transaction holds the lock for as long as the work takes; the server frees it when this process dies. */
async function whileLocked(database: Database, work: () => Promise<void>): Promise<void> {
  const take = load('lock')
  await take(database, {}, { access: 'write', timeout: PATIENCE }).catch(refuseSecond)
  await database.write(
    async (transaction) => {
      await take(transaction, {})
      await work()
    },
    { timeout: LONGEST },
  )
}

/** Milliseconds a build may take: a day. */
const LONGEST = 86_400_000

function refuseSecond(error: unknown): never {
  if (error instanceof KithError && error.code === 'timeout') {
    throw new KithError('locked', 'Another build is writing this Neo4j. Wait until it has ended, then try again.', {
      cause: error,
    })
  }
  throw error
}
