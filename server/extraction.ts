/**
 * Files → extractions, on as many workers as asked.
 *
 * The lines that documents share are counted first (that takes all of them), then each document is read by itself. A
 * file that cannot be read is skipped with its reason, and the rest goes on.
 */
import { readFileSync, statSync } from 'node:fs'
import { setImmediate } from 'node:timers/promises'
import { Piscina } from 'piscina'
import type { Lexicon } from '../ingest/lexicon.ts'
import { type Extraction, extract } from '../ingest/pipeline.ts'
import { decode } from '../ingest/readers/decode.ts'
import { MOST_BYTES, read, tooLarge } from '../ingest/readers/read.ts'
import { Unreadable } from '../ingest/readers/unreadable.ts'
import { createLineCounts, type Template } from '../ingest/template.ts'
import type { UserNames } from '../ingest/user-names.ts'
import { reasonOf, type Skipped, type SourceFile } from './files.ts'
import { loadLexicon } from './lexicon.ts'

export interface ExtractOptions {
  /** Workers; 1 stays in this thread. Default 1. */
  jobs?: number
  /** A user's own names, over those of the lists. Default none. */
  names?: UserNames | null
  onProgress?: (done: number, total: number) => void
}

export interface Extracted {
  extractions: Extraction[]
  skipped: Skipped[]
}

/** What one file came to. */
export type Outcome = { extraction: Extraction } | { skipped: Skipped }

export async function extractFiles(
  files: readonly SourceFile[],
  { jobs = 1, names = null, onProgress = () => {} }: ExtractOptions = {},
): Promise<Extracted> {
  const { template, skipped, readable } = survey(files)
  const outcomes: Outcome[] = []
  const take = (batch: Outcome[]) => {
    outcomes.push(...batch)
    onProgress(outcomes.length, readable.length)
  }
  // Workers load built files; a source run stays in its own thread.
  if (jobs > 1 && import.meta.url.endsWith('.js')) await inWorkers(readable, { template, names }, jobs, take)
  else {
    for (const file of readable) {
      take([extractFile(file, loadLexicon(names), template)])
      if (outcomes.length % BATCH === 0) await setImmediate()
    }
  }
  return {
    extractions: outcomes.flatMap((outcome) => ('extraction' in outcome ? [outcome.extraction] : [])),
    skipped: [...skipped, ...outcomes.flatMap((outcome) => ('skipped' in outcome ? [outcome.skipped] : []))],
  }
}

/** Reads at once: thousands of small files cost more in waiting than in reading. */
export function extractFile({ path, file }: SourceFile, lexicon: Lexicon, template: Template): Outcome {
  return attempt(path, () => ({ extraction: extract(read({ path, bytes: readFileSync(file) }), lexicon, template) }))
}

function survey(files: readonly SourceFile[]): { template: Template; skipped: Skipped[]; readable: SourceFile[] } {
  const counts = createLineCounts()
  const skipped: Skipped[] = []
  const readable: SourceFile[] = []
  for (const source of files) {
    const outcome = attempt(source.path, () => {
      const { size } = statSync(source.file)
      if (size > MOST_BYTES) throw tooLarge(size)
      counts.add({ path: source.path, text: decode(readFileSync(source.file)) })
      return null
    })
    if (outcome === null) readable.push(source)
    else skipped.push(outcome.skipped)
  }
  return { template: counts.template(), skipped, readable }
}

function attempt<T>(path: string, work: () => T): T | { skipped: Skipped } {
  try {
    return work()
  } catch (error) {
    if (error instanceof Unreadable) return { skipped: { path, reason: error.message } }
    if (error instanceof Error && 'code' in error)
      return { skipped: { path, reason: `it cannot be read (${reasonOf(error)})` } }
    throw error
  }
}

/** What every worker needs to know before its first file. */
export interface WorkerData {
  template: Template
  names: UserNames | null
}

/** Documents a worker takes at once: enough to make the message worth its cost. */
const BATCH = 24

async function inWorkers(
  files: readonly SourceFile[],
  workerData: WorkerData,
  jobs: number,
  take: (batch: Outcome[]) => void,
): Promise<void> {
  const pool = new Piscina<{ files: SourceFile[] }, Outcome[]>({
    filename: new URL('./extract-worker.js', import.meta.url).href,
    maxThreads: jobs,
    workerData,
  })
  try {
    const batches = Array.from({ length: Math.ceil(files.length / BATCH) }, (_, at) =>
      files.slice(at * BATCH, (at + 1) * BATCH),
    )
    await Promise.all(batches.map(async (batch) => take(await pool.run({ files: batch }))))
  } finally {
    await pool.destroy()
  }
}
