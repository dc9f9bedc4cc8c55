/** Values on their way to JSON: nothing is rounded, nothing is taken for what it is not, nothing is a prototype. */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import type { PlanStep } from '../../../server/api/console.ts'
import { fromGrafeo } from '../../../server/console/plan.ts'
import { testFolder } from '../../folder.ts'
import { describeWith } from '../../needs.ts'
import { smallGraph } from '../graph.ts'
import { type ServedConsole, STORES, serveConsole } from './stores.ts'

const folder = testFolder()

for (const [store, address] of STORES) {
  const body = () => {
    let kith: ServedConsole
    beforeAll(async () => {
      kith = await serveConsole(address(folder('graph')), smallGraph(), { deadline: 50_000 })
    }, 120_000)
    afterAll(() => kith.close())
    const rowOf = async (query: string, params?: Record<string, unknown>) =>
      (await kith.console.query(query, params)).rows[0]

    it('tells nodes by their semantic ids', async () => {
      expect(await rowOf("MATCH (n:Entity {id: 'model/rwkv'}) RETURN n")).toEqual([
        {
          $: 'node',
          id: 'model/rwkv',
          labels: ['Entity', 'Model'],
          properties: expect.objectContaining({ id: 'model/rwkv', name: 'RWKV', aliases: expect.anything() }),
        },
      ])
    })

    it('tells the ends of an edge, also where they are not asked for', async () => {
      expect(await rowOf("MATCH ({id: 'model/rwkv'})-[e:CO_MENTION]-({id: 'model/mamba'}) RETURN e")).toEqual([
        {
          $: 'edge',
          type: 'CO_MENTION',
          source: 'model/mamba',
          target: 'model/rwkv',
          properties: expect.objectContaining({ weight: 3 }),
        },
      ])
    })

    it('tells a path in its own order', async () => {
      const [path] = (await rowOf("MATCH p = ({id: 'model/rwkv'})-[:CO_MENTION]-({id: 'model/mamba'}) RETURN p")) ?? []
      expect(path).toMatchObject({
        $: 'path',
        nodes: [{ id: 'model/rwkv' }, { id: 'model/mamba' }],
        edges: [{ source: 'model/mamba', target: 'model/rwkv' }],
      })
    })

    it('keeps numbers as they are', async () => {
      expect(
        await rowOf('RETURN 9007199254740991 AS a, 9007199254740993 AS b, -9223372036854775807 AS c, 0.5 AS d'),
      ).toEqual([
        9_007_199_254_740_991,
        { $: 'int', value: '9007199254740993' },
        { $: 'int', value: '-9223372036854775807' },
        0.5,
      ])
      expect(await rowOf('RETURN sqrt(-1.0) AS nan, -log(0.0) AS most')).toEqual([
        { $: 'float', value: 'NaN' },
        { $: 'float', value: 'Infinity' },
      ])
    })

    it('takes a whole number beyond 2^53 as a parameter', async () => {
      const n = { $: 'int', value: '9007199254740993' }
      expect(await rowOf('RETURN $n AS n, $n + 1 AS more', { n })).toEqual([n, { $: 'int', value: '9007199254740994' }])
    })

    it('wraps a map that has a $ of its own', async () => {
      expect(await rowOf("RETURN {`$`: 'node', id: 'x'} AS map, {a: {`$`: 1}} AS inner")).toEqual([
        { $: 'map', value: { $: 'node', id: 'x' } },
        { a: { $: 'map', value: { $: 1 } } },
      ])
    })

    it('keeps a map under __proto__ as a name like any other', async () => {
      const [map] = (await rowOf('RETURN {a: 1, `__proto__`: {polluted: true}} AS map')) ?? []
      expect(JSON.stringify(map)).toBe('{"a":1,"__proto__":{"polluted":true}}')
      expect(({} as { polluted?: true }).polluted).toBeUndefined()
    })

    it('shows how a question would be answered, and answers it not', async () => {
      const { plan, store: of, notes } = await kith.console.plan('MATCH (n:Modle) RETURN n.name AS name ORDER BY name')
      const names = namesOf(plan)
      expect(of).toBe(store.toLowerCase())
      expect(names.some((name) => /Scan/.test(name))).toBe(true)
      expect(names.some((name) => /Sort/.test(name))).toBe(true)
      expect(notes).toEqual([expect.objectContaining({ suggestion: 'Model' })])
      await expect(kith.console.plan('CREATE (n)')).rejects.toMatchObject({ code: 'refused' })
      await expect(kith.console.plan('RETURN (')).rejects.toMatchObject({ code: 'invalid' })
    })

    it('tells the place of a fault', async () => {
      await expect(kith.console.query('MATCH (n:Model)\nRETRUN n.name')).rejects.toMatchObject({
        code: 'invalid',
        message: expect.stringMatching(/^Line 2, column 1: /),
        hint: { at: { line: 2, column: 1, offset: 16, length: 6 }, suggestion: 'RETURN' },
      })
    })

    it('says what the graph has not', async () => {
      const { rows, notes } = await kith.console.query('MATCH (n:Modle) RETURN n.nmae AS name')
      expect(rows).toEqual([])
      expect(notes.map(({ suggestion }) => suggestion)).toEqual(['Model', 'name'])
    })

    it('stops at the limit that is asked for', async () => {
      const { rows, stopped, truncated } = await kith.console.query(
        'UNWIND range(1, 10) AS x RETURN x',
        {},
        { limit: 3 },
      )
      expect({ rows, stopped, truncated }).toEqual({ rows: [[1], [2], [3]], stopped: 'rows', truncated: true })
    })
  }
  if (store === 'Neo4j') describeWith('Neo4j', 'on Neo4j', body)
  else describe('on Grafeo', body)
}

it('reads a plan of Grafeo as a tree', () => {
  const text = 'Return (n)\n  Apply\n    Filter (n.x Eq "a\\nb") [index: x]\n      NodeScan (n:Model)\n    Empty\n'
  expect(fromGrafeo(text)).toEqual({
    operator: 'Return',
    details: 'n',
    children: [
      {
        operator: 'Apply',
        details: '',
        children: [
          {
            operator: 'Filter',
            details: '(n.x Eq "a\\nb") [index: x]',
            children: [{ operator: 'NodeScan', details: 'n:Model', children: [] }],
          },
          { operator: 'Empty', details: '', children: [] },
        ],
      },
    ],
  })
})

function namesOf({ operator, children }: PlanStep): string[] {
  return [operator, ...children.flatMap(namesOf)]
}
