/**
 * Where the documents of a graph lie on this machine. Remembered beside the graph, never in it: the graph is the same
 * on every machine.
 */
import { createHash } from 'node:crypto'
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'

/** The folder document paths are relative to, or null where no build was made from here. */
export async function rootOf(url: string): Promise<string | null> {
  try {
    return (await readFile(fileOf(url), 'utf8')).trim()
  } catch {
    return null
  }
}

export async function rememberRoot(url: string, root: string): Promise<void> {
  const file = fileOf(url)
  await mkdir(dirname(file), { recursive: true })
  await writeFile(`${file}.tmp`, `${root}\n`)
  await rename(`${file}.tmp`, file)
}

function fileOf(url: string): string {
  if (url.startsWith('file:')) return join(url.slice('file:'.length), 'sources')
  // The address of a server may hold a name and a password: only a digest of it goes into a file name.
  return join('.kith', `sources-${createHash('sha256').update(url).digest('hex').slice(0, 12)}`)
}
