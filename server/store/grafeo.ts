/**
 * The embedded store: Grafeo, a graph database in this process, in one file.
 *
 * Its traps, seen by hand: the package is CommonJS (default import only); only its Cypher counts right; `open` of a
 * missing path would create it; a result map with a key `__proto__` would get another prototype; a handle that may
 * write has no way to refuse a single query that.
 */
import { existsSync } from 'node:fs'
import grafeo from '@grafeo-db/js'
import { type ErrorCode, KithError } from '../errors.ts'
import type { Database, Params, Row, RunOptions, Transaction, Value } from './database.ts'

type Handle = InstanceType<typeof grafeo.GrafeoDB>
type Result = Awaited<ReturnType<Handle['executeCypher']>>
interface Runner {
  executeCypher(query: string, params?: Params): Promise<Result>
}

export interface NewEdge {
  source: number
  target: number
  type: string
  properties: Params
}

export interface GrafeoDatabase extends Database {
  /** Creates nodes past the query language, twice as fast; gives their places in the store, for createEdges. */
  createNodes(labels: readonly string[], rows: readonly Params[]): Promise<number[]>
  createEdges(edges: readonly NewEdge[]): Promise<void>
  /** Makes words of a property findable, Chinese ones by their pairs of characters. */
  createTextIndex(label: string, property: string): Promise<void>
  /** All that was written is on disk after this. */
  checkpoint(): void
}

/**
 * @param access `create` makes a new file, `read` shares the file with other readers
 * @throws KithError `not_found`, `locked` or `damaged`
 */
export function openGrafeo(file: string, access: 'read' | 'write' | 'create'): GrafeoDatabase {
  const handle = openHandle(file, access)
  // One writer at a time: parallel writers would only conflict and try again.
  let writing: Promise<unknown> = Promise.resolve()
  const queued = <T>(work: () => Promise<T>): Promise<T> => {
    const next = writing.then(work, work)
    writing = next.catch(() => {})
    return next
  }
  const read = <R>(query: string, params: Params, options: RunOptions) =>
    access === 'read' ? runOn<R>(handle, query, params, options) : readOn<R>(handle, query, params, options)
  return {
    store: 'grafeo',
    run: <R>(query: string, params: Params = {}, options: RunOptions = {}) =>
      options.access === 'write'
        ? queued(() => again(() => runOn<R>(handle, query, params, options)))
        : read<R>(query, params, options),
    read: (work) => work({ store: 'grafeo', run: (query, params = {}) => read(query, params, {}) }),
    write: (work) => queued(() => inTransaction(handle, work)),
    createNodes: (labels, rows) => queued(() => handle.batchCreateNodesWithProps([...labels], [...rows])),
    createEdges: (edges) =>
      queued(async () => {
        await handle.batchCreateEdges(
          edges.map(({ source, target, type, properties }) => ({ src: source, dst: target, type, properties })),
        )
      }),
    createTextIndex: (label, property) =>
      handle.createTextIndex(label, property, { tokenizer: 'cjk_bigram', stopWords: [] }),
    checkpoint: () => handle.walCheckpoint(),
    close: async () => {
      await writing
      handle.close()
    },
  }
}

function openHandle(file: string, access: 'read' | 'write' | 'create'): Handle {
  if (access !== 'create' && !existsSync(file))
    throw new KithError('not_found', `There is no graph at ${file} yet. Run "kith build <folder>" first.`)
  try {
    if (access === 'read') return grafeo.GrafeoDB.openReadOnly(file)
    return access === 'create' ? grafeo.GrafeoDB.create(file) : grafeo.GrafeoDB.open(file)
  } catch (error) {
    throw toOpenError(error, file)
  }
}

/** Reading through a writer's handle: in a transaction that is never committed, so that nothing can be written. */
async function readOn<R>(handle: Handle, query: string, params: Params, { limit }: RunOptions): Promise<R[]> {
  const transaction = handle.beginTransaction()
  try {
    const result = await transaction.executeCypher(query, params)
    if (Object.values(result.counters).some((count) => count > 0)) throw refusal()
    return toRows<R>(result, limit)
  } catch (error) {
    throw toKithError(error)
  } finally {
    if (transaction.isActive) transaction.rollback()
  }
}

