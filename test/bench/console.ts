/**
 * What the console costs, and what it costs the others: a one-hop question end to end beside the same question asked of
 * the store directly, and the explorer's search while queries that run wild are being sent.
 */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { readConfig } from '../../server/config.ts'
import { listen } from '../../server/main.ts'
import { openGraph } from '../../server/store/open.ts'
import type { Row } from './bench.ts'
import type { Corpus } from './corpus.ts'

const ONE_HOP =
  'MATCH (a:Entity {id: $id})-[e:CO_MENTION]-(b:Entity) RETURN b.id AS id, e.weight AS weight ORDER BY weight DESC, id LIMIT 20'
const RUNAWAY = 'MATCH (a), (b), (c), (d), (e) RETURN count(a.id) AS n'
const TIMES = 300
const RUNAWAYS = 20
const WORDS = ['rwkv', 'linear att', '外推', 'transfomer', '强化学习', 'a']

export async function measureConsole(_corpus: Corpus, scratch: string): Promise<Row[]> {
  const config = readConfig({ graph: `file:${join(scratch, 'graph')}`, port: 0 })
  const { url, close } = await listen({ ...config, log: 'silent', requestsPerMinute: Number.POSITIVE_INFINITY })
  const database = openGraph(config.graph, config.credentials)
  try {
    const { nodes } = (await (await fetch(`${url}/api/overview`)).json()) as { nodes: { id: string }[] }
    const ids = nodes.slice(0, 8).map(({ id }) => id)
    const idAt = (at: number) => ids[at % ids.length] ?? ''
    const first = await timed(() => cypher(url, ONE_HOP, { id: idAt(0) }))
    const direct = await repeat(TIMES, (at) => database.run(ONE_HOP, { id: idAt(at) }))
    const asked = await repeat(TIMES, (at) => cypher(url, ONE_HOP, { id: idAt(at) }))
    const idle = await searches(url, () => false)
    const { busy, peak, codes } = await whileWild(url)
    return [
      {
        what: 'Console, one hop end to end',
        figure: `p50 ${at(asked, 0.5)} ms, p99 ${at(asked, 0.99)} ms`,
        note: `the store itself: p50 ${at(direct, 0.5)} ms, p99 ${at(direct, 0.99)} ms; the first question, with process, graph and canaries: ${Math.round(first)} ms`,
      },
      {
        what: `API, search while ${RUNAWAYS} queries run wild`,
        figure: `p50 ${at(busy, 0.5)} ms, p99 ${at(busy, 0.99)} ms`,
        note: `idle: p50 ${at(idle, 0.5)} ms, p99 ${at(idle, 0.99)} ms; the server's memory at most ${Math.round(peak / 1e6)} MB; they ended as ${codes}`,
      },
    ]
  } finally {
    await database.close()
    await close()
  }
}

async function whileWild(url: string): Promise<{ busy: number[]; peak: number; codes: string }> {
  const ended: string[] = []
  let peak = 0
  const watch = setInterval(() => {
    peak = Math.max(peak, Number(readFileSync('/proc/self/statm', 'utf8').split(' ')[1]) * 4_096)
  }, 50)
  const wild = Promise.all(
    Array.from({ length: RUNAWAYS }, async () => {
      const body = (await (await cypher(url, RUNAWAY, {})).json()) as { error?: { code: string } }
      ended.push(body.error?.code ?? 'answered')
    }),
  )
  const busy = await searches(url, () => ended.length < RUNAWAYS)
  await wild
  clearInterval(watch)
  const counts = [...new Set(ended)].map((code) => `${ended.filter((one) => one === code).length} ${code}`)
  return { busy, peak, codes: counts.join(', ') }
}

/** One after the other, at least some hundred, and as long as there is a reason to go on. */
async function searches(url: string, goOn: () => boolean): Promise<number[]> {
  const times: number[] = []
  for (let next = 0; next < TIMES || goOn(); next++) {
    const word = encodeURIComponent(WORDS[next % WORDS.length] ?? '')
    times.push(await timed(async () => (await fetch(`${url}/api/search?q=${word}`)).arrayBuffer()))
    await new Promise((resolve) => setTimeout(resolve, 5))
  }
  return times
}

function cypher(url: string, query: string, params: object): Promise<Response> {
  return fetch(`${url}/api/cypher`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', 'X-Kith': '1' },
    body: JSON.stringify({ query, params }),
  })
}

async function repeat(times: number, work: (at: number) => Promise<unknown>): Promise<number[]> {
  const all: number[] = []
  for (let at = 0; at < times; at++) all.push(await timed(() => work(at)))
  return all
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const started = performance.now()
  await work()
  return performance.now() - started
}

function at(times: readonly number[], part: number): string {
  const sorted = [...times].sort((a, b) => a - b)
  return (sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? 0).toFixed(1)
}
