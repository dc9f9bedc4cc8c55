/** Who may come in: the host's own pages and its own terminal, and nobody else, on every route. */
import { request as ask, createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import request from 'supertest'
import { type Serving, serving } from './serving.ts'

const ROUTES: readonly (readonly [method: string, path: string])[] = [
  ['GET', '/'],
  ['GET', '/nothing'],
  ['GET', '/metrics'],
  ['GET', '/api/health'],
  ['GET', '/api/stats'],
  ['GET', '/api/overview'],
  ['GET', '/api/search?q=rwkv'],
  ['GET', '/api/entities/model%2Frwkv'],
  ['GET', '/api/entities/model%2Frwkv/neighbors'],
  ['GET', '/api/bridge?from=model/rwkv&to=model/mamba'],
  ['GET', '/api/edges?a=model/rwkv&b=model/mamba'],
  ['GET', '/api/documents'],
  ['GET', '/api/documents/doc%2Fnotes%2F2023-12-10.txt'],
  ['GET', '/api/related?concept=DPO'],
  ['GET', '/api/queries'],
  ['GET', '/api/export'],
  ['GET', '/api/openapi.json'],
  ['POST', '/api/cypher'],
  ['POST', '/api/cypher/plan'],
  ['POST', '/api/export'],
  ['POST', '/api/picture'],
  ['OPTIONS', '/api/cypher'],
  ['HEAD', '/api/stats'],
]

/** `HERE` is the address the server has; `PORT` its port. */
const FOREIGN: readonly (readonly [header: string, value: string])[] = [
  ['host', 'evil.example'],
  ['host', 'evil.example:PORT'],
  ['host', 'localhost.evil.example'],
  ['host', '127.0.0.1.evil.example:PORT'],
  ['host', 'evil-localhost:PORT'],
  ['host', 'localhost@evil.example'],
  ['host', 'evil.example#localhost'],
  ['host', 'localhost.:PORT'],
  ['host', '0.0.0.0:PORT'],
  ['host', '0x7f000001:PORT'],
  ['host', '2130706433:PORT'],
  ['host', '192.168.0.7:PORT'],
  ['host', '[::ffff:127.0.0.1]:PORT'],
  ['host', 'metadata.google.internal'],
  ['host', ''],
  ['origin', 'http://evil.example'],
  ['origin', 'https://evil.example:PORT'],
  ['origin', 'null'],
  ['origin', ''],
  ['origin', 'file://'],
  ['origin', 'http://127.0.0.1:1'],
  ['origin', 'http://127.0.0.1'],
  ['origin', 'http://localhost:PORT'],
  ['origin', 'http://127.0.0.1.evil.example:PORT'],
  ['origin', 'http://127.0.0.1:PORT@evil.example'],
  ['origin', 'http://evil.example/?http://127.0.0.1:PORT'],
  ['origin', 'chrome-extension://abcdef'],
]

const OURS: readonly (readonly [headers: Record<string, string>])[] = [
  [{ host: '127.0.0.1:PORT' }],
  [{ host: 'localhost:PORT' }],
  [{ host: 'LOCALHOST:PORT' }],
  [{ host: 'localhost' }],
  [{ host: '[::1]:PORT' }],
  [{ host: '127.0.0.1:PORT', origin: 'http://127.0.0.1:PORT' }],
  [{ host: 'localhost:PORT', origin: 'http://localhost:PORT' }],
  [{ host: '[::1]:PORT', origin: 'http://[::1]:PORT' }],
]

let kith: Serving
let server: Server
let port: number
beforeAll(async () => {
  kith = await serving()
  server = createServer(kith.app).listen(0, '127.0.0.1')
  await new Promise((resolve) => server.once('listening', resolve))
  port = (server.address() as AddressInfo).port
})
afterAll(async () => {
  server.closeAllConnections()
  await new Promise((resolve) => server.close(resolve))
  await kith.close()
})

describe.each(FOREIGN)('a request with %s %j', (header, value) => {
  it('is refused on every route', async () => {
    for (const [method, path] of ROUTES) {
      const { status, headers, body } = await send(method, path, { host: '127.0.0.1:PORT', [header]: value })
      expect([method, path, status]).toEqual([method, path, 403])
      expect(headers['access-control-allow-origin']).toBeUndefined()
      if (method !== 'HEAD') expect(JSON.parse(body).error.code).toBe('forbidden')
    }
  })
})

it.each(OURS)('lets %j in', async (headers) => {
  expect((await send('GET', '/api/health', headers)).status).toBe(200)
})

it('refuses a request that names no host', async () => {
  expect((await send('GET', '/api/health', {})).status).toBeGreaterThanOrEqual(400)
})

it('answers to the name it listens on, and to others only with a token', async () => {
  const open = kith.behind({ host: 'kith.example', token: 'secret' })
  const get = (host: string) => request(open).get('/api/health').set('Host', host).set('Authorization', 'Bearer secret')
  expect((await get('kith.example:4747')).status).toBe(200)
  expect((await request(open).get('/api/health').set('Host', 'other.example')).status).toBe(403)
})

describe('a request that a browser calls', () => {
  it.each(['cross-site', 'same-site', 'Same-Origin', ''])('%j is refused by every route of the API', async (site) => {
    for (const [method, path] of ROUTES.filter(([, path]) => path.startsWith('/api'))) {
      const { status } = await send(method, path, { host: '127.0.0.1:PORT', 'sec-fetch-site': site })
      expect([method, path, status]).toEqual([method, path, 403])
    }
  })

  it.each(['same-origin', 'none'])('%s is let in', async (site) => {
    const headers = { host: '127.0.0.1:PORT', 'sec-fetch-site': site }
    expect((await send('GET', '/api/health', headers)).status).toBe(200)
  })

  it('cross-site may open the page, as a link from elsewhere does', async () => {
    const headers = { host: '127.0.0.1:PORT', 'sec-fetch-site': 'cross-site' }
    expect((await send('GET', '/', headers)).status).not.toBe(403)
  })
})

describe('what is not a GET', () => {
  const good = { query: 'RETURN 1 AS n' }
  it.each([
    ['without X-Kith', { 'Content-Type': 'application/json' }, 403, 'forbidden'],
    ['with another X-Kith', { 'Content-Type': 'application/json', 'X-Kith': '2' }, 403, 'forbidden'],
    ['as text', { 'Content-Type': 'text/plain', 'X-Kith': '1' }, 400, 'invalid'],
    ['as a form', { 'Content-Type': 'application/x-www-form-urlencoded', 'X-Kith': '1' }, 400, 'invalid'],
    ['as a multipart form', { 'Content-Type': 'multipart/form-data; boundary=x', 'X-Kith': '1' }, 400, 'invalid'],
  ])('is refused %s', async (_name, headers, status, code) => {
    const response = await request(kith.app).post('/api/cypher').set(headers).send(JSON.stringify(good))
    expect({ status: response.status, code: response.body.error?.code }).toEqual({ status, code })
  })

  it('is refused on every such route, with no more than a sentence', async () => {
    for (const [method, path] of ROUTES.filter(([method]) => method === 'POST')) {
      const post = () => request(kith.app).post(path)
      expect([method, (await post().set('X-Kith', '1').type('text').send('{}')).status]).toEqual([method, 400])
      expect([path, (await post().send({})).status]).toEqual([path, 403])
      const broken = await post().set('X-Kith', '1').type('json').send('{"a":')
      expect({ path, status: broken.status, says: Object.keys(broken.body.error) }).toEqual({
        path,
        status: 400,
        says: ['code', 'message'],
      })
      expect(broken.text).not.toMatch(/\bat \S+ \(|node_modules|\.ts:\d/)
    }
  })

  it('and is too large is refused', async () => {
    const big = await request(kith.app)
      .post('/api/cypher')
      .set('X-Kith', '1')
      .send({ query: `RETURN "${'x'.repeat(1_100_000)}" AS text` })
    expect({ status: big.status, code: big.body.error.code }).toEqual({ status: 413, code: 'too_large' })
  })

  it.each(['put', 'patch', 'delete', 'options'] as const)('is refused by %s', async (method) => {
    for (const path of ['/api/cypher', '/api/stats', '/api/entities/model%2Frwkv', '/']) {
      const { status } = await request(kith.app)[method](path)
      expect(status).toBeGreaterThanOrEqual(400)
      expect(status).toBeLessThan(500)
    }
  })
})

describe('a token', () => {
  it.each([
    [undefined, 403],
    ['Bearer wrong', 403],
    ['Bearer secre', 403],
    ['Bearer secret2', 403],
    ['bearer secret', 403],
    ['Basic c2VjcmV0', 403],
    ['secret', 403],
    ['', 403],
    ['Bearer secret', 200],
  ])('given as %j is answered with %d on every route that tells something', async (authorization, wanted) => {
    const app = kith.behind({ token: 'secret' })
    for (const path of ['/api/health', '/api/stats', '/api/openapi.json', '/api/export', '/metrics']) {
      const asked = request(app).get(path)
      const { status } = await (authorization === undefined ? asked : asked.set('Authorization', authorization))
      expect([path, status]).toEqual([path, wanted])
    }
  })

  it('stays out of the log', async () => {
    const lines: string[] = []
    const { pino } = await import('pino')
    const log = pino({ level: 'debug' }, { write: (line: string) => void lines.push(line) })
    const app = kith.behind({ token: 'topsecret', log })
    await request(app).get('/api/health').set('Authorization', 'Bearer topsecret').set('Cookie', 'also=topsecret')
    await request(app).get('/api/health').set('Authorization', 'Bearer topsecret2')
    expect(lines.length).toBeGreaterThan(1)
    expect(lines.join('')).not.toContain('topsecret')
  })
})

describe('the headers of every answer', () => {
  it.each(['/', '/api/stats', '/api/nothing', '/nothing', '/metrics'])(
    'keep scripts of others out of %s',
    async (path) => {
      const { headers } = await request(kith.app).get(path)
      const policy = String(headers['content-security-policy'])
      expect(policy).toContain("default-src 'none'")
      expect(policy).toContain("script-src 'self'")
      expect(policy).toContain("frame-ancestors 'none'")
      expect(policy).not.toMatch(/unsafe|\*|https?:/)
      expect(headers).toMatchObject({
        'x-content-type-options': 'nosniff',
        'cross-origin-resource-policy': 'same-origin',
        'referrer-policy': 'no-referrer',
      })
      for (const name of ['x-powered-by', 'access-control-allow-origin', 'server'])
        expect(headers[name]).toBeUndefined()
    },
  )
})

interface Answer {
  status: number
  headers: Record<string, unknown>
  body: string
}

/** By hand: clients of comfort would put the headers right. */
function send(method: string, path: string, headers: Record<string, string>): Promise<Answer> {
  const own = Object.fromEntries(
    Object.entries(headers).map(([name, value]) => [name, value.replace('PORT', String(port))]),
  )
  const json = method === 'POST' ? { 'content-type': 'application/json', 'x-kith': '1' } : {}
  return new Promise((resolve, reject) => {
    const sent = ask({
      host: '127.0.0.1',
      port,
      method,
      path,
      headers: { ...json, ...own },
      setHost: false,
      agent: false,
    })
    sent.on('error', reject)
    sent.on('response', async (response) => {
      let body = ''
      for await (const chunk of response) body += String(chunk)
      resolve({ status: response.statusCode ?? 0, headers: response.headers, body })
    })
    sent.end(method === 'POST' ? '{"query":"RETURN 1 AS n"}' : undefined)
  })
}