async function runOn<R>(runner: Runner, query: string, params: Params, { limit }: RunOptions): Promise<R[]> {
  try {
    return toRows<R>(await runner.executeCypher(query, params), limit)
  } catch (error) {
    throw toKithError(error)
  }
}

function toRows<R>(result: Result, limit: number | undefined): R[] {
  const rows = result.toArray()
  return (limit === undefined ? rows : rows.slice(0, limit)).map((row) => plain(row) as R)
}

async function inTransaction<T>(handle: Handle, work: (transaction: Transaction) => Promise<T>): Promise<T> {
  return again(async () => {
    const transaction = handle.beginTransaction()
    try {
      const result = await work({
        store: 'grafeo',
        run: <R>(query: string, params: Params = {}) => runOn<R>(transaction, query, params, {}),
      })
      commit(transaction)
      return result
    } catch (error) {
      if (transaction.isActive) transaction.rollback()
      throw error
    }
  })
}

function commit(transaction: { commit(): void }): void {
  try {
    transaction.commit()
  } catch (error) {
    throw toKithError(error)
  }
}

/** Conflicts between writers are tried again this often. */
const RETRIES = 6

/** A conflict undoes a transaction whole, so it is the whole that is tried again; by chance, lest two keep step. */
async function again<T>(work: () => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await work()
    } catch (error) {
      if (!isConflict(error) || attempt > RETRIES) throw error
      await new Promise((resolve) => setTimeout(resolve, 2 ** attempt * 5 * (0.5 + Math.random())))
    }
  }
}

/**
 * Rows become objects of our own making, so that no name in a note can be a prototype. Nodes and edges become maps of
 * their properties, as Neo4j gives them.
 */
function plain(value: unknown): Value {
  if (Array.isArray(value)) return value.map(plain)
  if (typeof value === 'bigint') return Number(value)
  if (typeof value !== 'object' || value === null) return (value ?? null) as Value
  const isStored = Object.hasOwn(value, '_id') && (Object.hasOwn(value, '_labels') || Object.hasOwn(value, '_type'))
  const copy: Row = {}
  for (const key of Object.keys(value)) {
    if (isStored && STORED.has(key)) continue
    const inner = plain((value as Row)[key])
    if (key === '__proto__') Object.defineProperty(copy, key, { value: inner, enumerable: true })
    else copy[key] = inner
  }
  return copy
}

/** What Grafeo adds to the properties of a node or an edge. */
const STORED = new Set(['_id', '_labels', '_type', '_source', '_target'])

function isConflict(error: unknown): boolean {
  const cause = error instanceof KithError ? error.cause : error
  return cause instanceof Error && 'gqlStatus' in cause && cause.gqlStatus === '40000' && !isFull(cause.message)
}

/** A full disk is told as a conflict, too. */
function isFull(message: string): boolean {
  return /No space|ENOSPC|GRAFEO-T009|File too large/i.test(message)
}

function toOpenError(error: unknown, file: string): KithError {
  const message = messageOf(error)
  const fail = (code: ErrorCode, sentence: string) => new KithError(code, sentence, { cause: error })
  if (/locked/i.test(message))
    return fail('locked', `Another process is writing ${file}. Wait until it has ended, then try again.`)
  if (isFull(message)) return full(error)
  const system = /: ([^:]*) \(os error \d+\)/.exec(message)?.[1]
  if (system) return fail('unavailable', `The graph file ${file} cannot be opened (${system}). Choose another place.`)
  return fail('damaged', `The graph file ${file} is damaged. Build it again from the notes: "kith build <folder>".`)
}

/** What a query says of itself may stand in the message, so only the engine's own codes are trusted. */
function toKithError(error: unknown): KithError {
  if (error instanceof KithError) return error
  const message = messageOf(error)
  const status = error instanceof Error && 'gqlStatus' in error ? error.gqlStatus : undefined
  if (status === '25G03') return refusal(error)
  if ((status === undefined || status === '40000') && isFull(message)) return full(error)
  return new KithError('invalid', message.replace(/^Query error: /, ''), { cause: error })
}

function refusal(cause?: unknown): KithError {
  return new KithError('refused', 'The query writes, and it was opened for reading.', { cause })
}

function full(cause: unknown): KithError {
  const sentence = 'The disk is full, so the graph could not be written. The graph before it is as it was.'
  return new KithError('unavailable', sentence, { cause })
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error)
}
