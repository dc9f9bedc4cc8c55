/** Names are found as one types them, in either language, and the nearest are told where there is none. */
import { describe, expect, it } from '@jest/globals'
import { createNames, type NamedEntity } from '../../../server/ask/names.ts'

function named(id: string, name: string, mentions: number, aliases: string[] = []): NamedEntity {
  const kind = id.startsWith('model') ? 'Model' : id.startsWith('paper') ? 'Paper' : 'Method'
  return { id, name, kind, aliases, mentions }
}

const names = createNames([
  named('model/gpt-4', 'GPT-4', 30, ['gpt4', 'GPT4']),
  named('model/rwkv', 'RWKV', 20, ['rwkv']),
  named('method/linear-attention', 'linear attention', 12, ['线性attention', '线性注意力']),
  named('model/gpt-4v', 'GPT-4V', 9),
  named('method/contrastive-learning', 'contrastive learning', 7, ['对比学习']),
  named('model/rwkv-5', 'RWKV-5', 5),
  named('paper/attention', 'Attention is all you need', 4),
  named('method/extrapolation', 'length extrapolation', 3, ['长度外推', '外推']),
  named('model/proto', '__proto__', 1),
])

const found = (query: string, limit = 10) => names.search(query, { limit }).items.map(({ id }) => id)

describe('search', () => {
  it.each([
    ['rwkv', 'model/rwkv'],
    ['RWKV-5', 'model/rwkv-5'],
    ['rwkv5', 'model/rwkv-5'],
    ['ｇｐｔ－４', 'model/gpt-4'],
    ['GPT 4', 'model/gpt-4'],
    ['gpt4v', 'model/gpt-4v'],
    ['线性', 'method/linear-attention'],
    ['注意力', 'method/linear-attention'],
    ['外推', 'method/extrapolation'],
    ['推', 'method/extrapolation'],
    ['对比', 'method/contrastive-learning'],
    ['contrast', 'method/contrastive-learning'],
    ['lin att', 'method/linear-attention'],
    ['attention is', 'paper/attention'],
    ['extrapolaton', 'method/extrapolation'],
    ['__proto__', 'model/proto'],
  ])('finds %s first as %s', (query, id) => {
    expect(found(query)[0]).toBe(id)
  })

  it('puts what is exact before what begins so, and that before what holds it', () => {
    expect(found('rwkv')).toEqual(['model/rwkv', 'model/rwkv-5'])
    expect(found('gpt-4').slice(0, 2)).toEqual(['model/gpt-4', 'model/gpt-4v'])
    expect(found('attention').slice(0, 2)).toEqual(['paper/attention', 'method/linear-attention'])
  })

  it('says which spelling was hit', () => {
    expect(names.search('线性注意', { limit: 1 }).items[0]).toEqual({
      id: 'method/linear-attention',
      name: 'linear attention',
      kind: 'Method',
      alias: '线性注意力',
      mentions: 12,
    })
  })

  it('gives each entity once, counts all, and keeps to the kinds and the limit', () => {
    const { items, total } = names.search('gpt4', { limit: 1 })
    expect({ items: items.length, total }).toEqual({ items: 1, total: 2 })
    expect(names.search('attention', { kinds: ['Paper'], limit: 9 }).items.map(({ kind }) => kind)).toEqual(['Paper'])
  })

  it.each(['', ' ', '-', '*', '(', '\\', '[', 'zzzz', '🦙', '\u0000', 'x'.repeat(10_000)])(
    'finds nothing in %#',
    (query) => {
      expect(names.search(query, { limit: 5 })).toEqual({ items: [], total: 0 })
    },
  )
})

describe('an entity', () => {
  it.each([
    ['model/rwkv', 'model/rwkv'],
    ['RWKV', 'model/rwkv'],
    ['gpt 4', 'model/gpt-4'],
    ['线性注意力', 'method/linear-attention'],
  ])('is known as %s', (text, id) => {
    expect(names.require(text).id).toBe(id)
  })

  it.each([
    ['model/rwvk', /Near it: model\/rwkv/],
    ['gtp-4', /Near it: .*model\/gpt-4/],
    ['线性', /Near it: method\/linear-attention/],
    ['qqqqqqqq', /"qqqqqqqq"\. Try/],
    ['constructor', /"constructor"/],
    ['', /No entity is called ""/],
  ])('that is not there has its nearest told: %s', (text, says) => {
    expect(() => names.require(text)).toThrow(
      expect.objectContaining({ code: 'not_found', message: expect.stringMatching(says) }),
    )
  })

  it('is told with three near ones at most, and never with a whole novel', () => {
    expect(() => names.require('x'.repeat(10_000))).toThrow(/^No entity is called "x{80}"/)
  })
})
