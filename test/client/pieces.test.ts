import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { cut, lineSpan, toPieces, toSafeUrl } from '../../client/pieces.ts'
import { mark } from './fixtures.ts'

const LINE = '连rwkv都开始改multi head'

describe('pieces of a quote', () => {
  it('stand where the marks stand, Chinese glued to Latin', () => {
    const pieces = toPieces(LINE, [mark(9, 19, 'method/multi-head-attention'), mark(1, 5)])
    expect(pieces.map(({ text, mark: one }) => [text, one?.entity ?? null])).toEqual([
      ['连', null],
      ['rwkv', 'model/rwkv'],
      ['都开始改', null],
      ['multi head', 'method/multi-head-attention'],
    ])
  })

  it('prefer the longer of two marks that start together, and the earlier of two that overlap', () => {
    expect(toPieces('GPT-4V', [mark(0, 5, 'model/gpt-4'), mark(0, 6, 'model/gpt-4v')])).toHaveLength(1)
    expect(toPieces('abcdef', [mark(0, 4, 'a'), mark(2, 6, 'b')]).map((piece) => piece.text)).toEqual(['abcd', 'ef'])
  })

  it('ignore marks that are empty or reach beyond the text', () => {
    expect(toPieces('RWKV', [mark(2, 2), mark(3, 9)])).toEqual([{ text: 'RWKV', mark: null }])
  })

  it('add up to the text again, whatever the marks', () => {
    const marks = fc.array(fc.tuple(fc.integer({ min: -2, max: 30 }), fc.integer({ min: -2, max: 30 })))
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), marks, (text, pairs) => {
        const pieces = toPieces(
          text,
          pairs.filter(([start]) => start >= 0).map(([start, end]) => mark(start, end)),
        )
        expect(pieces.map((piece) => piece.text).join('')).toBe(text)
      }),
    )
  })
})

describe('a stretch of a text', () => {
  it('takes its marks along, and cuts those that reach over its ends', () => {
    const { text, marks } = cut(LINE, [mark(1, 5), mark(9, 19, 'method/multi-head-attention')], 3, 15)
    expect(text).toBe('kv都开始改multi ')
    expect(marks.map(({ start, end, entity }) => [text.slice(start, end), entity])).toEqual([
      ['kv', 'model/rwkv'],
      ['multi ', 'method/multi-head-attention'],
    ])
  })

  it('is one line of several, or the whole text where there is no such line', () => {
    const text = 'D：一\nF1：二二\nF2：三'
    const line = (nth: number) => text.slice(lineSpan(text, nth).start, lineSpan(text, nth).end)
    expect([0, 1, 2].map(line)).toEqual(['D：一', 'F1：二二', 'F2：三'])
    expect(line(3)).toBe(text)
    expect(line(-1)).toBe(text)
  })

  it('gives the text again when its three parts are put together, with every letter of a mark still marked', () => {
    const spans = fc.tuple(fc.nat(12), fc.nat(12)).map(([a, b]) => [Math.min(a, b), Math.max(a, b)] as const)
    fc.assert(
      fc.property(fc.string({ minLength: 12, maxLength: 12 }), spans, spans, (text, [start, end], [from, to]) => {
        const parts = [
          cut(text, [mark(start, end)], 0, from),
          cut(text, [mark(start, end)], from, to),
          cut(text, [mark(start, end)], to, 12),
        ]
        expect(parts.map((part) => part.text).join('')).toBe(text)
        const marked = parts.flatMap((part) => part.marks.map((one) => part.text.slice(one.start, one.end)))
        expect(marked.join('')).toBe(text.slice(start, end))
      }),
    )
  })
})

describe('a link out of the page', () => {
  it.each([
    ['https://arxiv.org/abs/2312.00752', 'https://arxiv.org/abs/2312.00752'],
    ['http://example.org', 'http://example.org/'],
    ['javascript:alert(1)', null],
    ['data:text/html,x', null],
    ['arxiv.org/abs/1', null],
    ['', null],
    [undefined, null],
  ])('%s leads to %s', (url, safe) => {
    expect(toSafeUrl(url)).toBe(safe)
  })
})
