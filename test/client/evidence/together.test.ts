import { describe, expect, it } from '@jest/globals'
import { countKinds, documentsTogether, sharedBy, strongestAmong } from '../../../client/evidence/together.ts'
import { addEntities, EMPTY } from '../../../client/state/graph.ts'
import { edge, entity } from '../fixtures.ts'

const [rwkv, mamba, dpo] = ['model/rwkv', 'model/mamba', 'method/dpo'] as const

describe('several at once', () => {
  it('are counted by kind, in the order of the legend', () => {
    const some = [entity(dpo, { kind: 'Method' }), entity(rwkv), entity(mamba)]
    expect(countKinds(some)).toEqual([
      { kind: 'Model', count: 2 },
      { kind: 'Method', count: 1 },
    ])
  })

  it('are joined by the strongest edge of each pair, the strongest pair first', () => {
    const edges = [
      edge(dpo, rwkv, { weight: 2 }),
      edge(mamba, rwkv, { weight: 1 }),
      edge(rwkv, mamba, { weight: 3, type: 'COMPARED_WITH' }),
      edge(rwkv, 'model/other', { weight: 9 }),
    ]
    expect(strongestAmong(edges, [rwkv, mamba, dpo]).map(({ type, weight }) => [type, weight])).toEqual([
      ['COMPARED_WITH', 3],
      ['CO_MENTION', 2],
    ])
  })

  it('share who is joined to at least two of them, most of them first, and of equals the less famous', () => {
    const ids = [rwkv, mamba, dpo, 'x/all', 'x/two', 'x/famous', 'x/one']
    const picture = addEntities({
      entities: ids.map((id) => entity(id, { mentions: id === 'x/famous' ? 99 : 1 })),
      edges: [
        ...[rwkv, mamba, dpo].map((id) => edge(id, 'x/all')),
        ...[rwkv, mamba].flatMap((id) => [edge(id, 'x/two'), edge(id, 'x/famous')]),
        edge(rwkv, 'x/one'),
        edge(rwkv, mamba),
      ],
      positions: new Map(),
    })(EMPTY)
    expect(sharedBy(picture, [rwkv, mamba, dpo]).map((share) => [share.entity.id, share.joined])).toEqual([
      ['x/all', 3],
      ['x/two', 2],
      ['x/famous', 2],
    ])
  })

  it('are named together where a document names two of them, those with the most names first', () => {
    const source = (id: string) => [id, { id, path: id, date: null }] as const
    const sources = {
      documents: new Map(['a.md', 'b.md', 'c.md'].map(source)),
      named: new Map([
        [
          rwkv,
          new Map([
            ['a.md', 5],
            ['b.md', 1],
            ['c.md', 7],
          ]),
        ],
        [
          mamba,
          new Map([
            ['a.md', 2],
            ['b.md', 1],
          ]),
        ],
        [dpo, new Map([['b.md', 1]])],
      ]),
    }
    const found = documentsTogether(sources, [rwkv, mamba, dpo])
    expect(found.map(({ document, names, mentions }) => [document.path, names, mentions])).toEqual([
      ['b.md', 3, 3],
      ['a.md', 2, 7],
    ])
  })
})
