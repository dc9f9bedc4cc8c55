/** Neighbours by relation, pictures and bridges, over a graph small enough to check by eye. */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import request from 'supertest'
import type { Edge as StoredEdge } from '../../../ingest/types.ts'
import * as api from '../../../server/api.ts'
import { readAdjacency } from '../../../server/ask/adjacency.ts'
import { readNamings } from '../../../server/ask/namings.ts'
import { askPicture } from '../../../server/ask/picture.ts'
import { sortGraph } from '../../../server/canonical.ts'
import { type Serving, serving } from '../app/serving.ts'
import { DPO_PAPER, MAMBA_PAPER, smallGraph } from '../graph.ts'

/** RWKV uses linear attention and was compared with Mamba; a paper introduced Mamba, and no line names it beside DPO. */
const SAID: readonly (readonly [type: StoredEdge['type'], source: string, target: string, cue: string])[] = [
  ['USES', 'model/rwkv', 'method/linear-attention', 'based on'],
  ['COMPARED_WITH', 'model/rwkv', 'model/mamba', 'beside'],
  ['INTRODUCED_IN', 'method/dpo', DPO_PAPER, 'we introduce'],
]

let kith: Serving
beforeAll(async () => {
  const graph = smallGraph()
  const [edge] = graph.edges
  const said = SAID.map(([type, source, target, cue]) => ({
    ...(edge as StoredEdge),
    ...{ type, source, target, cue },
    ...{ weight: 1, npmi: 0, parts: { sentence: 1, turn: 0, thread: 0 } },
  }))
  kith = await serving(sortGraph({ ...graph, edges: [...graph.edges, ...said] }))
})
afterAll(() => kith.close())

const of = encodeURIComponent
const get = async (path: string): Promise<unknown> => (await request(kith.app).get(path)).body
const edgeText = ({ type, source, target }: api.Edge) => `${source} ${type} ${target}`

describe('the neighbours of RWKV', () => {
  const ask = async (query: string) => {
    const body = api.neighbors.parse(await get(`/api/entities/${of('model/rwkv')}/neighbors?${query}`))
    return { ...body, found: body.items.map(({ entity, edge }) => `${entity.id} ${edge.type} ${edge.weight}`) }
  }

  it('are told each once, with the co-mention, where nothing is asked for', async () => {
    const { found, total } = await ask('')
    expect(found).toEqual([
      'method/linear-attention CO_MENTION 4',
      'model/mamba CO_MENTION 3',
      `${MAMBA_PAPER} CO_MENTION 0.25`,
    ])
    expect(total).toBe(3)
  })

  it.each([
    ['USES', ['method/linear-attention USES 1']],
    ['USES,COMPARED_WITH', ['method/linear-attention USES 1', 'model/mamba COMPARED_WITH 1']],
    [
      'USES,CO_MENTION',
      ['model/mamba CO_MENTION 3', 'method/linear-attention USES 1', `${MAMBA_PAPER} CO_MENTION 0.25`],
    ],
    ['RUNS_ON', []],
  ])('joined by %s are those, a relation before a co-mention', async (relation, expected) => {
    const { found, total } = await ask(`relation=${relation}`)
    expect(found).toEqual(expected)
    expect(total).toBe(expected.length)
  })

  it('are counted whole where few are told, and by every other filter, too', async () => {
    expect(await ask('relation=USES,COMPARED_WITH&limit=1')).toMatchObject({ found: { length: 1 }, total: 2 })
    expect(await ask('relation=USES,COMPARED_WITH&kind=Model')).toMatchObject({
      found: ['model/mamba COMPARED_WITH 1'],
      total: 1,
    })
    expect(await ask('relation=USES&minWeight=2')).toMatchObject({ found: [], total: 0 })
    expect(await ask('relation=USES&from=2025')).toMatchObject({ found: [], total: 0 })
  })

  it('come with every edge among them, in its own direction and with its cue', async () => {
    const { edges } = await ask('relation=USES')
    expect(edges.map(edgeText)).toEqual([
      'method/linear-attention CO_MENTION model/rwkv',
      'model/rwkv USES method/linear-attention',
    ])
    expect(edges[1]).toMatchObject({ cue: 'based on' })
  })

  it('are found from the end of a relation as from its beginning', async () => {
    const body = await get(`/api/entities/${of('model/mamba')}/neighbors?relation=COMPARED_WITH`)
    expect(api.neighbors.parse(body).items.map(({ entity }) => entity.id)).toEqual(['model/rwkv'])
  })
})

