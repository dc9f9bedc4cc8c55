/** Names are found as one types them, in either language, and the nearest are told where there is none. */
import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { createNames, type NamedEntity } from '../../../server/ask/names.ts'
import { readingsOf } from '../../../server/ask/readings.ts'

function named(id: string, name: string, mentions: number, aliases: string[] = []): NamedEntity {
  const kind = id.startsWith('model') ? 'Model' : id.startsWith('paper') ? 'Paper' : 'Method'
  return { id, name, kind, aliases, mentions }
}

const names = createNames(
  [
    named('model/gpt-4', 'GPT-4', 30, ['gpt4', 'GPT4']),
    named('model/rwkv', 'RWKV', 20, ['rwkv']),
    named('method/linear-attention', 'linear attention', 12, ['线性attention', '线性注意力']),
    named('model/gpt-4v', 'GPT-4V', 9),
    named('method/contrastive-learning', 'contrastive learning', 7, ['对比学习']),
    named('model/rwkv-5', 'RWKV-5', 5),
    named('paper/attention', 'Attention is all you need', 4),
    named('method/extrapolation', 'length extrapolation', 3, ['长度外推', '外推']),
    named('model/proto', '__proto__', 1),
  ],
  readingsOf,
)

it('takes what is called so before what is also called so', () => {
  const clash = createNames(
    [named('method/reinforcement-learning', 'reinforcement learning', 90, ['RLHF']), named('method/rlhf', 'RLHF', 3)],
    readingsOf,
  )
  expect(clash.find('rlhf')?.id).toBe('method/rlhf')
  expect(clash.search('RLHF', { limit: 5 }).items.map(({ id }) => id)).toEqual([
    'method/rlhf',
    'method/reinforcement-learning',
  ])
})

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
      how: 'prefix',
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

describe('a hit says how it was found', () => {
  const how = (query: string) => names.search(query, { limit: 9 }).items.map(({ id, how }) => `${how} ${id}`)

  it.each([
    ['gpt4', ['exact model/gpt-4', 'prefix model/gpt-4v']],
    ['外推', ['exact method/extrapolation']],
    ['长', ['prefix method/extrapolation']],
    ['推', ['part method/extrapolation']],
    ['需要 all', []],
    ['att lin', ['part method/linear-attention']],
    ['attention 线性', ['part method/linear-attention']],
    ['cdwt', ['pinyin method/extrapolation']],
    ['changdu', ['pinyin method/extrapolation']],
    ['changduwaitui', ['pinyin method/extrapolation']],
    ["chang du wai'tui", ['pinyin method/extrapolation']],
    ['zhangduo', ['pinyin method/extrapolation']],
    ['duibixx', []],
    ['dbxx', ['pinyin method/contrastive-learning']],
    ['xxatt', ['pinyin method/linear-attention']],
    ['zhuyi', ['pinyin method/linear-attention']],
    ['rwvk', ['typo model/rwkv', 'typo model/rwkv-5']],
    ['rwkkv', ['typo model/rwkv', 'typo model/rwkv-5']],
    ['atention', ['typo method/linear-attention', 'typo paper/attention']],
    ['lenght extrapolaton', ['typo method/extrapolation']],
    ['长度外退', ['typo method/extrapolation']],
    ['长渡外推', ['typo method/extrapolation']],
    ['长度外', ['prefix method/extrapolation']],
    ['外退', []],
    ['wrvk', []],
  ])('%s', (query, expected) => {
    expect(how(query)).toEqual(expected)
  })

  it('guesses at nothing where a name is called or begins so', () => {
    const two = createNames([named('model/lamma', 'Lamma', 90), named('model/llama', 'LLaMA', 1)], readingsOf)
    expect(two.search('llama', { limit: 9 }).items.map(({ id }) => id)).toEqual(['model/llama'])
    expect(two.search('lama', { limit: 9 }).items.map(({ how }) => how)).toEqual(['part', 'typo'])
  })

  it('puts the fewer mistakes first, then the more mentions', () => {
    const three = createNames(
      [named('model/a', 'transfermex', 9), named('model/b', 'transformer', 5), named('model/c', 'transformers', 2)],
      readingsOf,
    )
    expect(three.search('transfomer', { limit: 9 }).items.map(({ id }) => id)).toEqual([
      'model/b',
      'model/c',
      'model/a',
    ])
  })

  it('hears a name from its beginning before one that only holds the sound', () => {
    const two = createNames([named('method/a', '多头注意力', 90), named('method/b', '注意力', 1)], readingsOf)
    expect(two.search('zhuyili', { limit: 9 }).items.map(({ id }) => id)).toEqual(['method/b', 'method/a'])
  })

  it('types ü as a keyboard has it', () => {
    const one = createNames([named('method/a', '滤波旅程', 1)], readingsOf)
    for (const query of ['lvbo', 'lubo', 'lvbolvcheng', 'lblc'])
      expect([query, one.search(query, { limit: 1 }).total]).toEqual([query, 1])
  })

  it('finds every name by itself, by its beginnings, and with two letters swapped', () => {
    const letter = fc.constantFrom(...'abcdefgh')
    const word = fc.array(letter, { minLength: 5, maxLength: 9 }).map((letters) => letters.join(''))
    fc.assert(
      fc.property(fc.uniqueArray(word, { minLength: 1, maxLength: 12 }), fc.nat(), fc.nat(), (words, which, where) => {
        const known = createNames(
          words.map((name) => named(`model/${name}`, name, 1)),
          readingsOf,
        )
        const name = words[which % words.length] as string
        const at = where % (name.length - 1)
        const swapped = `${name.slice(0, at)}${name[at + 1]}${name[at]}${name.slice(at + 2)}`
        const ids = (query: string) => known.search(query, { limit: 50 }).items.map(({ id }) => id)
        expect(ids(name)[0]).toBe(`model/${name}`)
        expect(ids(name.slice(0, at + 1))).toContain(`model/${name}`)
        const { items } = known.search(swapped, { limit: 50 })
        if (items.every(({ how }) => how === 'part' || how === 'typo')) expect(ids(swapped)).toContain(`model/${name}`)
      }),
    )
  })

  it('answers whatever is typed', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (query) => {
        const { items, total } = names.search(query, { limit: 3 })
        expect(items.length).toBe(Math.min(3, total))
      }),
    )
  })
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
