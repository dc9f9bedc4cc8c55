import { describe, expect, it } from '@jest/globals'
import { linesByDocument, linesOf } from '../../../client/evidence/lines.ts'
import { document, mark, passage, receipt } from '../fixtures.ts'

const group = (path: string, date: string | null) => ({ document: `doc/${path}`, path, title: path, date, mentions: 1 })

describe('the lines that name an entity', () => {
  const perDocument = [group('b.md', '2024-05-01'), group('none.md', null), group('a.md', '2023-12-10')]
  const receipts = [receipt('doc/b.md', 9), receipt('doc/a.md', 4), receipt('doc/b.md', 2)]

  it.each([
    ['newest', ['b.md', 'a.md', 'none.md']],
    ['oldest', ['a.md', 'b.md', 'none.md']],
  ] as const)('stand by document, the %s first and those without a date last', (order, paths) => {
    expect(linesByDocument({ perDocument, receipts }, order).map(({ path }) => path)).toEqual(paths)
  })

  it('stand in each document from top to bottom', () => {
    const [first] = linesByDocument({ perDocument, receipts }, 'newest')
    expect(first?.receipts.map(({ line }) => line)).toEqual([2, 9])
  })
})

describe('the lines of a whole document', () => {
  const text = 'D：谁用过rwkv\nF1：没有\nF2：rwkv很快，rwkv也小'
  const whole = document([passage(text, { line: 7, start: 100, marks: [mark(5, 9), mark(19, 23), mark(26, 30)] })])

  it('are those that name it, each once, with their place and their marks', () => {
    const found = linesOf(whole, 'model/rwkv', 10)
    expect(found.map(({ line, quote }) => [line, quote])).toEqual([
      [7, 'D：谁用过rwkv'],
      [9, 'F2：rwkv很快，rwkv也小'],
    ])
    for (const { quote, marks, start } of found) {
      expect(marks.map((one) => quote.slice(one.start, one.end))).toEqual(marks.map(() => 'rwkv'))
      expect(text.slice(start - 100)).toMatch(new RegExp(`^${quote}`))
    }
  })

  it('are no more than asked for, and none of what is not named', () => {
    expect(linesOf(whole, 'model/rwkv', 1)).toHaveLength(1)
    expect(linesOf(whole, 'model/mamba', 9)).toEqual([])
  })
})
