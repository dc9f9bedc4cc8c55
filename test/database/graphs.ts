/** A saved graph is given back equal, whatever was there before it and however its saving went. */
import { expect, it } from '@jest/globals'
import type { Graph } from '../../ingest/types.ts'
import { readGraph } from '../../server/store/read.ts'
import { graphOf } from '../ingest/graph-of.ts'
import { smallGraph } from '../server/graph.ts'
import { reading, save, type TestedStore } from './store.ts'

/** Two documents that share a line, a paper's page, and names of every sort. */
const LONG = graphOf({
  'a.md':
    '# 2024-01-02\n\nRWKV and Mamba are linear attention.\n\n长度外推 with RWKV-5, DPO and RLHF\n\nMoE beside LoRA.',
  'b.txt': 'D：[Attention](https://arxiv.org/abs/1706.03762)\nF1：连rwkv都\nRWKV and Mamba are linear attention.\n',
})
const SHORT = graphOf({ 'a.md': 'RWKV and Mamba are linear attention.' })

export function describeGraphs(store: () => TestedStore): void {
  it('says that there is no graph where none was built', async () => {
    await store().empty()
    await expect(reading(store(), readGraph)).rejects.toMatchObject({ code: 'not_found' })
  })
  it.each([
    ['of two documents that share a line', LONG],
    ['small enough to check by eye', smallGraph()],
    ['whose names are odd', oddly(smallGraph())],
    ['of a document in which nothing is named', graphOf({ 'empty.md': 'nothing at all' })],
  ])('gives back a graph %s', async (_name, graph) => {
    await save(store(), graph)
    expect(await reading(store(), readGraph)).toEqual(graph)
  })
  it('changes nothing when it saves the same graph again', async () => {
    await save(store(), LONG)
    await save(store(), LONG)
    expect(await reading(store(), readGraph)).toEqual(LONG)
  })
  it('forgets what is no longer in the graph', async () => {
    await save(store(), LONG)
    await save(store(), SHORT)
    expect(await reading(store(), readGraph)).toEqual(SHORT)
  })
  it('gives an entity that became of another kind the label of that one alone', async () => {
    const graph = smallGraph()
    await save(store(), graph)
    const kind = 'Tool' as const
    const decided = graph.entities.map((entity) => (entity.id === 'model/rwkv' ? { ...entity, kind } : entity))
    await save(store(), { ...graph, entities: decided })
    await reading(store(), async (database) => {
      expect(await readGraph(database)).toEqual({ ...graph, entities: decided })
      expect(await database.run("MATCH (e:Tool {id: 'model/rwkv'}) RETURN e.name AS name")).toEqual([{ name: 'RWKV' }])
      expect(await database.run("MATCH (e:Model {id: 'model/rwkv'}) RETURN e.name AS name")).toEqual([])
    })
  })
  it.each([1, 2, 3, 4])('shows nobody half a graph when a save breaks off (%i/4), and converges', async (quarter) => {
    await save(store(), SHORT)
    const cutOff = save(store(), LONG, {
      onProgress: (done, total) => {
        if (done >= (total * quarter) / 4) throw new Error('cut off')
      },
    })
    await expect(cutOff).rejects.toThrow('cut off')
    // The graph before it, or the sentence that it is being built.
    const seen = await reading(store(), readGraph).catch((error: unknown) => error)
    if (seen instanceof Error) expect(seen).toMatchObject({ code: 'building' })
    else expect(seen).toEqual(SHORT)
    await save(store(), LONG)
    expect(await reading(store(), readGraph)).toEqual(LONG)
  })
}

/** Other names for the same things, such as notes may hold. */
function oddly(graph: Graph): Graph {
  const odd = ['__proto__', 'constructor', `"it's"`, 'back\\slash', '👩‍🔬', 'two\nlines', '$id `x` {y}']
  const entities = graph.entities.map((entity, at) => ({
    ...entity,
    name: odd[at % odd.length] as string,
    aliases: odd,
  }))
  const documents = graph.documents.map((document) => ({ ...document, title: '</script>\u2028', date: null }))
  return { ...graph, entities, documents }
}
