/** How long the API takes to answer, on the loopback, with the load generator beside it. */
import { join } from 'node:path'
import autocannon from 'autocannon'
import { readConfig } from '../../server/config.ts'
import { listen } from '../../server/main.ts'
import type { Row } from './bench.ts'
import type { Corpus } from './corpus.ts'

const SECONDS = 4
const CONNECTIONS = 4

export async function measureApi(_corpus: Corpus, scratch: string): Promise<Row[]> {
  const graph = `file:${join(scratch, 'graph')}`
  const { url, close } = await listen({
    ...readConfig({ graph, port: 0 }),
    log: 'silent',
    requestsPerMinute: Number.POSITIVE_INFINITY,
  })
  try {
    const { nodes } = (await (await fetch(`${url}/api/overview`)).json()) as { nodes: { id: string }[] }
    const ids = nodes.map(({ id }) => encodeURIComponent(id))
    const words = ['rwkv', 'linear att', '外推', 'transfomer', '强化学习', 'a']
    const routes = {
      'search as one types': words.map((word) => `/api/search?q=${encodeURIComponent(word)}`),
      'neighbors of a hub': ids.slice(0, 8).map((id) => `/api/entities/${id}/neighbors`),
      'one entity': ids.slice(0, 8).map((id) => `/api/entities/${id}`),
    }
    const rows: Row[] = []
    for (const [what, paths] of Object.entries(routes)) {
      for (const path of paths) await fetch(url + path)
      const result = await autocannon({
        url,
        connections: CONNECTIONS,
        duration: SECONDS,
        requests: paths.map((path) => ({ path })),
      })
      const { p50, p99 } = result.latency
      rows.push({
        what: `API, ${what}`,
        figure: `p50 ${p50} ms, p99 ${p99} ms`,
        note: `${result.requests.average.toFixed(0)} requests/s, ${result.non2xx + result.errors} failed`,
      })
    }
    return rows
  } finally {
    await close()
  }
}
