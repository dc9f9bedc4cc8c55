import { describe, expect, it } from '@jest/globals'
import { type Address, fromHash, toHash } from '../../client/state/route.ts'

const none = { focus: { type: 'none' }, filters: { hide: [], without: [] } } as const

describe('an address', () => {
  it.each<[string, Address]>([
    ['#/look', { page: { view: 'look' }, ...none }],
    [
      '#/look?focus=model/rwkv&hide=Person,Concept&without=thread',
      {
        page: { view: 'look' },
        focus: { type: 'entity', id: 'model/rwkv' },
        filters: { hide: ['Person', 'Concept'], without: ['thread'] },
      },
    ],
    [
      '#/look?a=model/mamba&b=paper/arxiv-2312.00752',
      {
        page: { view: 'look' },
        focus: { type: 'edge', a: 'model/mamba', b: 'paper/arxiv-2312.00752' },
        filters: none.filters,
      },
    ],
    ['#/ask', { page: { view: 'ask' } }],
    ['#/find', { page: { view: 'find', concept: '' } }],
    [
      '#/find?concept=%E9%95%BF%E5%BA%A6%E5%A4%96%E6%8E%A8%20%26%20DPO',
      { page: { view: 'find', concept: '长度外推 & DPO' } },
    ],
    [
      '#/document/doc%2Fnotes%2Fa%20b%3F.md?line=41&focus=model/rwkv',
      {
        page: { view: 'document', id: 'doc/notes/a b?.md', line: 41 },
        focus: { type: 'entity', id: 'model/rwkv' },
        filters: none.filters,
      },
    ],
  ])('%s says what is on the screen and comes back from it', (hash, address) => {
    expect(fromHash(hash)).toEqual(address)
    expect(toHash(address)).toBe(hash)
  })

  it.each([
    ['', 'nothing'],
    ['#', 'an empty fragment'],
    ['#/nowhere?x=1', 'an unknown page'],
    ['#/look?hide=Robots&without=never', 'unknown filters'],
    ['#/document', 'a document without an id'],
  ])('"%s" (%s) is the first page', (hash) => {
    expect(fromHash(hash)).toEqual({ page: { view: 'look' }, ...none })
  })

  it.each(['0', '-3', '1e9', 'x', '12345678901'])('takes no line from "%s"', (line) => {
    expect(fromHash(`#/document/doc%2Fa?line=${line}`).page).toMatchObject({ line: null })
  })

  it('survives an id that is not properly encoded', () => {
    expect(fromHash('#/document/100%').page).toMatchObject({ id: '100%' })
  })

  it('leaves focus and filters alone on the pages that show no graph', () => {
    expect(toHash({ page: { view: 'ask' }, focus: { type: 'entity', id: 'model/rwkv' } })).toBe('#/ask')
    expect(fromHash('#/ask').focus).toBeUndefined()
  })
})
