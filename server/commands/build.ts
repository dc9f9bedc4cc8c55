/** `kith build`: documents → graph. */
import { watch } from 'node:fs/promises'
import { availableParallelism } from 'node:os'
import { resolve, sep } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import type { Command } from '@commander-js/extra-typings'
import { KINDS } from '../../ingest/types.ts'
import { type BuildReport, build } from '../build.ts'
import { readConfig } from '../config.ts'
import { KithError } from '../errors.ts'
import { parseGraphUrl } from '../store/open.ts'
import { complain, createProgress, print, printJson } from '../terminal.ts'
import { toCount } from './count.ts'

export function addBuild(program: Command): void {
  program
    .command('build')
    .description('read documents and make the graph of them')
    .argument('<path...>', 'folders or files: Markdown and plain text')
    .option('--graph <url>', 'where the graph goes: file:<folder>, neo4j://…, bolt://…')
    .option('--jobs <n>', 'workers that read documents', toCount, Math.min(4, availableParallelism()))
    .option('--ledger <file>', 'what people decided; default kith.ledger.yaml beside the documents')
    .option('--watch', 'build again whenever a document changes')
    .option('--json', 'print the report as JSON')
    .action(async (paths, { graph, jobs, ledger, watch: again, json }) => {
      const config = readConfig({ graph, ledger })
      const once = async () => {
        const progress = await createProgress()
        const troubles: string[] = []
        try {
          return await build(paths, {
            graph: config.graph,
            credentials: config.credentials,
            jobs,
            ledger: config.ledger,
            onTrouble: (sentence) => troubles.push(sentence),
            onProgress: progress.report,
          })
        } finally {
          progress.end()
          for (const sentence of troubles.slice(0, NAMED)) complain(sentence)
          if (troubles.length > NAMED) complain(`… and ${troubles.length - NAMED} more like these.`)
        }
      }
      const show = (report: BuildReport) => (json ? printJson(report) : print(describe(report, config.graph)))
      show(await once())
      if (!again) return
      // A build that is stopped has changed nothing.
      for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => process.exit(0))
      for await (const report of rebuilds(paths, config.graph, once)) show(report)
    })
}

/** The report for people. */
export function describe(report: BuildReport, graph: string): string {
  const kinds = KINDS.filter((kind) => report.entities[kind] > 0).map((kind) => `${kind} ${report.entities[kind]}`)
  const total = Object.values(report.entities).reduce((sum, count) => sum + count, 0)
  return [
    `${report.read} of ${report.files} files read${describeSkipped(report)}`,
    `${report.passages} passages (${report.repeated} repeated), ${report.mentions} mentions`,
    `${total} entities: ${kinds.join(', ') || 'none'}`,
    `${report.edges} edges, ${report.relations} relations`,
    `${report.seconds.toFixed(1)} s, ${report.megabytesPerSecond.toFixed(1)} MB/s, no network`,
    `sha256 ${report.sha256}`,
    `graph  ${graph.replace(/\/\/[^@/]*@/, '//')}`,
  ].join('\n')
}

/** How many skipped files are named before the rest is only counted. */
const NAMED = 10

function describeSkipped({ skipped }: BuildReport): string {
  if (skipped.length === 0) return ''
  const lines = skipped.slice(0, NAMED).map(({ path, reason }) => `  skipped ${path}: ${reason}`)
  const others = skipped.length > NAMED ? [`  … and ${skipped.length - NAMED} more (--json names them all)`] : []
  return `, ${skipped.length} skipped\n${[...lines, ...others].join('\n')}`
}

/** Changes within this many milliseconds are one change. */
const QUIET = 300

async function* rebuilds(
  paths: readonly string[],
  graph: string,
  once: () => Promise<BuildReport>,
): AsyncGenerator<BuildReport> {
  // What changes during a build is not in it.
  let isChanged = false
  let wake: () => void = () => {}
  const changed = () => {
    isChanged = true
    wake()
  }
  for (const path of paths) void follow(path, graph, changed)
  for (;;) {
    if (!isChanged) {
      await new Promise<void>((proceed) => {
        wake = proceed
      })
    }
    await setTimeout(QUIET)
    isChanged = false
    try {
      yield await once()
    } catch (error) {
      if (!(error instanceof KithError)) throw error
      complain(error.message)
    }
  }
}

/** What is hidden, and the graph itself where it lies among the documents, changes without meaning. */
async function follow(path: string, graph: string, changed: () => void): Promise<void> {
  const target = parseGraphUrl(graph)
  const own = target.store === 'grafeo' ? resolve(target.folder) : null
  for await (const { filename } of watch(path, { recursive: true })) {
    if (filename?.split(/[\\/]/).some((part) => part.startsWith('.'))) continue
    const file = resolve(path, filename ?? '')
    if (own === null || (file !== own && !file.startsWith(own + sep))) changed()
  }
}
