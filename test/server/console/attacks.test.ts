/**
 * Hostile queries through POST /api/cypher on both stores: each is refused or stopped in time, the server lives, the
 * graph is as it was, no file is read and nobody is called.
 */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { type AddressInfo, createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import request from 'supertest'
import { sha256Of } from '../../../server/canonical.ts'
import { hubGraph } from '../../hub.ts'
import { describeWith } from '../../needs.ts'
import { ATTACKS, type Attack, aimed } from './attacks/attack.ts'
import { type ServedConsole, STORES, serveConsole } from './stores.ts'

const CANARY = 'canary-51d7'
/** Milliseconds a question may take here. */
const DEADLINE = 1_000
/** Milliseconds after which an answer must have come, also where a new child has to be started on a busy machine. */
const LATEST = DEADLINE + 25_000

/** Many share a name, so that a product of a few is beyond all counting. */
const graph = hubGraph(300)
const told: { store: string; what: string; code: string; milliseconds: number }[] = []

for (const [store, address] of STORES) {
  const title = `attacks on ${store}`
  if (store === 'Neo4j') describeWith('Neo4j', title, () => attack(store, address))
  else describe(title, () => attack(store, address))
}

function attack(store: string, address: (typeof STORES)[number][1]): void {
  const folder = mkdtempSync(join(tmpdir(), 'kith-test-'))
  const file = join(folder, 'canary.csv')
  let connections = 0
  const socket = createServer((connection) => {
    connections++
    connection.destroy()
  })
  let kith: ServedConsole
  let port = 0
  beforeAll(async () => {
    writeFileSync(file, `${CANARY},secret\n`)
    await new Promise<void>((resolve) => socket.listen(0, '127.0.0.1', resolve))
    port = (socket.address() as AddressInfo).port
    kith = await serveConsole(address(join(folder, 'graph')), graph, { deadline: DEADLINE })
    // The first question waits for the store to be ready and the canaries to be tried.
    await post('RETURN 1 AS n')
    await post('RETURN 1 AS n')
  }, 120_000)
  afterAll(async () => {
    await kith.close()
    socket.close()
    rmSync(folder, { recursive: true, force: true })
    tell(store)
  })
  const post = (query: string, params = '{}') =>
    request(kith.app)
      .post('/api/cypher')
      .set({ 'X-Kith': '1', 'Content-Type': 'application/json' })
      .send(`{"query": ${JSON.stringify(query)}, "params": ${params}}`)

  describe.each(ATTACKS)('%s', (_kind, attacks, mayAnswer) => {
    it.each(attacks.map((one) => [nameOf(one), one] as const))(
      '%s',
      async (name, one) => {
        const started = performance.now()
        const { status, body, text } = await post(aimed(one, { file, port }), one.params)
        const milliseconds = performance.now() - started
        told.push({ store, what: name, code: body.error?.code ?? 'answered', milliseconds })
        const codes = ['refused', 'invalid', 'too_large', 'timeout']
        expect(mayAnswer && status === 200 ? ['answered'] : codes).toContain(body.error?.code ?? 'answered')
        expect(text.length).toBeLessThan(2_500_000)
        expect(text).not.toContain(CANARY)
        expect(milliseconds).toBeLessThan(LATEST)
      },
      60_000,
    )
  })

  it('answers the next question', async () => {
    const { status, body } = await post('MATCH (n:Model) RETURN count(n.id) AS n')
    expect({ status, rows: body.rows }).toEqual({ status: 200, rows: [[301]] })
  }, 30_000)

  it('has its graph as it was', async () => {
    expect(await kith.sha256()).toBe(sha256Of(graph))
  }, 60_000)

  it('has called nobody', () => {
    expect(connections).toBe(0)
  })

  it('has no name on every object', () => {
    expect(Object.keys(Object.prototype)).toEqual([])
  })
}

function nameOf({ what, query }: Attack): string {
  return what ?? (query.length > 110 ? `${query.slice(0, 110)}…` : query)
}

/** KITH_TELL=1 prints what became of each, and in how many milliseconds. */
function tell(store: string): void {
  if (process.env.KITH_TELL !== '1') return
  const lines = told.filter((one) => one.store === store)
  process.stderr.write(
    `${lines.map(({ what, code, milliseconds }) => `${store}\t${code}\t${milliseconds.toFixed(0)}\t${JSON.stringify(what)}`).join('\n')}\n`,
  )
}
