import { describe, expect, it } from '@jest/globals'
import { nameFromId, nearIds, toLinks } from '../../../client/evidence/links.ts'

describe('links out', () => {
  it('are those that are told, without any that a browser must not open', () => {
    const told = [
      { name: 'GitHub', url: 'https://github.com/example/kith' },
      { name: 'bad', url: 'javascript:alert(1)' },
      { name: 'twice', url: 'https://github.com/example/kith' },
    ]
    expect(toLinks({ arxiv: '2312.00752' }, told)).toEqual([told[0]])
  })

  it('come from the entity itself where none is told, a page without a name by its host', () => {
    expect(toLinks({ arxiv: '2312.00752', doi: '10.1/x', url: 'https://example.org/page' })).toEqual([
      { name: 'arXiv:2312.00752', url: 'https://arxiv.org/abs/2312.00752' },
      { name: 'DOI', url: 'https://doi.org/10.1/x' },
      { name: 'example.org', url: 'https://example.org/page' },
    ])
    expect(toLinks({})).toEqual([])
  })
})

describe('a name that is not there', () => {
  it.each([
    [
      'No entity is called "model/rwvk". Near it: model/rwkv, paper/arxiv-2305.13048.',
      ['model/rwkv', 'paper/arxiv-2305.13048'],
    ],
    ['No entity is called "x". Near it: tool/c++.', ['tool/c++']],
    ['No entity is called "x". Try "kith search" with a part of its name.', []],
    ['', []],
  ])('%s', (message, ids) => {
    expect(nearIds(message)).toEqual(ids)
  })

  it('is searched for as one would write it', () => {
    expect(nameFromId('method/linear-attention')).toBe('linear attention')
    expect(nameFromId('rwkv')).toBe('rwkv')
  })
})
