import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { toRelations } from '../../ingest/relations.ts'
import { COMPARING_WORDS_EN } from '../../ingest/rules/relations-compare-en.ts'
import { DOUBT_RULES } from '../../ingest/rules/relations-doubt.ts'
import { RELATION_WORDS_EN } from '../../ingest/rules/relations-en.ts'
import { INTRODUCING } from '../../ingest/rules/relations-introduce.ts'
import { TAIL_RULES } from '../../ingest/rules/relations-tails.ts'
import { RELATION_WORDS_ZH } from '../../ingest/rules/relations-zh.ts'
import type { Document, Edge, Entity, Kind, Mention, Passage } from '../../ingest/types.ts'
import { graphOf } from './graph-of.ts'

const MARKED = /⟦(\p{L}+) ([^⟧]+)⟧/gu

/** `⟦Model StarNet⟧ uses …` → a passage and its mentions. */
function read(marked: string): { passage: Passage; mentions: Mention[] } {
  const mentions: Mention[] = []
  let text = ''
  let last = 0
  for (const { 0: whole, 1: kind = '', 2: surface = '', index } of marked.matchAll(MARKED)) {
    text += marked.slice(last, index)
    const entity = `${kind.toLowerCase()}/${surface}`
    mentions.push({ passage: 'p/1', start: text.length, end: text.length + surface.length, surface, entity, rule: 'x' })
    text += surface
    last = index + whole.length
  }
  text += marked.slice(last)
  const place = { document: 'doc/a', start: 0, end: text.length, line: 1, order: 0, thread: 't/1' }
  const places = [{ ...place, speaker: null, heading: null, date: null }]
  return { passage: { id: 'p/1', text, places }, mentions }
}

const page: Document = {
  id: 'doc/a',
  path: 'a',
  title: '',
  date: null,
  lang: 'en',
  sha256: '',
  bytes: 0,
  about: 'paper/arxiv-2312.00001',
}

function relationsOf(marked: string, documents: Document[] = []): Edge[] {
  const { passage, mentions } = read(marked)
  return toRelations([passage], mentions, [], documents)
}

const nameOf = (id: string) => id.slice(id.indexOf('/') + 1)
const said = (edges: Edge[]) => edges.map(({ type, source, target }) => `${nameOf(source)} ${type} ${nameOf(target)}`)

const entity = (kind: Kind, name: string): Entity => ({
  id: `${kind.toLowerCase()}/${name}`,
  kind,
  name,
  aliases: [],
  mentions: 1,
  documents: 1,
  firstSeen: null,
  lastSeen: null,
})

describe('a wording', () => {
  const rules = [...RELATION_WORDS_EN, ...COMPARING_WORDS_EN, ...RELATION_WORDS_ZH]

  it.each(rules.map((rule) => [rule.name, rule] as const))('%s says what its example says', (_name, rule) => {
    const edges = relationsOf(rule.example)
    expect(said(edges).sort()).toEqual([...rule.says].sort())
    const { passage } = read(rule.example)
    for (const { cue, receipts } of edges) {
      expect(cue).not.toBe('')
      expect(passage.text).toContain(cue)
      expect(receipts.map(({ start, end }) => passage.text.slice(start, end)).join()).toContain(cue)
    }
  })

  it('has a name of its own', () => {
    expect(new Set(rules.map(({ name }) => name)).size).toBe(rules.length)
  })
})

describe('a relation', () => {
  it.each([
    ['a denial', 'RWKV 没有采用 LoRA。'],
    ['a denial', 'RWKV is not based on LLaMA.'],
    ['a vain attempt', 'RWKV 采用 LoRA 没啥特别提升。'],
    ['a vain attempt', 'RWKV 使用 LoRA 没有用。'],
    ['a guess', 'RWKV 可能采用了 LoRA。'],
    ['a guess', 'Maybe RWKV uses LoRA.'],
    ['a condition', '如果 RWKV 采用 LoRA，显存会减半。'],
    ['a question', 'RWKV 采用了 LoRA 吗？'],
    ['a question', 'RWKV uses LoRA, right?'],
    ['the next sentence', 'We read RWKV. Uses LoRA.'],
    ['what is compared with it too', '与 RWKV 和 Mamba 等模型的比较实验很多。'],
    ['the end of a longer name', 'A-RWKV uses LoRA.'],
    ['a subject that stands elsewhere', 'A model with RWKV uses LoRA.'],
  ])('is not made of %s: %s', (_what, text) => {
    const { edges } = graphOf({ 'n.md': text })
    expect(edges.filter(({ type }) => type !== 'CO_MENTION')).toEqual([])
  })

  it.each([
    ['RWKV 不如 Mamba。', '不如'],
    ['RWKV outperforms Mamba.', 'outperforms'],
    ['RWKV does not outperform Mamba.', 'outperform'],
  ])('is made of a comparison, whoever wins: %s', (text, cue) => {
    const { edges } = graphOf({ 'n.md': text })
    expect(edges.filter(({ type }) => type !== 'CO_MENTION')).toMatchObject([
      { type: 'COMPARED_WITH', source: 'model/rwkv', target: 'model/mamba', cue },
    ])
  })

  it('holds for every name of a list', () => {
    const { edges } = graphOf({ 'n.md': 'LLaMA 2、RWKV-5 和 Mamba 都采用了 LoRA 和 DPO。' })
    expect(edges.filter(({ type }) => type === 'USES').map(({ source, target }) => `${source} ${target}`)).toEqual([
      'model/llama-2 method/dpo',
      'model/llama-2 method/lora',
      'model/mamba method/dpo',
      'model/mamba method/lora',
      'model/rwkv-5 method/dpo',
      'model/rwkv-5 method/lora',
    ])
  })

  it('weighs as many passages as state it', () => {
    const { edges } = graphOf({ 'a.md': 'RWKV uses LoRA.\n\nHere, too, RWKV uses LoRA.', 'b.md': 'RWKV uses LoRA.' })
    const [edge] = edges.filter(({ type }) => type === 'USES')
    expect(edge).toMatchObject({ weight: 2, support: 2, parts: { sentence: 2, turn: 0, thread: 0 } })
    expect(edge?.receipts).toHaveLength(2)
  })

  it('costs little where nothing but names and fillers stands', () => {
    const words = ['⟦Model A1⟧', '⟦Method B2⟧', ' uses', ' the', ' 的', '，', ', ', ' and ', '在', '比', ' model', '不']
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...words), { maxLength: 200 }), (parts) => {
        const edges = relationsOf(parts.join(''))
        for (const { source, target, weight, parts: sums } of edges) {
          expect(source).not.toBe(target)
          expect(weight).toBe(sums.sentence)
        }
      }),
    )
  })
})

