/** Sends generated queries through the console's one path, and counts what became of them. */
import type { Console } from '../../server/console/console.ts'
import { KithError } from '../../server/errors.ts'
import { generate, randomOf } from './grammar.ts'

export interface Report {
  seed: number
  count: number
  /** By what was answered: `answered`, or the code of the failure. */
  outcomes: Record<string, number>
  /** Queries on which the child's process broke. */
  broken: string[]
  /** Failures that are no sentences of Kith's: there must be none. */
  unnamed: string[]
  /** Milliseconds of the slowest. */
  slowest: number
}

const BROKEN = /broke on this query/

export async function fuzz(
  console: Console,
  { seed, count, tell }: { seed: number; count: number; tell?: (done: number) => void },
): Promise<Report> {
  const random = randomOf(seed)
  const report: Report = { seed, count, outcomes: {}, broken: [], unnamed: [], slowest: 0 }
  for (let done = 0; done < count; done++) {
    const query = generate(random)
    const started = performance.now()
    const outcome = await outcomeOf(console, query, report)
    report.outcomes[outcome] = (report.outcomes[outcome] ?? 0) + 1
    report.slowest = Math.max(report.slowest, performance.now() - started)
    tell?.(done + 1)
  }
  return report
}

async function outcomeOf(console: Console, query: string, report: Report): Promise<string> {
  try {
    await console.query(query, { x: [1, 'a', null] })
    return 'answered'
  } catch (error) {
    if (!(error instanceof KithError) || error.code === 'internal') {
      report.unnamed.push(query)
      return 'unnamed'
    }
    if (BROKEN.test(error.message)) report.broken.push(query)
    return BROKEN.test(error.message) ? 'broken' : error.code
  }
}
