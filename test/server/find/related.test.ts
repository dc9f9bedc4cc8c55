/** From a concept to its papers: the order, the sum of the parts, the lines behind them, why not, and what is asked badly. */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import request from 'supertest'
import { PARTS, related as shape } from '../../../server/api/related.ts'
import { readNames } from '../../../server/ask/names.ts'
import { type Papers, readPapers } from '../../../server/find/related.ts'
import { graphOf } from '../../ingest/graph-of.ts'
import { type Serving, serving } from '../app/serving.ts'

const page = (number: string, title: string, day: string, summary: string, abstract: string) => `# ${title}

[arXiv](https://arxiv.org/abs/${number})

**Authors**: Ada Example, Bo Example

**Date**: ${day}

${summary}

${abstract}
`

const TEXTS: Record<string, string> = {
  'pages/one.md': page(
    '2401.00001',
    'A State of Constant Size',
    '2024-01-02',
    '提出一种线性注意力，使长文本的推理更快。线性注意力的状态大小不变。',
    'We propose linear attention with a gate. Linear attention keeps a state of constant size, as RWKV does.',
  ),
  'pages/two.md': page(
    '2402.00002',
    'Gates Beside Softmax',
    '2024-02-03',
    '比较门控与softmax，顺带提到线性注意力。',
    'Gates are compared with softmax in many settings. One table also lists linear attention.',
  ),
  'pages/three.md': page(
    '2403.00003',
    'Pairs of Answers',
    '2024-03-04',
    '用成对的回答训练模型，偏好由人给出。',
    'DPO learns from pairs of answers. Preferences are given by people.',
  ),
  'pages/four.md': page(
    '2404.00004',
    'Recurrent Gates for Long Text',
    '2024-04-05',
    '门控的循环模型读长文本，状态大小不变。',
    'A recurrent model with a gate keeps a state of constant size, as RWKV does, and reads long text.',
  ),
  'notes/log.md': [
    '## 2024-05-06',
    'D： [Mamba: Linear-Time Sequence Modeling](https://arxiv.org/abs/2312.00752)',
    'F1：Mamba 和线性注意力是亲戚，RWKV 也是',
  ].join('\n\n'),
}
const [ONE, TWO, THREE, FOUR] = ['2401.00001', '2402.00002', '2403.00003', '2404.00004'].map(
  (number) => `paper/arxiv-${number}`,
) as [string, string, string, string]
const MAMBA = 'paper/arxiv-2312.00752'

let kith: Serving
let papers: Papers
beforeAll(async () => {
  kith = await serving(graphOf(TEXTS))
  papers = await readPapers(kith.database, await readNames(kith.database))
})
afterAll(() => kith.close())

const idsFor = async (concept: string, options: object = {}) =>
  (await papers.related(concept, { limit: 10, ...options })).items.map(({ id }) => id)

describe('the order', () => {
  it.each(['linear attention', '线性注意力', 'method/linear-attention', 'Linear Attention'])(
    'puts the paper that proposes it before the one that lists it: %s',
    async (concept) => {
      const ids = await idsFor(concept)
      expect(ids[0]).toBe(ONE)
      expect(ids.indexOf(TWO)).toBeGreaterThan(0)
    },
  )

  it('knows papers that only the notes name', async () => {
    expect(await idsFor('Mamba')).toContain(MAMBA)
  })

  it('finds a paper that says the same without the name, by what it shares with those that say it', async () => {
    const { items } = await papers.related('linear attention', { limit: 10 })
    const kin = items.find(({ id }) => id === FOUR)
    expect(kin?.parts.phrase ?? 0).toBe(0)
    expect(kin?.parts.likeness).toBeGreaterThan(0)
  })

  it('ranks papers for a paper, itself left out', async () => {
    const ids = await idsFor(ONE)
    expect(ids).not.toContain(ONE)
    expect(ids[0]).toBe(FOUR)
  })

  it('ranks free text that names no entity, and tells which names come near', async () => {
    const answer = await papers.related('pairs of answers from people', { limit: 10 })
    expect(answer.concept).toBeNull()
    expect(answer.items[0]?.id).toBe(THREE)
    expect((await papers.related('linear atention', { limit: 1 })).nearest.map(({ id }) => id)).toContain(
      'method/linear-attention',
    )
  })

  it('is the same whenever it is asked', async () => {
    const again = await readPapers(kith.database, await readNames(kith.database))
    for (const concept of ['线性注意力', 'RWKV', 'state of constant size'])
      expect(await again.related(concept, { limit: 10 })).toEqual(await papers.related(concept, { limit: 10 }))
  })
})

