/** The pure parts of the page of papers: what can be asked, the years, the keys, the parts of a score, and the sentence of why not. */
import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { findWords } from '../../client/messages/find-words.ts'
import type { Part, RelatedPaper, WhyNot } from '../../client/types.ts'
import { toAskable, toLine } from '../../client/views/pages/find/askable.ts'
import { actionFor } from '../../client/views/pages/find/paper-keys.ts'
import { averageOf, figure, lengthOf, mostOf, PARTS, partsOf } from '../../client/views/pages/find/parts.ts'
import { toReason } from '../../client/views/pages/find/why-not-said.ts'
import { choose, toSlots, toStretch } from '../../client/views/pages/find/years.ts'

const parts = (some: Partial<Record<Part, number>>): RelatedPaper['parts'] => ({
  words: 0,
  phrase: 0,
  prominence: 0,
  company: 0,
  likeness: 0,
  recency: 0,
  ...some,
})

describe('what was typed', () => {
  it('is asked as it is, on one line', () => {
    expect(toAskable('  length\n\textrapolation ')).toEqual({ text: 'length extrapolation', isCut: false })
  })

  it('is cut to what fits an address, between two characters, and says so', () => {
    const { text, isCut } = toAskable('外推😀'.repeat(3_000))
    expect(isCut).toBe(true)
    expect(text.length).toBeGreaterThan(1_000)
    expect('外推😀'.repeat(3_000).startsWith(text)).toBe(true)
    expect(() => encodeURIComponent(text)).not.toThrow()
  })

  it('can always be sent, whatever it is', () => {
    const anything = fc.oneof(fc.string({ unit: 'binary' }), fc.string({ maxLength: 30_000 }), fc.constant('\ud83e'))
    fc.assert(
      fc.property(anything, (typed) => {
        expect(encodeURIComponent(toAskable(typed).text).length).toBeLessThanOrEqual(12_000)
        expect(() => encodeURIComponent(toLine(typed))).not.toThrow()
      }),
    )
  })
})

describe('the years of the papers', () => {
  const slots = toSlots({
    years: [
      { year: 2024, papers: 2 },
      { year: 2021, papers: 1 },
    ],
    months: [
      { month: '2021-03', papers: 1 },
      { month: '2024-05', papers: 2 },
    ],
  })

  it('are without gaps, the oldest first', () => {
    expect(slots.map(({ at, papers }) => [at, papers])).toEqual([
      ['2021', 1],
      ['2022', 0],
      ['2023', 0],
      ['2024', 2],
    ])
    expect(toSlots({ years: [], months: [] })).toEqual([])
  })

  it('are months where they are few, over the end of a year too', () => {
    const years = [
      { year: 2024, papers: 1 },
      { year: 2025, papers: 2 },
    ]
    const months = [
      { month: '2024-11', papers: 1 },
      { month: '2025-01', papers: 2 },
    ]
    expect(toSlots({ years, months }).map(({ at, papers }) => [at, papers])).toEqual([
      ['2024-11', 1],
      ['2024-12', 0],
      ['2025-01', 2],
    ])
    expect(choose(toSlots({ years, months }), 1, 2, {})).toEqual({ from: '2024-12', to: '2025-01' })
  })

  it.each([
    [{}, null],
    [{ from: '2022' }, [1, 3]],
    [{ to: '2022-05-01' }, [0, 1]],
    [{ from: '2022-07', to: '2023' }, [1, 2]],
    [{ from: '2030' }, null],
    [{ from: '2024', to: '2021' }, null],
  ] as const)('of %j are %j', (only, stretch) => {
    expect(toStretch(slots, only)).toEqual(stretch)
  })

  it('are chosen from either end, and what else is filtered stays', () => {
    const only = { from: '2010', seen: 'unread' }
    expect(choose(slots, 2, 1, only)).toEqual({ from: '2022', to: '2023', seen: 'unread' })
    expect(toStretch(slots, choose(slots, 2, 1, only))).toEqual([1, 2])
  })
})

describe('the keys', () => {
  const press = (key: string, more: Partial<KeyboardEvent> = {}) => ({
    ...{ key, ctrlKey: false, metaKey: false, altKey: false, shiftKey: false },
    ...more,
  })

  it.each([
    ['j', false, 'next'],
    ['w', false, 'why'],
    ['ArrowDown', true, 'next'],
    ['ArrowDown', false, null],
    ['Enter', true, 'open'],
    ['Enter', false, null],
    ['x', true, null],
  ] as const)('%s, on a paper: %s, does %s', (key, onPaper, action) => {
    expect(actionFor(press(key), onPaper)).toBe(action)
  })

  it('leave the browser its own', () => {
    expect(actionFor(press('j', { ctrlKey: true }), true)).toBeNull()
    expect(actionFor(press('Home', { shiftKey: true }), true)).toBeNull()
  })
})

describe('the parts of a score', () => {
  it('are told in one order, without those that would be written as 0.00', () => {
    expect(partsOf(parts({ recency: 1, words: 2, company: 0.004, likeness: -0.3 }))).toEqual([
      'words',
      'likeness',
      'recency',
    ])
    expect(figure(-0.304)).toBe('−0.30')
  })

  it('make bars of which the longest is the whole, and averages that add up', () => {
    const papers = [{ parts: parts({ words: 2, phrase: 1 }) }, { parts: parts({ words: 4, likeness: -1 }) }]
    expect(mostOf(papers)).toBe(4)
    expect(averageOf(papers)).toEqual(parts({ words: 3, phrase: 0.5, likeness: -0.5 }))
    expect(lengthOf(averageOf([]))).toBe(0)
    expect(mostOf([])).toBe(0)
    expect(PARTS).toHaveLength(6)
  })
})

describe('why a paper is not here', () => {
  const asked = (more: Partial<WhyNot>, own: Partial<Record<Part, number>> = { words: 1 }): WhyNot => ({
    paper: {
      ...{ id: 'paper/a', title: 'A', authors: [], year: null, date: null, arxiv: null, url: null, pages: [] },
      ...{ read: false, score: 1, parts: parts(own), receipts: [] },
    },
    rank: 41,
    weakest: 'phrase',
    missing: 3.1,
    filtered: false,
    ...more,
  })

  it.each([
    [
      asked({}),
      'It is number 41 of 57: said outright weighs 3.10 less than in the best ten; it never says the concept outright.',
    ],
    [
      asked({ weakest: 'words' }),
      'It is number 41 of 57: words weighs 3.10 less than in the best ten; its title and text hold few of the words.',
    ],
    [asked({ rank: 1, weakest: null, missing: 0 }), 'It is the first: no paper has more for it.'],
    [asked({ weakest: null }), 'It is number 41 of 57, as much as the best ten have on average.'],
    [asked({ rank: null, filtered: true }), 'A filter leaves it out.'],
    [asked({ rank: null }, {}), 'Nothing in it speaks of the concept: not its words, not its company in the notes.'],
  ])('is said in one sentence', (why, sentence) => {
    expect(toReason(why, 57, findWords.en)).toBe(sentence)
  })

  it('is said in Chinese, too', () => {
    expect(toReason(asked({}), 57, findWords.zh)).toBe(
      '它在 57 篇中排第 41：“原词”一项比前十篇平均少 3.10；从未直接提到这个概念。',
    )
  })
})
