/** What a client may ask wrongly: each gets a status, a code and a sentence, and never a stack or a broken server. */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import request from 'supertest'
import { type Serving, serving } from './serving.ts'

let kith: Serving
beforeAll(async () => {
  kith = await serving()
})
afterAll(() => kith.close())

const of = encodeURIComponent
const LONG = 'x'.repeat(10_000)

const REFUSED: readonly (readonly [path: string, status: number, code: string, says: RegExp])[] = [
  ['/api/entities/model%2Frwvk', 404, 'not_found', /"model\/rwvk".*Near it: model\/rwkv\b/],
  ['/api/entities/model%2Frwvk/neighbors', 404, 'not_found', /Near it: model\/rwkv\b/],
  ['/api/entities/%E5%AF%B9%E6%AF%94', 404, 'not_found', /Near it: method\/contrastive-learning/],
  [`/api/entities/${LONG}`, 404, 'not_found', /^No entity is called "x{80}"/],
  ['/api/entities/model%2Fqqqqqqqq', 404, 'not_found', /part of its name/],
  ['/api/entities/__proto__', 404, 'not_found', /No entity/],
  ['/api/entities/constructor', 404, 'not_found', /No entity/],
  ['/api/entities/%00', 404, 'not_found', /No entity/],
  ['/api/entities/%F0%9F%A6%99', 404, 'not_found', /No entity is called "🦙"/],
  ['/api/entities/%E0%A4%A', 400, 'invalid', /cannot be read/],
  ['/api/entities/..%2F..%2Fetc%2Fpasswd', 404, 'not_found', /No entity/],
  ['/api/documents/doc%2Fnone.md', 404, 'not_found', /No document has the id "doc\/none.md"/],
  [`/api/documents/${LONG}`, 404, 'not_found', /No document/],
  ['/api/documents/..%2F..%2Fpackage.json', 404, 'not_found', /No document/],
  ['/api/edges?a=model/rwkv&b=model/none', 404, 'not_found', /"model\/none"/],
  ['/api/edges?a=model/rwkv', 400, 'invalid', /^b: /],
  ['/api/edges', 400, 'invalid', /^a: /],
  [`/api/edges?a=${LONG}&b=model/rwkv`, 400, 'invalid', /^a: .*500/],
  ['/api/search', 400, 'invalid', /^q: /],
  [`/api/search?q=${LONG}x`, 400, 'invalid', /^q: .*10000/],
  ['/api/search?q=a&in=names', 400, 'invalid', /^in\.0: .*passages/],
  ['/api/search?q=a&q=b', 400, 'invalid', /^q: /],
  ['/api/search?q=a&limits=3', 400, 'invalid', /limits/],
  ['/api/search?q=a&limit=0', 400, 'invalid', /^limit: /],
  ['/api/search?q=a&limit=101', 400, 'invalid', /^limit: .*100/],
  ['/api/search?q=a&limit=-1', 400, 'invalid', /^limit: /],
  ['/api/search?q=a&limit=2.5', 400, 'invalid', /^limit: /],
  ['/api/search?q=a&limit=many', 400, 'invalid', /^limit: /],
  ['/api/search?q=a&limit=1e9', 400, 'invalid', /^limit: /],
  ['/api/search?q=a&kind=Mode', 400, 'invalid', /^kind\.0: .*Model/],
  ['/api/search?q=a&__proto__=1', 400, 'invalid', /__proto__/],
  ['/api/search?q=a&__proto__[polluted]=1', 400, 'invalid', /__proto__/],
  ['/api/overview?limit=0', 400, 'invalid', /^limit: /],
  ['/api/overview?size=3', 400, 'invalid', /size/],
  ['/api/entities/model%2Frwkv/neighbors?from=yesterday', 400, 'invalid', /^from: a date looks like 2023-12-10/],
  ['/api/entities/model%2Frwkv/neighbors?from=2023-13', 400, 'invalid', /^from: a date looks like/],
  ['/api/entities/model%2Frwkv/neighbors?from=2024-02-01&to=2023', 400, 'invalid', /^from: .*after/],
  ['/api/entities/model%2Frwkv/neighbors?minWeight=-1', 400, 'invalid', /^minWeight: /],
  ['/api/entities/model%2Frwkv/neighbors?minWeight=NaN', 400, 'invalid', /^minWeight: /],
  ['/api/entities/model%2Frwkv/neighbors?relation=LOVES', 400, 'invalid', /^relation\.0: .*COMPARED_WITH/],
  ['/api/entities/model%2Frwkv/neighbors?relation=', 400, 'invalid', /^relation: name an edge type/],
  ['/api/bridge?from=rwkv', 400, 'invalid', /^to: /],
  ['/api/bridge?from=&to=rwkv', 400, 'invalid', /^from: /],
  ['/api/bridge?from=rwkv&to=mamba&k=11', 400, 'invalid', /^k: .*10/],
  ['/api/bridge?from=rwkv&to=RWKV', 400, 'invalid', /^Both ends are "model\/rwkv": a bridge needs two/],
  ['/api/bridge?from=rwkv&to=model%2Fmmaba', 404, 'not_found', /"model\/mmaba".*Near it: model\/mamba/],
  ['/api/related', 400, 'invalid', /^concept: /],
  ['/api/related?concept=', 400, 'invalid', /^concept: /],
  ['/api/export?format=docx', 400, 'invalid', /^format: .*jsonl/],
  ['/api/stats?kind=Model', 400, 'invalid', /kind/],
  ['/api/documents?limit=3', 400, 'invalid', /limit/],
  ['/api/documents/doc%2Fnone.md?line=3', 400, 'invalid', /line/],
  ['/api/entities/model%2Frwkv?limit=3', 400, 'invalid', /limit/],
  ['/api/queries?limit=3', 400, 'invalid', /limit/],
  ['/api/nothing', 404, 'not_found', /\/api\/openapi\.json/],
  ['/api', 404, 'not_found', /\/api\/openapi\.json/],
  ['/nothing', 404, 'not_found', /\/api\/openapi\.json/],
]

