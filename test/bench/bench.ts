/**
 * `npm run bench`: how fast Kith is, beside others, in one run on one machine; the table goes into docs/benchmarks.md.
 *
 * The corpus is `../shared/corpus/arxiv` where it is there, else the sample notes, repeated to a useful size.
 */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { cpus, tmpdir } from 'node:os'
import { join } from 'node:path'
import { measureApi } from './api.ts'
import { measureBuild } from './build.ts'
import { measureBundle } from './bundle.ts'
import { measureConsole } from './console.ts'
import { readCorpus } from './corpus.ts'
import { measureDrawing } from './drawing.ts'
import { measureExtraction } from './extraction.ts'
import { measureFind } from './find.ts'

export interface Row {
  what: string
  figure: string
  note: string
}

const folder = mkdtempSync(join(tmpdir(), 'kith-bench-'))
try {
  const corpus = await readCorpus(folder)
  const rows: Row[] = []
  for (const measure of [
    measureExtraction,
    measureBuild,
    measureApi,
    measureConsole,
    measureFind,
    measureDrawing,
    measureBundle,
  ]) {
    for (const row of await measure(corpus, folder)) {
      console.log(`${row.what}: ${row.figure}${row.note ? ` (${row.note})` : ''}`)
      rows.push(row)
    }
  }
  writeFileSync(join(import.meta.dirname, '..', '..', 'docs', 'benchmarks.md'), toPage(corpus.name, rows))
} finally {
  rmSync(folder, { recursive: true, force: true })
}
// Connections that a measured server or its clients keep alive do not keep the run alive.
setImmediate(() => process.exit())

function toPage(corpus: string, rows: readonly Row[]): string {
  const [cpu] = cpus()
  return `# Benchmarks

Made by \`npm run bench\` on ${new Date().toISOString().slice(0, 10)}: ${cpus().length} × ${cpu?.model.trim()}, Node ${process.versions.node}, ${process.platform}.
Corpus: ${corpus}. All figures are of one run on one machine, so only their ratios carry over to another.

| what | figure | note |
|---|---|---|
${rows.map(({ what, figure, note }) => `| ${what} | ${figure} | ${note} |`).join('\n')}
`
}
