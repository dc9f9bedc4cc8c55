/** Every store gives the same answers: those that the embedded one gives for the same graph. */

import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it } from '@jest/globals'
import { type Graph, RELATION_TYPES } from '../../ingest/types.ts'
import { askAbout } from '../../server/ask/about.ts'
import { readAdjacency } from '../../server/ask/adjacency.ts'
import { askBridge } from '../../server/ask/bridge.ts'
import { askEntity } from '../../server/ask/detail.ts'
import { askDocument, askDocuments } from '../../server/ask/documents.ts'
import { askEdges, askNeighbors } from '../../server/ask/entities.ts'
import { readNames } from '../../server/ask/names.ts'
import { readNamings } from '../../server/ask/namings.ts'
import { askOverview } from '../../server/ask/overview.ts'
import { askPicture } from '../../server/ask/picture.ts'
import { askStats } from '../../server/ask/stats.ts'
import { sha256Of } from '../../server/canonical.ts'
import { readGaps } from '../../server/find/gaps.ts'
import { readPassages } from '../../server/find/passages.ts'
import { readTitles } from '../../server/find/passages-papers.ts'
import { readPapers } from '../../server/find/related.ts'
import { createSearch } from '../../server/find/search.ts'
import { readDays } from '../../server/keep/days.ts'
import { askDigest } from '../../server/keep/digest.ts'
import type { Database } from '../../server/store/database.ts'
import { openGrafeo } from '../../server/store/grafeo.ts'
import { fillGraph } from '../../server/store/save.ts'
import { askSurvey } from '../../server/survey/survey.ts'
import { HUB, hubGraph } from '../hub.ts'
import { sampleGraph } from '../sample.ts'
import { reading, save, type TestedStore } from './store.ts'

export function describeAnswers(store: () => TestedStore): void {
  it('answers every question about the sample notes as any other store does', async () => {
    const graph = await sampleGraph()
    await save(store(), graph)
    const answers = await reading(store(), (database) => answersFrom(database, graph))
    const expected = await fromGrafeo(graph, (database) => answersFrom(database, graph))
    for (const [question, answer] of expected) expect([question, answers.get(question)]).toEqual([question, answer])
    expect(answers.size).toBe(expected.size)
  }, 300_000)

  it('answers from a hub that everyone is joined to', async () => {
    const { hub } = store()
    await save(store(), hubGraph(hub))
    await reading(store(), async (database) => {
      const entity = await askEntity(database, HUB)
      expect(entity).toMatchObject({ neighbors: hub, perDocument: [{ mentions: hub }] })
      expect(entity.receipts).toHaveLength(50)
      const { items, total } = await askNeighbors(database, HUB, { limit: 3 })
      expect(total).toBe(hub)
      // The later a neighbour comes, the heavier its edge.
      expect(items.map(({ entity: { id } }) => id)).toEqual([1, 2, 3].map((back) => neighbor(hub - back)))
    })
  }, 600_000)
}

const neighbor = (at: number) => `model/n${String(at).padStart(6, '0')}`

const BRIDGES = [
  ['model/rwkv', 'model/mamba'],
  ['method/dpo', 'method/contrastive-learning'],
  ['method/dpo', 'model/rwkv'],
] as const

/** Questions and their answers as JSON. */
async function answersFrom(database: Database, graph: Graph): Promise<Map<string, unknown>> {
  const answers = new Map<string, unknown>()
  const ask = async (question: string, answer: unknown) => {
    answers.set(question, JSON.parse(JSON.stringify(await answer)))
  }
  for (const limit of [5, 48]) await ask(`overview ${limit}`, askOverview(database, limit))
  await ask('stats', askStats(database))
  const { store: _, ...about } = await askAbout(database)
  await ask('about', about)
  await ask('documents', askDocuments(database))
  for (const { id } of graph.documents) await ask(`document ${id}`, askDocument(database, id))
  for (const { id } of graph.entities.filter((_, at) => at % 3 === 0)) {
    await ask(`entity ${id}`, askEntity(database, id))
    await ask(`neighbors ${id}`, askNeighbors(database, id, { limit: 12 }))
  }
  const filter = { kinds: ['Method', 'Paper'] as const, from: '2023-12', to: '2024-06', minWeight: 0.5 }
  for (const id of ['model/rwkv', 'model/mamba'])
    await ask(`filtered ${id}`, askNeighbors(database, id, { limit: 5, ...filter, among: ['method/dpo'] }))
  await ask('said of model/rwkv', askNeighbors(database, 'model/rwkv', { limit: 12, relations: RELATION_TYPES }))
  await ask('said or met', askNeighbors(database, 'method/dpo', { limit: 12, relations: ['USES', 'CO_MENTION'] }))
  const tables = { adjacency: await readAdjacency(database), namings: await readNamings(database) }
  await ask('adjacency', { ...tables.adjacency, places: [...tables.adjacency.places] })
  const ids = graph.entities.map(({ id }) => id)
  await ask('picture', askPicture(database, tables, [...ids, 'model/none']))
  await ask('picture, cut', askPicture(database, tables, ids, 100))
  for (const [from, to] of BRIDGES) await ask(`bridge ${from} ${to}`, askBridge(database, tables, from, to, 5))
  const telling = graph.edges.filter(({ type }, at) => type !== 'CO_MENTION' || at % 25 === 0)
  for (const { source, target } of telling) await ask(`edges ${source} ${target}`, askEdges(database, target, source))
  const names = await readNames(database)
  for (const text of [
    'rw',
    '外推',
    '线',
    'linear attention',
    'mamba',
    'tranformer',
    'rwvk',
    'cdwt',
    'xianxing',
    '__proto__',
    '(*',
  ])
    await ask(`search ${text}`, names.search(text, { limit: 20 }))
  const papers = await readPapers(database, names)
  for (const concept of ['长度外推', 'DPO', 'state space models'])
    await ask(`related ${concept}`, papers.related(concept, { limit: 10 }))
  const [titles, passages] = [readTitles(database), readPassages(database)]
  const search = createSearch({ names: async () => names, titles: () => titles, passages: () => passages })
  for (const text of ['长度外推', 'linear attention', '"attention"', 'xianxing'])
    await ask(`find ${text}`, search(text, { limit: 10 }))
  const gaps = await readGaps(database, names, tables, papers.library)
  await ask('gaps', gaps.ask({ limit: 10 }))
  await ask('gaps of mamba', gaps.ask({ limit: 10, concept: 'model/mamba' }))
  for (const concept of ['DPO', '长度外推'])
    await ask(`survey ${concept}`, askSurvey({ database, names, tables, papers }, concept))
  const followed = ['method/dpo', 'model/rwkv'].map((id) => ({ text: id, id }))
  const days = await readDays(database)
  await ask('digest', askDigest({ database, days, papers }, { concepts: followed, read: new Set() }))
  return answers
}

async function fromGrafeo<T>(graph: Graph, work: (database: Database) => Promise<T>): Promise<T> {
  const folder = mkdtempSync(join(tmpdir(), 'kith-test-'))
  const database = openGrafeo(join(folder, 'graph'), 'create')
  try {
    await fillGraph(database, graph, { sha256: sha256Of(graph) })
    return await work(database)
  } finally {
    await database.close()
    rmSync(folder, { recursive: true, force: true })
  }
}