it.each(REFUSED)('GET %s is answered with %d %s', async (path, status, code, says) => {
  const response = await request(kith.app).get(path)
  expect({ status: response.status, type: response.type }).toEqual({ status, type: 'application/json' })
  expect(response.body).toEqual({ error: { code, message: expect.stringMatching(says) } })
  expectSentence(response.body.error.message)
})

it.each([
  'a',
  '的',
  '🦙',
  '\u0000',
  '%',
  '"',
  "'",
  '\\',
  '*',
  '(',
  '[a-z',
  'rwkv*',
  'x AND',
  '\ud83e',
  'ＲＷＫＶ',
  ' ',
])('finds or does not find %j, and goes on', async (q) => {
  const path = `/api/search?${new URLSearchParams({ q })}`
  const { status, body } = await request(kith.app).get(path)
  expect(status).toBe(200)
  expect(body.items.length).toBeLessThanOrEqual(body.total)
  const related = await request(kith.app).get(`/api/related?${new URLSearchParams({ concept: q })}`)
  expect(related.status).toBe(200)
})

it('finds full-width and half-width letters alike', async () => {
  const { body } = await request(kith.app).get(`/api/search?q=${of('ＲＷＫＶ')}`)
  expect(body.items[0]).toMatchObject({ id: 'model/rwkv' })
})

