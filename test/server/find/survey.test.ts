/** A survey of a concept over invented pages and notes: sections, quotes, questions, and what is left out. */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import request from 'supertest'
import { type Survey, survey } from '../../../server/api/survey.ts'
import type { Receipt } from '../../../server/api.ts'
import { graphOf } from '../../ingest/graph-of.ts'
import { type Serving, serving } from '../app/serving.ts'

const page = (number: number, title: string, ...abstract: string[]) => `---
layout: default
title: "${title}"
---

# ${title}

[arXiv](https://arxiv.org/abs/2401.0000${number})

**Authors**: The Example Group

**Keywords**: RLHF, DPO, LoRA, RWKV

## Summary

总之，RLHF 与 DPO、LoRA 相关。

## Applications

RLHF may be used with Mamba in schools, shops and hospitals of every size.

## Abstract

${abstract.join(' ')}
`

const PAGES = {
  'a1.md': page(
    1,
    'Pairs | and [signs] of *preference*',
    'RLHF is a method that learns from what people prefer.',
    'We propose to replace RLHF by DPO where pairs are few.',
    'DPO is read as contrastive learning here.',
  ),
  'a2.md': page(
    2,
    'What pairs teach',
    'DPO and contrastive learning draw from one well.',
    'We show that RLHF gains when DPO is tuned with contrastive learning.',
  ),
  'a3.md': page(
    3,
    'Few pairs',
    'However, this has a price.',
    'We study how DPO and contrastive learning stand beside RLHF.',
    'It remains unclear whether RLHF needs as many pairs as DPO does.',
  ),
  'b1.md': page(
    4,
    'Small ranks',
    'We propose RLHF with LoRA on top of a mixture of experts.',
    'LoRA keeps each expert of the mixture of experts light.',
  ),
  'b2.md': page(
    5,
    'Ranks of experts',
    'We introduce LoRA for every expert of a mixture of experts under RLHF.',
    'To address these limitations of RLHF, we propose a rest.',
  ),
  'b3.md': page(
    6,
    'Light experts',
    'A mixture of experts with LoRA learns from RLHF in a night.',
    'Future work on RLHF should look at longer nights.',
  ),
  'c1.md': page(7, 'Something else', 'Tensor parallelism moves a model over many cards and says nothing of people.'),
}
const NOTES = {
  'talk.md': `D：RLHF 的奖励模型为什么容易被钻空子？

F1：RLHF 只看打分，打分高的不一定是人想要的。

F2：对吧？

D：怎么给花浇水？

F1：每天早上浇一次就够了。
`,
  'few.md': 'Mamba was tried once, and RWKV stood beside it in the same line of this note.\n',
}

let kith: Serving
beforeAll(async () => {
  kith = await serving(graphOf({ ...PAGES, ...NOTES }))
})
afterAll(() => kith.close())

const get = (query: object) => request(kith.app).get('/api/survey').query(query)
const ask = async (concept: string, options: object = {}): Promise<Survey> =>
  survey.parse((await get({ concept, ...options })).body)
const titlesOf = (papers: { title: string }[]) => papers.map(({ title }) => title).sort()
const quotesIn = (value: unknown): Receipt[] => {
  if (Array.isArray(value)) return value.flatMap(quotesIn)
  if (typeof value !== 'object' || value === null) return []
  return 'quote' in value && typeof value.quote === 'string'
    ? [value as Receipt]
    : Object.values(value).flatMap(quotesIn)
}

describe('sections', () => {
  it('are what belongs together, called after what is frequent inside and rare outside', async () => {
    const { sections } = await ask('RLHF')
    expect(sections.map(({ title }) => [...title].sort())).toEqual(
      expect.arrayContaining([
        ['DPO', 'contrastive learning'],
        ['LoRA', 'mixture of experts'],
      ]),
    )
    expect(sections).toHaveLength(2)
  })

  it('hold each paper once, where its text names most', async () => {
    const { sections } = await ask('RLHF')
    const [pairs, ranks] = ['DPO', 'LoRA'].map(
      (name) => sections.find(({ title }) => title.includes(name))?.papers ?? [],
    )
    expect(titlesOf(pairs ?? [])).toEqual(['Few pairs', 'Pairs | and [signs] of *preference*', 'What pairs teach'])
    expect(titlesOf(ranks ?? [])).toEqual(['Light experts', 'Ranks of experts', 'Small ranks'])
  })

  it('leave out the paper that says nothing of the concept, and the concept itself', async () => {
    const told = await ask('RLHF')
    expect(JSON.stringify(told)).not.toContain('Something else')
    expect(told.sections.flatMap(({ names }) => names.map(({ id }) => id))).not.toContain('method/rlhf')
  })

  it('take no more papers than were asked for', async () => {
    const { sections, others, method } = await ask('RLHF', { papers: 2 })
    expect([...sections.flatMap(({ papers }) => papers), ...others.papers]).toHaveLength(2)
    expect(method.papers).toBe(2)
  })
})

