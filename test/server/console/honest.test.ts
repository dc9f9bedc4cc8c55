/** Honest questions on both stores: none is refused, and those that should give equal rows do. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import type { CypherAnswer } from '../../../server/api/console.ts'
import { describeWith } from '../../needs.ts'
import { sampleGraph } from '../../sample.ts'
import { HONEST } from './honest.ts'
import { type ServedConsole, STORES, serveConsole } from './stores.ts'

/** A store that has just begun is slow to plan; how long a question may take is not the matter here. */
const PATIENT = { deadline: 50_000 }
const EQUAL = HONEST.filter(({ differs }) => differs === null)
const folder = mkdtempSync(join(tmpdir(), 'kith-test-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))
const [[, grafeo], [, neo4j]] = STORES as [(typeof STORES)[number], (typeof STORES)[number]]

it('are many', () => {
  expect(HONEST.length).toBeGreaterThanOrEqual(100)
  expect(EQUAL.length).toBeGreaterThanOrEqual(60)
})

describe('on Grafeo', () => {
  let kith: ServedConsole
  beforeAll(async () => {
    kith = await serveConsole(grafeo(join(folder, 'graph')), await sampleGraph(), PATIENT)
  }, 60_000)
  afterAll(() => kith.close())

  it.each(HONEST)('$query', async ({ query, params, differs }) => {
    const said = await saidBy(kith, query, params)
    expect(said).not.toMatchObject({ code: 'refused' })
    if (differs === null) expect(said).toMatchObject({ columns: expect.anything() })
  })
})

describeWith('Neo4j', 'on Neo4j', () => {
  let both: [ServedConsole, ServedConsole]
  beforeAll(async () => {
    const graph = await sampleGraph()
    both = [
      await serveConsole(grafeo(join(folder, 'other')), graph, PATIENT),
      await serveConsole(neo4j(''), graph, PATIENT),
    ]
  }, 180_000)
  afterAll(() => Promise.all(both.map((kith) => kith.close())))

  it.each(EQUAL)(
    'gives the rows of Grafeo: $query',
    async ({ query, params }) => {
      const [one, other] = await Promise.all(both.map((kith) => saidBy(kith, query, params)))
      expect((other as CypherAnswer).columns).toEqual((one as CypherAnswer).columns)
      expect((other as CypherAnswer).rows).toEqual((one as CypherAnswer).rows)
    },
    60_000,
  )

  it.each(HONEST.filter(({ differs }) => differs !== null))(
    'answers, though with other rows than Grafeo ($differs): $query',
    async ({ query, params }) => {
      expect(await saidBy(both[1], query, params)).toMatchObject({ columns: expect.anything() })
    },
    60_000,
  )
})

async function saidBy({ console }: ServedConsole, query: string, params: object = {}): Promise<unknown> {
  try {
    return await console.query(query, { ...params })
  } catch (error) {
    return error
  }
}
