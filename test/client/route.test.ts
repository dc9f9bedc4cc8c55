import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { NO_FILTERS } from '../../client/state/filters.ts'
import { type Address, FIRST, fromHash, toHash } from '../../client/state/route.ts'

const none = { focus: { type: 'none' }, filters: NO_FILTERS, shown: FIRST } as const

describe('an address', () => {
  it.each<[string, Address]>([
    ['#/look', { page: { view: 'look' }, ...none }],
    [
      '#/look?focus=model/rwkv&hide=Person,Concept&without=thread',
      {
        page: { view: 'look' },
        ...none,
        focus: { type: 'entity', id: 'model/rwkv' },
        filters: { ...NO_FILTERS, hide: ['Person', 'Concept'], without: ['thread'] },
      },
    ],
    [
      '#/look?some=model/mamba,model/rwkv&omit=USES&weight=0.5&support=3&since=2023-12&until=2024-01-31&source=logs/',
      {
        page: { view: 'look' },
        ...none,
        focus: { type: 'group', ids: ['model/mamba', 'model/rwkv'] },
        filters: {
          ...NO_FILTERS,
          omit: ['USES'],
          minWeight: 0.5,
          minSupport: 3,
          since: '2023-12',
          until: '2024-01-31',
          source: 'logs/',
        },
      },
    ],
    [
      '#/look?bridge=method/rlhf,method/mixture-of-experts&layout=rings&show=method/rlhf,model/mamba&pin=-120_40_model/mamba',
      {
        page: { view: 'look' },
        ...none,
        focus: { type: 'bridge', from: 'method/rlhf', to: 'method/mixture-of-experts' },
        shown: {
          ids: ['method/rlhf', 'model/mamba'],
          layout: 'rings',
          pins: new Map([['model/mamba', { x: -120, y: 40 }]]),
        },
      },
    ],
    ['#/about', { page: { view: 'about' } }],
    [
      '#/look?a=model/mamba&b=paper/arxiv-2312.00752',
      {
        page: { view: 'look' },
        ...none,
        focus: { type: 'edge', a: 'model/mamba', b: 'paper/arxiv-2312.00752' },
      },
    ],
    ['#/ask', { page: { view: 'ask' } }],
    [
      '#/ask?query=:param%20a%20%3D%3E%20%22x/y%22%0AMATCH%20(n%20%7Bid:%20%24a%7D)%20RETURN%20n',
      { page: { view: 'ask', query: ':param a => "x/y"\nMATCH (n {id: $a}) RETURN n' } },
    ],
    ['#/find', { page: { view: 'find', concept: '' } }],
    [
      '#/find?concept=DPO&from=2022&to=2024-05&evidence=phrase&seen=unread',
      {
        page: {
          view: 'find',
          concept: 'DPO',
          only: { from: '2022', to: '2024-05', evidence: 'phrase', seen: 'unread' },
        },
      },
    ],
    [
      '#/find?concept=%E9%95%BF%E5%BA%A6%E5%A4%96%E6%8E%A8%20%26%20DPO',
      { page: { view: 'find', concept: '长度外推 & DPO' } },
    ],
    [
      '#/document/doc%2Fnotes%2Fa%20b%3F.md?line=41&focus=model/rwkv',
      {
        page: { view: 'document', id: 'doc/notes/a b?.md', line: 41 },
        ...none,
        focus: { type: 'entity', id: 'model/rwkv' },
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
    ['#/look?weight=-1&support=x&since=yesterday&until=2023-1', 'numbers and dates that are none'],
    ['#/look?pin=1_2&pin=a_b_c&layout=spiral&show=,,&some=,&bridge=model/rwkv', 'a picture that is none'],
    ['#/look?a=model/rwkv&b=model/rwkv', 'an edge from one to itself'],
  ])('"%s" (%s) is the first page', (hash) => {
    expect(fromHash(hash)).toEqual({ page: { view: 'look' }, ...none })
  })

  it.each(['0', '-3', '1e9', 'x', '12345678901'])('takes no line from "%s"', (line) => {
    expect(fromHash(`#/document/doc%2Fa?line=${line}`).page).toMatchObject({ line: null })
  })

  it('is read whatever it says, and then says the same again', () => {
    const anything = fc.oneof(
      fc.string(),
      fc.webFragments(),
      fc.webQueryParameters().map((query) => `#/look?${query}`),
    )
    fc.assert(
      fc.property(anything, (hash) => {
        const once = toHash(fromHash(hash))
        expect(toHash(fromHash(once))).toBe(once)
      }),
    )
  })

  it('survives an id that is not properly encoded', () => {
    expect(fromHash('#/document/100%').page).toMatchObject({ id: '100%' })
  })

  it('leaves focus and filters alone on the pages that show no graph', () => {
    expect(toHash({ page: { view: 'ask' }, focus: { type: 'entity', id: 'model/rwkv' } })).toBe('#/ask')
    expect(fromHash('#/ask').focus).toBeUndefined()
  })
})
