/** The documents that are measured: real ones where they are there, else the sample, repeated. */
import { cpSync, existsSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { collectFiles } from '../../server/files.ts'

export interface Corpus {
  name: string
  folder: string
  documents: { path: string; bytes: Uint8Array }[]
  megabytes: number
}

const COPIES = 40

export async function readCorpus(scratch: string): Promise<Corpus> {
  const root = resolve(import.meta.dirname, '..', '..')
  const shared = resolve(root, '..', 'shared', 'corpus', 'arxiv')
  const isShared = existsSync(shared)
  if (!isShared) {
    for (let copy = 0; copy < COPIES; copy++)
      cpSync(join(root, 'sample'), join(scratch, 'corpus', String(copy)), { recursive: true })
  }
  const folder = isShared ? shared : join(scratch, 'corpus')
  const { files } = await collectFiles([folder])
  const documents = files.map(({ path, file }) => ({ path, bytes: readFileSync(file) }))
  const megabytes = documents.reduce((sum, { bytes }) => sum + bytes.length, 0) / 1e6
  const name = isShared ? `${documents.length} arXiv pages` : `the sample notes, ${COPIES} times`
  return { name: `${name}, ${megabytes.toFixed(1)} MB`, folder, documents, megabytes }
}
