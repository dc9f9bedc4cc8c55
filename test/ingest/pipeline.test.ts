import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { order } from '../../ingest/entities.ts'
import { extract, toGraph } from '../../ingest/pipeline.ts'
import { read } from '../../ingest/readers/read.ts'
import { sha256Of, toLines } from '../../server/canonical.ts'
import { graphOf, lexicon } from './graph-of.ts'

const notes = {
  'a.md': '# 线性attention\n\nD：RWKV 和 Mamba\n\nF1：DPO 呢',
  'b/20231210.md': 'RWKV 和 Mamba\n\n* 混合专家\n* MoE',
  'c.txt': 'D：RWKV 和 Mamba\n\nF1：DPO 呢\n\nhttps://arxiv.org/abs/2312.00752',
  'd.md': '[Mamba: a b c](https://arxiv.org/abs/2312.00752)\n\nUnknown-7B 与 LLaMA-7B',
}

describe('the graph', () => {
  it('is the same bytes whatever the order of the documents', () => {
    const expected = sha256Of(graphOf(notes))
    fc.assert(
      fc.property(fc.shuffledSubarray(Object.entries(notes), { minLength: 4 }), (shuffled) => {
        expect(sha256Of(graphOf(Object.fromEntries(shuffled)))).toBe(expected)
      }),
    )
  })

  it('is exported sorted, a record a line, without a time or a path of this machine', () => {
    const lines = [...toLines(graphOf(notes))]
    const records = lines.map((line) => JSON.parse(line) as { record: string; id?: string })
    expect(records.map(({ record }) => record)).toEqual(records.map(({ record }) => record).toSorted(order))
    const entities = records.filter(({ record }) => record === 'entity').map(({ id = '' }) => id)
    expect(entities).toEqual(entities.toSorted(order))
    expect(lines.every((line) => line.endsWith('}\n'))).toBe(true)
  })

  it('gives each edge receipts that quote its lines', () => {
    const edges = [...toLines(graphOf(notes))].map((line) => JSON.parse(line)).filter(({ record }) => record === 'edge')
    expect(edges.length).toBeGreaterThan(5)
    for (const { receipts } of edges) {
      for (const { path, start, end, quote } of receipts)
        expect(notes[path as keyof typeof notes].slice(start, end)).toBe(quote)
    }
  })

  it('takes names like __proto__ and constructor for names', () => {
    const graph = graphOf({
      '__proto__.md': '[constructor prototype: toString of it](https://arxiv.org/abs/2312.00752) 和 RWKV',
      'constructor.txt': '# __proto__\n\nRWKV',
    })
    expect(graph.documents.map(({ id }) => id)).toEqual(['doc/__proto__.md', 'doc/constructor.txt'])
    expect(graph.entities.map(({ id }) => id)).toContain('model/rwkv')
    expect(({} as Record<string, unknown>).polluted).toBeUndefined()
  })

  it('knows the page of one paper, and what it says of it', () => {
    const page =
      '# Sparse Things\n\n<a href="https://arxiv.org/abs/2505.00315">x</a>\n\n**作者**: Ann Lee, 王小明\n\n**发布日期**: 2025-05-01\n\n## 摘要（原文）\n\n> RWKV is a model.\n'
    const graph = graphOf({ 'p.md': page })
    expect(graph.documents).toMatchObject([{ about: 'paper/arxiv-2505.00315', date: '2025-05-01' }])
    expect(graph.entities.find(({ kind }) => kind === 'Paper')).toMatchObject({
      name: 'Sparse Things',
      arxiv: '2505.00315',
      authors: ['Ann Lee', '王小明'],
      year: 2025,
      abstract: 'RWKV is a model.',
    })
    expect(graph.entities.filter(({ kind }) => kind === 'Person').map(({ name }) => name)).toEqual([
      'Ann Lee',
      '王小明',
    ])
  })

  it('carries no mention from a line that most pages of a folder share', () => {
    const page = (at: number) => `RWKV toolbar\n\nPage ${at} is about Mamba ${'x'.repeat(at)}`
    const pages = Object.fromEntries(Array.from({ length: 10 }, (_, at) => [`site/${at}.md`, page(at)]))
    expect(graphOf(pages).entities.map(({ id }) => id)).toEqual(['model/mamba'])
  })

  it('is made of nothing but its extractions, which may come from elsewhere', () => {
    const extractions = Object.entries(notes).map(([path, text]) =>
      extract(read({ path, bytes: new TextEncoder().encode(text) }), lexicon, new Map()),
    )
    expect(sha256Of(toGraph(structuredClone(extractions), lexicon))).toBe(sha256Of(graphOf(notes)))
  })
})
