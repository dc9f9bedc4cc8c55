/** Paths given on the command line → the documents' files, named relative to the nearest folder that holds everything. */
import { opendir, realpath, stat } from 'node:fs/promises'
import { basename, dirname, join, relative, resolve, sep } from 'node:path'
import { order } from '../ingest/entities.ts'
import { extension, READERS } from '../ingest/readers/read.ts'
import { KithError } from './errors.ts'

export interface SourceFile {
  /** Relative to the root, with `/` between its parts. */
  path: string
  /** Where it lies on this machine. */
  file: string
}

export interface Skipped {
  path: string
  reason: string
}

export interface Collected {
  root: string
  files: SourceFile[]
  skipped: Skipped[]
}

/**
 * Folders are walked whole, without what is hidden and without `node_modules`. A link that leads out of the folder, or
 * round in a circle, is not followed.
 *
 * @throws KithError `not_found` for a path that does not exist
 */
export async function collectFiles(paths: readonly string[]): Promise<Collected> {
  const given = await Promise.all(paths.map(toGiven))
  const root = nearestFolder(given.map(({ path, folder }) => (folder ? path : dirname(path))))
  const nameOf = (file: string) => relative(root, file).split(sep).join('/') || basename(file)
  const files = new Map<string, string>()
  const skipped: Skipped[] = []
  for (const { path, folder } of given) {
    if (!folder) files.set(nameOf(path), path)
    else await walk(path, await realpath(path), new Set(), { add: (file) => files.set(nameOf(file), file), skip })
  }
  function skip(file: string, reason: string): void {
    skipped.push({ path: nameOf(file), reason })
  }
  return {
    root,
    files: [...files].map(([path, file]) => ({ path, file })).sort((a, b) => order(a.path, b.path)),
    skipped: skipped.sort((a, b) => order(a.path, b.path)),
  }
}

async function toGiven(path: string): Promise<{ path: string; folder: boolean }> {
  const absolute = resolve(path)
  const found = await stat(absolute).catch((error: unknown) => {
    throw new KithError(
      'not_found',
      `There is nothing to read at ${path} (${reasonOf(error)}). Give a folder or a file that exists.`,
    )
  })
  // A pipe or a device may have no end.
  if (!found.isDirectory() && !found.isFile())
    throw new KithError('invalid', `${path} is no ordinary file. Give a folder or a file that is one.`)
  return { path: absolute, folder: found.isDirectory() }
}

function nearestFolder(folders: string[]): string {
  const [first = '', ...others] = folders.map((folder) => folder.split(sep))
  const parts = [...first].slice(
    0,
    others.reduce((shared, folder) => commonLength(first as string[], folder, shared), first.length),
  )
  return parts.join(sep) || sep
}

function commonLength(a: readonly string[], b: readonly string[], most: number): number {
  let length = 0
  while (length < most && a[length] === b[length]) length++
  return length
}

interface Sink {
  add(file: string): void
  skip(file: string, reason: string): void
}

/** Not the user's words: other people's packages, and what the user tells Kith itself. */
const UNREAD: ReadonlySet<string> = new Set(['node_modules', 'kith.yaml', 'kith.ledger.yaml', 'kith.kept.yaml'])

async function walk(folder: string, top: string, seen: Set<string>, sink: Sink): Promise<void> {
  const real = await realpath(folder).catch(() => null)
  if (real === null || seen.has(real)) return
  if (real !== top && !real.startsWith(top + sep)) return sink.skip(folder, 'it is a link that leads out of the folder')
  seen.add(real)
  const entries = await opendir(folder).catch((error: unknown) =>
    sink.skip(folder, `it cannot be opened (${reasonOf(error)})`),
  )
  if (!entries) return
  for await (const entry of entries) {
    if (entry.name.startsWith('.') || UNREAD.has(entry.name)) continue
    const path = join(folder, entry.name)
    const found = entry.isSymbolicLink() ? await follow(path, top) : entry
    if (typeof found === 'string') sink.skip(path, found)
    else if (found.isDirectory()) await walk(path, top, seen, sink)
    else if (!found.isFile()) sink.skip(path, 'it is no ordinary file')
    else if (extension(path) in READERS) sink.add(path)
    else
      sink.skip(
        path,
        `Kith reads ${Object.keys(READERS)
          .map((end) => `.${end}`)
          .join(', ')}`,
      )
  }
}

async function follow(link: string, top: string): Promise<string | { isDirectory(): boolean; isFile(): boolean }> {
  try {
    const real = await realpath(link)
    return real.startsWith(top + sep) ? await stat(real) : 'it is a link that leads out of the folder'
  } catch (error) {
    return `it is a link that leads nowhere (${reasonOf(error)})`
  }
}

/** The system's reason, in words. */
export function reasonOf(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? String(error.code) : ''
  const message = error instanceof Error ? error.message : String(error)
  return REASONS[code] ?? WORDS.find(([words]) => words.test(message))?.[1] ?? message
}

/** How the embedded store tells what the system told it. */
const WORDS: readonly (readonly [RegExp, string])[] = [
  [/No space left|File too large|os error (?:27|28)\b/, 'the disk is full'],
  [/Permission denied|os error (?:1|13)\b/, 'permission is denied'],
]

const REASONS: Readonly<Record<string, string>> = {
  EACCES: 'permission is denied',
  EPERM: 'permission is denied',
  EROFS: 'nothing can be written there',
  ENOTDIR: 'a part of its path is no folder',
  ENAMETOOLONG: 'its name is too long',
  EFBIG: 'the disk is full',
  ENOENT: 'it does not exist',
  ELOOP: 'its links run in a circle',
  EMFILE: 'too many files are open',
  ENOSPC: 'the disk is full',
  EISDIR: 'it is a folder',
}
