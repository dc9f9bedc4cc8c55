/**
 * The embedded store: Grafeo, a graph database in this process, in one file.
 *
 * Its traps, seen by hand: the package is CommonJS (default import only); only its Cypher counts right; `open` of a
 * missing path would create it; a result map with a key `__proto__` would get another prototype.
 */
import { existsSync } from 'node:fs'
import grafeo from '@grafeo-db/js'
import { KithError } from '../errors.ts'
import type { Database, Params, Row, RunOptions, Transaction, Value } from './database.ts'

type Handle = InstanceType<typeof grafeo.GrafeoDB>
interface Runner {
  executeCypher(query: string, params?: Params): Promise<{ toArray(): Record<string, unknown>[] }>
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
  return {
    store: 'grafeo',
    run: <R>(query: string, params: Params = {}, options: RunOptions = {}) =>
      options.access === 'write'
        ? queued(() => runOn<R>(handle, query, params, options))
        : readFrom<R>(handle, access, query, params, options),
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
    throw toKithError(error, file)
  }
}

/** Reading through a writer's handle is refused writes by a transaction that is never committed. */
async function readFrom<R>(
  handle: Handle,
  access: string,
  query: string,
  params: Params,
  options: RunOptions,
): Promise<R[]> {
  if (access === 'read') return runOn<R>(handle, query, params, options)
  if (/\b(?:CREATE|MERGE|SET|DELETE|REMOVE|DROP)\b/i.test(withoutText(query))) {
    throw new KithError('refused', 'The query writes, and it was opened for reading.')
  }
  return runOn<R>(handle, query, params, options)
}

/** A query without its strings, comments and quoted names. */
function withoutText(query: string): string {
  return query.replace(/'(?:\\.|[^'\\])*'|"(?:\\.|[^"\\])*"|`[^`]*`|\/\/[^\n]*|\/\*[\s\S]*?\*\//g, ' ')
}

/** Conflicts between writers are tried again this often. */
const RETRIES = 6

async function runOn<R>(runner: Runner, query: string, params: Params, { limit }: RunOptions): Promise<R[]> {
  for (let attempt = 1; ; attempt++) {
    try {
      const rows = (await runner.executeCypher(query, params)).toArray()
      return (limit === undefined ? rows : rows.slice(0, limit)).map((row) => plain(row) as R)
    } catch (error) {
      if (!isConflict(error) || attempt > RETRIES) throw toKithError(error)
      await new Promise((resolve) => setTimeout(resolve, 2 ** attempt * 5))
    }
  }
}

async function inTransaction<T>(handle: Handle, work: (transaction: Transaction) => Promise<T>): Promise<T> {
  const transaction = handle.beginTransaction()
  try {
    const result = await work({
      store: 'grafeo',
      run: <R>(query: string, params: Params = {}) => runOn<R>(transaction, query, params, {}),
    })
    transaction.commit()
    return result
  } catch (error) {
    if (transaction.isActive) transaction.rollback()
    throw error
  }
}

/** Rows become objects of our own making, so that no name in a note can be a prototype. */
function plain(value: unknown): Value {
  if (Array.isArray(value)) return value.map(plain)
  if (typeof value === 'bigint') return Number(value)
  if (typeof value !== 'object' || value === null) return (value ?? null) as Value
  const copy: Row = {}
  for (const key of Object.keys(value)) {
    Object.defineProperty(copy, key, {
      value: plain((value as Row)[key]),
      enumerable: true,
      writable: true,
      configurable: true,
    })
  }
  return copy
}

function isConflict(error: unknown): boolean {
  return error instanceof Error && 'gqlStatus' in error && error.gqlStatus === '40000'
}

function toKithError(error: unknown, file = 'the graph'): KithError {
  const message = error instanceof Error ? error.message : String(error)
  if (/locked/i.test(message))
    return new KithError('locked', `Another process is writing ${file}. Wait until it has ended, then try again.`, {
      cause: error,
    })
  if (/read-only|25G03/i.test(message))
    return new KithError('refused', 'The query writes, and it was opened for reading.', { cause: error })
  if (/GRAFEO-(?:X002|S002)|damaged|not a Grafeo|header/i.test(message)) {
    return new KithError(
      'damaged',
      `The graph file ${file} is damaged. Build it again from the notes: "kith build <folder>".`,
      { cause: error },
    )
  }
  if (/No space|ENOSPC|GRAFEO-T009|File too large/i.test(message)) {
    return new KithError(
      'unavailable',
      'The disk is full, so the graph could not be written. The graph before it is as it was.',
      { cause: error },
    )
  }
  return new KithError('invalid', message.replace(/^Query error: /, ''), { cause: error })
}
