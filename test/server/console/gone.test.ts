/** A client that goes away takes its questions back: those that run are stopped, those that wait are dropped. */
import { afterAll, beforeAll, expect, it } from '@jest/globals'
import { readConfig } from '../../../server/config.ts'
import { type Listening, listen } from '../../../server/main.ts'
import { testFolder } from '../../folder.ts'
import { kith } from '../../kith.ts'

const RUNAWAY =
  'UNWIND range(1, 100000) AS a UNWIND range(1, 100000) AS b UNWIND range(1, 1000) AS c RETURN sum(a) AS n'
/** As many as one client may ask at once: left alone, they take 40 seconds, one after the other. */
const QUESTIONS = 8

const folder = testFolder()
let server: Listening
beforeAll(async () => {
  const graph = `file:${folder('graph')}`
  await kith(['build', 'sample', '--graph', graph])
  server = await listen({ ...readConfig({ graph, port: 0 }), log: 'silent' })
}, 60_000)
afterAll(() => server.close())

const ask = (query: string, signal?: AbortSignal) =>
  fetch(`${server.url}/api/cypher`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', 'X-Kith': '1' },
    body: JSON.stringify({ query }),
    signal: signal ?? null,
  })

it('answers the next question without waiting for those of a client that is gone', async () => {
  expect((await ask('RETURN 1 AS n')).status).toBe(200)
  const gone = new AbortController()
  const asked = Array.from({ length: QUESTIONS }, () => ask(RUNAWAY, gone.signal).catch((error: Error) => error.name))
  await new Promise((resolve) => setTimeout(resolve, 300))
  gone.abort()
  expect(await Promise.all(asked)).toEqual(Array.from({ length: QUESTIONS }, () => 'AbortError'))
  const next = await ask('RETURN 2 AS n')
  expect(await next.json()).toMatchObject({ rows: [[2]] })
}, 25_000)