describe('a picture', () => {
  const ask = async (...ids: string[]) => {
    const { body } = await request(kith.app).post('/api/picture').set('X-Kith', '1').send({ ids })
    return api.picture.parse(body)
  }

  it('holds those that are asked for, each once, and says which are not there', async () => {
    const { nodes, missing } = await ask('model/mamba', 'model/gone', 'model/rwkv', 'model/mamba', '__proto__')
    expect(nodes.map(({ id }) => id).sort()).toEqual(['model/mamba', 'model/rwkv'])
    expect(missing).toEqual(['model/gone', '__proto__'])
  })

  it('holds the edges among them, of every type, and none that leads out', async () => {
    const { edges, edgesTotal } = await ask('model/mamba', 'model/rwkv', 'method/dpo')
    expect(edges.map(edgeText)).toEqual(['model/mamba CO_MENTION model/rwkv', 'model/rwkv COMPARED_WITH model/mamba'])
    expect(edgesTotal).toBe(2)
  })

  it('says in which documents each is named, and how often', async () => {
    const { documents, named } = await ask('model/rwkv', 'method/dpo')
    expect(documents.map(({ path }) => path)).toEqual(['notes/2023-12-10.txt', 'papers/2305.18290.md'])
    expect(named).toEqual({
      'model/rwkv': [
        [0, 2],
        [1, 1],
      ],
      'method/dpo': [[1, 2]],
    })
    const alone = await ask('method/dpo')
    expect(alone.documents).toEqual([
      { id: 'doc/papers/2305.18290.md', path: 'papers/2305.18290.md', date: '2024-01-05' },
    ])
    expect(alone.named).toEqual({ 'method/dpo': [[0, 2]] })
  })

  it('counts mentions as the entity itself does, document by document', async () => {
    const { documents, named } = await ask('model/rwkv')
    const { perDocument } = api.entityDetail.parse(await get(`/api/entities/${of('model/rwkv')}`))
    const counted = named['model/rwkv']?.map(([at, mentions]) => [documents[at]?.id, mentions])
    expect(counted?.sort()).toEqual(perDocument.map(({ document, mentions }) => [document, mentions]).sort())
  })

  it('keeps the heaviest edges where there are too many, and says how many there are', async () => {
    const { database } = kith
    const tables = { adjacency: await readAdjacency(database), namings: await readNamings(database) }
    const ids = smallGraph().entities.map(({ id }) => id)
    const { edges, edgesTotal } = await askPicture(database, tables, ids, 4)
    expect(edgesTotal).toBe(8)
    expect(edges.map(({ weight }) => weight).sort()).toEqual([2, 2, 3, 4])
  })

  it('is what the first picture is, which keeps every relation among its nodes', async () => {
    const overview = api.overview.parse(await get('/api/overview'))
    const whole = await ask(...overview.nodes.map(({ id }) => id))
    expect({ documents: overview.documents, named: overview.named }).toEqual({
      documents: whole.documents,
      named: whole.named,
    })
    const shown = new Set(overview.nodes.map(({ id }) => id))
    const among = SAID.filter(([, source, target]) => shown.has(source) && shown.has(target))
    expect(among.length).toBeGreaterThan(0)
    for (const [type, source, target] of among)
      expect(overview.edges.map(edgeText)).toContain(`${source} ${type} ${target}`)
  })
})

describe('a bridge', () => {
  const ask = async (from: string, to: string, rest = '') =>
    api.bridge.parse(await get(`/api/bridge?from=${of(from)}&to=${of(to)}${rest}`))
  const texts = ({ items }: api.Bridge) => items.map(({ nodes }) => nodes.map(({ name }) => name).join(' – '))

  it('begins with the edge from end to end, told as the relation that is said outright', async () => {
    const answer = await ask('RWKV', 'mamba')
    expect(texts(answer)[0]).toBe('RWKV – Mamba')
    expect(answer.items[0]?.edges.map(edgeText)).toEqual(['model/rwkv COMPARED_WITH model/mamba'])
    expect(answer.nearest).toEqual([])
  })

  it('leaves out what only quotes the same lines once more', async () => {
    // Mamba, RWKV and linear attention stand in one line: the way around says what the edge says.
    expect(texts(await ask('model/mamba', 'method/linear-attention', '&k=1'))).toEqual(['Mamba – linear attention'])
    const { items } = await ask('model/mamba', 'method/linear-attention')
    const told = new Set<string>()
    for (const { receipts } of items) {
      const passages = receipts.flat().map(({ passage }) => passage)
      expect(passages.some((passage) => !told.has(passage))).toBe(true)
      for (const passage of passages) told.add(passage)
    }
  })

  it('proves each hop with a line or two, and a meeting in a thread with both its lines', async () => {
    const { items } = await ask('linear attention', MAMBA_PAPER)
    expect(items[0]?.nodes.map(({ id }) => id)).toEqual(['method/linear-attention', 'model/rwkv', MAMBA_PAPER])
    expect(items[0]?.receipts.map((lines) => lines.map(({ line }) => line))[1]).toEqual([1, 2])
    for (const { nodes, edges, receipts } of items) {
      expect([edges.length, receipts.length]).toEqual([nodes.length - 1, nodes.length - 1])
      for (const lines of receipts) expect([1, 2]).toContain(lines.length)
    }
  })

  it('tells what comes nearest where there is no way', async () => {
    const answer = await ask('DPO', 'Mamba')
    expect(answer).toMatchObject({ items: [], total: 0 })
    // Both stand in the paper's page, with linear attention and RWKV.
    expect(answer.nearest.map(({ id }) => id)).toEqual(
      expect.arrayContaining(['method/linear-attention', 'model/rwkv']),
    )
    expect(answer.nearest.map(({ id }) => id)).not.toContain('method/dpo')
  })

  it('gives the same answer each time, and one way where one is asked for', async () => {
    expect(await ask('RWKV', 'Mamba')).toEqual(await ask('RWKV', 'Mamba'))
    expect((await ask('RWKV', 'Mamba', '&k=1')).total).toBe(1)
  })
})
