import { describe, expect, it } from '@jest/globals'
import { NO_FILTERS, setTime, toVisible } from '../../client/state/filters.ts'
import { addEntities, EMPTY } from '../../client/state/graph.ts'
import { learn, NO_SOURCES } from '../../client/state/sources.ts'
import { FIRST_CHOICES, sortBy, sortRows, toEdgeRows, toEntityRows } from '../../client/state/table.ts'
import { edge, entity } from './fixtures.ts'

const picture = addEntities({
  entities: [
    entity('model/a', { mentions: 9, documents: 2 }),
    entity('model/b', { mentions: 4 }),
    entity('model/c', { mentions: 4 }),
  ],
  edges: [edge('model/a', 'model/b'), edge('model/b', 'model/a', { type: 'VARIANT_OF' }), edge('model/a', 'model/c')],
  positions: new Map(),
})(EMPTY)
const sources = learn({
  documents: [
    { id: 'doc/1', path: '1.md', date: '2023-12-10' },
    { id: 'doc/2', path: '2.md', date: '2024-01-10' },
  ],
  named: {
    'model/a': [
      [0, 7],
      [1, 2],
    ],
    'model/b': [[1, 4]],
    'model/c': [[0, 4]],
  },
})(NO_SOURCES)
const rows = (filters = NO_FILTERS) => toEntityRows(toVisible(picture, filters, sources), sources, filters)

describe('rows', () => {
  it('count the company of an entity once, however many edges join them', () => {
    expect(rows().map(({ id, mentions, documents, company }) => [id, mentions, documents, company])).toEqual([
      ['model/a', 9, 2, 2],
      ['model/b', 4, 1, 1],
      ['model/c', 4, 1, 1],
    ])
  })

  it('count the mentions in the stretch of time that is chosen', () => {
    expect(
      rows(setTime('2024', null)(NO_FILTERS)).map(({ id, mentions, documents }) => [id, mentions, documents]),
    ).toEqual([
      ['model/a', 2, 1],
      ['model/b', 4, 1],
    ])
  })

  it('of edges know both ends', () => {
    const [first] = toEdgeRows(toVisible(picture, NO_FILTERS, sources))
    expect([first?.id, first?.source.id, first?.target.id]).toEqual([
      'CO_MENTION model/a model/b',
      'model/a',
      'model/b',
    ])
  })
})

describe('sorting', () => {
  const sorted = (values: (string | number | null)[], down: boolean, language = 'en') =>
    sortRows(
      values.map((value, at) => ({ value, at })),
      ({ value }) => value,
      { by: 'value', down },
      language,
    )

  it.each([
    ['numbers, the smallest first', [10, 9, 100], false, [9, 10, 100]],
    ['numbers, the largest first', [10, 9, 100], true, [100, 10, 9]],
    ['names as people do', ['Mamba-10', 'mamba-2', 'DPO'], false, ['DPO', 'mamba-2', 'Mamba-10']],
    ['nothing last', [null, 2, null, 1], false, [1, 2, null, null]],
    ['nothing last, the other way round too', [null, 2, null, 1], true, [2, 1, null, null]],
  ])('puts %s', (_name, values, down, expected) => {
    expect(sorted(values, down).map(({ value }) => value)).toEqual(expected)
  })

  it('leaves what is alike in its order', () => {
    expect(sorted([1, 2, 1, 2], true).map(({ at }) => at)).toEqual([1, 3, 0, 2])
  })

  it('begins with the way of the column, and turns round when asked again', () => {
    const once = sortBy('entities', 'name', false)(FIRST_CHOICES)
    expect(once.order.entities).toEqual({ by: 'name', down: false })
    expect(sortBy('entities', 'name', false)(once).order.entities).toEqual({ by: 'name', down: true })
    expect(once.order.edges).toEqual(FIRST_CHOICES.order.edges)
  })
})
