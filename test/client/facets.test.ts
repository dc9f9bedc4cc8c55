import { describe, expect, it } from '@jest/globals'
import { toFacets, toLevels } from '../../client/state/facets.ts'
import {
  type Filters,
  NO_FILTERS,
  setLeast,
  setTime,
  toggleKind,
  toggleScope,
  toggleType,
  toVisible,
} from '../../client/state/filters.ts'
import { addEntities, EMPTY } from '../../client/state/graph.ts'
import { learn, NO_SOURCES } from '../../client/state/sources.ts'
import { edge, entity } from './fixtures.ts'

const picture = addEntities({
  entities: [entity('model/a'), entity('model/b'), entity('method/c', { kind: 'Method' })],
  edges: [
    edge('model/a', 'model/b', { weight: 2.5, support: 8 }),
    edge('model/a', 'method/c', { scope: 'thread', weight: 0.4 }),
    edge('model/b', 'method/c', { type: 'USES' }),
  ],
  positions: new Map(),
})(EMPTY)
const sources = learn({
  documents: [
    { id: 'doc/old', path: 'old.md', date: '2023-12-10' },
    { id: 'doc/new', path: 'new.md', date: '2024-05-02' },
  ],
  named: {
    'model/a': [
      [0, 1],
      [1, 1],
    ],
    'model/b': [[1, 1]],
    'method/c': [[0, 1]],
  },
})(NO_SOURCES)
const facets = (...changes: ((filters: Filters) => Filters)[]) =>
  toFacets(
    picture,
    changes.reduce((filters, change) => change(filters), NO_FILTERS),
    sources,
  )

describe('the count of a switch', () => {
  it('is what is in the picture where nothing is filtered', () => {
    const { kinds, scopes, relations, heaviest, mostSupport } = facets()
    expect([...kinds]).toEqual([
      ['Model', 2],
      ['Method', 1],
    ])
    expect([...scopes]).toEqual([
      ['sentence', 2],
      ['thread', 1],
    ])
    expect([...relations]).toEqual([
      ['CO_MENTION', 2],
      ['USES', 1],
    ])
    expect({ heaviest, mostSupport }).toEqual({ heaviest: 2.5, mostSupport: 8 })
  })

  it('stays when its own switch is turned', () => {
    expect(facets(toggleKind('Method')).kinds.get('Method')).toBe(1)
    expect(facets(toggleScope('thread')).scopes.get('thread')).toBe(1)
    expect(facets(toggleType('USES')).relations.get('USES')).toBe(1)
  })

  it('follows every other filter', () => {
    expect(facets(toggleKind('Method')).scopes.get('thread')).toBeUndefined()
    expect(facets(toggleScope('thread')).relations.get('CO_MENTION')).toBe(1)
    expect(facets(toggleType('USES')).scopes.get('sentence')).toBe(1)
    expect(facets(setLeast({ minWeight: 0.5 })).scopes.get('thread')).toBeUndefined()
    expect(facets(setLeast({ minSupport: 2 })).relations.get('CO_MENTION')).toBe(1)
    expect([...facets(setTime('2024', null)).kinds]).toEqual([['Model', 2]])
  })

  it('is 0 for a relation of the picture that does not pass, and absent for one that is not there', () => {
    const { relations } = facets(setTime('2023', '2023'))
    expect(relations.get('USES')).toBe(0)
    expect(relations.has('RUNS_ON')).toBe(false)
  })

  it('tells what is then seen', () => {
    const hidden = facets(toggleKind('Method'), setTime('2023', '2023'))
    const shown = toVisible(picture, setTime('2023', '2023')(NO_FILTERS), sources)
    expect(hidden.kinds.get('Method')).toBe(shown.entities.filter(({ kind }) => kind === 'Method').length)
  })
})

describe('the steps of a slider', () => {
  it('grow, begin with nothing and hold what is set', () => {
    expect(toLevels(0.1, 2.4, 0.42)).toEqual([0, 0.1, 0.15, 0.2, 0.3, 0.42, 0.5, 0.7, 1, 1.5, 2])
    expect(toLevels(2, 25, 0)).toEqual([0, 2, 3, 4, 6, 10, 14, 20])
  })

  it('are one where there is nothing to choose', () => {
    expect(toLevels(2, 1, 0)).toEqual([0])
  })
})
