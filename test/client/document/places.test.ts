import { describe, expect, it } from '@jest/globals'
import { byKind, countNames, placesOf, stepFrom } from '../../../client/document/places.ts'
import { mark, passage } from '../fixtures.ts'

const passages = [
  passage('rwkv, mamba', { marks: [mark(0, 4), mark(6, 11, 'model/mamba')] }),
  passage('nobody'),
  passage('rwkv and rwkv', { marks: [mark(0, 4), mark(9, 13)] }),
]

describe('where an entity is named in a document', () => {
  it('is told by passage and by its turn there', () => {
    expect(placesOf(passages, ['model/rwkv'])).toEqual([
      { passage: 0, nth: 0 },
      { passage: 2, nth: 0 },
      { passage: 2, nth: 1 },
    ])
    expect(placesOf(passages, ['model/rwkv', 'model/mamba']).map(({ nth }) => nth)).toEqual([0, 1, 0, 1])
    expect(placesOf(passages, [])).toEqual([])
  })

  it.each([
    ['the next from the passage that is read', null, 1, 1, 1],
    ['the one before the passage that is read', null, 1, -1, 0],
    ['the first, before all of which nothing is read', null, 0, 1, 0],
    ['the last, before the first', null, 0, -1, 2],
    ['the next of the present one', 1, 0, 1, 2],
    ['past the last the first', 2, 0, 1, 0],
    ['before the first the last', 0, 0, -1, 2],
  ] as const)('steps to %s', (_name, at, from, step, to) => {
    expect(stepFrom(placesOf(passages, ['model/rwkv']), at, from, step)).toBe(to)
  })

  it('has no step where it is not named', () => {
    expect(stepFrom([], null, 0, 1)).toBe(-1)
  })
})

describe('the names of a document', () => {
  const names = [
    { id: 'method/dpo', name: 'DPO', kind: 'Method' as const },
    { id: 'model/mamba', name: 'Mamba', kind: 'Model' as const },
    { id: 'model/rwkv', name: 'RWKV', kind: 'Model' as const },
  ]

  it('are counted, the most mentioned first, and stand by kind', () => {
    const counted = countNames({ names, passages })
    expect(counted.map(({ id, mentions }) => [id, mentions])).toEqual([
      ['model/rwkv', 3],
      ['model/mamba', 1],
      ['method/dpo', 0],
    ])
    expect(byKind(counted).map(({ kind, names: own }) => [kind, own.map(({ name }) => name)])).toEqual([
      ['Model', ['RWKV', 'Mamba']],
      ['Method', ['DPO']],
    ])
  })
})
