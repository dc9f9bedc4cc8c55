/**
 * The file of what a reader follows and has read: where it lies, what it says, how it is changed.
 *
 * It lies beside the notes, so that it is kept with them. A change is read, made and put in place in one turn, so that
 * neither two tabs nor a command beside the server lose anything of each other.
 */
import { existsSync, realpathSync } from 'node:fs'
import { readFile, rename, rm, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { KithError } from '../errors.ts'
import { reasonOf } from '../files.ts'
import { rootOf } from '../sources.ts'
import { type Change, changeKeptText, type Kept, readKeptText } from './kept-text.ts'
import { whileLocked } from './lock.ts'

/** The file's name beside the notes. */
const NAME = 'kith.kept.yaml'

export const NOTHING_KEPT: Kept = { follows: [], read: [] }

/** Where it is, or null where it is not known where the notes lie. */
export async function keptFile({ graph, kept }: { graph: string; kept: string | null }): Promise<string | null> {
  if (kept !== null) return kept
  const root = await rootOf(graph)
  return root === null ? null : join(root, NAME)
}

/** Nothing where there is no file yet. @throws KithError `invalid`, with the line */
export async function readKept(file: string | null): Promise<Kept> {
  return file === null ? NOTHING_KEPT : readKeptText(await readText(file), file)
}

/** What is kept from now on. @throws KithError where the file cannot be found, read or written; it is then as it was */
export async function changeKept(file: string | null, change: Change): Promise<Kept> {
  if (file === null)
    throw new KithError(
      'unavailable',
      'Where the notes lie is not known here, so neither is where to keep this. Say with KITH_KEPT or --kept where it may be.',
    )
  // A link to a file elsewhere stays a link.
  const target = existsSync(file) ? realpathSync(file) : file
  // Hidden, so that a build that watches the notes does not see it.
  const beside = (name: string) => join(dirname(target), `.${NAME}.${name}`)
  try {
    return await whileLocked(beside('lock'), async () => {
      const before = await readText(file)
      const text = changeKeptText(before, change, file)
      if (text !== before) await replaceText(target, beside(String(process.pid)), text)
      return readKeptText(text, file)
    })
  } catch (error) {
    if (error instanceof KithError) throw error
    throw new KithError(
      'unavailable',
      `${file} cannot be written (${reasonOf(error)}). Say with KITH_KEPT or --kept where it may be.`,
      { cause: error },
    )
  }
}

async function readText(file: string): Promise<string> {
  try {
    return await readFile(file, 'utf8')
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return ''
    throw new KithError('invalid', `${file} cannot be read (${reasonOf(error)}). Mend it, or take it away.`, {
      cause: error,
    })
  }
}

async function replaceText(target: string, next: string, text: string): Promise<void> {
  try {
    await writeFile(next, text, { flush: true })
    await rename(next, target)
  } finally {
    await rm(next, { force: true })
  }
}
