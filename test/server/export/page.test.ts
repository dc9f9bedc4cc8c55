/** The one-file page: its data cannot break out of it, and tell what the server would tell. */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import request from 'supertest'
import { createAnswer } from '../../../client/offline/answer.ts'
import type { Snapshot } from '../../../server/api.ts'
import { toPage } from '../../../server/export/page.ts'
import { takeSnapshot } from '../../../server/export/snapshot.ts'
import { type Serving, serving } from '../app/serving.ts'
import { LOG, MAMBA_PAPER } from '../graph.ts'

const TEMPLATE = '<title>Kith</title><script type="application/json" id="kith-data"></script><script>code</script>'
const IDS = ['model/rwkv', 'model/mamba', 'method/linear-attention', MAMBA_PAPER]

let kith: Serving
let snapshot: Snapshot
beforeAll(async () => {
  kith = await serving()
  snapshot = await takeSnapshot(kith.database, { title: 'A view', ids: IDS, total: 7 })
})
afterAll(() => kith.close())

describe('the page', () => {
  it.each([
    '</script><script>alert(1)</script>',
    '<!-- <script>',
    '<img src=x onerror=alert(1)>',
    '"\' \\ $& $1 \u2028\u2029',
    '\u202eكيث 👩‍🔬',
    'x'.repeat(300),
  ])('carries %j as text, in data and title', (hostile) => {
    const page = toPage({ ...snapshot, title: hostile, names: [hostile] } as Snapshot, TEMPLATE)
    expect(page.match(/<[a-z/!][^>]*>/gi)).toEqual(TEMPLATE.match(/<[a-z/!][^>]*>/gi))
    const data = /id="kith-data">(.*?)<\/script>/s.exec(page)?.[1] ?? ''
    expect(JSON.parse(data)).toMatchObject({ title: hostile, names: [hostile] })
  })

  it('is not made of a template without a place for the data', () => {
    expect(() => toPage(snapshot, '<title>Kith</title>')).toThrow(/no place/)
  })
})

describe('the answers of a page are those of the server', () => {
  const sentences = { part: () => 'a part', unknown: (id: string) => `no ${id}` }
  const here = (url: string, body?: unknown) => createAnswer(snapshot, sentences)(url, body)
  const there = async (url: string) => (await request(kith.app).get(url)).body as unknown
  const of = encodeURIComponent

  it.each([
    `/api/entities/${of('model/mamba')}`,
    `/api/edges?a=${of('model/rwkv')}&b=${of('model/mamba')}`,
    `/api/edges?a=${of('model/rwkv')}&b=${of(MAMBA_PAPER)}`,
    `/api/entities/${of('model/rwkv')}/neighbors?limit=3`,
    `/api/entities/${of('model/rwkv')}/neighbors?limit=3&kind=Model&minWeight=1`,
    '/api/stats',
    '/api/health',
  ])('%s', async (url) => {
    expect(here(url)).toEqual(await there(url))
  })

  it('a document with the names that the page holds', async () => {
    const whole = (await there(`/api/documents/${of(LOG)}`)) as { names: { id: string }[] }
    expect(here(`/api/documents/${of(LOG)}`)).toEqual({ ...whole, names: expect.arrayContaining(whole.names) })
  })

  it('a picture of some of them, and which are not there', async () => {
    const body = { ids: ['model/mamba', 'model/rwkv', 'model/gone'] }
    const { body: whole } = await request(kith.app).post('/api/picture').set('X-Kith', '1').send(body)
    expect(here('/api/picture', body)).toEqual({ ...whole, nodes: expect.arrayContaining(whole.nodes) })
    expect(here('/api/picture', body)).toMatchObject({ missing: ['model/gone'] })
  })

  it.each(['/api/related?concept=DPO', '/api/bridge?from=a&to=b', '/api/queries', '/api/cypher'])(
    '%s it has not',
    (url) => {
      expect(here(url)).toEqual({ error: { code: 'unavailable', message: 'a part' } })
    },
  )

  it('says that an entity or a document is not in it', () => {
    expect(here(`/api/entities/${of('method/dpo')}`)).toEqual({
      error: { code: 'not_found', message: 'no method/dpo' },
    })
    expect(here('/api/documents/doc%2Fx')).toEqual({ error: { code: 'not_found', message: 'no doc/x' } })
  })

  it('without documents it still has the lines', async () => {
    const bare = await takeSnapshot(kith.database, { title: '', ids: IDS, total: 7, documents: false })
    expect(bare.documents).toEqual([])
    expect(bare.receipts).toEqual(snapshot.receipts.map((receipt) => expect.objectContaining({ quote: receipt.quote })))
  })
})
