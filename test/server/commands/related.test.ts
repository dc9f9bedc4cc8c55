/** `kith related`: papers with reasons as one reads them, filters, and one sentence for what cannot be asked. */
import { mkdirSync, writeFileSync } from 'node:fs'
import { beforeAll, describe, expect, it } from '@jest/globals'
import { related } from '../../../server/api/related.ts'
import { describeRelated, describeWhy } from '../../../server/commands/related-text.ts'
import { testFolder } from '../../folder.ts'
import { kith } from '../../kith.ts'

const folder = testFolder()
const PAPER = 'paper/arxiv-2312.00752'
const LOG = `D： [Mamba: Linear-Time Sequence Modeling](https://arxiv.org/abs/2312.00752)

F1：Mamba 和 RWKV 都是 linear attention 的亲戚

D： [RWKV: Reinventing RNNs for the Transformer Era](https://arxiv.org/abs/2305.13048)
`

beforeAll(async () => {
  mkdirSync(folder('notes'))
  writeFileSync(folder('notes', '2023-12-10.md'), LOG)
  expect(await kith(['build', 'notes', '--json'], { cwd: folder() })).toMatchObject({ code: 0, stderr: '' })
})

const ask = (...args: string[]) => kith(['related', ...args], { cwd: folder() })

describe('kith related', () => {
  it('numbers its papers, each with its sum and a line of evidence', async () => {
    const { code, stdout } = await ask('RWKV')
    expect(code).toBe(0)
    expect(stdout).toMatch(
      /^1\. .*arXiv:\d{4}\.\d{5}\n {3}(\d+\.\d\d) = \w+ \d+\.\d\d.*\n {3}2023-12-10\.md:\d+.*\n {5}\S/,
    )
    const shown = stdout.match(/(?<=^ {3})\d+\.\d\d(?= = )/gm) ?? []
    expect(shown.map(Number)).toEqual(shown.map(Number).toSorted((a, b) => b - a))
  })

  it('says that free text is free text', async () => {
    const { stdout } = await ask('how', 'linear', 'time', 'modeling', 'works')
    expect(stdout).toMatch(
      /^No name in the graph is "how linear time modeling works"; the papers are ranked by its words/,
    )
  })

  it('answers with --json as the API does', async () => {
    const { stdout } = await ask(PAPER, '--limit', '1', '--json')
    const answer = related.parse(JSON.parse(stdout))
    expect(answer.concept).toMatchObject({ id: PAPER, kind: 'Paper' })
    expect(answer.items.map(({ id }) => id)).not.toContain(PAPER)
  })

  it.each([
    [['x', '--limit', '0'], /whole number from 1 to 100/],
    [['x', '--limit', '1e9'], /whole number from 1 to 100/],
    [['x', '--from', '2024', '--to', '2023-12'], /--from 2024 is after --to 2023-12/],
    [['x', '--from', 'yesterday'], /A date looks like 2023-12-10/],
    [['x', '--evidence', 'luck'], /Allowed choices are words, phrase/],
    [['x', '--read', '--unread'], /cannot be used with/],
    [['x'.repeat(20_001)], /^kith: concept: /],
  ])('refuses %j in one sentence', async (args, says) => {
    const { code, stdout, stderr } = await ask(...args)
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' })
    expect(stderr).toMatch(says)
    expect(stderr).toMatch(/^kith: [^\n]+\n$/)
  })
})

describe('what is read on the terminal', () => {
  const none = { words: 0, phrase: 0, prominence: 0, company: 0, likeness: 0, recency: 0 }
  const paper = related.shape.items.element.parse({
    ...{ id: PAPER, title: 'Mamba', authors: ['A', 'B', 'C', 'D'], year: 2023, date: null, arxiv: '2312.00752' },
    ...{ url: null, pages: [], read: true, score: 5, parts: { ...none, words: 2, phrase: 3 }, receipts: [] },
  })
  const answer = { items: [paper], total: 57, concept: null, nearest: [], years: [], months: [], asked: null }

  it('tells the first authors, the year and what was read', () => {
    const text = describeRelated(
      { ...answer, concept: { id: 'model/rwkv', name: 'RWKV', kind: 'Model' } },
      'RWKV',
      false,
    )
    expect(text).toBe(
      '1. Mamba (2023) arXiv:2312.00752 · read\n   A, B, C et al.\n   5.00 = words 2.00 + phrase 3.00\n1 of 57',
    )
  })

  it('tells names that come near, where there is no paper', () => {
    const nearest = [{ id: 'model/rwkv', name: 'RWKV', kind: 'Model' as const }]
    expect(describeRelated({ ...answer, items: [], total: 0, nearest }, 'rwvk', false)).toBe(
      'No paper speaks of "rwvk". Names near it: RWKV.',
    )
    expect(describeRelated({ ...answer, items: [], total: 0 }, 'RWKV', true)).toBe('No paper passes the filters.')
  })

  it('tells why a paper is low, beside the best ten', () => {
    const low = { ...paper, parts: { ...none, words: 1 }, score: 1, read: false }
    const asked = { paper: low, rank: 41, weakest: 'phrase' as const, missing: 3, filtered: false }
    const [title, reason, , ...rows] = describeWhy({ ...answer, asked }).split('\n')
    expect([title, reason]).toEqual([
      'Mamba (2023) arXiv:2312.00752',
      'It is number 41 of 57: phrase gives it 3.00 less than the best ten have on average.',
    ])
    expect(rows).toContainEqual(expect.stringMatching(/^phrase +0\.00 +3\.00$/))
    expect(() => describeWhy(answer)).toThrow(/tells nothing of this paper/)
  })
})
