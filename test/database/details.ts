/** What every store tells of an entity beyond its lines, and of the build that made the graph. */
import { expect, it } from '@jest/globals'
import { askAbout } from '../../server/ask/about.ts'
import { askEntity } from '../../server/ask/detail.ts'
import { readGraph } from '../../server/store/read.ts'
import { graphState, readSkipped } from '../../server/store/state.ts'
import { graphOf } from '../ingest/graph-of.ts'
import { reading, save, type TestedStore } from './store.ts'

const GRAPH = graphOf({
  '2024-01-02.md': '# Notes\n\nMamba is a selective state space model.\n\nMamba 和 RWKV 很像。',
  '2024-03-04.md': 'RWKV 又快了，Mamba 也是。\n\nThe code is at https://github.com/state-spaces/mamba now.',
})

export function describeDetails(store: () => TestedStore): void {
  it('tells what an entity is, where it is at home, and when it is named', async () => {
    await save(store(), GRAPH)
    const { definition, links, perMonth } = await reading(store(), (database) => askEntity(database, 'model/mamba'))
    expect(definition).toMatchObject({
      path: '2024-01-02.md',
      line: 3,
      quote: 'Mamba is a selective state space model.',
    })
    expect(links).toEqual([{ name: 'GitHub', url: 'https://github.com/state-spaces/mamba' }])
    expect(perMonth).toEqual([
      { month: '2024-01', mentions: 2 },
      { month: '2024-03', mentions: 2 },
    ])
  })

  it('remembers what was skipped, 200 of it at most, beside the graph and not in it', async () => {
    const items = Array.from({ length: 250 }, (_, at) => ({ path: `a/"${at}"\n.bin`, reason: '它是空的' }))
    await save(store(), GRAPH, { skipped: { items, total: 250 } })
    await reading(store(), async (database) => {
      expect((await askAbout(database)).skipped).toEqual({ items: items.slice(0, 200), total: 250 })
      expect(await readGraph(database)).toEqual(GRAPH)
      expect(await graphState(database)).toMatchObject({ whole: true, documents: 2 })
    })
  })

  it('tells nothing skipped from not knowing, and forgets what an earlier build skipped', async () => {
    await save(store(), GRAPH, { skipped: { items: [{ path: 'a.bin', reason: 'it is empty' }], total: 1 } })
    await save(store(), GRAPH, { skipped: { items: [], total: 0 } })
    expect(await reading(store(), readSkipped)).toEqual({ items: [], total: 0 })
    await save(store(), GRAPH)
    expect(await reading(store(), readSkipped)).toBe(null)
  })
}
