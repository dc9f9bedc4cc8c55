/** The table of an answer: how wide its columns are, which can be seen, where a key leads; and the plan as lines. */
import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { between, startsOf, toColumns } from '../../client/answer/columns.ts'
import { partAt, stepTo } from '../../client/answer/places.ts'
import { doingOf, toLines, toPlanText } from '../../client/answer/plan.ts'
import type { PlanStep } from '../../client/types.ts'

describe('columns', () => {
  it('are as wide as what stands in them, within bounds, and know whether they are numbers', () => {
    const rows = [
      [1, 'x'.repeat(500), '中文名称', null],
      [null, 'y', 'z', null],
    ]
    const [number, long, chinese, nothing] = toColumns(['n', 'long', 'c', 'nothing'], rows, new Map(), 1_280)
    expect([number?.isNumber, long?.isNumber, nothing?.isNumber]).toEqual([true, false, false])
    expect(long?.width).toBe(340)
    expect(chinese?.width).toBeGreaterThan(number?.width ?? 0)
  })

  it('leave room for others on a small screen', () => {
    const [long] = toColumns(['long'], [['x'.repeat(500)]], new Map(), 390)
    expect(long?.width).toBeLessThan(220)
  })

  it('that lie between two places are found', () => {
    const starts = startsOf([100, 50, 200])
    expect(starts).toEqual([0, 100, 150, 350])
    expect(between(starts, 0, 90)).toEqual([0, 1])
    expect(between(starts, 100, 160)).toEqual([1, 3])
    expect(between(starts, 5_000, 6_000)).toEqual([2, 3])
    expect(between([0], 0, 100)).toEqual([0, 0])
  })
})

describe('a key', () => {
  const extent = { rows: 10, columns: 3, page: 4 }

  it.each([
    ['ArrowDown', false, [0, 0], [1, 0]],
    ['ArrowUp', false, [0, 0], [-1, 0]],
    ['ArrowUp', false, [-1, 0], [-1, 0]],
    ['ArrowLeft', false, [4, 0], [4, -1]],
    ['ArrowRight', false, [4, 2], [4, 2]],
    ['PageDown', false, [8, 1], [9, 1]],
    ['PageUp', false, [2, 1], [0, 1]],
    ['End', false, [2, 0], [2, 2]],
    ['Home', true, [7, 2], [0, 0]],
    ['End', true, [0, 0], [9, 2]],
    ['ArrowDown', true, [0, 1], [9, 1]],
  ] as const)('%s (far: %s) leads from %j to %j', (key, far, [row, column], [toRow, toColumn]) => {
    expect(stepTo(key, far, { row, column }, extent)).toEqual({ row: toRow, column: toColumn })
  })

  it('never leads out of the table, and others lead nowhere', () => {
    expect(stepTo('a', false, { row: 0, column: 0 }, extent)).toBeNull()
    const keys = ['ArrowUp', 'ArrowDown', 'ArrowLeft', 'ArrowRight', 'PageUp', 'PageDown', 'Home', 'End']
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.constantFrom(...keys), fc.boolean()), { maxLength: 40 }), (steps) => {
        let place = { row: 0, column: 0 }
        for (const [key, far] of steps) place = stepTo(key, far, place, extent) ?? place
        expect(place.row).toBeGreaterThanOrEqual(-1)
        expect(place.row).toBeLessThan(10)
        expect(place.column).toBeGreaterThanOrEqual(-1)
        expect(place.column).toBeLessThan(3)
      }),
    )
  })

  it('copies the cell, and from the edges the row, the column or all', () => {
    const at = (row: number, column: number) => partAt({ row, column })
    expect([at(3, 1), at(3, -1), at(-1, 1), at(-1, -1)]).toEqual(['cell', 'row', 'column', 'table'])
  })
})

describe('a plan', () => {
  const step = (operator: string, details: string, ...children: PlanStep[]): PlanStep => ({
    operator,
    details,
    children,
  })
  const plan = step(
    'ProduceResults@neo4j',
    'n',
    step('CartesianProduct@neo4j', '', step('AllNodesScan@neo4j', 'a'), step('NodeByLabelScan@neo4j', 'b:Model')),
  )

  it('is read from the top, each step one deeper than the one it serves', () => {
    expect(toLines(plan).map(({ key, level, operator }) => `${key} ${level} ${operator}`)).toEqual([
      '0 1 ProduceResults',
      '0.0 2 CartesianProduct',
      '0.0.0 3 AllNodesScan',
      '0.0.1 3 NodeByLabelScan',
    ])
    expect(toPlanText(plan).split('\n')[3]).toBe('    NodeByLabelScan (b:Model)')
  })

  it('leaves out what is below a closed step', () => {
    expect(toLines(plan, new Set(['0.0'])).map(({ key }) => key)).toEqual(['0', '0.0'])
  })

  it.each([
    ['ProduceResults', '', 'return'],
    ['CartesianProduct', '', 'product'],
    ['AllNodesScan', '', 'scan'],
    ['NodeByLabelScan', '', 'labels'],
    ['NodeScan', 'a:Model', 'labels'],
    ['NodeScan', 'a', 'scan'],
    ['NodeUniqueIndexSeek', '', 'index'],
    ['Expand(All)', '', 'expand'],
    ['OptionalExpand(All)', '', 'optional'],
    ['VarLengthExpand(Pruning)', '', 'paths'],
    ['EagerAggregation', '', 'aggregate'],
    ['Top', '', 'top'],
    ['Orderedness', '', null],
  ])('%s %s is said to be: %s', (operator, details, doing) => {
    expect(doingOf(operator, details)).toBe(doing)
  })

  it('of endless depth ends', () => {
    let deep = step('Filter', '')
    for (let depth = 0; depth < 5_000; depth++) deep = step('Filter', '', deep)
    expect(toLines(deep).length).toBe(200)
  })
})