describe('POST', () => {
  const BODIES: readonly (readonly [name: string, body: string, status: number, code: string])[] = [
    ['no JSON', '{"query": ', 400, 'invalid'],
    ['nothing', '', 400, 'invalid'],
    ['null', 'null', 400, 'invalid'],
    ['a list', '[]', 400, 'invalid'],
    ['a string', '"MATCH (n) RETURN n"', 400, 'invalid'],
    ['no query', '{}', 400, 'invalid'],
    ['an empty query', '{"query": " "}', 400, 'invalid'],
    ['a query that is a number', '{"query": 1}', 400, 'invalid'],
    ['params that are a list', '{"query": "RETURN 1 AS n", "params": []}', 400, 'invalid'],
    ['an unknown key', '{"query": "RETURN 1 AS n", "timeout": 99999}', 400, 'invalid'],
    ['a query of 100,001 characters', JSON.stringify({ query: `RETURN 1 //${'x'.repeat(100_000)}` }), 413, 'too_large'],
    [
      'more than a megabyte',
      JSON.stringify({ query: 'RETURN 1', params: { x: 'x'.repeat(1 << 20) } }),
      413,
      'too_large',
    ],
    ['a write', '{"query": "CREATE (n:Model) RETURN n"}', 400, 'refused'],
    ['a syntax error', '{"query": "MATCH (n RETURN n"}', 400, 'invalid'],
    [
      'lists 50,000 deep',
      `{"query":"RETURN 1 AS n","params":{"x":${'['.repeat(50_000)}${']'.repeat(50_000)}}}`,
      400,
      'invalid',
    ],
  ]

  it.each(BODIES)('refuses %s', async (_name, body, status, code) => {
    const response = await post(body)
    expect({ status: response.status, code: response.body.error?.code }).toEqual({ status, code })
    expectSentence(response.body.error.message)
  })

  it.each([
    ['no ids', '{}'],
    ['an empty list', '{"ids": []}'],
    ['1,001 ids', JSON.stringify({ ids: Array.from({ length: 1_001 }, (_, at) => `model/n${at}`) })],
    ['an id that is none', '{"ids": [1]}'],
    ['an id of 501 characters', JSON.stringify({ ids: ['x'.repeat(501)] })],
    ['an unknown key', '{"ids": ["model/rwkv"], "limit": 3}'],
  ])('refuses a picture of %s', async (_name, body) => {
    const response = await post(body, '/api/picture')
    expect({ status: response.status, code: response.body.error?.code }).toEqual({ status: 400, code: 'invalid' })
    expectSentence(response.body.error.message)
  })

  it('still answers after all of that', async () => {
    const { body } = await post('{"query": "MATCH (n:Model) RETURN count(n.id) AS n"}')
    expect(body.rows).toEqual([[2]])
  })

  it('takes __proto__ for a name like any other', async () => {
    const { status } = await post('{"query": "RETURN 1 AS n", "params": {"__proto__": {"polluted": true}}}')
    const body = await post('{"query": "RETURN 1 AS n", "__proto__": {"polluted": true}}')
    expect([200, 400]).toContain(status)
    expect(body.status).toBe(400)
    expect(Object.keys(Object.prototype)).toEqual([])
    expect(({} as { polluted?: true }).polluted).toBeUndefined()
  })
})

it('tells nobody what broke inside', async () => {
  const lines: string[] = []
  const { pino } = await import('pino')
  const log = pino({ level: 'warn' }, { write: (line: string) => void lines.push(line) })
  const broken = kith.behind({
    log,
    database: {
      store: 'grafeo',
      run: () => Promise.reject(new Error('secret at /etc/passwd')),
      read: () => Promise.reject(new Error('secret')),
      write: () => Promise.reject(new Error('secret')),
      close: async () => {},
    },
  })
  const { status, body } = await request(broken).get('/api/stats')
  expect(status).toBe(500)
  expect(body).toEqual({ error: { code: 'internal', message: 'Something broke inside Kith. The log says what.' } })
  expect(lines.join('')).toContain('secret at /etc/passwd')
})

function post(body: string, path = '/api/cypher') {
  return request(kith.app).post(path).set('X-Kith', '1').set('Content-Type', 'application/json').send(body)
}

/** For people: no stack, no path of this machine, no place in the code. */
function expectSentence(message: string): void {
  expect(message).not.toMatch(/\bat .*:\d+:\d+|node_modules|\.(?:ts|js)\b|\[object/)
  // A database draws the place of a fault below its sentence.
  expect(message.split('\n').every((line, at) => at === 0 || /^ +(?:-->|\|)|^ *\d+ \|/.test(line))).toBe(true)
}
