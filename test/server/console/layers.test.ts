/** Each layer between a stranger's query and the graph holds alone, also where another one would have been enough. */
import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { checkText } from '../../../server/console/guard.ts'
import { checkGrafeoPlan } from '../../../server/console/operators.ts'
import { checkParams } from '../../../server/console/params.ts'
import { type Serving, serving } from '../app/serving.ts'
import { smallGraph } from '../graph.ts'

describe('the text', () => {
  it.each([
    // Neo4j decodes these before it reads anything else, and for Grafeo they are what they look like.
    ['MATCH (n) S\\u0045T n.x = 1', /SET/],
    ["WITH '\\u0027 AS a LOAD CSV FROM \\u0027file:///etc/passwd\\u0027 AS line RETURN line //'", /LOAD/],
    // Here it is the decoded text that would look like one long string.
    ["WITH '\\u0027' AS a LOAD CSV FROM 'x' AS line RETURN line", /LOAD/],
    // The point belongs to the number.
    ['MATCH (n) WHERE n.x = 1. SET n.y = 1', /SET/],
    ['MATCH (n) CALL { USE other MATCH (m) RETURN m } RETURN m', /USE/],
    ['RETURN 1 AS a UNION USE other RETURN 1 AS a', /USE/],
  ])('of %j is refused', (query, word) => {
    const refused = { code: 'refused', message: expect.stringMatching(word) }
    expect(() => checkText(query)).toThrow(expect.objectContaining(refused))
  })
})

it('does not take what a plan quotes for an operator', () => {
  const plan = 'Return (n)\n  Filter (ExistsSubquery(Expand(ExpandOp { name: "LoadCsvOp {" })))\n    NodeScan (n:*)'
  expect(() => checkGrafeoPlan(plan)).not.toThrow()
  expect(() => checkGrafeoPlan(plan.replace('ExpandOp', 'LoadCsvOp'))).toThrow(/LoadCsv/)
})

it('takes parameters that are 60 deep, and refuses those that are 70', () => {
  const nested = (depth: number): unknown => (depth === 0 ? 1 : [nested(depth - 1)])
  expect(() => checkParams({ value: nested(60) })).not.toThrow()
  expect(() => checkParams({ value: nested(70) })).toThrow(expect.objectContaining({ code: 'invalid' }))
})

describe('the process of a query', () => {
  let kith: Serving
  beforeAll(async () => {
    kith = await serving()
  })
  afterAll(() => kith.close())
  const rowsOf = async (query: string) => (await kith.console.query(query)).rows

  it('knows nothing of the environment it was started from', async () => {
    await rowsOf('RETURN 1 AS n')
    const own = children()
    expect(own).toHaveLength(1)
    for (const pid of own) expect(environmentOf(pid)).not.toMatch(/\b(?:PATH|HOME|NODE_OPTIONS)=/)
  })

  it('is ended for the memory it takes, before its time is over', async () => {
    const eating = kith.console.query('UNWIND range(1, 1000000000) AS x RETURN count(x)')
    await expect(eating).rejects.toMatchObject({ code: 'refused', message: expect.stringMatching(/memory/) })
    expect(await rowsOf('RETURN 1 AS n')).toEqual([[1]])
  }, 30_000)

  it('answers null for a column that cannot be told from a prototype', async () => {
    expect(await rowsOf('RETURN 1 AS __proto__')).toEqual([[null]])
  })

  it('reads the graph that took the place of another', async () => {
    const { entities, ...rest } = smallGraph()
    await rowsOf('RETURN 1 AS n')
    await kith.replace({ ...rest, entities: entities.map((entity) => ({ ...entity, name: `new ${entity.name}` })) })
    expect(await rowsOf("MATCH (n:Entity {id: 'model/rwkv'}) RETURN n.name AS name")).toEqual([['new RWKV']])
  })

  it('is gone when the console is closed in mid-question, and no other is started', async () => {
    const other = await serving()
    const before = children()
    const running = other.console.query(
      'UNWIND range(1, 100000) AS a UNWIND range(1, 100000) AS b RETURN count(b) AS n',
    )
    const ended = expect(running).rejects.toMatchObject({ name: 'KithError' })
    while (children().length === before.length) await pause(20)
    await other.close()
    await ended
    await pause(300)
    expect(children()).toEqual(before)
  }, 30_000)
})

function pause(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds))
}

/** The processes of consoles that this one has started. */
function children(): string[] {
  return execFileSync('ps', ['-eo', 'pid=,ppid=,args='], { encoding: 'utf8' })
    .split('\n')
    .map((line) => line.trim().split(/\s+/))
    .filter(([, parent, ...args]) => parent === String(process.pid) && /console\/child\.[jt]s/.test(args.join(' ')))
    .map(([pid]) => pid as string)
}

function environmentOf(pid: string): string {
  return readFileSync(`/proc/${pid}/environ`, 'utf8').replaceAll('\0', '\n')
}
