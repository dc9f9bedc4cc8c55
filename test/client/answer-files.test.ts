/** An answer as a file, and on the clipboard. */
import { expect, it } from '@jest/globals'
import fc from 'fast-check'
import { toCopied, toCsv, toJson, toTsv } from '../../client/answer/files.ts'
import type { Cell } from '../../client/types.ts'
import { MET, RWKV } from './answers.ts'

/** A reader of RFC 4180 that knows nothing of the writer. */
function readCsv(text: string): string[][] {
  const rows: string[][] = []
  let [row, field, at]: [string[], string, number] = [[], '', 0]
  while (at < text.length) {
    if (text[at] === '"') {
      for (at++; text[at] !== '"' || text[at + 1] === '"'; at++) {
        if (text[at] === '"') at++
        field += text[at]
      }
      at++
    } else if (text[at] === ',') {
      row.push(field)
      field = ''
      at++
    } else if (text.startsWith('\r\n', at)) {
      rows.push([...row, field])
      row = []
      field = ''
      at += 2
    } else field += text[at++]
  }
  return rows
}

it('any text comes back from CSV as it went in', () => {
  const field = fc.oneof(fc.string(), fc.constantFrom('', '"', ',', 'a\r\nb', '\n', '=1+1', '提及，"引"', '\ufeff'))
  fc.assert(
    fc.property(fc.array(fc.tuple(field, field), { maxLength: 8 }), (rows) => {
      expect(readCsv(toCsv({ columns: ['a', 'b"'], rows }))).toEqual([['a', 'b"'], ...rows])
    }),
  )
})

it('a row in CSV has a field for each column, whatever came', () => {
  expect(toCsv({ columns: ['a', 'b'], rows: [[1], [1, 2, 3]] })).toBe('a,b\r\n1,\r\n1,2\r\n')
})

it('JSON is the answer itself, exact', () => {
  const rows: Cell[][] = [[{ $: 'int', value: '9007199254740993' }, null, MET]]
  expect(JSON.parse(toJson({ columns: ['a', '__proto__', 'c'], rows }))).toEqual({
    columns: ['a', '__proto__', 'c'],
    rows,
  })
})

it('what is copied is what is seen, and a cell alone has no quotes', () => {
  expect(toTsv([[RWKV, 'a\tb', 'say "x"', null, 'c\nd']], new Map())).toBe('RWKV\t"a\tb"\t"say ""x"""\t\t"c\nd"')
  expect(toCopied('a\t"b"', new Map())).toBe('a\t"b"')
  expect(toCopied(null, new Map())).toBe('')
})
