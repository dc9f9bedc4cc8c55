import { describe, expect, it } from '@jest/globals'
import { toPassages } from '../../ingest/passages.ts'
import { read } from '../../ingest/readers/read.ts'
import { edgeBetween, graphOf } from './graph-of.ts'

function threadsOf(path: string, text: string): string[][] {
  const drafts = toPassages(read({ path, bytes: new TextEncoder().encode(text) }))
  const threads = new Map<string, string[]>()
  for (const { text, place } of drafts) threads.set(place.thread, [...(threads.get(place.thread) ?? []), text])
  return [...threads.values()]
}

describe('a thread', () => {
  it.each([
    ['is opened by D and ended by the next D', 'D：one\n\nF1：two\n\nD：three', [['D：one', 'F1：two'], ['D：three']]],
    [
      'takes answers in adjacent lines',
      'Q: one\nA1: two\nA2：three\nQ: four',
      [['Q: one', 'A1: two', 'A2：three'], ['Q: four']],
    ],
    [
      'goes on with Q1-continue',
      'Q1: one\n\nQ1-continue: two\n\nA: three',
      [['Q1: one', 'Q1-continue: two', 'A: three']],
    ],
    [
      'is opened by D(Discussion) and followed by F(Follow)',
      'D(Discussion)：a\n\nF1(Follow1)：b',
      [['D(Discussion)：a', 'F1(Follow1)：b']],
    ],
    [
      'of researchers is the section they speak in',
      '## 外推\n\n研究员 1：a\n\n研究员一：b\n\n## 对齐\n\n研究员1: c',
      [
        ['## 外推', '研究员 1：a', '研究员一：b'],
        ['## 对齐', '研究员1: c'],
      ],
    ],
    [
      'of a list is its section',
      '# A\n\n* one\n  * two\n\n# B\n\n1. three',
      [
        ['# A', 'one', 'two'],
        ['# B', 'three'],
      ],
    ],
  ])('%s', (_what, text, expected) => {
    expect(threadsOf('note.md', text)).toEqual(expected)
  })

  it('joins what only its answers name, and leaves the next topic out', () => {
    const text =
      'D： [Mamba: Linear-Time](https://arxiv.org/abs/2312.00752)，线性复杂度\n\nF4：连rwkv都开始改了\n\nD：GPT-4 呢'
    const graph = graphOf({ 'note.txt': text })
    const edge = edgeBetween(graph, 'model/mamba', 'model/rwkv')
    expect(edge).toMatchObject({ scope: 'thread', support: 1 })
    expect(
      edge?.receipts.map(({ passage, start, end }) =>
        graph.passages.find(({ id }) => id === passage)?.text.slice(start, end),
      ),
    ).toEqual(['D： [Mamba: Linear-Time](https://arxiv.org/abs/2312.00752)，线性复杂度', 'F4：连rwkv都开始改了'])
    expect(edgeBetween(graph, 'model/gpt-4', 'model/rwkv')).toBeUndefined()
  })

  it('that a later log repeats and continues is still one thread', () => {
    const first = '## 讨论\n\nD：来聊聊 Mamba 和它的状态到底能记住多少东西\n\nF1：不如 rwkv\n'
    const graph = graphOf({ 'a/20231208.md': first, 'a/20231210.md': `${first}\nF2：也不如 DPO\n` })
    expect(edgeBetween(graph, 'model/mamba', 'model/rwkv')).toMatchObject({ support: 1 })
    expect(graph.passages.find(({ text }) => text.startsWith('F1'))?.places.map(({ document }) => document)).toEqual(
      ['doc/20231208.md', 'doc/20231210.md'].map((id) => id.replace('doc/', 'doc/a/')),
    )
  })
})

describe('a passage', () => {
  it('is a table row, a list item, a quote or a paragraph', () => {
    expect(threadsOf('n.md', '| a | b |\n|---|---|\n| c | d |\n\n> quoted\n\nplain').flat()).toEqual([
      '| a | b |',
      '| c | d |',
      'quoted',
      'plain',
    ])
  })

  it('is the same in Markdown and in plain text', () => {
    const text = '## 外推\n\nD：one\nF1：two\n\nplain'
    expect(threadsOf('n.txt', text)).toEqual(threadsOf('n.md', text))
  })

  it.each([
    ['front matter', 'n.md', '---\ndate: 2024-03-06\n---\nRWKV', '2024-03-06'],
    ['the file name', '20231210.md', 'RWKV', '2023-12-10'],
    ['the heading above it', 'n.md', '# a\n\n## 2023.6.9\n\nRWKV', '2023-06-09'],
    ['the heading above it rather than the file name', '20231210.md', '## 2023年6月9日\n\nRWKV', '2023-06-09'],
    ['nothing, where nothing tells', 'n.md', 'RWKV', null],
    ['no date that does not exist', '20231399.md', 'RWKV', null],
  ])('takes its date from %s', (_from, path, text, expected) => {
    expect(graphOf({ [path]: text }).entities[0]?.firstSeen).toBe(expected)
  })
})
