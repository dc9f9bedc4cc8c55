/** Neo4j 5 over Bolt. Numbers without a fraction travel as integers: the driver would send floats, and LIMIT 10.0 is an error. */
import neo4j, { type ManagedTransaction, Neo4jError, type Record as Neo4jRecord } from 'neo4j-driver'
import { KithError } from '../errors.ts'
import type { Database, Params, RunOptions, Transaction, Value } from './database.ts'

export interface Credentials {
  username: string
  password: string
  database: string
}

/** Milliseconds a query may take where nothing else is said. */
const TIMEOUT = 30_000
/** Milliseconds to wait for the server to answer at all. */
const PATIENCE = 5_000

/** Opens no connection yet: the first query does. */
export function openNeo4j(url: string, { username, password, database }: Credentials): Database {
  const driver = neo4j.driver(url, neo4j.auth.basic(username, password), {
    disableLosslessIntegers: true,
    connectionTimeout: PATIENCE,
    connectionAcquisitionTimeout: PATIENCE * 2,
    maxTransactionRetryTime: PATIENCE,
    userAgent: 'kith',
  })
  const inSession = async <T>(
    access: 'read' | 'write',
    timeout: number,
    work: (transaction: ManagedTransaction) => Promise<T>,
  ) => {
    const session = driver.session({
      database,
      defaultAccessMode: access === 'read' ? neo4j.session.READ : neo4j.session.WRITE,
    })
    try {
      return await (access === 'read'
        ? session.executeRead(work, { timeout })
        : session.executeWrite(work, { timeout }))
    } catch (error) {
      throw toKithError(error, url)
    } finally {
      await session.close().catch(() => {})
    }
  }
  return {
    store: 'neo4j',
    run: <R>(query: string, params: Params = {}, { access = 'read', timeout = TIMEOUT, limit }: RunOptions = {}) =>
      inSession(access, timeout, (transaction) => runIn<R>(transaction, query, params, limit)),
    read: (work, { timeout = TIMEOUT * 10 } = {}) =>
      inSession('read', timeout, (transaction) => work(toTransaction(transaction))),
    write: (work, { timeout = TIMEOUT * 10 } = {}) =>
      inSession('write', timeout, (transaction) => work(toTransaction(transaction))),
    close: () => driver.close(),
  }
}

function toTransaction(transaction: ManagedTransaction): Transaction {
  return {
    store: 'neo4j',
    run: <R>(query: string, params: Params = {}) => runIn<R>(transaction, query, params),
  }
}

async function runIn<R>(transaction: ManagedTransaction, query: string, params: Params, limit?: number): Promise<R[]> {
  const result = transaction.run(query, toBolt(params))
  const rows: R[] = []
  // Streaming lets a limit stop the server, too.
  for await (const record of result) {
    if (limit !== undefined && rows.length >= limit) break
    rows.push(toRow(record) as R)
  }
  return rows
}

function toRow(record: Neo4jRecord): object {
  return Object.fromEntries(record.keys.map((key) => [key, fromBolt(record.get(key))]))
}

function toBolt(value: Value): unknown {
  if (typeof value === 'number') return Number.isSafeInteger(value) ? neo4j.int(value) : value
  if (Array.isArray(value)) return value.map(toBolt)
  if (typeof value === 'object' && value !== null)
    return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, toBolt(inner)]))
  return value
}

/** Nodes and relationships become maps of their properties, as the embedded store gives them. */
function fromBolt(value: unknown): Value {
  if (Array.isArray(value)) return value.map(fromBolt)
  if (typeof value === 'bigint') return Number(value)
  if (typeof value !== 'object' || value === null) return (value ?? null) as Value
  if (neo4j.isNode(value) || neo4j.isRelationship(value)) return fromBolt(value.properties)
  if (Object.getPrototypeOf(value) !== Object.prototype) return String(value)
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, fromBolt(inner)]))
}

/** An address as it may be shown: a name and a password in it are not repeated. */
export function withoutSecret(url: string): string {
  return url.replace(/\/\/.*@/, '//')
}

/** @param url may hold a name and a password: they are not repeated */
export function toKithError(error: unknown, url: string): unknown {
  if (!(error instanceof Neo4jError)) return error
  const address = withoutSecret(url)
  const { code } = error
  if (code === 'ServiceUnavailable' || code === 'SessionExpired' || /connect|ECONN/i.test(code)) {
    return new KithError(
      'unavailable',
      `Neo4j does not answer at ${address}. Start it, or check the address; a build can be run again at any time.`,
      { cause: error },
    )
  }
  if (code.includes('Security.Unauthorized') || code.includes('AuthenticationRateLimit')) {
    return new KithError(
      'forbidden',
      `Neo4j at ${address} refused the name or the password. Set NEO4J_USERNAME and NEO4J_PASSWORD.`,
      { cause: error },
    )
  }
  if (code.includes('CredentialsExpired')) {
    return new KithError('forbidden', `Neo4j at ${address} wants a new password first: log in once and change it.`, {
      cause: error,
    })
  }
  if (code.includes('DatabaseNotFound')) {
    return new KithError(
      'not_found',
      `Neo4j at ${address} has no such database. Set NEO4J_DATABASE to one that it has.`,
      { cause: error },
    )
  }
  if (code.includes('TransactionTimedOut') || code.includes('LockClient') || code.includes('Terminated')) {
    return new KithError('timeout', 'The query took longer than it may. Ask for less at once.', { cause: error })
  }
  if (code.includes('OutOfMemory'))
    return new KithError('too_large', 'The query needs more memory than Neo4j has for it. Ask for less at once.', {
      cause: error,
    })
  if (/responded HTTP/i.test(error.message))
    return new KithError('unavailable', `What answers at ${address} is no Neo4j, or its HTTP port: Bolt has 7687.`, {
      cause: error,
    })
  if (code.includes('AccessMode'))
    return new KithError('refused', 'The query writes, and it was opened for reading.', { cause: error })
  return new KithError('invalid', error.message, { cause: error })
}
