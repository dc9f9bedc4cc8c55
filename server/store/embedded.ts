/**
 * The embedded graph: a folder in which one file is the present graph.
 *
 * `current` names it. A build writes the next graph into another file and then replaces `current` in one step, so
 * nobody ever sees half a graph and a killed build changes nothing. A reader looks at `current` before it answers and
 * opens the new file by itself.
 */
import {
  closeSync,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { KithError } from '../errors.ts'
import { reasonOf } from '../files.ts'
import type { Database, Params, RunOptions } from './database.ts'
import { type GrafeoDatabase, openGrafeo } from './grafeo.ts'

const CURRENT = 'current'

/**
 * Builds the next graph beside the present one and swaps it in when it is whole and on disk.
 *
 * @throws KithError `locked` where another build is at work, `unavailable` where the folder cannot be written
 */
export async function replaceEmbedded(
  folder: string,
  fill: (database: GrafeoDatabase) => Promise<void>,
): Promise<void> {
  makeFolder(folder)
  try {
    const lock = takeLock(folder)
    await replaceCurrent(folder, fill).finally(() => lock.close())
  } catch (error) {
    throw error instanceof KithError ? error : toKithError(error, folder)
  }
}

async function replaceCurrent(folder: string, fill: (database: GrafeoDatabase) => Promise<void>): Promise<void> {
  const present = presentFile(folder)
  clear(folder, present)
  const next = nextName(present)
  try {
    await write(join(folder, next), fill)
  } catch (error) {
    // A disk that was too full for it is not to stay full of it.
    clear(folder, present)
    throw error
  }
  swap(folder, next)
  forget(folder, next)
}

/** A graph in a new file, whole and on disk. */
async function write(file: string, fill: (database: GrafeoDatabase) => Promise<void>): Promise<void> {
  const database = openGrafeo(file, 'create')
  try {
    await fill(database)
    database.checkpoint()
  } finally {
    await database.close()
  }
  sync(file)
}

/** The file of the present graph, or null where there is none. */
export function currentGraph(folder: string): string | null {
  const name = currentFile(folder)
  return name === null ? null : join(folder, name)
}

/** Reads the present graph, whichever it is by then; opens nothing until it is asked. */
export function openEmbedded(folder: string): Database {
  const reader = createReader(folder)
  return {
    store: 'grafeo',
    run: <R>(query: string, params?: Params, options: RunOptions = {}) => {
      if (options.access === 'write') return refuseWrite()
      return reader.use((database) => database.run<R>(query, params, options))
    },
    read: (work, options) => reader.use((database) => database.read(work, options)),
    write: refuseWrite,
    close: reader.close,
  }
}

async function refuseWrite(): Promise<never> {
  throw new KithError('refused', 'The graph is open for reading: only a build writes it.')
}

interface Opened {
  file: string
  inode: number | null
  database: GrafeoDatabase
  /** Queries that are running on it. */
  users: number
  /** Another graph has taken its place. */
  stale: boolean
}

/** How long a look at `current` holds, in milliseconds. */
const FRESH = 100

function createReader(folder: string) {
  let open: Opened | null = null
  let looked = 0
  const release = async (opened: Opened) => {
    if (opened.stale && opened.users === 0) await opened.database.close()
  }
  const latest = (): Opened => {
    const now = performance.now()
    if (open && now - looked < FRESH) return open
    looked = now
    const file = currentGraph(folder)
    if (file === null)
      throw new KithError('not_found', `There is no graph at ${folder} yet. Run "kith build <folder>" first.`)
    // A folder that was removed and built anew gives its names again, so the name alone does not tell.
    const inode = inodeOf(file)
    if (open?.file === file && open.inode === inode) return open
    const next: Opened = { file, inode, database: openPresent(folder, file), users: 0, stale: false }
    if (open) {
      open.stale = true
      // A graph that cannot be closed is not worth a server's life.
      void release(open).catch(() => {})
    }
    open = next
    return next
  }
  return {
    use: async <T>(work: (database: Database) => Promise<T>): Promise<T> => {
      const opened = latest()
      opened.users++
      try {
        return await work(opened.database)
      } finally {
        opened.users--
        await release(opened)
      }
    },
    close: async () => {
      if (!open) return
      open.stale = true
      await release(open)
      open = null
    },
  }
}

function inodeOf(file: string): number | null {
  return statSync(file, { throwIfNoEntry: false })?.ino ?? null
}

/** A build may swap the graph between the look and the opening: then there is a newer one. */
function openPresent(folder: string, file: string): GrafeoDatabase {
  try {
    return openGrafeo(file, 'read')
  } catch (error) {
    const newer = currentGraph(folder)
    if (newer && newer !== file) return openPresent(folder, newer)
    if (error instanceof KithError && error.code === 'not_found') {
      throw new KithError(
        'damaged',
        `The graph file that ${join(folder, CURRENT)} names is gone. Build it again from the notes: "kith build <folder>".`,
      )
    }
    throw error
  }
}

function makeFolder(folder: string): void {
  try {
    mkdirSync(folder, { recursive: true })
  } catch (error) {
    throw toKithError(error, folder)
  }
}

/** The lock is a database's own, so that the system frees it when a build dies, however it dies. */
function takeLock(folder: string): GrafeoDatabase {
  try {
    return openGrafeo(join(folder, 'lock'), 'create')
  } catch (error) {
    if (!(error instanceof KithError)) throw error
    if (error.code === 'locked') {
      throw new KithError(
        'locked',
        `Another build is writing the graph at ${folder}. Wait until it has ended, then try again.`,
        { cause: error },
      )
    }
    // A lock that is no database holds nothing: a kill may have cut its first bytes short.
    rmSync(join(folder, 'lock'), { recursive: true, force: true })
    return openGrafeo(join(folder, 'lock'), 'create')
  }
}

/** A build puts right what cannot be read. */
function presentFile(folder: string): string | null {
  try {
    return currentFile(folder)
  } catch {
    return null
  }
}

function currentFile(folder: string): string | null {
  const file = join(folder, CURRENT)
  if (!existsSync(file)) return null
  const name = readFileSync(file, 'utf8').trim()
  if (!/^graph-\d+$/.test(name)) {
    throw new KithError(
      'damaged',
      `${file} does not name a graph. Build it again from the notes: "kith build <folder>".`,
    )
  }
  return name
}

function nextName(present: string | null): string {
  return `graph-${Number(present?.slice('graph-'.length) ?? 0) + 1}`
}

function swap(folder: string, name: string): void {
  const file = join(folder, CURRENT)
  // The graph's own entry in the folder must not be later on disk than the name of it.
  sync(folder)
  writeFileSync(`${file}.next`, `${name}\n`)
  sync(`${file}.next`)
  renameSync(`${file}.next`, file)
  sync(folder)
}

function sync(path: string): void {
  const descriptor = openSync(path, 'r')
  try {
    fsyncSync(descriptor)
  } finally {
    closeSync(descriptor)
  }
}

/** Removes the graphs that are not the present one: earlier ones, and those of builds that were killed. */
function clear(folder: string, present: string | null): void {
  for (const name of readdirSync(folder)) {
    if (!/^graph-\d+(?:\.|$)/.test(name) || name === present || name.startsWith(`${present}.`)) continue
    rmSync(join(folder, name), { recursive: true, force: true })
  }
}

/** The new graph is in place: what cannot be removed yet (another system keeps open files) goes with the next build. */
function forget(folder: string, present: string): void {
  try {
    clear(folder, present)
  } catch {}
}

function toKithError(error: unknown, folder: string): unknown {
  if (!(error instanceof Error && 'code' in error)) return error
  return new KithError(
    'unavailable',
    `The graph at ${folder} cannot be written (${reasonOf(error)}). The graph before it is as it was.`,
    { cause: error },
  )
}
