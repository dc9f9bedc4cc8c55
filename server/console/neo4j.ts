/** A user's own Cypher on Neo4j: in a reading session with a timeout, after its plan was allowed. */
import neo4j, { type ManagedTransaction } from 'neo4j-driver'
import { KithError } from '../errors.ts'
import { type Credentials, toKithError } from '../store/neo4j.ts'
import { createAnswer, DEADLINE } from './answer.ts'
import type { Console, ConsoleOptions } from './console.ts'
import { asAsked, EXPLAIN } from './explain.ts'
import { checkNeo4jPlan, checkText } from './guard.ts'

export function openNeo4jConsole(
  url: string,
  { username, password, database }: Credentials,
  { deadline = DEADLINE }: ConsoleOptions = {},
): Console {
  const driver = neo4j.driver(url, neo4j.auth.basic(username, password), {
    disableLosslessIntegers: true,
    maxTransactionRetryTime: 0,
    userAgent: 'kith-console',
  })
  const read = async <T>(work: (transaction: ManagedTransaction) => Promise<T>): Promise<T> => {
    const session = driver.session({ database, defaultAccessMode: neo4j.session.READ, fetchSize: 200 })
    try {
      return await session.executeRead(work, { timeout: deadline })
    } catch (error) {
      const known = toKithError(error, url)
      if (known instanceof KithError && known.code === 'timeout') {
        throw new KithError(
          'timeout',
          `The query took longer than ${deadline / 1_000} seconds and was stopped. Ask for less at once.`,
          { cause: error },
        )
      }
      throw known
    } finally {
      await session.close().catch(() => {})
    }
  }
  return {
    async query(query, params = {}) {
      checkText(query)
      const numbers = withIntegers(params) as Record<string, unknown>
      await read(async (transaction) => {
        const { summary } = await transaction.run(EXPLAIN + query, numbers)
        if (summary.queryType !== 'r')
          throw new KithError('refused', 'The query writes or calls a procedure: the console only reads the graph.')
        if (summary.plan) checkNeo4jPlan(summary.plan)
      }).catch(tellAsAsked)
      const started = performance.now()
      return read(async (transaction) => {
        const result = transaction.run(query, numbers)
        const answer = createAnswer([...(await result.keys())] as string[])
        for await (const record of result) {
          if (!answer.add(record.keys.map((key) => present(record.get(key))))) break
        }
        return answer.end(performance.now() - started)
      })
    },
    close: () => driver.close(),
  }
}

function tellAsAsked(error: unknown): never {
  if (error instanceof KithError && error.code === 'invalid')
    throw new KithError('invalid', asAsked(error.message), { cause: error })
  throw error
}

function withIntegers(value: unknown): unknown {
  if (typeof value === 'number') return Number.isSafeInteger(value) ? neo4j.int(value) : value
  if (Array.isArray(value)) return value.map(withIntegers)
  if (typeof value === 'object' && value !== null)
    return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, withIntegers(inner)]))
  return value
}

function present(value: unknown): unknown {
  if (typeof value === 'bigint') return Number(value)
  if (Array.isArray(value)) return value.map(present)
  if (typeof value !== 'object' || value === null) return value
  if (neo4j.isNode(value)) return { $: 'node', labels: value.labels, properties: toMap(value.properties) }
  if (neo4j.isRelationship(value)) return { $: 'edge', type: value.type, properties: toMap(value.properties) }
  if (neo4j.isPath(value)) {
    return {
      nodes: [value.start, ...value.segments.map(({ end }) => end)].map(present),
      edges: value.segments.map(({ relationship }) => present(relationship)),
    }
  }
  return Object.getPrototypeOf(value) === Object.prototype ? toMap(value) : String(value)
}

function toMap(value: object): object {
  const map: Record<string, unknown> = Object.create(null)
  for (const [key, inner] of Object.entries(value)) map[key] = present(inner)
  return map
}
