import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { MOST_MEETINGS, SCOPE_WEIGHTS } from '../../ingest/edges.ts'
import { edgeBetween, graphOf } from './graph-of.ts'

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
    const lines = Array.from({ length: 30 }, (_, at) => `第 ${at} 次：RWKV 和 Mamba`).join('\n\n')
    const edge = between(lines)
    expect(edge).toMatchObject({ support: 30, weight: 30 })
    expect(edge?.receipts).toHaveLength(MOST_MEETINGS)
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
