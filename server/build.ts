/** Documents → graph, saved: what `kith build` and `kith demo` do. Returns the report of the command's contract. */

import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { toGraph } from '../ingest/pipeline.ts'
import { type Graph, KINDS, type Kind } from '../ingest/types.ts'
import { sha256Of } from './canonical.ts'
import { KithError } from './errors.ts'
import { extractFiles } from './extraction.ts'
import { collectFiles, type Skipped } from './files.ts'
import { loadLedger } from './ledger.ts'
import { loadLexicon } from './lexicon.ts'
import { rememberRoot } from './sources.ts'
import type { Credentials } from './store/open.ts'
import { replaceGraph } from './store/open.ts'
import { loadUserNames } from './user-names.ts'

export interface BuildOptions {
  graph: string
  credentials: Credentials
  /** Workers, default 1. */
  jobs?: number
  /** The file of what people decided. Default `kith.ledger.yaml` beside the documents, where there is one. */
  ledger?: string | null
  /** Told what in the ledger or in kith.yaml does nothing, a sentence each; the build goes on. */
  onTrouble?: (sentence: string) => void
  onProgress?: (step: Step, done: number, total: number) => void
}

/** What a build is at. */
export type Step = 'reading' | 'saving'

export interface BuildReport {
  /** Files of a format Kith reads, whether it could read them or not. */
  files: number
  read: number
  skipped: Skipped[]
  passages: number
  /** Places beyond the first at which passages stand. */
  repeated: number
  mentions: number
  entities: Record<Kind, number>
  /** Co-mentions. */
  edges: number
  relations: number
  seconds: number
  megabytesPerSecond: number
  /** Of the canonical export. */
  sha256: string
}

/** @throws KithError where there is nothing to read, or the store cannot be written */
export async function build(paths: readonly string[], options: BuildOptions): Promise<BuildReport> {
  const { graph: url, credentials, onProgress = () => {} } = options
  const started = performance.now()
  const { graph, skipped, files, root } = await ingest(paths, options, (done, total) =>
    onProgress('reading', done, total),
  )
  collectGarbage()
  const sha256 = sha256Of(graph)
  collectGarbage()
  await replaceGraph(url, credentials, graph, {
    sha256,
    skipped: { items: skipped, total: skipped.length },
    onProgress: (done, total) => onProgress('saving', done, total),
  })
  await rememberRoot(url, root)
  const seconds = (performance.now() - started) / 1_000
  const megabytes = graph.documents.reduce((sum, { bytes }) => sum + bytes, 0) / 1e6
  return {
    files,
    read: graph.documents.length,
    skipped,
    ...countGraph(graph),
    seconds: Number(seconds.toFixed(3)),
    megabytesPerSecond: Number((megabytes / seconds).toFixed(3)),
    sha256,
  }
}

/** What a step leaves behind, V8 would keep until memory runs short: a large build would take half as much again. */
function collectGarbage(): void {
  setFlagsFromString('--expose-gc')
  runInNewContext('gc')()
}

/** Apart from the build, so that what the graph was made of is forgotten before it is saved. */
async function ingest(
  paths: readonly string[],
  { jobs = 1, ledger: file = null, onTrouble = () => {} }: BuildOptions,
  onProgress: (done: number, total: number) => void,
) {
  const { files, root, skipped: unread } = await collectFiles(paths)
  const { names, troubles: ofNames } = loadUserNames(paths, root)
  const { ledger, troubles } = loadLedger(file, root, names?.ignore ?? [])
  const { extractions, skipped } = await extractFiles(files, { jobs, names, onProgress })
  const all = [...unread, ...skipped]
  if (extractions.length === 0) throw new KithError('not_found', nothingToRead(paths, all))
  const graph = toGraph(extractions, loadLexicon(names), ledger)
  for (const sentence of [...ofNames, ...troubles()]) onTrouble(sentence)
  return { graph, skipped: all, files: files.length, root }
}

function countGraph({ passages, mentions, entities, edges }: Graph) {
  const kinds = Object.fromEntries(KINDS.map((kind) => [kind, 0])) as Record<Kind, number>
  for (const { kind } of entities) kinds[kind]++
  const coMentions = edges.filter(({ type }) => type === 'CO_MENTION').length
  return {
    passages: passages.length,
    repeated: passages.reduce((sum, { places }) => sum + places.length - 1, 0),
    mentions: mentions.length,
    entities: kinds,
    edges: coMentions,
    relations: edges.length - coMentions,
  }
}

function nothingToRead(paths: readonly string[], skipped: readonly Skipped[]): string {
  const where = paths.join(', ')
  const [first] = skipped
  if (!first) return `There are no notes in ${where}. Put Markdown or text files there, or give another folder.`
  const others = skipped.length > 1 ? ` and ${skipped.length - 1} more` : ''
  return `Nothing in ${where} could be read: ${first.path} was skipped, because ${first.reason}${others}. The graph is as it was.`
}
