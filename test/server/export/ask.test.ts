/** `/api/export`: a graph or a part of it as a file. */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import request from 'supertest'
import { type Serving, serving } from '../app/serving.ts'
import { DPO_PAPER } from '../graph.ts'

let kith: Serving
let empty: Serving
beforeAll(async () => {
  kith = await serving()
  empty = await serving({ documents: [], passages: [], entities: [], mentions: [], edges: [] })
})
afterAll(async () => {
  await kith.close()
  await empty.close()
})

const ask = (body: object, from = kith) =>
  request(from.app).post('/api/export').set('X-Kith', '1').send(body).buffer(true)
const linesOf = (text: string) => text.replace('\ufeff', '').trimEnd().split(/\r?\n/)

describe('POST /api/export', () => {
  it('gives a table of the entities asked for, those that are gone left out', async () => {
    const { text, type } = await ask({ format: 'csv', ids: ['model/rwkv', 'model/gone', 'model/mamba'] })
    expect(type).toBe('text/csv')
    expect(linesOf(text).map((line) => line.split(',')[0])).toEqual(['id', 'model/mamba', 'model/rwkv'])
  })

  it('gives a table of the edges among them', async () => {
    const { text } = await ask({ format: 'csv', what: 'edges', ids: ['model/rwkv', 'model/mamba', 'method/dpo'] })
    expect(linesOf(text).slice(1)).toEqual([
      expect.stringMatching(/^CO_MENTION,model\/mamba,Mamba,model\/rwkv,RWKV,3,/),
    ])
  })

  it('gives the papers among them as BibTeX', async () => {
    const { text } = await ask({ format: 'bibtex', ids: ['model/rwkv', DPO_PAPER] })
    expect(text.match(/^@/gm)).toHaveLength(1)
    expect(text).toContain('eprint = {2305.18290}')
  })

  it('gives the canonical lines of a part, with all that proves it', async () => {
    const { text } = await ask({ format: 'jsonl', ids: ['model/rwkv', 'model/mamba'] })
    const records = linesOf(text).map((line) => JSON.parse(line) as { record: string; id?: string })
    const of = (record: string) => records.filter((one) => one.record === record)
    expect(of('entity').map(({ id }) => id)).toEqual(['model/mamba', 'model/rwkv'])
    expect([of('edge').length, of('document').length]).toEqual([1, 2])
  })

  it.each([
    [{ format: 'docx' }, 400, /^format: /],
    [{ format: 'csv', ids: [] }, 400, /^ids: /],
    [{ format: 'csv', ids: Array.from({ length: 1001 }, String) }, 400, /^ids: .*1000/],
    [{ format: 'csv', what: 'nodes' }, 400, /^what: /],
    [{ format: 'html', view: { hash: 'javascript:alert(1)' } }, 400, /^view\.hash: /],
    [{ format: 'html', view: { positions: [['a', null, 1]] } }, 400, /^view\.positions/],
    [{ format: 'csv', ids: ['model/gone'] }, 404, /Search for them by name/],
  ])('%j is answered with %d', async (body, status, says) => {
    const answer = await ask(body)
    expect(answer.status).toBe(status)
    expect(answer.body.error.message).toMatch(says)
  })

  it('of a graph that names nothing gives an empty table, and no page', async () => {
    expect(linesOf((await ask({ format: 'csv' }, empty)).text)).toHaveLength(1)
    const { status, body } = await ask({ format: 'html' }, empty)
    expect({ status, message: body.error.message }).toEqual({
      status: 404,
      message: 'The graph has no entities to show. Build it from notes that name some.',
    })
  })
})

it('GET /api/export gives tables and BibTeX of the whole graph', async () => {
  const get = async (query: string) => (await request(kith.app).get(`/api/export?${query}`).buffer(true)).text
  expect(linesOf(await get('format=csv'))).toHaveLength(8)
  expect(linesOf(await get('format=csv&what=edges'))).toHaveLength(6)
  expect((await get('format=bibtex')).match(/^@/gm)).toHaveLength(2)
})
