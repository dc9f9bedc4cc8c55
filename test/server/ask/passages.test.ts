/** A passage by its id: its words and names, once for each place it stands in. */
import { afterAll, beforeAll, expect, it } from '@jest/globals'
import request from 'supertest'
import type { Passages } from '../../../server/api.ts'
import { type Serving, serving } from '../app/serving.ts'
import { smallGraph, textOf } from '../graph.ts'

let kith: Serving
beforeAll(async () => {
  kith = await serving()
})
afterAll(() => kith.close())

const get = (id: string) => request(kith.app).get(`/api/passages/${encodeURIComponent(id)}`)

it('stands in both documents that repeat it, by date, each receipt the very words of its document', async () => {
  const repeated = smallGraph().passages.find(({ places }) => places.length > 1)
  const { items, total }: Passages = (await get(repeated?.id ?? '')).body
  expect(total).toBe(2)
  expect(items.map(({ document, date }) => [document, date])).toEqual([
    ['doc/notes/2023-12-10.txt', '2023-12-10'],
    ['doc/papers/2305.18290.md', '2024-01-05'],
  ])
  for (const { document, start, end, quote, marks } of items) {
    expect(quote).toBe(repeated?.text)
    expect(textOf(document).slice(start, end)).toBe(quote)
    expect(marks.map((mark) => quote.slice(mark.start, mark.end))).toEqual(['Mamba', 'RWKV', 'linear attention'])
  }
})

it('that is not there is told in a sentence', async () => {
  const { status, body } = await get('p/<b>nothing</b>')
  expect(status).toBe(404)
  expect(body.error).toEqual({ code: 'not_found', message: 'No passage has the id "p/<b>nothing</b>".' })
})
