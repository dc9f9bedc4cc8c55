/** A server outlives its graphs: none yet, one, another in its place, one that is being built. And how it serves them. */

import { createServer, get as httpGet } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import request from 'supertest'
import type { Database, Params } from '../../../server/store/database.ts'
import { openGraph } from '../../../server/store/open.ts'
import { graphOf } from '../../ingest/graph-of.ts'
import { smallGraph } from '../graph.ts'
import { type Serving, serving } from './serving.ts'

const ASKING = [
  '/api/stats',
  '/api/about',
  '/api/overview',
  '/api/search?q=rwkv',
  '/api/entities/model%2Frwkv',
  '/api/entities/model%2Frwkv/neighbors',
  '/api/edges?a=model/rwkv&b=model/mamba',
  '/api/documents',
  '/api/documents/doc%2Fnotes%2F2023-12-10.txt',
  '/api/related?concept=DPO',
  '/api/export',
]

/** How long a look at the present graph holds, with some to spare. */
const soon = () => new Promise((resolve) => setTimeout(resolve, 150))

describe('where nothing was built yet', () => {
  let kith: Serving
  beforeAll(async () => {
    kith = await serving(null)
  })
  afterAll(() => kith.close())

  it.each(ASKING)('%s says so, and what to do', async (path) => {
    const { status, body } = await request(kith.app).get(path)
    expect(status).toBe(404)
    expect(body.error).toEqual({ code: 'not_found', message: expect.stringMatching(/no graph.*kith build/) })
  })

  it('Cypher says so, too', async () => {
    const { status, body } = await cypher(kith, 'RETURN 1 AS n')
    expect({ status, code: body.error.code }).toEqual({ status: 404, code: 'not_found' })
  })

  it('health says empty, until a graph appears by itself', async () => {
    expect((await request(kith.app).get('/api/health')).body).toMatchObject({ status: 'empty', sha256: null })
    await kith.replace(smallGraph())
    await soon()
    expect((await request(kith.app).get('/api/health')).body).toMatchObject({ status: 'ok', store: 'grafeo' })
    expect((await request(kith.app).get('/api/search?q=rwkv')).body.total).toBe(1)
    expect((await cypher(kith, 'MATCH (n:Model) RETURN count(n.id) AS n')).body.rows).toEqual([[2]])
  })
})

describe('when another graph takes its place', () => {
  let kith: Serving
  beforeAll(async () => {
    kith = await serving()
  })
  afterAll(() => kith.close())

  it('everything is answered from the new one', async () => {
    const paths = ['/api/overview', '/api/search?q=dpo', '/api/related?concept=DPO', '/api/stats']
    const ask = async () =>
      (await Promise.all(paths.map((path) => request(kith.app).get(path)))).map(({ body }) => body)
    const before = await ask()
    await cypher(kith, 'RETURN 1 AS n')
    await kith.replace(graphOf({ 'a.md': 'GPT-4 and LLaMA.\n' }))
    await soon()
    const after = await ask()
    expect(after[0].nodes.map(({ id }: { id: string }) => id).sort()).toEqual(['model/gpt-4', 'model/llama'])
    expect([before[1].total, after[1].total]).toEqual([1, 0])
    expect(after[2].total).toBe(0)
    expect(after[3].sha256).not.toBe(before[3].sha256)
    const { body } = await cypher(kith, 'MATCH (n:Model) RETURN n.id AS id ORDER BY id')
    expect(body.rows).toEqual([['model/gpt-4'], ['model/llama']])
  })

  it('no request fails while graphs are swapped', async () => {
    const graphs = [smallGraph(), graphOf({ 'a.md': 'RWKV and Mamba.\n' })]
    await kith.replace(graphs[0] as (typeof graphs)[number])
    await soon()
    let swapping = true
    const swaps = (async () => {
      for (let turn = 0; turn < 6; turn++) await kith.replace(graphs[(turn + 1) % 2] as (typeof graphs)[number])
      swapping = false
    })()
    const failed: string[] = []
    let asked = 0
    while (swapping) {
      for (const path of ['/api/stats', '/api/search?q=rwkv', '/api/entities/model%2Frwkv', '/api/overview']) {
        const { status, body } = await request(kith.app).get(path)
        asked++
        if (status !== 200) failed.push(`${path} ${JSON.stringify(body)}`)
      }
    }
    await swaps
    expect(asked).toBeGreaterThan(4)
    expect(failed).toEqual([])
  })
})

