/** Every endpoint answers in the shape that server/api.ts promises, with nothing beside it. */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import request from 'supertest'
import { z } from 'zod'
import { cypherAnswer } from '../../../server/api/console.ts'
import { savedQueries } from '../../../server/api/gallery.ts'
import { gaps, papersBetween } from '../../../server/api/gaps.ts'
import { digest, kept } from '../../../server/api/keep.ts'
import { related } from '../../../server/api/related.ts'
import { schema } from '../../../server/api/schema.ts'
import { found } from '../../../server/api/search.ts'
import { survey } from '../../../server/api/survey.ts'
import * as api from '../../../server/api.ts'
import { DPO_PAPER, LOG, MAMBA_PAPER, smallGraph, textOf } from '../graph.ts'
import { type Serving, serving } from './serving.ts'

const of = encodeURIComponent
const PASSAGE = smallGraph().passages[0]?.id ?? ''
const SHAPES: readonly (readonly [path: string, shape: z.ZodType])[] = [
  ['/api/health', api.health],
  ['/api/stats', api.stats],
  ['/api/about', api.about],
  ['/api/overview', api.overview],
  ['/api/overview?limit=3', api.overview],
  ['/api/search?q=rwkv', found],
  ['/api/search?q=', found],
  ['/api/search?q=%E5%AF%B9%E6%AF%94&kind=Method,Model&limit=1', found],
  ['/api/search?q=linear+attention&in=passages,papers', found],
  [`/api/entities/${of('model/rwkv')}`, api.entityDetail],
  [`/api/entities/${of(DPO_PAPER)}`, api.entityDetail],
  [`/api/entities/${of('model/rwkv')}/neighbors`, api.neighbors],
  [`/api/entities/${of('model/rwkv')}/neighbors?limit=1&kind=Model&from=2023&to=2024-02&minWeight=0.1`, api.neighbors],
  [`/api/entities/${of('model/rwkv')}/neighbors?with=${of('model/mamba,method/dpo')}`, api.neighbors],
  [`/api/entities/${of('model/rwkv')}/neighbors?relation=CO_MENTION,USES`, api.neighbors],
  ['/api/bridge?from=rwkv&to=model/mamba', api.bridge],
  ['/api/bridge?from=RWKV&to=DPO&k=1', api.bridge],
  ['/api/edges?a=model/rwkv&b=model/mamba', api.edgeList],
  [`/api/edges?a=model/rwkv&b=${MAMBA_PAPER}`, api.edgeList],
  ['/api/edges?a=model/rwkv&b=method/dpo', api.edgeList],
  ['/api/documents', api.documents],
  [`/api/documents/${of(LOG)}`, api.documentDetail],
  [`/api/passages/${of(PASSAGE)}`, api.passages],
  ['/api/gaps', gaps],
  ['/api/gaps?concept=rwkv&kind=Model,Method&limit=1', gaps],
  [`/api/gaps/papers?a=rwkv&b=DPO`, papersBetween],
  ['/api/related?concept=DPO', related],
  ['/api/related?concept=method/dpo&limit=1', related],
  ['/api/related?concept=%E7%BA%BF%E6%80%A7', related],
  ['/api/survey?concept=DPO', survey],
  ['/api/survey?concept=%E7%BA%BF%E6%80%A7%20attention&papers=1', survey],
  ['/api/kept', kept],
  ['/api/digest', digest],
  ['/api/digest?since=2023-12&until=2023&concept=RWKV&concept=DPO', digest],
  ['/api/queries', savedQueries],
  ['/api/schema', schema],
]

let kith: Serving
beforeAll(async () => {
  kith = await serving()
})
afterAll(() => kith.close())

const get = (path: string) => request(kith.app).get(path)

it.each(SHAPES)('GET %s has its promised shape', async (path, shape) => {
  const { status, body, type } = await get(path)
  expect({ status, type }).toEqual({ status: 200, type: 'application/json' })
  expect(body).toEqual(shape.parse(body))
})

it('answers Cypher in its promised shape', async () => {
  const { body } = await ask('MATCH (n:Model) RETURN n.name AS name ORDER BY name')
  expect(body).toEqual(cypherAnswer.parse(body))
  expect(body).toMatchObject({ columns: ['name'], rows: [['Mamba'], ['RWKV']], truncated: false })
})

it('answers with a picture in its promised shape', async () => {
  const { status, body } = await post('/api/picture', { ids: ['model/rwkv', 'model/none', DPO_PAPER] })
  expect(status).toBe(200)
  expect(body).toEqual(api.picture.parse(body))
  expect(body.missing).toEqual(['model/none'])
})

it('runs every saved query', async () => {
  const { body } = await get('/api/queries')
  expect(body.total).toBeGreaterThan(3)
  for (const { name, query, params } of savedQueries.parse(body).items) {
    const values = Object.fromEntries(params.map((param) => [param.name, param.value]))
    expect([name, (await ask(query, values)).status]).toEqual([name, 200])
  }
})

it('exports the canonical lines', async () => {
  const { text, type } = await get('/api/export?format=jsonl').buffer(true)
  const records = text
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line).record as string)
  expect(type).toBe('application/x-ndjson')
  expect(records).toEqual([...records].sort())
  expect(new Set(records)).toEqual(new Set(['document', 'edge', 'entity', 'mention', 'passage']))
})

