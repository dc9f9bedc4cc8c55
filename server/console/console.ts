/** A user's own Cypher: never in the server's process, never with the right to write. */
import type { CypherAnswer } from '../api.ts'
import { type Credentials, parseGraphUrl } from '../store/open.ts'
import { openEmbeddedConsole } from './embedded.ts'
import { checkParams } from './guard.ts'
import { openNeo4jConsole } from './neo4j.ts'

export interface Console {
  /** @throws KithError `invalid`, `refused`, `timeout`, `too_many` */
  query(query: string, params?: Record<string, unknown>): Promise<CypherAnswer>
  close(): Promise<void>
}

export interface ConsoleOptions {
  /** Milliseconds a question may take. Default 5,000. */
  deadline?: number
}

export function openConsole(url: string, credentials: Credentials, options: ConsoleOptions = {}): Console {
  const target = parseGraphUrl(url)
  const { query, close } =
    target.store === 'grafeo'
      ? openEmbeddedConsole(target.folder, options)
      : openNeo4jConsole(target.url, credentials, options)
  return {
    query: async (text, params = {}) => {
      checkParams(params)
      return query(text, params)
    },
    close,
  }
}
