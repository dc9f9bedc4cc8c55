/** `/api/about`: what the graph is made of, what was left out of it, and how well its makers find names. */
import { writeFileSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import request from 'supertest'
import { about, entityDetail, type QualityCard } from '../../../server/api.ts'
import { askAbout } from '../../../server/ask/about.ts'
import { VERSION } from '../../../server/root.ts'
import { testFolder } from '../../folder.ts'
import { smallGraph } from '../graph.ts'
import { type Serving, serving } from './serving.ts'

const folder = testFolder()
let kith: Serving
beforeAll(async () => {
  kith = await serving()
})
afterAll(() => kith.close())

const get = (path: string) => request(kith.app).get(path)

it('tells the version, the licence, the corpus and the counts', async () => {
  const graph = smallGraph()
  const { body } = await get('/api/about')
  expect(about.parse(body)).toMatchObject({
    version: VERSION,
    licence: 'Apache-2.0',
    store: 'grafeo',
    corpus: {
      documents: 2,
      bytes: graph.documents.reduce((sum, { bytes }) => sum + bytes, 0),
      byLanguage: { zh: 0, en: 0, mixed: 2 },
      byFolder: [
        { folder: 'notes', documents: 1 },
        { folder: 'papers', documents: 1 },
      ],
      folders: 2,
      firstSeen: '2023-12-10',
      lastSeen: '2024-01-05',
    },
    counts: {
      entities: { Model: 2, Method: 3, Paper: 2, Tool: 0 },
      mentions: graph.mentions.length,
      passages: graph.passages.length,
      edges: 5,
      relations: { USES: 0, VARIANT_OF: 0 },
    },
  })
})

it('says nothing of skipped files where the graph does not remember them', async () => {
  expect((await get('/api/about')).body.skipped).toBe(null)
})

it('refuses a parameter it does not know, and answers as all do where there is no graph', async () => {
  expect((await get('/api/about?x=1')).status).toBe(400)
  const empty = await serving(null)
  const { status, body } = await request(empty.app).get('/api/about')
  expect({ status, code: body.error.code }).toEqual({ status: 404, code: 'not_found' })
  await empty.close()
})

describe('the quality card', () => {
  const card: QualityCard = {
    measuredOn: 'Measured on two invented documents.',
    groups: [{ group: 'new', documents: 2, names: 30, seen: false, strictF1: 0.8, precision: 0.9, recall: 0.72 }],
    kinds: [{ kind: 'Model', names: 20, precision: 1, recall: 0.5, f1: 0.667 }],
    languages: [{ language: 'zh', names: 10, precision: 0.7, recall: 0.7, f1: 0.7 }],
  }

  it('is told as it was written', async () => {
    writeFileSync(folder('quality.json'), JSON.stringify(card))
    expect((await askAbout(kith.database, folder('quality.json'))).quality).toEqual(card)
  })

  it.each([
    ['is not there', null],
    ['is no JSON', '{'],
    ['holds something else', '{"groups": 3}'],
  ])('is null where the file %s', async (_name, text) => {
    if (text !== null) writeFileSync(folder('broken.json'), text)
    expect((await askAbout(kith.database, folder(text === null ? 'none.json' : 'broken.json'))).quality).toBe(null)
  })

  it('ships with the package', async () => {
    expect((await askAbout(kith.database)).quality?.groups.length).toBeGreaterThan(0)
  })
})

describe('an entity', () => {
  const detail = async (id: string) => entityDetail.parse((await get(`/api/entities/${encodeURIComponent(id)}`)).body)

  it('comes with its months, its definition and its links', async () => {
    const { perMonth, definition, links } = await detail('method/contrastive-learning')
    expect({ perMonth, definition, links }).toEqual({
      perMonth: [{ month: '2024-01', mentions: 2 }],
      definition: null,
      links: [],
    })
  })

  it('counts a line that stands in two documents once, in the earlier month', async () => {
    const { perMonth, mentions } = await detail('model/rwkv')
    expect(perMonth).toEqual([{ month: '2023-12', mentions }])
  })

  it('is a paper that is at home on arXiv', async () => {
    expect((await detail('paper/arxiv-2312.00752')).links).toEqual([
      { name: 'arXiv', url: 'https://arxiv.org/abs/2312.00752' },
    ])
  })
})