it('describes every route in /api/openapi.json, and none that is not there', async () => {
  const { body } = await get('/api/openapi.json')
  const described = Object.entries(body.paths as Record<string, object>).flatMap(([path, methods]) =>
    Object.keys(methods).map((method) => `${method} ${path}`),
  )
  const asked = SHAPES.map(
    ([path]) => `get ${path.split('?')[0]?.replace(/(entities|documents|passages)\/[^/]+/, '$1/{id}')}`,
  )
  expect(described.sort()).toEqual(
    [
      ...new Set([
        ...asked,
        'get /api/export',
        'post /api/export',
        'post /api/cypher',
        'post /api/cypher/plan',
        'post /api/picture',
        'post /api/kept',
      ]),
    ].sort(),
  )
  for (const [path, methods] of Object.entries(body.paths as Record<string, Record<string, Operation>>)) {
    for (const { responses, parameters = [] } of Object.values(methods)) {
      expect([path, Object.keys(responses)]).toEqual([path, ['200', 'default']])
      expect(path.includes('{id}')).toBe(parameters.some(({ in: where }) => where === 'path'))
    }
  }
})
interface Operation {
  responses: object
  parameters?: { in: string }[]
}

describe('receipts', () => {
  it('quote the very words at their place in the document', async () => {
    const answers = [
      await get(`/api/entities/${of('model/rwkv')}`),
      await get('/api/edges?a=model/rwkv&b=method/linear-attention'),
      await get('/api/related?concept=DPO'),
    ]
    const receipts = answers.flatMap(({ body }) => receiptsIn(body))
    expect(receipts.length).toBeGreaterThan(5)
    for (const { document, start, end, quote, line, marks } of receipts) {
      const text = textOf(document)
      expect(text.slice(start, end)).toBe(quote)
      expect(text.slice(0, start).split('\n')).toHaveLength(line)
      for (const mark of marks) expect(quote.slice(mark.start, mark.end)).not.toBe('')
    }
  })

  it('of a meeting in a thread come in twos', async () => {
    const { body } = await get(`/api/edges?a=model/rwkv&b=${MAMBA_PAPER}`)
    const [edge] = api.edgeList.parse(body).items
    expect(edge?.meetings.map(({ scope, receipts }) => [scope, receipts.map(({ line }) => line)])).toEqual([
      ['thread', [1, 2]],
    ])
  })

  it('mark a name that lies inside a title as itself', async () => {
    const { body } = await get(`/api/documents/${of(LOG)}`)
    const { passages } = api.documentDetail.parse(body)
    const marked = passages.map(({ text, marks }) =>
      marks.map(({ start, end, entity }) => `${text.slice(start, end)} ${entity}`),
    )
    expect(marked[0]).toEqual(['Mamba model/mamba', `https://arxiv.org/abs/2312.00752 ${MAMBA_PAPER}`])
    expect(marked[1]).toEqual(['rwkv model/rwkv', '线性attention method/linear-attention'])
  })
})

it('says the same of an entity by id and of a neighbour from either side', async () => {
  const [one, other] = [
    await get(`/api/entities/${of('model/rwkv')}/neighbors`),
    await get(`/api/entities/${of('model/mamba')}/neighbors`),
  ]
  const edge = (body: api.Neighbors, id: string) => body.items.find(({ entity }) => entity.id === id)?.edge
  expect(edge(one.body, 'model/mamba')).toEqual(edge(other.body, 'model/rwkv'))
  expect(edge(one.body, 'model/mamba')).toMatchObject({ source: 'model/mamba', target: 'model/rwkv', weight: 3 })
})

it('orders neighbours by weight, and counts those that the filters leave', async () => {
  const all = await get(`/api/entities/${of('model/rwkv')}/neighbors`)
  const weights = api.neighbors.parse(all.body).items.map(({ edge }) => edge.weight)
  expect(weights).toEqual([4, 3, 0.25])
  const one = await get(`/api/entities/${of('model/rwkv')}/neighbors?minWeight=1&limit=1`)
  expect({ items: one.body.items.length, total: one.body.total }).toEqual({ items: 1, total: 2 })
})

it('adds the parts of a ranking up to its score, and those of an edge to its weight', async () => {
  const { body: papers } = await get('/api/related?concept=DPO')
  expect(papers.items[0].id).toBe(DPO_PAPER)
  for (const { score, parts } of related.parse(papers).items) expect(sum(Object.values(parts))).toBeCloseTo(score, 6)
  const { body: edges } = await get('/api/edges?a=model/rwkv&b=model/mamba')
  for (const { weight, parts } of api.edgeList.parse(edges).items)
    expect(sum(Object.values(parts))).toBeCloseTo(weight, 6)
})

it('counts in /api/stats what the graph holds', async () => {
  const { documents, passages, mentions, edges } = smallGraph()
  const { body } = await get('/api/stats')
  expect(body).toMatchObject({
    documents: documents.length,
    passages: passages.length,
    mentions: mentions.length,
    edges: edges.length,
    relations: 0,
    firstSeen: '2023-12-10',
    lastSeen: '2024-01-05',
  })
  expect(body.entities).toMatchObject({ Model: 2, Method: 3, Paper: 2, Person: 0 })
})

function ask(query: string, params: object = {}) {
  return post('/api/cypher', { query, params })
}

function post(path: string, body: object) {
  return request(kith.app).post(path).set('X-Kith', '1').send(body)
}

function receiptsIn(value: unknown): api.Receipt[] {
  if (Array.isArray(value)) return value.flatMap(receiptsIn)
  if (typeof value !== 'object' || value === null) return []
  const found = api.receipt.safeParse(value)
  return found.success ? [found.data] : Object.values(value).flatMap(receiptsIn)
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0)
}