describe('a graph that cannot be answered from', () => {
  let kith: Serving
  beforeAll(async () => {
    kith = await serving()
  })
  afterAll(() => kith.close())

  it.each([
    ['is being built', { whole: false }, 503, 'building', /being built/, 'building'],
    ['is of an older schema', { schema: 0 }, 500, 'damaged', /another version.*kith build/, 'ok'],
  ])('because it %s is told as such', async (_name, state, status, code, says, health) => {
    const database = await stated(kith, state)
    const app = kith.behind({ database })
    for (const path of ASKING) {
      const response = await request(app).get(path)
      expect([path, response.status, response.body.error?.code]).toEqual([path, status, code])
      expect(response.body.error.message).toMatch(says)
    }
    const asked = await request(app).post('/api/cypher').set('X-Kith', '1').send({ query: 'RETURN 1 AS n' })
    expect(asked.body.error?.code).toBe(code)
    expect((await request(app).get('/api/health')).body.status).toBe(health)
  })

  it('because the database does not answer is no empty graph', async () => {
    const database = openGraph('bolt://127.0.0.1:1', { username: 'neo4j', password: 'x', database: 'neo4j' })
    try {
      const { status, body } = await request(kith.behind({ database })).get('/api/health')
      expect({ status, code: body.error?.code }).toEqual({ status: 503, code: 'unavailable' })
    } finally {
      await database.close()
    }
  })
})

describe('serving', () => {
  let kith: Serving
  beforeAll(async () => {
    kith = await serving()
  })
  afterAll(() => kith.close())

  it('compresses what is worth it, and only for those who can read it', async () => {
    const packed = await request(kith.app).get('/api/openapi.json').set('Accept-Encoding', 'gzip')
    const plain = await request(kith.app).get('/api/openapi.json').set('Accept-Encoding', 'identity')
    expect(packed.headers['content-encoding']).toBe('gzip')
    expect(plain.headers['content-encoding']).toBeUndefined()
    expect(packed.body).toEqual(plain.body)
  })

  it('answers HEAD as GET, without the body', async () => {
    const get = await request(kith.app).get('/api/stats').set('Accept-Encoding', 'identity')
    const head = await request(kith.app).head('/api/stats').set('Accept-Encoding', 'identity')
    expect({ status: head.status, type: head.type, text: head.text }).toEqual({
      status: 200,
      type: get.type,
      text: undefined,
    })
  })

  it('measures requests by route, never by what was asked for', async () => {
    const app = kith.behind({})
    await request(app).get('/api/entities/model%2Frwkv')
    await request(app).get('/api/entities/model%2Fsecret-name')
    await request(app).get('/nothing/secret-name')
    const { text, type } = await request(app).get('/metrics')
    expect(type).toBe('text/plain')
    expect(text).toMatch(/kith_request_seconds_count\{method="GET",route="\/entities\/:id",status="200"\} 1/)
    expect(text).toMatch(/kith_request_seconds_count\{method="GET",route="other",status="404"\} 1/)
    expect(text).not.toContain('secret-name')
  })

  it('asks a client that asks too much to wait', async () => {
    const app = kith.behind({ requestsPerMinute: 5 })
    const statuses: number[] = []
    for (let asked = 0; asked < 7; asked++) statuses.push((await request(app).get('/api/queries')).status)
    expect(statuses).toEqual([200, 200, 200, 200, 200, 429, 429])
    const { body, headers } = await request(app).get('/api/stats')
    expect(body.error).toEqual({ code: 'too_many', message: expect.stringMatching(/Wait a minute/) })
    expect(Number(headers['retry-after'])).toBeGreaterThan(0)
    // What watches Kith is not rationed with it.
    expect((await request(app).get('/metrics')).status).toBe(200)
  })

  it('ends an export when its reader goes away, and serves on', async () => {
    const server = createServer(kith.behind({})).listen(0, '127.0.0.1')
    await new Promise((resolve) => server.once('listening', resolve))
    const { port } = server.address() as AddressInfo
    await new Promise<void>((resolve, reject) => {
      const sent = httpGet({ host: '127.0.0.1', port, path: '/api/export' }, (response) => {
        response.destroy()
        resolve()
      })
      sent.on('error', reject)
    })
    expect((await request(`http://127.0.0.1:${port}`).get('/api/stats')).status).toBe(200)
    await new Promise((resolve) => server.close(resolve))
  })
})

function cypher(kith: Serving, query: string) {
  return request(kith.app).post('/api/cypher').set('X-Kith', '1').send({ query })
}

/** The same database, whose graph is in another state. */
async function stated(kith: Serving, state: object): Promise<Database> {
  const { database } = kith
  const told = <R>(rows: R[]): R[] =>
    rows.map((row) => (typeof row === 'object' && row !== null && 'whole' in row ? { ...row, ...state } : row))
  return {
    ...database,
    run: async <R>(...asked: Parameters<Database['run']>) => told<R>(await database.run<R>(...asked)),
    read: (work, options) =>
      database.read(
        (transaction) =>
          work({
            ...transaction,
            run: async <R>(query: string, params?: Params) => told<R>(await transaction.run<R>(query, params)),
          }),
        options,
      ),
  }
}
