import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { MANY_COMPANIONS } from '../../ingest/damping.ts'
import { MOST_MEETINGS, SCOPE_WEIGHTS, toEdges } from '../../ingest/edges.ts'
import type { Document, Mention, Passage } from '../../ingest/types.ts'
import { edgeBetween, graphOf } from './graph-of.ts'

/** Passages that name two each, in threads of their own. */
function meetings(pairs: [string, string][]): { passages: Passage[]; mentions: Mention[] } {
  const passages = pairs.map((_, at): Passage => {
    const place = { document: 'doc/a', start: 0, end: 4, line: 1, order: at, thread: `t/${at}`, date: null }
    return {
      id: `p/${String(at).padStart(4, '0')}`,
      text: 'A, B',
      places: [{ ...place, speaker: null, heading: null }],
    }
  })
  const mentions = pairs.flatMap(([a, b], at): Mention[] => {
    const passage = (passages[at] as Passage).id
    return [
      { passage, start: 0, end: 1, surface: 'A', entity: a, rule: 'x' },
      { passage, start: 3, end: 4, surface: 'B', entity: b, rule: 'x' },
    ]
  })
  return { passages, mentions }
}

const between = (text: string) => edgeBetween(graphOf({ 'n.txt': text }), 'model/mamba', 'model/rwkv')

describe('an edge', () => {
  it.each([
    ['a sentence', 'RWKV 像 Mamba。', 'sentence', SCOPE_WEIGHTS.sentence],
    ['a turn', '先说 RWKV。再说 Mamba。', 'turn', SCOPE_WEIGHTS.turn],
    ['a thread', 'D：RWKV\n\nF1：Mamba', 'thread', SCOPE_WEIGHTS.thread],
  ])('of two names alone in %s weighs what that scope weighs', (_what, text, scope, weight) => {
    expect(between(text)).toMatchObject({ scope, weight, support: 1, parts: { [scope]: weight } })
  })

  it('counts a pair once in each passage, at its closest scope', () => {
    expect(between('RWKV 像 Mamba。RWKV。Mamba。RWKV 和 Mamba。')).toMatchObject({
      support: 1,
      parts: { sentence: 1, turn: 0, thread: 0 },
    })
  })

  it('is lighter in a list of many names than in a sentence of two', () => {
    const crowd = between('RWKV、Mamba、GPT-4、LLaMA、Mistral、DPO、RLHF')
    expect(crowd?.weight).toBeCloseTo(1 / 6, 5)
  })

  it('does not count a repeated passage twice', () => {
    const text = '我觉得 RWKV 像 Mamba。'
    const graph = graphOf({ 'a.md': text, 'b.md': text })
    expect(edgeBetween(graph, 'model/mamba', 'model/rwkv')).toMatchObject({ support: 1, weight: 1 })
  })

  it('grows with every passage and thread that joins the two', () => {
    const threads = Array.from({ length: 30 }, (_, at) => `# 第 ${at} 次\n\n第 ${at} 次：RWKV 和 Mamba`).join('\n\n')
    const edge = between(threads)
    expect(edge).toMatchObject({ support: 30, weight: 30 })
    expect(edge?.receipts).toHaveLength(MOST_MEETINGS)
  })

  it('grows less where one thread, or the page of one paper, says it again', () => {
    const lines = Array.from({ length: 9 }, (_, at) => `第 ${at} 次：RWKV 和 Mamba`)
    expect(between(lines.join('\n\n'))).toMatchObject({ support: 9, weight: 3 })
    const page = lines.map((line, at) => `# ${at}\n\n${line}`).join('\n\n')
    const { passages, mentions, documents } = graphOf({ 'n.md': page })
    const weightOf = (about: string) =>
      toEdges(passages, mentions, [{ ...(documents[0] as Document), about }])[0]?.weight
    expect(weightOf('')).toBe(9)
    expect(weightOf('paper/arxiv-2312.00752')).toBe(3)
  })

  it('is lighter where one of the two meets everyone', () => {
    const names = Array.from({ length: 2 * MANY_COMPANIONS }, (_, at) => `x/${String(at).padStart(3, '0')}`)
    const { passages, mentions } = meetings(names.map((name) => ['model/hub', name]))
    const [edge] = toEdges(passages, mentions)
    expect(edge?.weight).toBeCloseTo(0.5 ** 0.75, 5)
  })

  it('is lighter where the one name is within the other', () => {
    const edge = edgeBetween(graphOf({ 'n.txt': 'RWKV-5 像 RWKV。' }), 'model/rwkv', 'model/rwkv-5')
    expect(edge).toMatchObject({ support: 1, weight: 0.5 })
  })

  it('is lighter in a sentence that begins as those of many pages do', () => {
    const pages = Array.from({ length: 40 }, (_, at) => [`${at}.md`, `这些工作的潜在应用领域包括 RWKV、Mamba、${at}。`])
    expect(edgeBetween(graphOf(Object.fromEntries(pages)), 'model/mamba', 'model/rwkv')?.weight).toBeCloseTo(10, 5)
  })

  it('runs from the smaller id to the larger, and weighs the sum of its parts', () => {
    const words = ['RWKV', 'Mamba', 'DPO', 'RLHF', '。', '\n\nD：', '\n\nF1：', '\n\n# h\n\n', '，', ' and ']
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...words), { maxLength: 60 }), (parts) => {
        for (const { source, target, weight, parts: sums, support, npmi } of graphOf({ 'n.md': `x${parts.join(' ')}` })
          .edges) {
          expect(source < target).toBe(true)
          expect(weight).toBe(Math.round((sums.sentence + sums.turn + sums.thread) * 1e6) / 1e6)
          expect(support).toBeGreaterThan(0)
          expect(Math.abs(npmi)).toBeLessThanOrEqual(1)
        }
      }),
    )
  })
})

describe('a title', () => {
  it('introduces the name it begins with', () => {
    const { edges } = graphOf({ 'n.md': '[Mamba: Linear-Time Sequence Modeling](https://arxiv.org/abs/2312.00752)' })
    expect(edges.find(({ type }) => type === 'INTRODUCED_IN')).toMatchObject({
      source: 'model/mamba',
      target: 'paper/arxiv-2312.00752',
      cue: 'Mamba: Linear-Time Sequence Modeling',
    })
  })
})
