/**
 * `npx tsx test/fuzz/console.ts --seed N --count 10000 [--graph URL]`: queries by chance against the console; prints
 * what became of them, and exits 1 where one was answered by no sentence or has changed the graph.
 *
 * Without a graph it takes the sample's, in a folder of its own. Slow ones are cut at half a second, so that ten thousand
 * take minutes.
 */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { sha256Of } from '../../server/canonical.ts'
import { readConfig } from '../../server/config.ts'
import { openConsole } from '../../server/console/console.ts'
import { openGraph, replaceGraph } from '../../server/store/open.ts'
import { readGraph } from '../../server/store/read.ts'
import { sampleGraph } from '../sample.ts'
import { fuzz } from './run.ts'

const DEADLINE = 500
const { values } = parseArgs({
  options: {
    seed: { type: 'string', default: '1' },
    count: { type: 'string', default: '10000' },
    graph: { type: 'string' },
  },
})

const folder = mkdtempSync(join(tmpdir(), 'kith-fuzz-'))
try {
  const { graph: url, credentials } = readConfig({ graph: values.graph ?? `file:${join(folder, 'graph')}` })
  if (!values.graph) {
    const graph = await sampleGraph()
    await replaceGraph(url, credentials, graph, { sha256: sha256Of(graph) })
  }
  const sha256 = async () => {
    const database = openGraph(url, credentials)
    try {
      return sha256Of(await readGraph(database))
    } finally {
      await database.close()
    }
  }
  const before = await sha256()
  const console = openConsole(url, credentials, { deadline: DEADLINE })
  const started = performance.now()
  const report = await fuzz(console, {
    seed: Number(values.seed),
    count: Number(values.count),
    tell: (done) => void (done % 500 === 0 && process.stderr.write(`${done}\n`)),
  })
  await console.close()
  const isSame = (await sha256()) === before
  const seconds = Math.round((performance.now() - started) / 1_000)
  process.stdout.write(
    `${JSON.stringify({ ...report, seconds, writes: isSame ? 0 : 'the graph has changed' }, null, 2)}\n`,
  )
  if (!isSame || report.unnamed.length) process.exitCode = 1
} finally {
  rmSync(folder, { recursive: true, force: true })
}