describe('quotes', () => {
  it('stand in the documents letter by letter, as whole sentences, at the line that is told', async () => {
    const texts: Record<string, string> = { ...PAGES, ...NOTES }
    const quotes = quotesIn(await ask('RLHF'))
    expect(quotes.length).toBeGreaterThan(8)
    for (const { path, line, start, end, quote } of quotes) {
      const text = texts[path] ?? ''
      expect(text.slice(start, end)).toBe(quote)
      expect(text.slice(0, start).split('\n')).toHaveLength(line)
      expect(quote.length).toBeLessThanOrEqual(300)
    }
  })

  it('begin with the sentence that says what the concept is', async () => {
    const { lines } = await ask('RLHF')
    expect(lines[0]?.quote).toBe('RLHF is a method that learns from what people prefer.')
  })

  it('are never front matter, headings, keywords or what a template says of every paper', async () => {
    for (const { quote } of quotesIn(await ask('RLHF')))
      expect(quote).not.toMatch(/layout|^#|Keywords|schools|^总之|^However/)
  })

  it('place each paper by a sentence of its own', async () => {
    const { sections } = await ask('RLHF')
    for (const { pages, quote } of sections.flatMap(({ papers }) => papers)) expect(pages).toEqual([quote?.document])
    const quotes = sections.flatMap(({ papers }) => papers.map(({ quote }) => quote?.quote))
    expect(quotes).toContain('We propose RLHF with LoRA on top of a mixture of experts.')
  })
})

describe('open questions', () => {
  it('are what is asked in the notes and left open in papers', async () => {
    const asked = (await ask('RLHF')).questions.map(({ quote }) => quote)
    expect(asked).toEqual(
      expect.arrayContaining([
        'RLHF 的奖励模型为什么容易被钻空子？',
        'It remains unclear whether RLHF needs as many pairs as DPO does.',
        'Future work on RLHF should look at longer nights.',
      ]),
    )
  })

  it('are no small talk, no other thread, and no limitation that was overcome', async () => {
    const asked = (await ask('RLHF')).questions.map(({ quote }) => quote).join('\n')
    expect(asked).not.toMatch(/对吧|浇水|To address/)
  })
})

it('tells the papers by the month of their arXiv number', async () => {
  const { timeline } = await ask('RLHF')
  expect(timeline.items.map(({ period, papers }) => [period, papers.length])).toEqual([['2024-01', 6]])
})

it('is short where there is little: the lines and the names beside, no sections', async () => {
  const told = await ask('RWKV')
  expect(told.lines.map(({ path }) => path)).toEqual(['few.md'])
  expect(told.sections).toEqual([])
  expect(told.others.names.map(({ name }) => name)).toEqual(['Mamba'])
})

it('takes an alias for the name, and free text for what its words say', async () => {
  const byAlias = await ask('MoE')
  expect(byAlias.concept?.id).toBe('method/mixture-of-experts')
  const told = await ask('RLHF with LoRA for experts')
  expect(told.concept).toBeNull()
  expect(titlesOf([...told.sections.flatMap(({ papers }) => papers), ...told.others.papers])).toEqual(
    expect.arrayContaining(['Ranks of experts', 'Small ranks']),
  )
})

it('takes a paper as a concept', async () => {
  const told = await ask('arXiv:2401.00001')
  expect(told.concept?.id).toBe('paper/arxiv-2401.00001')
  expect(told.lines.length).toBeGreaterThan(0)
})

it('is the same however often it is asked', async () => {
  const first = (await get({ concept: 'RLHF' })).text
  expect((await get({ concept: 'RLHF' })).text).toBe(first)
})

describe('what cannot be surveyed', () => {
  it.each(['x', 'the', '🌱', '!?', 'qqqqzzzz', 'the '.repeat(2_500)])(
    '%j has no lines and no papers',
    async (concept) => {
      const { lines, sections, others, questions } = await ask(concept)
      expect({ lines, sections, others, questions }).toEqual({
        lines: [],
        sections: [],
        others: { names: [], papers: [] },
        questions: [],
      })
    },
  )

  it('is told in one sentence where a text is wanted, with what comes near', async () => {
    const { status, body } = await get({ concept: 'RWVK', format: 'markdown' })
    expect({ status, code: body.error.code }).toEqual({ status: 404, code: 'not_found' })
    expect(body.error.message).toMatch(/^Nothing here speaks of "RWVK"\. Near it: .*RWKV/)
  })

  it.each<[string, object]>([
    ['no concept', {}],
    ['an empty one', { concept: '' }],
    ['no papers', { concept: 'RLHF', papers: 0 }],
    ['far too many papers', { concept: 'RLHF', papers: 1e9 }],
    ['a format there is not', { concept: 'RLHF', format: 'pdf' }],
  ])('%s is refused', async (_name, query) => {
    expect((await get(query)).status).toBe(400)
  })

  it('is nothing in an empty graph', async () => {
    const empty = await serving(graphOf({}))
    const { status, body } = await request(empty.app).get('/api/survey').query({ concept: 'RLHF' })
    await empty.close()
    expect({ status, lines: body.lines, sections: body.sections }).toEqual({ status: 200, lines: [], sections: [] })
  })
})

describe('as a text', () => {
  it('is Markdown in which titles and quotes stay what they are, in either language', async () => {
    const { text, type } = await get({ concept: 'RLHF', format: 'markdown' })
    expect(type).toBe('text/markdown')
    expect(text).toMatch(/^# RLHF: a survey starter\n/)
    expect(text).toContain('[Pairs \\| and \\[signs\\] of \\*preference\\*](https://arxiv.org/abs/2401.00001)')
    expect(text).toContain('> RLHF is a method that learns from what people prefer.\n>\n> — a1.md:')
    const chinese = (await get({ concept: 'RLHF', format: 'markdown', lang: 'zh' })).text
    expect(chinese).toMatch(/^# RLHF：综述起点\n/)
    expect(chinese).not.toContain('Open questions')
  })

  it('ends with the BibTeX of its papers, which can be had alone', async () => {
    const bibtex = (await get({ concept: 'RLHF', format: 'bibtex' })).text
    expect(bibtex.match(/^@/gm)).toHaveLength(6)
    expect((await get({ concept: 'RLHF', format: 'markdown' })).text).toContain(bibtex.trim())
  })
})
