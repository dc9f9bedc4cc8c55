/** What is typed finds names, papers and passages in one answer; every snippet stands in its document where it says. */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import type { Found } from '../../../server/api/search.ts'
import { readNames } from '../../../server/ask/names.ts'
import { readPassages } from '../../../server/find/passages.ts'
import { readTitles } from '../../../server/find/passages-papers.ts'
import { createSearch, type Search } from '../../../server/find/search.ts'
import { graphOf } from '../../ingest/graph-of.ts'
import { type Serving, serving } from '../app/serving.ts'

const REPEATED = 'A line that every log repeats word for word'
const LONG = `${'Nothing of interest stands in this sentence. '.repeat(8)}Only here the gradient checkpointing of RWKV is told. ${'And so it goes on. '.repeat(20)}`

const TEXTS: Record<string, string> = {
  'notes/2023-12-10.md': [
    'F1：连rwkv都开始改multi head，线性attention 又回来了',
    'RWKV and linear attention share a state of constant size',
    'A state of attention that is linear says the words in another order',
    '长度外推能力取决于位置编码',
    '位置编码的外推，长度不限',
    REPEATED,
    LONG,
    'node.js and C++ hold the server together; models of many sizes',
  ].join('\n\n'),
  'notes/2024-01-05.md': [
    `**${REPEATED}**`,
    'The transformers of old had no state',
    'Mamba: ＤＰＯ 全角 と かな 🦙🦙',
  ].join('\n\n'),
  'papers/attention.md':
    '# Attention is all you need\n\nhttps://arxiv.org/abs/1706.03762\n\nWe propose the Transformer.',
}

let kith: Serving
let search: Search
beforeAll(async () => {
  kith = await serving(graphOf(TEXTS))
  const [names, titles, passages] = [readNames(kith.database), readTitles(kith.database), readPassages(kith.database)]
  search = createSearch({ names: () => names, titles: () => titles, passages: () => passages })
})
afterAll(() => kith.close())

const ask = (q: string, limit = 10) => search(q, { limit })
const snippets = async (q: string) => (await ask(q)).passages.items.map(({ snippet }) => snippet)
const plain = (text: string) => text.replace(/[^\p{L}\p{N}]+/gu, ' ')
const paragraphAt = (text: string, at: number) =>
  text.slice(text.lastIndexOf('\n\n', at) + 1).split(/(?<=.)\n\n/)[0] ?? ''
const marked = ({ snippet, marks }: Found['passages']['items'][number]) =>
  marks.map(({ start, end }) => snippet.slice(start, end))

describe('a passage', () => {
  it.each([
    ['by a word in any case and width', 'ＣＯＮＳＴＡＮＴ', /constant/],
    ['by a word that stands glued to Chinese', 'rwkv都', /^F1：连rwkv/],
    ['by the beginning of the last word', 'constant si', /^RWKV and linear/],
    ['by two Chinese characters', '外推', /外推/],
    ['by one Chinese character', '限', /长度不限/],
    ['by words of both languages', '线性att', /^F1：/],
    ['by the plural of what stands there', 'servers', /^node\.js/],
    ['by the singular of what stands there', 'transformer of old', /^The transformers/],
    ['by a word with a dot', 'node.js', /^node\.js/],
    ['by a word with signs', 'c++', /C\+\+/],
    ['by a misspelled word', 'checkpiontng rwkv', /checkpointing of RWKV/],
    ['though a word of the question stands nowhere', 'the gradient checkpointing of zebras', /checkpointing/],
    ['by full-width letters', 'dpo', /ＤＰＯ/],
  ])('is found %s: %s', async (_how, q, expected) => {
    expect((await snippets(q))[0]).toMatch(expected)
  })

  it('with the very phrase comes before one with the words in another order', async () => {
    expect((await snippets('linear attention state')).map((text) => text.slice(0, 8))).toEqual(['RWKV and', 'A state '])
    expect((await snippets('位置编码的外推'))[0]).toMatch(/^位置编码的外推/)
    expect((await snippets('attention that is linear'))[0]).toMatch(/^A state/)
  })

  it('with all the words is told without those that have only some', async () => {
    const { passages } = await ask('rwkv constant')
    expect(passages).toMatchObject({ total: 1, items: [{ path: 'notes/2023-12-10.md', line: 3, date: '2023-12-10' }] })
  })

  it('in quotes is the very phrase, however the quote ends', async () => {
    expect(await snippets('"linear attention"')).toEqual([expect.stringMatching(/^RWKV and linear attention/)])
    expect(await snippets('“linear att')).toEqual([expect.stringMatching(/^RWKV and linear attention/)])
    expect(await snippets('"attention linear"')).toEqual([])
    expect(await snippets('size "linear attention" rwkv')).toHaveLength(1)
  })

  it('that is repeated is told once', async () => {
    expect((await ask('line that every log repeats')).passages.total).toBe(1)
  })

  it('that is long is told at the place that was looked for, the words marked', async () => {
    const [hit] = (await ask('gradient checkpointing')).passages.items
    expect(hit?.snippet).toMatch(/Only here the gradient checkpointing of RWKV is told\./)
    expect(hit?.snippet.length).toBeLessThan(200)
    expect(hit && marked(hit)).toEqual(['gradient', 'checkpointing'])
  })

  it('marks Chinese as it was typed, once where it overlaps', async () => {
    const [first] = (await ask('长度外推')).passages.items
    expect(first && marked(first)).toEqual(['长度外推'])
    const [one] = (await ask('限')).passages.items
    expect(one && marked(one)).toEqual(['限'])
  })

  it('is looked for by the name that was meant where it is typed by its sound', async () => {
    const { items, passages } = await ask('cdwt')
    expect(items[0]).toMatchObject({ how: 'pinyin', id: 'concept/length-extrapolation' })
    expect(passages).toMatchObject({ meant: '长度外推', total: 1 })
  })
})

