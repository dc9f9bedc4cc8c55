/**
 * A user's own Cypher: never in the server's process, never with the right to write.
 *
 * One way in for the API, the terminal and the canaries: parameters and text are looked at here, then a question waits
 * its turn, then the store's engine plans it, looks at the plan, and runs it within its limits.
 */
import { resolve } from 'node:path'
import { type CypherAnswer, type CypherPlan, MOST_ROWS } from '../api/console.ts'
import { KithError } from '../errors.ts'
import { currentGraph } from '../store/embedded.ts'
import { type Credentials, parseGraphUrl } from '../store/open.ts'
import { DEADLINE, tenths } from './answer.ts'
import { type Layer, untrusted } from './canaries.ts'
import { createEngine, type Engine } from './engine.ts'
import { checkText } from './guard.ts'
import { checkParams } from './params.ts'
import { createQueue } from './queue.ts'
import type { Question, Target } from './reader.ts'

export interface AskOptions {
  /** Rows at most. Default 1,000, which is also the most. */
  limit?: number
  /** Who asks: one client's questions do not keep another's waiting. */
  client?: string
  /** Takes the question back: a query that runs is stopped, one that waits is dropped. */
  signal?: AbortSignal
}

export interface Console {
  /** @throws KithError `invalid`, `refused`, `timeout`, `too_many`, `too_large`, `unavailable` */
  query(query: string, params?: Record<string, unknown>, options?: AskOptions): Promise<CypherAnswer>
  /** What the database would do, without doing it. @throws KithError as a query does */
  plan(query: string, params?: Record<string, unknown>, options?: AskOptions): Promise<CypherPlan>
  /** Tries one layer alone: `text`, `plan`, or what the `store` itself refuses. @throws KithError where it is refused */
  probe(layer: Layer, query: string): Promise<void>
  close(): Promise<void>
}

export interface ConsoleOptions {
  /** Milliseconds a question may take. Default 5,000. */
  deadline?: number
}

/** Questions at once. A Neo4j does the work itself; of this machine the explorer is to have the rest. */
const WORKERS = { grafeo: 1, neo4j: 2 } as const

export function openConsole(
  url: string,
  credentials: Credentials,
  { deadline = DEADLINE }: ConsoleOptions = {},
): Console {
  const graph = parseGraphUrl(url)
  const present = (): Target =>
    graph.store === 'neo4j' ? { ...graph, credentials } : { store: 'grafeo', file: presentFile(graph.folder) }
  return createConsole(createEngine({ store: graph.store, workers: WORKERS[graph.store], deadline, present }))
}

function presentFile(folder: string): string {
  // The child stands elsewhere, so the path must not be relative.
  const file = currentGraph(resolve(folder))
  if (!file) throw new KithError('not_found', `There is no graph at ${folder} yet. Run "kith build <folder>" first.`)
  return file
}

export function createConsole(engine: Engine): Console {
  const queue = createQueue({ workers: engine.workers })
  const probe: Console['probe'] = async (layer, query) => {
    if (layer === 'text') checkText(query)
    else await engine.probe(layer, withoutEnd(query))
  }
  let trust: Promise<string | null> | null = null
  /** The first question waits for the canaries; what they could not even ask is asked again. */
  const checkTrust = async () => {
    trust ??= untrusted(probe)
    const reason = await trust.catch((error: unknown) => {
      trust = null
      throw error
    })
    if (reason !== null)
      throw new KithError('unavailable', `The console is off: ${reason} "kith doctor --console" says more.`)
  }
  const inTurn = <T>(
    { query, params, limit = MOST_ROWS, client = '', signal }: AskOptions & Pick<Question, 'query' | 'params'>,
    work: (question: Omit<Question, 'deadline'>) => Promise<T>,
  ): Promise<T & { waited: number }> => {
    checkParams(params)
    checkText(query)
    const question = { query: withoutEnd(query), params, limit: Math.min(limit, MOST_ROWS) }
    return queue.run(
      client,
      async (waited) => {
        await checkTrust()
        return { ...(await work(question)), waited: tenths(waited) }
      },
      signal,
    )
  }
  return {
    query: async (query, params = {}, options = {}) => {
      const { signal } = options
      const { stopped, ...rest } = await inTurn({ ...options, query, params }, (question) =>
        engine.ask(question, signal),
      )
      return { ...rest, stopped, truncated: stopped !== null }
    },
    plan: async (query, params = {}, options = {}) => {
      const { signal } = options
      const { plan, notes } = await inTurn({ ...options, query, params }, (question) =>
        engine.explain(question, signal),
      )
      return { plan, store: engine.store, notes }
    },
    probe,
    close: async () => {
      queue.close()
      await engine.close()
    },
  }
}

/** One statement may end with a semicolon. What follows it is empty, or the guard would have said so. */
function withoutEnd(query: string): string {
  return query.trimEnd().replace(/;$/, '')
}