describe('words of doubt', () => {
  it.each(DOUBT_RULES.map((rule) => [rule.name, rule] as const))('%s stand in their example', (_name, rule) => {
    const text = rule.where === 'before' ? (rule.example.split('StarNet')[0] as string) : rule.example
    expect(rule.pattern.test(text)).toBe(true)
  })
})

describe('a paper', () => {
  it('introduces the name its title begins with', () => {
    const { edges } = graphOf({ 'n.md': '[Mamba: Linear-Time Sequence Modeling](https://arxiv.org/abs/2312.00752)' })
    expect(edges.filter(({ type }) => type === 'INTRODUCED_IN')).toMatchObject([
      { source: 'model/mamba', target: 'paper/arxiv-2312.00752', cue: 'Mamba: Linear-Time Sequence Modeling' },
    ])
  })

  it.each(['Mamba: A Survey of Linear-Time Models', 'How Mamba: Linear-Time Sequence Modeling Works'])(
    'does not introduce what its title is about: %s',
    (title) => {
      const { edges } = graphOf({ 'n.md': `[${title}](https://arxiv.org/abs/2312.00752)` })
      expect(edges.filter(({ type }) => type === 'INTRODUCED_IN')).toEqual([])
    },
  )

  it.each(INTRODUCING.map((rule) => [rule.name, rule] as const))('introduces what its page says: %s', (_name, rule) => {
    expect(said(relationsOf(rule.example, [page]))).toEqual(['StarNet INTRODUCED_IN arxiv-2312.00001'])
    expect(relationsOf(rule.example)).toEqual([])
  })
})

describe('a name', () => {
  it.each(TAIL_RULES.map((rule) => [rule.name, rule] as const))('of the rule %s tells a variant', (_name, rule) => {
    const [variant, base] = rule.example
    const kind = rule.kinds[0] as Kind
    const { passage, mentions } = read(`⟦${kind} ${variant}⟧ is here.`)
    const edges = toRelations([passage], mentions, [entity(kind, base), entity(kind, variant)])
    expect(edges).toMatchObject([{ type: 'VARIANT_OF', cue: variant, support: 1, receipts: [{ passage: 'p/1' }] }])
    expect(said(edges)).toEqual([`${variant} VARIANT_OF ${base}`])
  })

  it.each([
    ['Model', 'LLaMA-30b', 'LLaMA-3'],
    ['Method', 'attention sink', 'attention'],
    ['Method', 'LoRA-based tuning', 'LoRA'],
    ['Model', 'Mixtral', 'Mistral'],
    ['Method', 'EraRAG', 'ARAG'],
  ] as const)('of another thing is no variant: %s %s, %s', (kind, name, other) => {
    const { passage, mentions } = read(`⟦${kind} ${name}⟧ is here.`)
    expect(toRelations([passage], mentions, [entity(kind, name), entity(kind, other)])).toEqual([])
  })

  it('is no variant of its sibling, whatever that is called for short', () => {
    const { passage, mentions } = read('⟦Model Mixtral-8x22B⟧ is here.')
    const known = [{ ...entity('Model', 'Mixtral-8x7B'), aliases: ['Mixtral'] }, entity('Model', 'Mixtral-8x22B')]
    expect(toRelations([passage], mentions, known)).toEqual([])
  })

  it('is a variant of the longest name in it', () => {
    const { passage, mentions } = read('⟦Model LLaMA-2-7b⟧ is here.')
    const known = ['LLaMA', 'LLaMA 2', 'LLaMA-2-7b'].map((name) => entity('Model', name))
    expect(said(toRelations([passage], mentions, known))).toEqual(['LLaMA-2-7b VARIANT_OF LLaMA 2'])
  })
})
