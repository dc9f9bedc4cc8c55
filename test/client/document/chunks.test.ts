import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { outwards, toChunks } from '../../../client/document/chunks.ts'
import { mark, passage } from '../fixtures.ts'

describe('the stretches of a document', () => {
  it('hold every passage once, in order, and none of them is empty', () => {
    const passages = fc.array(fc.tuple(fc.nat(9_000), fc.nat(200)), { maxLength: 200 })
    fc.assert(
      fc.property(passages, (sizes) => {
        const chunks = toChunks(
          sizes.map(([letters, marks]) => passage('字'.repeat(letters), { marks: Array(marks).fill(mark(0, 1)) })),
        )
        const all = chunks.flatMap(({ from, to }) => Array.from({ length: to - from }, (_, at) => from + at))
        expect(all).toEqual(sizes.map((_, at) => at))
        expect(chunks.every(({ from, to, height }) => to > from && height > 0)).toBe(true)
      }),
    )
  })

  it('are short, however long the document', () => {
    const chunks = toChunks(Array.from({ length: 1_000 }, () => passage('连rwkv都开始改', { marks: [mark(1, 5)] })))
    expect(Math.max(...chunks.map(({ from, to }) => to - from))).toBeLessThanOrEqual(40)
  })

  it('are drawn from the one that is looked at outwards, each once', () => {
    expect(outwards(5, 2)).toEqual([2, 3, 1, 4, 0])
    expect(outwards(3, 0)).toEqual([0, 1, 2])
    expect(outwards(3, 2)).toEqual([2, 1, 0])
    expect(outwards(0, 0)).toEqual([])
  })
})
