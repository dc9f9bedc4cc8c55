/** A stranger's query on the embedded graph: whatever it does, the next one is answered. */
import { execFileSync } from 'node:child_process'
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { type Serving, serving } from '../app/serving.ts'
import { smallGraph } from '../graph.ts'

let kith: Serving
beforeAll(async () => {
  kith = await serving()
})
afterAll(() => kith.close())

const rowsOf = async (query: string, params = {}) => (await kith.console.query(query, params)).rows
const ENDLESS = 'UNWIND range(1, 3000) AS a UNWIND range(1, 3000) AS b UNWIND range(1, 3000) AS c RETURN count(*)'

it('answers nodes and edges without the database’s own ids', async () => {
  const [row] = await rowsOf("MATCH (a {id: 'model/mamba'})-[e:CO_MENTION]->(b:Model) RETURN a, e, [b.name] AS names")
  expect(row).toMatchObject([
    { $: 'node', labels: ['Entity', 'Model'], properties: { id: 'model/mamba', name: 'Mamba' } },
    { $: 'edge', type: 'CO_MENTION', properties: { weight: 3 } },
    ['RWKV'],
  ])
  expect(JSON.stringify(row)).not.toMatch(/"_/)
})

it('takes parameters', async () => {
  expect(await rowsOf('MATCH (n {id: $id}) RETURN n.name', { id: 'method/dpo' })).toEqual([['DPO']])
})

it('answers null for a column that cannot be told from a prototype', async () => {
  expect(await rowsOf('RETURN 1 AS __proto__')).toEqual([[null]])
})

it('stops at 1,000 rows, and at two megabytes', async () => {
  const many = await kith.console.query('UNWIND range(1, 1001) AS x RETURN x')
  expect({ rows: many.rows.length, truncated: many.truncated }).toEqual({ rows: 1_000, truncated: true })
  const whole = await kith.console.query('UNWIND range(1, 1000) AS x RETURN x')
  expect({ rows: whole.rows.length, truncated: whole.truncated }).toEqual({ rows: 1_000, truncated: false })
  // A Chinese character is three bytes.
  const wide = await kith.console.query('UNWIND range(1, 1000) AS x RETURN $text', { text: '注'.repeat(1_000) })
  expect(wide.truncated).toBe(true)
  expect(Buffer.byteLength(JSON.stringify(wide.rows))).toBeLessThan(2_100_000)
})

describe('survives', () => {
  it.each([
    ['a query that crashes the database', 'RETURN reduce(a = [1], i IN range(1, 10000) | [a])', 'refused'],
    ['a query that eats all memory', 'UNWIND range(1, 1000000000) AS x RETURN count(x)', 'refused'],
    ['a query without an end', ENDLESS, 'timeout'],
    ['a query that is none', 'MATCH (n RETURN n', 'invalid'],
  ])(
    '%s',
    async (_name, query, code) => {
      await expect(kith.console.query(query)).rejects.toMatchObject({ name: 'KithError', code })
      expect(await rowsOf('RETURN 1')).toEqual([[1]])
    },
    60_000,
  )

  it('more questions than it takes at once', async () => {
    const asked = await Promise.allSettled(Array.from({ length: 40 }, (_, n) => rowsOf('RETURN $n', { n })))
    const refused = asked.filter((one) => one.status === 'rejected')
    expect(refused.length).toBeGreaterThan(0)
    for (const { reason } of refused) expect(reason).toMatchObject({ code: 'too_many' })
    for (const [n, one] of asked.entries()) if (one.status === 'fulfilled') expect(one.value).toEqual([[n]])
    expect(await rowsOf('RETURN 1')).toEqual([[1]])
  })
})

it('has no environment, and no file but the graph', async () => {
  await expect(rowsOf("LOAD CSV FROM '/proc/self/environ' AS line RETURN line")).rejects.toMatchObject({
    code: 'refused',
  })
  const own = children().map((pid) => execFileSync('cat', [`/proc/${pid}/environ`], { encoding: 'utf8' }))
  expect(own.length).toBeGreaterThan(0)
  for (const environment of own) expect(environment).not.toMatch(/PATH=|HOME=|PASSWORD|TOKEN/)
})

it('answers from the graph that took the place of another', async () => {
  const { entities, ...rest } = smallGraph()
  await kith.replace({ ...rest, entities: entities.map((entity) => ({ ...entity, name: `new ${entity.name}` })) })
  expect(await rowsOf("MATCH (n {id: 'model/rwkv'}) RETURN n.name")).toEqual([['new RWKV']])
})

it('closes while a query runs, and leaves no process behind', async () => {
  const other = await serving()
  const before = children()
  const running = other.console.query(ENDLESS)
  const waiting = other.console.query('RETURN 1')
  const ended = Promise.allSettled([running, waiting])
  while (children().length === before.length) await new Promise((resolve) => setTimeout(resolve, 20))
  await other.close()
  expect((await ended).map(({ status }) => status)).toEqual(['rejected', 'rejected'])
  await expect(other.console.query('RETURN 1')).rejects.toMatchObject({ code: 'unavailable' })
  expect(children()).toEqual(before)
}, 60_000)

/** The processes of consoles that this one has started. */
function children(): string[] {
  const all = execFileSync('ps', ['-eo', 'pid=,ppid=,args='], { encoding: 'utf8' }).split('\n')
  return all
    .map((line) => line.trim().split(/\s+/))
    .filter(
      ([, parent, ...args]) => parent === String(process.pid) && args.some((arg) => /console\/child\.[jt]s$/.test(arg)),
    )
    .map(([pid]) => pid as string)
}
