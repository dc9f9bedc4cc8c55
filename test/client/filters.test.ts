import { describe, expect, it } from '@jest/globals'
import { KINDS } from '../../client/kinds.ts'
import {
  countFilters,
  type Filters,
  NO_FILTERS,
  setLeast,
  setSource,
  setTime,
  soloKind,
  toggleKind,
  toggleScope,
  toggleType,
  toVisible,
} from '../../client/state/filters.ts'
import { addEntities, EMPTY } from '../../client/state/graph.ts'
import { learn, NO_SOURCES } from '../../client/state/sources.ts'
import { edge, entity } from './fixtures.ts'

describe('filters', () => {
  it('toggle a kind, a scope and a relation there and back', () => {
    const set = toggleType('USES')(toggleScope('thread')(toggleKind('Person')(NO_FILTERS)))
    expect(set).toEqual({ ...NO_FILTERS, hide: ['Person'], without: ['thread'], omit: ['USES'] })
    expect(countFilters(set)).toBe(3)
    expect(toggleType('USES')(toggleScope('thread')(toggleKind('Person')(set)))).toEqual(NO_FILTERS)
  })

  it('stand in the same order however they were chosen', () => {
    const one = toggleKind('Model')(toggleKind('Person')(NO_FILTERS))
    const other = toggleKind('Person')(toggleKind('Model')(NO_FILTERS))
    expect(one).toEqual(other)
  })

  it('show one kind alone, and all again when asked again', () => {
    const alone = soloKind('Paper')(NO_FILTERS)
    expect(alone.hide).toEqual(KINDS.filter((kind) => kind !== 'Paper'))
    expect(soloKind('Paper')(alone)).toEqual(NO_FILTERS)
  })

  it('turn a backward stretch of time round', () => {
    expect(setTime('2024-02', '2023-12')(NO_FILTERS)).toMatchObject({ since: '2023-12', until: '2024-02' })
    expect(setTime('2023-12-10', '2023')(NO_FILTERS)).toMatchObject({ since: '2023-12-10', until: '2023' })
  })
})

describe('what is visible', () => {
  const picture = addEntities({
    entities: [
      entity('model/rwkv', { mentions: 31 }),
      entity('method/linear-attention', { kind: 'Method', mentions: 12 }),
      entity('model/mamba', { mentions: 17 }),
    ],
    edges: [
      edge('model/mamba', 'model/rwkv', { weight: 0.5, support: 3 }),
      edge('method/linear-attention', 'model/rwkv', { scope: 'thread' }),
      edge('model/rwkv', 'method/linear-attention', { type: 'USES' }),
    ],
    positions: new Map(),
  })(EMPTY)
  const sources = learn({
    documents: [
      { id: 'doc/logs/a.md', path: 'logs/a.md', date: '2023-12-10' },
      { id: 'doc/logs/b.md', path: 'logs/b.md', date: '2024-05-02' },
      { id: 'doc/c.md', path: 'c.md', date: null },
    ],
    named: {
      'model/rwkv': [
        [0, 20],
        [1, 11],
      ],
      'model/mamba': [
        [1, 10],
        [2, 7],
      ],
      'method/linear-attention': [[0, 12]],
    },
  })(NO_SOURCES)
  const shown = (filters: Filters, always: string[] = []) => {
    const { entities, edges } = toVisible(picture, filters, sources, always)
    return { ids: entities.map(({ id }) => id), edges: edges.length }
  }

  it('is all of it without filters, the most mentioned first', () => {
    expect(shown(NO_FILTERS)).toEqual({ ids: ['model/rwkv', 'model/mamba', 'method/linear-attention'], edges: 3 })
  })

  it.each<[string, Filters, string[], number]>([
    ['a kind', toggleKind('Method')(NO_FILTERS), ['model/rwkv', 'model/mamba'], 1],
    ['a scope', toggleScope('thread')(NO_FILTERS), ['model/rwkv', 'model/mamba', 'method/linear-attention'], 2],
    ['a relation', toggleType('USES')(NO_FILTERS), ['model/rwkv', 'model/mamba', 'method/linear-attention'], 2],
    ['weight', setLeast({ minWeight: 0.6 })(NO_FILTERS), ['model/rwkv', 'model/mamba', 'method/linear-attention'], 2],
    ['support', setLeast({ minSupport: 2 })(NO_FILTERS), ['model/rwkv', 'model/mamba', 'method/linear-attention'], 1],
    ['a month', setTime('2023-12', '2023-12')(NO_FILTERS), ['model/rwkv', 'method/linear-attention'], 2],
    ['what came later', setTime('2024', null)(NO_FILTERS), ['model/rwkv', 'model/mamba'], 1],
    ['a folder', setSource('logs/')(NO_FILTERS), ['model/rwkv', 'model/mamba', 'method/linear-attention'], 3],
    ['a document', setSource('c.md')(NO_FILTERS), ['model/mamba'], 0],
    ['a path that only begins alike', setSource('logs/a')(NO_FILTERS), [], 0],
  ])('passes by %s', (_what, filters, ids, edges) => {
    expect(shown(filters)).toEqual({ ids, edges })
  })

  it('holds what is looked at although it is filtered out', () => {
    expect(shown(toggleKind('Method')(NO_FILTERS), ['method/linear-attention']).ids).toContain(
      'method/linear-attention',
    )
  })
})
