import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import type { Find } from '../../ingest/finds.ts'
import { toMentions } from '../../ingest/mentions.ts'
import { graphOf, lexicon, namesIn } from './graph-of.ts'

function findsIn(text: string): Find[] {
  return toMentions({ text, stretches: [{ start: 0, end: text.length }], lexicon, isTemplate: null, paper: null })
}

describe('names', () => {
  it.each([
    [
      'are found where Chinese and Latin stand glued together',
      '连rwkv都在改线性attention',
      ['rwkv → model/rwkv', '线性attention → method/linear-attention'],
    ],
    [
      'fold case, hyphen and width',
      'gpt4、Gpt-4 和 ＧＰＴ－４',
      ['gpt4 → model/gpt-4', 'Gpt-4 → model/gpt-4', 'ＧＰＴ－４ → model/gpt-4'],
    ],
    [
      'are the same in Chinese and English',
      '混合专家就是 moe',
      ['混合专家 → method/mixture-of-experts', 'moe → method/mixture-of-experts'],
    ],
    ['may stand in the plural', 'two LLaMAs', ['LLaMAs → model/llama']],
    ['do not end inside a word', 'the mambas, mambalike', ['mambas → model/mamba']],
    ['do not begin inside a word', 'submamba', []],
    [
      'take the longest reading',
      '长度外推和外推',
      ['长度外推 → concept/length-extrapolation', '外推 → concept/length-extrapolation'],
    ],
    [
      'that are ordinary words keep to their case',
      'math and MATH, yi and Yi',
      ['MATH → dataset/math', 'Yi → model/yi'],
    ],
    [
      'that are ordinary words need a cue',
      'a star in the cold and empty sky, then the star 模型',
      ['star → model/star'],
    ],
  ])('%s', (_what, text, expected) => {
    expect(namesIn(text)).toEqual(expected)
  })

  it.each([
    ['GPT-4 is not GPT-4V', 'GPT-4 GPT-4V', ['model/gpt-4', 'model/gpt-4v']],
    ['Mistral is not Mixtral', 'Mistral, Mixtral', ['model/mistral', 'model/mixtral']],
    [
      'RWKV is not RWKV-5, nor an RWKV-9 nobody has seen',
      'RWKV, rwkv5, RWKV-9',
      ['model/rwkv', 'model/rwkv-5', 'model/rwkv-9'],
    ],
    [
      'LLaMA is not LLaMA 2, nor LLaMA-7B',
      'llama, llama2, Llama-7B',
      ['model/llama', 'model/llama-2', 'model/llama-7b'],
    ],
    ['LoRA is not LoRA-FA', 'LoRA, LoRA-FA', ['method/lora', 'method/lora-fa']],
    ['a lower-case tail makes no version', 'DPO-based', ['method/dpo']],
    ['two names may be joined by a hyphen', 'RWKV-Mamba', ['model/rwkv', 'model/mamba']],
  ])('version guard: %s', (_what, text, expected) => {
    const { mentions } = graphOf({ 'note.md': text })
    expect(mentions.map(({ entity }) => entity)).toEqual(expected)
  })

  it.each([
    [
      'after "by", where the grammar takes them for people',
      'It was proposed by Percy Lindqvist at a workshop.',
      ['Percy Lindqvist → person/percy-lindqvist'],
    ],
    ['before "et al."', '如 Yejin Park et al. 所说', ['Yejin Park → person/yejin-park']],
    ['not of capitalised words that are none', 'by Flash Attention and with Deep Learning', []],
  ])('of people are found %s', (_what, text, expected) => {
    expect(namesIn(text)).toEqual(expected)
  })

  it('stand once in a title and once more inside it', () => {
    const { mentions } = graphOf({ 'n.md': '[Mamba: Linear-Time Sequence Modeling](https://arxiv.org/abs/2312.00752)' })
    expect(mentions.map(({ entity, rule }) => [entity, rule])).toEqual([
      ['model/mamba', 'lexicon:in-title'],
      ['paper/arxiv-2312.00752', 'title:link'],
      ['paper/arxiv-2312.00752', 'link:arxiv'],
    ])
  })

  it('in code, in links and in tags are no mentions', () => {
    expect(namesIn('```\nRWKV\n```\n\nhttps://example.org/rwkv and <a title="RWKV">this</a>')).toEqual([])
  })
})

describe('papers', () => {
  it.each([
    'https://arxiv.org/abs/2312.00752',
    'http://arxiv.org/abs/2312.00752v2',
    'https://arxiv.org/pdf/2312.00752.pdf',
    'https://arxiv.org/pdf/2312.00752v1',
    'https://arxiv.org/html/2312.00752v2',
    'arxiv.org/abs/2312.00752',
    'https://huggingface.co/papers/2312.00752',
    'https://doi.org/10.48550/arXiv.2312.00752',
    'https://www.alphaxiv.org/abs/2312.00752',
    'arXiv:2312.00752v1',
  ])('%s is one and the same', (link) => {
    const { mentions } = graphOf({ 'n.md': `看（${link}），不错` })
    expect(mentions.map(({ entity }) => entity)).toEqual(['paper/arxiv-2312.00752'])
  })

  it('known by title are the ones their links name', () => {
    const { entities } = graphOf({ 'n.md': 'Attention is all you need\n\nhttps://arxiv.org/abs/1706.03762' })
    expect(entities).toMatchObject([{ id: 'paper/arxiv-1706.03762', name: 'Attention is all you need', mentions: 2 }])
  })

  it('are not made of a blog, a post or a company page', () => {
    expect(namesIn('https://www.anthropic.com/index/claude and https://twitter.com/a/status/1')).toEqual([])
  })
})

describe('offsets', () => {
  const pieces = [
    '连rwkv都',
    '线性attention',
    'GPT-4V ',
    '😀',
    '\r\n',
    '，',
    'https://arxiv.org/abs/2312.00752 ',
    '《',
    '[a b](',
    'x',
    '長',
    'é',
  ]

  it('always give back the surface', () => {
    fc.assert(
      fc.property(
        fc.array(fc.oneof(fc.constantFrom(...pieces), fc.string({ unit: 'binary' })), { maxLength: 30 }),
        (parts) => {
          const text = parts.join('')
          for (const { start, end } of findsIn(text)) {
            expect(start).toBeGreaterThanOrEqual(0)
            expect(end).toBeGreaterThan(start)
            expect(end).toBeLessThanOrEqual(text.length)
          }
        },
      ),
    )
  })

  it('never overlap, except in a title', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...pieces), { maxLength: 30 }), (parts) => {
        const finds = findsIn(parts.join('')).filter(({ inTitle }) => !inTitle)
        finds.slice(1).forEach((find, at) => {
          expect(find.start).toBeGreaterThanOrEqual(finds[at]?.end as number)
        })
      }),
    )
  })

  it('count UTF-16 code units of the decoded text, through every step', () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom(...pieces, '\n\n', '# ', '* ', 'D：', '| a | b |\n'), { minLength: 1, maxLength: 30 }),
        (parts) => {
          const text = `RWKV ${parts.join('')}`
          const { passages, mentions } = graphOf({ 'n.md': text })
          const byId = new Map(passages.map((passage) => [passage.id, passage]))
          for (const passage of passages) {
            for (const { start, end } of passage.places) expect(text.slice(start, end)).toBe(passage.text)
          }
          for (const { passage, start, end, surface } of mentions)
            expect(byId.get(passage)?.text.slice(start, end)).toBe(surface)
        },
      ),
    )
  })
})