describe('the groups', () => {
  it.each([
    ['a name', 'rwkv', 'entities'],
    ['half a name', 'mam', 'entities'],
    ['a paper by its title', 'attention is all you need', 'papers'],
    ['a paper by words in another order', 'need attention all', 'papers'],
    ['a paper by its arXiv id', '1706.03762', 'papers'],
    ['several words that no name holds', 'state of constant size', 'passages'],
    ['a question in Chinese', '位置编码的外推长度', 'passages'],
    ['a phrase in quotes', '"share a state"', 'passages'],
  ])('put first what answers %s: %s', async (_what, q, first) => {
    expect((await ask(q)).groups[0]).toBe(first)
  })

  it('are only those that were asked for', async () => {
    const found = await search('rwkv', { limit: 5, groups: ['passages'] })
    expect(found).toMatchObject({ groups: ['passages'], items: [], total: 0, papers: { total: 0 } })
    expect(found.passages.total).toBeGreaterThan(0)
    expect((await search('rwkv', { limit: 5, kinds: ['Model'] })).groups).toEqual(['entities'])
  })

  it('tell a paper with its facts and the words of its title', async () => {
    const { papers } = await ask('all you nee')
    expect(papers).toMatchObject({
      total: 1,
      items: [
        { id: 'paper/arxiv-1706.03762', snippet: 'Attention is all you need', arxiv: '1706.03762', how: 'words' },
      ],
    })
  })
})

describe('whatever is typed', () => {
  it.each([
    '',
    ' ',
    '🦙',
    '"',
    '""',
    '(',
    '[a-z]*',
    '\\',
    '.*',
    '%',
    '\u0000',
    '\ud83e',
    'the',
    'of the in',
    '-',
    '。',
  ])('has an answer: %j', async (q) => {
    const { items, total, papers, passages } = await ask(q, 3)
    for (const group of [{ items, total }, papers, passages])
      expect(group.items.length).toBeLessThanOrEqual(Math.min(3, group.total))
  })

  it('is looked for up to a word where it is long', async () => {
    const { asked, passages } = await ask('linear attention '.repeat(1_000))
    expect(asked).toMatch(/^(?:linear attention )+linear(?: attention)?$/)
    expect(asked.length).toBeLessThanOrEqual(200)
    expect(passages.total).toBeGreaterThan(0)
    expect((await ask('x'.repeat(9_000))).asked).toHaveLength(200)
  })

  it('finds the passage it was taken from, first, and quotes the document as it is', async () => {
    const stretches = Object.values(TEXTS).flatMap((text) =>
      text.split('\n\n').flatMap((line) => {
        const words = [...line.matchAll(/\p{Script=Han}|[^\s\p{Script=Han}]+/gu)]
        const ends = words.map(({ index, 0: word }) => index + word.length)
        return words.slice(0, -6).map(({ index }, at) => line.slice(index, ends[at + 6]))
      }),
    )
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...stretches), async (stretch) => {
        const { passages } = await ask(stretch)
        const [best] = passages.items
        expect(plain(best ? paragraphAt(TEXTS[best.path] ?? '', best.start) : '')).toContain(plain(stretch).trim())
        for (const { path, start, end, line, snippet, marks } of passages.items) {
          const text = TEXTS[path] ?? ''
          expect(text.slice(start, end)).toBe(snippet)
          expect(text.slice(0, start).split('\n')).toHaveLength(line)
          for (const mark of marks) expect(mark.end).toBeGreaterThan(mark.start)
          for (const mark of marks) expect(mark.end).toBeLessThanOrEqual(snippet.length)
        }
      }),
      { numRuns: 60 },
    )
  })

  it('quotes the document as it is, whatever it was', async () => {
    const piece = fc.constantFrom('rwkv', '外推', '"', 'state', '长', 'of', '。', 'lin', '🦙', 'checkpoint', '\n', 'Ｄ')
    await fc.assert(
      fc.asyncProperty(fc.array(piece, { maxLength: 8 }), fc.boolean(), async (pieces, spaced) => {
        const { passages } = await ask(pieces.join(spaced ? ' ' : ''))
        for (const { path, start, end, snippet } of passages.items) expect(TEXTS[path]?.slice(start, end)).toBe(snippet)
      }),
      { numRuns: 100 },
    )
  })
})
