/** What every store promises, whichever it is: one suite, and each store's test is one call of it. */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import type { Database, Params, Value } from '../server/store/database.ts'
import { describeAnswers } from './database/answers.ts'
import { describeDetails } from './database/details.ts'
import { describeGraphs } from './database/graphs.ts'
import { describeSearch } from './database/search.ts'
import type { TestedStore } from './database/store.ts'

export function testDatabase(name: string, open: () => Promise<TestedStore>): void {
  describe(`${name}, as every store`, () => {
    let store: TestedStore
    beforeAll(async () => {
      store = await open()
    })
    afterAll(() => store.close())
    describe('values', () => describeValues(() => store.scratch))
    describe('transactions', () => describeTransactions(() => store.scratch))
    describe('graphs', () => describeGraphs(() => store))
    describe('search', () => describeSearch(() => store))
    describe('details', () => describeDetails(() => store))
    describe('answers', () => describeAnswers(() => store))
  })
}

function describeValues(scratch: () => Database): void {
  const keep = async (properties: Params): Promise<Params | undefined> => {
    const id = `thing/${JSON.stringify(properties)}`
    const write = { access: 'write' } as const
    await scratch().run('CREATE (thing:Thing {id: $id}) SET thing += $properties', { id, properties }, write)
    const [row] = await scratch().run<{ kept: Params }>('MATCH (t:Thing {id: $id}) RETURN properties(t) AS kept', {
      id,
    })
    const { id: _, ...kept } = row?.kept ?? {}
    return kept
  }
  it.each<[string, Value]>([
    ['a string', 'RWKV'],
    ['the empty string', ''],
    ['Chinese', '长度外推'],
    ['an emoji', '👩‍🔬🚀'],
    ['quotes and backslashes', `'"\`\\ \\' \\u0041`],
    ['lines', 'one\ntwo\r\nthree\tfour'],
    ['a name that is a prototype elsewhere', '__proto__'],
    ['what looks like Cypher', "'}) DETACH DELETE n //"],
    ['zero', 0],
    ['a whole number', -42],
    ['a large whole number', Number.MAX_SAFE_INTEGER],
    ['a fraction', 0.1],
    ['a tiny fraction', -1.5e-10],
    ['true', true],
    ['false', false],
    ['a list', ['线性attention', 'linear attention']],
    ['a list of numbers', [1, 2, 3]],
    ['an empty list', []],
  ])('keeps %s exactly', async (_name, value) => {
    expect(await keep({ value })).toEqual({ value })
  })
  it('keeps no property that is null', async () => {
    expect(await keep({ value: null, other: 1 })).toEqual({ other: 1 })
  })
  it('answers null where there is no property', async () => {
    await scratch().run("CREATE (:Thing {id: 'bare'})", {}, { access: 'write' })
    expect(await scratch().run("MATCH (t:Thing {id: 'bare'}) RETURN t.value AS value")).toEqual([{ value: null }])
  })
  it('answers nodes and relationships as maps of their properties', async () => {
    const query = "CREATE (a:Thing {id: 'from'})-[r:JOINS {weight: 2}]->(:Thing {id: 'to'}) RETURN a, r, [a] AS list"
    expect(await scratch().run(query, {}, { access: 'write' })).toEqual([
      { a: { id: 'from' }, r: { weight: 2 }, list: [{ id: 'from' }] },
    ])
  })
  it('lets no key of a map become a prototype', async () => {
    const given = JSON.parse('{"__proto__": {"polluted": true}, "constructor": "c"}') as Params
    const [row] = await scratch().run<{ map: Record<string, Value> }>('RETURN $given AS map', { given })
    expect(Object.getPrototypeOf(row?.map)).toBe(Object.prototype)
    expect(row?.map.polluted).toBeUndefined()
    expect(row?.map.constructor).toBe('c')
  })
  it('takes a number as LIMIT, and stops at the limit asked for', async () => {
    const query = 'UNWIND [1, 2, 3, 4] AS n RETURN n AS n ORDER BY n LIMIT $limit'
    expect(await scratch().run(query, { limit: 3 })).toEqual([{ n: 1 }, { n: 2 }, { n: 3 }])
    expect(await scratch().run(query, { limit: 3 }, { limit: 2 })).toEqual([{ n: 1 }, { n: 2 }])
  })
  it('says what is wrong with a query that is none', async () => {
    await expect(scratch().run('MATCH (n RETURN n')).rejects.toMatchObject({ name: 'KithError', code: 'invalid' })
  })
  it('takes no word of a query for the reason of its failure', async () => {
    const query = "MATCH (n {header: 'locked, damaged, read-only, no space' RETURN n"
    await expect(scratch().run(query)).rejects.toMatchObject({ code: 'invalid' })
  })
}

function describeTransactions(scratch: () => Database): void {
  const count = async (label: string) => (await scratch().run(`MATCH (n:${label}) RETURN n.id AS id`)).length
  it.each([
    'CREATE (:Sneaked {id: 1})',
    'MERGE (:Sneaked {id: 1})',
    "MATCH (kept:Kept {id: 'kept'}) SET kept.id = 'changed'",
    'MATCH (kept:Kept) REMOVE kept.id',
    'MATCH (kept:Kept) SET kept:Sneaked',
    'MATCH (kept:Kept) DETACH DELETE kept',
  ])('refuses a write where it was opened for reading: %s', async (query) => {
    await scratch().run("MERGE (:Kept {id: 'kept'})", {}, { access: 'write' })
    await expect(scratch().run(query)).rejects.toMatchObject({ code: 'refused' })
    await expect(scratch().read((transaction) => transaction.run(query))).rejects.toMatchObject({ code: 'refused' })
    expect([await count('Sneaked'), await count('Kept')]).toEqual([0, 1])
    expect(await scratch().run('MATCH (kept:Kept) RETURN kept.id AS id')).toEqual([{ id: 'kept' }])
  })
  it('keeps all of a transaction', async () => {
    const given = await scratch().write(async (transaction) => {
      await transaction.run('CREATE (:Whole {id: 1})')
      await transaction.run('CREATE (:Whole {id: 2})')
      return 'given back'
    })
    expect(given).toBe('given back')
    expect(await count('Whole')).toBe(2)
  })
  it('keeps nothing of a transaction that fails', async () => {
    const failing = scratch().write(async (transaction) => {
      await transaction.run('CREATE (:Half {id: 1})')
      throw new Error('half way')
    })
    await expect(failing).rejects.toThrow('half way')
    expect(await count('Half')).toBe(0)
  })
  it('takes many writers at once', async () => {
    const ids = Array.from({ length: 20 }, (_, id) => id)
    const write = { access: 'write' } as const
    await Promise.all(ids.map((id) => scratch().run('CREATE (:Parallel {id: $id})', { id }, write)))
    expect(await count('Parallel')).toBe(20)
  })
}
