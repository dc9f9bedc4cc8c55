/** The embedded store keeps what every store promises, for any small graph. */

import { rmSync } from 'node:fs'
import { expect, it } from '@jest/globals'
import fc from 'fast-check'
import type { Graph } from '../../../ingest/types.ts'
import { sha256Of } from '../../../server/canonical.ts'
import { openGrafeo } from '../../../server/store/grafeo.ts'
import { readGraph } from '../../../server/store/read.ts'
import { fillGraph, saveGraph } from '../../../server/store/save.ts'
import { testDatabase } from '../../database.ts'
import { testFolder } from '../../folder.ts'
import { graphOf } from '../../ingest/graph-of.ts'

const folder = testFolder()

testDatabase('Grafeo', async () => {
  const scratch = openGrafeo(folder('scratch'), 'create')
  return {
    scratch,
    url: `file:${folder('graph')}`,
    credentials: { username: '', password: '', database: '' },
    hub: 70_000,
    empty: async () => rmSync(folder('graph'), { recursive: true, force: true }),
    close: () => scratch.close(),
  }
})

it('gives back more edges than a call takes arguments', async () => {
  const id = (at: number) => `model/n${String(at).padStart(3, '0')}`
  const seen = { firstSeen: null, lastSeen: null }
  const graph: Graph = { documents: [], passages: [], entities: [], mentions: [], edges: [] }
  for (let at = 0; at < 520; at++) {
    const entity = { kind: 'Model' as const, aliases: [], mentions: 0, documents: 0, ...seen }
    graph.entities.push({ ...entity, id: id(at), name: `N${at}` })
    for (let to = at + 1; to < 520; to++) {
      const parts = { sentence: 1, turn: 0, thread: 0 }
      const edge = { weight: 1, support: 1, scope: 'sentence' as const, parts, npmi: 0, ...seen, receipts: [] }
      graph.edges.push({ type: 'CO_MENTION', source: id(at), target: id(to), ...edge })
    }
  }
  const database = openGrafeo(folder('many'), 'create')
  await fillGraph(database, graph, { sha256: '' })
  const { edges } = await readGraph(database)
  expect(edges).toHaveLength(134_940)
  expect(edges.every(({ target }, at) => target === graph.edges[at]?.target)).toBe(true)
  await database.close()
}, 120_000)

const NAMES = [
  'RWKV',
  'rwkv-5',
  'Mamba',
  'GPT-4',
  '线性attention',
  '混合专家',
  'MoE',
  'DPO',
  '外推',
  'arxiv.org/abs/1706.03762',
]

/** Texts in which names, words of every script and the marks of notes stand in any order. */
const word = fc.oneof(
  { weight: 4, arbitrary: fc.constantFrom(...NAMES) },
  {
    weight: 2,
    arbitrary: fc.constantFrom(
      '。',
      '，',
      '\n',
      '\n\n',
      '\n- ',
      '\n## 2024.3.4\n',
      '\nD：',
      '\nF1：',
      '1. ',
      '"',
      '\\',
    ),
  },
  // A note that holds a NUL is taken for a binary file, and is no note.
  {
    weight: 1,
    arbitrary: fc.string({ unit: 'binary', maxLength: 6 }).map((text) => text.replaceAll('\0', '')),
  },
)
const text = fc.array(word, { maxLength: 30 }).map((words) => `Notes\n${words.join(' ')}`)
const texts = fc.dictionary(fc.constantFrom('a.md', 'b.txt', 'c/d.md', '中文.md'), text, { minKeys: 1 })

it.each([
  ['filled past the query language', fillGraph],
  ['saved by queries', saveGraph],
])(
  'gives back any graph equal, %s',
  async (_name, save) => {
    let run = 0
    await fc.assert(
      fc.asyncProperty(texts, async (given) => {
        const graph = graphOf(given)
        const database = openGrafeo(folder(`any-${save.name}-${run++}`), 'create')
        try {
          await save(database, graph, { sha256: sha256Of(graph) })
          expect(await readGraph(database)).toEqual(graph)
        } finally {
          await database.close()
        }
      }),
      { numRuns: 40 },
    )
  },
  120_000,
)
