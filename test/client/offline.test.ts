/** Search on a page that holds its graph itself. */
import { describe, expect, it } from '@jest/globals'
import { createSearch } from '../../client/offline/search.ts'
import { entity } from './fixtures.ts'

const search = createSearch([
  entity('model/rwkv', { name: 'RWKV', aliases: ['rwkv world'], mentions: 31 }),
  entity('model/mamba', { name: 'Mamba', aliases: ['曼巴'], mentions: 45 }),
  entity('model/mamba-2', { name: 'Mamba-2', mentions: 7 }),
  entity('concept/length-extrapolation', {
    name: 'length extrapolation',
    kind: 'Concept',
    aliases: ['长度外推'],
    mentions: 12,
  }),
])
const find = (query: string) => search(query, { limit: 10 }).items.map(({ id, alias, how }) => [id, alias, how])

describe('search without a server', () => {
  it.each([
    ['rwkv', [['model/rwkv', 'RWKV', 'exact']]],
    ['ＲＷＫＶ', [['model/rwkv', 'RWKV', 'exact']]],
    [
      'mam',
      [
        ['model/mamba', 'Mamba', 'prefix'],
        ['model/mamba-2', 'Mamba-2', 'prefix'],
      ],
    ],
    [
      'mamba 2',
      [
        ['model/mamba-2', 'Mamba-2', 'exact'],
        ['model/mamba', 'Mamba', 'typo'],
      ],
    ],
    ['外推', [['concept/length-extrapolation', '长度外推', 'part']]],
    ['extrapoaltion', []],
    ['length extrapoaltion', [['concept/length-extrapolation', 'length extrapolation', 'typo']]],
    ['mabma', [['model/mamba', 'Mamba', 'typo']]],
    ['rwvk', [['model/rwkv', 'RWKV', 'typo']]],
    ['zzz', []],
    ['', []],
    ['-', []],
    ['.*', []],
    ['👩‍🔬', []],
    ['x'.repeat(5_000), []],
  ])('finds for %j', (query, found) => {
    expect(find(query)).toEqual(found)
  })

  it('keeps to kinds and to a limit, and tells how many there are', () => {
    expect(search('m', { limit: 1, kinds: ['Model'] })).toMatchObject({ items: [{ id: 'model/mamba' }], total: 2 })
    expect(search('m', { limit: 9, kinds: ['Concept'] })).toEqual({ items: [], total: 0 })
  })
})
