/** Rows in the order of a column, each sort of value by its own rule. */
import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { nextOrder, toOrder } from '../../client/answer/sorting.ts'
import type { Cell } from '../../client/types.ts'
import { LOG, MAMBA, RWKV } from './answers.ts'

const NOBODY = new Map<string, string>()
const sorted = (cells: Cell[], down = false, language = 'en'): Cell[] =>
  toOrder(
    cells.map((cell) => [cell]),
    { column: 0, down },
    NOBODY,
    language,
  ).map((at) => cells[at] ?? null)
const big = (value: string): Cell => ({ $: 'int', value })
const nan: Cell = { $: 'float', value: 'NaN' }
const endless: Cell = { $: 'float', value: 'Infinity' }

describe('a column', () => {
  it.each<[string, Cell[], Cell[]]>([
    ['of numbers by size, not by digits', [10, 9, -1, 0.5], [-1, 0.5, 9, 10]],
    [
      'of numbers that only differ beyond 2^53',
      [big('9007199254740995'), big('9007199254740993'), 3],
      [3, big('9007199254740993'), big('9007199254740995')],
    ],
    ['of numbers with infinities, and NaN after them', [nan, endless, 1], [1, endless, nan]],
    [
      'of dates by time',
      [
        { $: 'date', value: '2024-01-02' },
        { $: 'date', value: '2023-12-31' },
      ],
      [
        { $: 'date', value: '2023-12-31' },
        { $: 'date', value: '2024-01-02' },
      ],
    ],
    ['of text as people read it', ['RWKV-10', 'rwkv-9', 'Mamba'], ['Mamba', 'rwkv-9', 'RWKV-10']],
    ['of truths', [true, false], [false, true]],
    ['of nodes by name', [RWKV, LOG, MAMBA], [LOG, MAMBA, RWKV]],
    ['of all sorts in groups', ['a', 1, null, true], [1, 'a', true, null]],
  ])('%s', (_name, cells, expected) => {
    expect(sorted(cells)).toEqual(expected)
  })

  it('has nothing last either way', () => {
    expect(sorted([null, 2, null, 1])).toEqual([1, 2, null, null])
    expect(sorted([null, 2, null, 1], true)).toEqual([2, 1, null, null])
  })

  it('of Chinese is in the order of its sounds where the screen is Chinese', () => {
    expect(sorted(['注意力', '长度', '比较'], false, 'zh')).toEqual(['比较', '长度', '注意力'])
  })

  it('keeps the order of the query among equals, whichever way it goes', () => {
    const rows: Cell[][] = [
      [1, 'a'],
      [0, 'b'],
      [1, 'c'],
    ]
    expect(toOrder(rows, { column: 0, down: true }, NOBODY, 'en')).toEqual([0, 2, 1])
    expect(toOrder(rows, null, NOBODY, 'en')).toEqual([0, 1, 2])
  })

  it('loses no row and invents none, and sorting twice changes nothing', () => {
    fc.assert(
      fc.property(fc.array(fc.jsonValue(), { maxLength: 30 }), fc.boolean(), (values, down) => {
        const cells = values as Cell[]
        const once = sorted(cells, down)
        expect([...once].map((cell) => JSON.stringify(cell)).sort()).toEqual(
          cells.map((cell) => JSON.stringify(cell)).sort(),
        )
        expect(sorted(once, down)).toEqual(once)
      }),
    )
  })
})

it('a column sorts up, then down, then not at all; another begins anew', () => {
  const up = nextOrder(null, 2)
  expect(up).toEqual({ column: 2, down: false })
  expect(nextOrder(up, 2)).toEqual({ column: 2, down: true })
  expect(nextOrder({ column: 2, down: true }, 2)).toBeNull()
  expect(nextOrder({ column: 2, down: true }, 0)).toEqual({ column: 0, down: false })
})
