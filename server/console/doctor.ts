/**
 * `kith doctor --console`: every canary against the store that is configured, and a query that runs wild, through the
 * very path that the API takes.
 */
import type { Config } from '../config.ts'
import { KithError } from '../errors.ts'
import { CANARIES, isRefused, reasonFor } from './canaries.ts'
import { type Console, openConsole } from './console.ts'

export interface Finding {
  what: string
  ok: boolean
  /** What was found; where it is not ok, what to do. */
  found: string
}

/** Milliseconds that the wild one may take here. */
const DEADLINE = 1_000
/** It counts to 10^14, and takes no memory worth a word. */
const RUNAWAY = 'UNWIND range(1, 10000000) AS a UNWIND range(1, 10000000) AS b RETURN count(b) AS n'

export async function checkConsole({ graph, credentials }: Pick<Config, 'graph' | 'credentials'>): Promise<Finding[]> {
  const console = openConsole(graph, credentials, { deadline: DEADLINE })
  try {
    const findings: Finding[] = []
    for (const canary of CANARIES) {
      const started = performance.now()
      const isOk = await isRefused(console.probe, canary)
      findings.push({
        what: canary.what,
        ok: isOk,
        found: isOk
          ? `refused in ${since(started)} ms`
          : `${reasonFor(canary)} The console stays off: give Kith a user who may only read, and no APOC.`,
      })
    }
    return [...findings, await checkRunaway(console), await checkQuestion(console)]
  } finally {
    await console.close()
  }
}

async function checkRunaway(console: Console): Promise<Finding> {
  const what = 'a query that runs wild'
  const started = performance.now()
  const code = await codeOf(console.query(RUNAWAY))
  const ok = code === 'timeout' || code === 'refused'
  return {
    what,
    ok,
    found: ok
      ? `stopped in ${since(started)} ms`
      : `It was not stopped, but ${code}. Report it: that is a fault of Kith's.`,
  }
}

async function checkQuestion(console: Console): Promise<Finding> {
  const started = performance.now()
  const code = await codeOf(console.query('MATCH (n:Entity) RETURN count(n.id) AS n'))
  const ok = code === 'answered'
  return {
    what: 'an honest question after it',
    ok,
    found: ok ? `answered in ${since(started)} ms` : `It was ${code}. Ask "kith doctor" what is wrong.`,
  }
}

async function codeOf(asked: Promise<unknown>): Promise<string> {
  try {
    await asked
    return 'answered'
  } catch (error) {
    if (error instanceof KithError) return error.code
    throw error
  }
}

function since(started: number): number {
  return Math.round(performance.now() - started)
}
