/** Cells of an answer: what sort they are, what they are called, and how they are written. */
import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { kindOf, kindOfId, nameOfNode, toSorted } from '../../client/answer/cells.ts'
import { toField, toShown } from '../../client/answer/text.ts'
import type { Cell } from '../../client/types.ts'
import { edge, LOG, MAMBA, MET, node, PASSAGE, path, RWKV } from './answers.ts'

const NAMES = new Map([
  ['model/rwkv', 'RWKV'],
  ['model/mamba', 'Mamba'],
])

describe('the sort of a cell', () => {
  it.each<[string, Cell, string]>([
    ['nothing', null, 'null'],
    ['a truth', false, 'boolean'],
    ['a number', 0.5, 'number'],
    ['a whole number beyond 2^53', { $: 'int', value: '9007199254740993' }, 'number'],
    ['no number', { $: 'float', value: 'NaN' }, 'number'],
    ['a text', '', 'text'],
    ['a date', { $: 'date', value: '2023-12-10' }, 'moment'],
    ['a stretch of time', { $: 'duration', value: 'P1D' }, 'moment'],
    ['a point', { $: 'point', srid: 7203, x: 1, y: 2, z: null }, 'point'],
    ['bytes', { $: 'bytes', value: 'AAE=' }, 'bytes'],
    ['a list', [], 'list'],
    ['a map', { a: 1 }, 'map'],
    ['a map with a $ of its own', { $: 'map', value: { $: 'node' } }, 'map'],
    ['a node', RWKV, 'node'],
    ['an edge', MET, 'edge'],
    ['a path', path([RWKV], []), 'path'],
  ])('%s', (_name, cell, sort) => {
    expect(toSorted(cell).sort).toBe(sort)
  })

  it('of a map that came with __proto__ and constructor as keys is a map, and its keys are read as they are', () => {
    const map = JSON.parse('{"__proto__": {"$": "node"}, "constructor": 1}') as Cell
    expect(toSorted(map).sort).toBe('map')
    expect(toShown(map)).toBe("{__proto__: {$: 'node'}, constructor: 1}")
  })
})

describe('a node', () => {
  it('is of the kind its labels say, and of none where they say none', () => {
    expect([RWKV, LOG, PASSAGE, node('x', ['Thing'])].map(kindOf)).toEqual(['Model', 'Document', 'Passage', 'Other'])
  })

  it('goes by its title, its name, its path, its words, its id, or its labels', () => {
    const bare = { ...node('', ['A', 'B']), id: null, properties: {} }
    const titled = node('paper/a', ['Entity', 'Paper'], { name: 'arXiv:1', title: 'A title' })
    expect([titled, RWKV, LOG, PASSAGE, node('x', []), bare].map(nameOfNode)).toEqual([
      'A title',
      'RWKV',
      'A log',
      'F1：Mamba 和 RWKV',
      'x',
      ':A:B',
    ])
  })

  it('with a name that is no text is not called by it', () => {
    expect(nameOfNode(node('model/x', ['Model'], { name: ['a'], title: 7 }))).toBe('model/x')
  })
})

it.each([
  ['model/rwkv', 'Model'],
  ['paper/arxiv-2312.00752', 'Paper'],
  ['doc/20231210.md', 'Document'],
  ['p/0123456789abcdef', 'Passage'],
  ['p/nothing', null],
  ['model/', null],
  ['model/with space', null],
  ['javascript:alert(1)', null],
  ['A model/rwkv', null],
  [`model/${'a'.repeat(10_000)}`, null],
])('the id %s is of a %s', (id, kind) => {
  expect(kindOfId(id)).toBe(kind)
})

describe('a cell as it is shown', () => {
  it.each<[string, Cell, string]>([
    ['null', null, 'null'],
    ['a text stands by itself', "it's", "it's"],
    ['a text in a list has quotes', ['a', 1, null], "['a', 1, null]"],
    ['a map', { a: [true], b: {} }, '{a: [true], b: {}}'],
    ['a node by its name', RWKV, 'RWKV'],
    ['an edge by the names of its ends', MET, 'Mamba –CO_MENTION→ RWKV'],
    ['an end without a name by its id', edge('USES', 'model/x', null), 'model/x –USES→ ?'],
    ['a path along its edges', path([MAMBA, RWKV], [MET]), 'Mamba –CO_MENTION→ RWKV'],
    ['a path against an edge', path([RWKV, MAMBA], [MET]), 'RWKV ←CO_MENTION– Mamba'],
    ['a big number to its last digit', { $: 'int', value: '9007199254740993' }, '9007199254740993'],
    ['a point', { $: 'point', srid: 4979, x: 1, y: 2.5, z: 3 }, 'point(1, 2.5, 3; srid 4979)'],
  ])('%s', (_name, cell, shown) => {
    expect(toShown(cell, NAMES)).toBe(shown)
  })

  it('is cut at a number of letters, and never through a letter of two units', () => {
    expect(toShown('abcdef', NAMES, 3)).toBe('abc…')
    expect(toShown('ab😀cd', NAMES, 3)).toBe('ab…')
    fc.assert(
      fc.property(fc.jsonValue(), fc.integer({ min: 1, max: 80 }), (value, most) => {
        expect(toShown(value as Cell, NAMES, most).length).toBeLessThanOrEqual(most + 1)
      }),
    )
  })

  it('looks at no more of a text of 10 MB, or of lists 100,000 deep, than it shows', () => {
    let deep: Cell = []
    for (let depth = 0; depth < 100_000; depth++) deep = [deep]
    expect(toShown(deep, NAMES, 20)).toBe(`${'['.repeat(20)}…`)
    expect(toShown(deep).length).toBeLessThan(200)
    expect(toShown(['x'.repeat(10_000_000)], NAMES, 10)).toBe("['xxxxxxxx…")
  })
})

it('a cell in a file is its value, and what has no value of its own the JSON of the answer', () => {
  const cells: Cell[] = [
    null,
    true,
    0.1,
    'a',
    { $: 'int', value: '12' },
    { $: 'date', value: '2024-01-01' },
    ['a'],
    MET,
  ]
  expect(cells.map(toField)).toEqual(['', 'true', '0.1', 'a', '12', '2024-01-01', '["a"]', JSON.stringify(MET)])
})