describe('an answer', () => {
  const anything = fc.oneof(
    fc.constantFrom(
      '线性注意力',
      'RWKV',
      'DPO',
      'state',
      'a',
      '的',
      '🦙',
      '线',
      'the of and',
      ONE,
      'gate softmax 状态',
    ),
    fc.string({ maxLength: 60, unit: 'grapheme' }),
  )

  it('adds its parts up to the score, and quotes lines that stand where it says', async () => {
    await fc.assert(
      fc.asyncProperty(anything, async (concept) => {
        const { items } = shape.parse(await papers.related(concept, { limit: 10 }))
        for (const { parts, score, receipts } of items) {
          expect(Math.abs(PARTS.reduce((total, part) => total + parts[part], 0) - score)).toBeLessThan(1e-9)
          for (const { path, start, end, quote, line } of receipts) {
            const text = TEXTS[path] as string
            expect(text.slice(start, end)).toBe(quote)
            expect(text.slice(0, start).split('\n')).toHaveLength(line)
          }
        }
        const scores = items.map(({ score }) => score)
        expect(scores).toEqual([...scores].sort((a, b) => b - a))
      }),
      { numRuns: 60 },
    )
  })

  it('quotes the sentence that says it, not the heading or a label', async () => {
    const [first] = (await papers.related('线性注意力', { limit: 1 })).items
    expect(first?.receipts[0]?.quote).toMatch(/线性注意力/)
    for (const { quote } of first?.receipts ?? []) expect(quote).not.toMatch(/^(?:#|\*\*Authors)/)
  })

  it('tells who wrote it, when, and where it can be read', async () => {
    const [first] = (await papers.related('线性注意力', { limit: 1 })).items
    expect(first).toMatchObject({
      title: 'A State of Constant Size',
      year: 2024,
      arxiv: '2401.00001',
      url: 'https://arxiv.org/abs/2401.00001',
      pages: ['doc/pages/one.md'],
      read: false,
    })
    const mamba = (await papers.related('Mamba', { limit: 10 })).items.find(({ id }) => id === MAMBA)
    expect(mamba).toMatchObject({ year: 2023, date: '2023-12', arxiv: '2312.00752', pages: [] })
  })

  it('counts the papers by year whatever the dates asked for', async () => {
    const all = await papers.related('线性注意力', { limit: 10 })
    const none = await papers.related('线性注意力', { limit: 10, from: '2030' })
    expect(none).toMatchObject({ items: [], total: 0, years: all.years, months: all.months })
    expect(all.months).toContainEqual({ month: '2024-01', papers: 1 })
    expect(all.years.reduce((sum, { papers: count }) => sum + count, 0)).toBe(all.total)
  })
})

describe('a filter', () => {
  it('by time means when a paper was published, or when it was first told of here', async () => {
    const found = (options: object) => idsFor('Mamba', options).then((ids) => ids.includes(MAMBA))
    expect(await found({ from: '2023', to: '2023' })).toBe(true)
    expect(await found({ from: '2024-05', to: '2024-05' })).toBe(false)
    expect(await found({ from: '2024-05', to: '2024-05', time: 'told' })).toBe(true)
  })

  it('keeps what was read, or what was not', async () => {
    const read = new Set([ONE])
    expect(await idsFor('线性注意力', { seen: 'read', read })).toEqual([ONE])
    expect(await idsFor('线性注意力', { seen: 'unread', read })).not.toContain(ONE)
    expect((await papers.related('线性注意力', { limit: 1, read })).items[0]?.read).toBe(true)
  })

  it('keeps papers with some evidence of one kind', async () => {
    const { items } = await papers.related('linear attention', { limit: 10, evidence: 'phrase' })
    expect(items.map(({ id }) => id)).not.toContain(FOUR)
    for (const { parts } of items) expect(parts.phrase).toBeGreaterThan(0)
  })
})

describe('why not', () => {
  it('tells the rank of a paper that is lower, and the part it loses most by', async () => {
    const { asked, items } = await papers.related('线性注意力', { limit: 1, paper: '2402.00002' })
    expect(asked).toMatchObject({ paper: { id: TWO }, filtered: false })
    expect(asked?.rank).toBeGreaterThan(1)
    const weakest = asked?.weakest as (typeof PARTS)[number]
    expect(items[0]?.parts[weakest]).toBeGreaterThan(asked?.paper.parts[weakest] as number)
    expect(asked?.missing).toBeGreaterThan(0)
  })

  it('tells that the first is the first', async () => {
    const { asked } = await papers.related('线性注意力', { limit: 1, paper: ONE })
    expect(asked).toMatchObject({ rank: 1, weakest: null, missing: 0 })
  })

  it('tells of a paper that has nothing to do with it, and of one that a filter hides', async () => {
    expect((await papers.related('线性注意力', { limit: 5, paper: THREE })).asked).toMatchObject({ rank: null })
    expect((await papers.related('线性注意力', { limit: 5, paper: ONE, from: '2030' })).asked).toMatchObject({
      rank: null,
      filtered: true,
    })
  })

  it.each([
    ['no/such-paper', /No entity is called/],
    ['RWKV', /is no paper/],
  ])('says so where %s is no paper of the graph', async (paper, sentence) => {
    await expect(papers.related('线性注意力', { limit: 1, paper })).rejects.toThrow(sentence)
  })
})

describe('what is asked badly', () => {
  const get = (query: Record<string, string>) => request(kith.app).get('/api/related').query(query)

  it.each([
    ['a backwards range', { concept: 'RWKV', from: '2024', to: '2023' }],
    ['a limit beyond all', { concept: 'RWKV', limit: '1000000000' }],
    ['nothing', { concept: '' }],
    ['a part that is none', { concept: 'RWKV', evidence: 'luck' }],
  ])('is refused in one sentence: %s', async (_what, query) => {
    const { status, body } = await get(query)
    expect(status).toBe(400)
    expect(body.error.message).toMatch(/^.+[^.]\.$/)
  })

  it.each(['a', '的', '🦙🦙', 'the', '?', 'gate '.repeat(2_000), '线性注意力'.repeat(300)])(
    'is answered all the same: %j',
    async (concept) => {
      const { status, body } = await get({ concept })
      expect(status).toBe(200)
      shape.parse(body)
    },
  )

  it('has no papers in a graph without any', async () => {
    const empty = await serving(graphOf({ 'a.md': 'RWKV stands alone here.' }))
    const answer = await (await readPapers(empty.database, await readNames(empty.database))).related('RWKV', {
      limit: 5,
    })
    await empty.close()
    expect(answer).toMatchObject({ items: [], total: 0, years: [] })
  })
})

it('adds what someone’s own model of meaning sees to the likeness', async () => {
  const embedder = {
    embed: async (texts: readonly string[]) => texts.map((text) => (/Pairs/i.test(text) ? [1, 0] : [0, 1])),
  }
  const names = await readNames(kith.database)
  const taught = await readPapers(kith.database, names, { embedder })
  const likenessOf = async (which: Papers) =>
    (await which.related('answers in pairs', { limit: 10 })).items.find(({ id }) => id === THREE)?.parts.likeness ?? 0
  expect(await likenessOf(taught)).toBeCloseTo((await likenessOf(papers)) + 0.5, 9)
})
