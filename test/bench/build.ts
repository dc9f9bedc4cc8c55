/** A whole build, as a process of its own: seconds, megabytes a second, peak memory. */
import { spawn } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { BuildReport } from '../../server/build.ts'
import type { Row } from './bench.ts'
import type { Corpus } from './corpus.ts'

export async function measureBuild({ folder }: Corpus, scratch: string): Promise<Row[]> {
  const graph = `file:${join(scratch, 'graph')}`
  const child = spawn(process.execPath, [cli, 'build', folder, '--graph', graph, '--json'], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  let peak = 0
  const watch = setInterval(() => {
    peak = Math.max(peak, peakOf(child.pid))
  }, 100)
  let output = ''
  for await (const chunk of child.stdout) output += String(chunk)
  clearInterval(watch)
  const report = JSON.parse(output) as BuildReport
  const entities = Object.values(report.entities).reduce((sum, count) => sum + count, 0)
  return [
    {
      what: 'build',
      figure: `${report.seconds.toFixed(1)} s, ${report.megabytesPerSecond.toFixed(2)} MB/s`,
      note: `${report.mentions} mentions, ${entities} entities, ${report.edges} edges, saved and on disk`,
    },
    {
      what: 'build, peak memory',
      figure: peak ? `${(peak / 1e6).toFixed(0)} MB` : 'not told by this system',
      note: '',
    },
  ]
}

export const cli = join(import.meta.dirname, '..', '..', 'dist', 'server', 'cli.js')

/** Bytes at most so far; 0 where the system does not tell. */
function peakOf(pid: number | undefined): number {
  try {
    return Number(/VmHWM:\s+(\d+) kB/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0) * 1_024
  } catch {
    return 0
  }
}
