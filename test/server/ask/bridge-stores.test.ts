/**
 * Bridges between random pairs: what a plain search promises holds, and both stores answer alike to the byte.
 *
 * `KITH_TEST_BRIDGES=1000` tries so many pairs, and `KITH_TEST_NOTES=<folder>` other notes than the sample.
 */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { toGraph } from '../../../ingest/pipeline.ts'
import type { Graph } from '../../../ingest/types.ts'
import type { Bridge } from '../../../server/api.ts'
import { sha256Of } from '../../../server/canonical.ts'
import { extractFiles } from '../../../server/extraction.ts'
import { collectFiles } from '../../../server/files.ts'
import { loadLexicon } from '../../../server/lexicon.ts'
import type { Credentials } from '../../../server/store/neo4j.ts'
import { openGraph, replaceGraph } from '../../../server/store/open.ts'
import { testFolder } from '../../folder.ts'
import { describeWith, testNeo4j } from '../../needs.ts'
import { SAMPLE } from '../../sample.ts'
import { bridgesOf, countShortest, faultsOf, type Pair, somePairs, toDistances } from './bridges.ts'

const { KITH_TEST_BRIDGES: count = '60', KITH_TEST_NOTES: notes = SAMPLE } = process.env
const NOBODY: Credentials = { username: '', password: '', database: '' }
const PATIENCE = 600_000

describe('bridges between random pairs', () => {
  const folder = testFolder()
  const log = console.info
  let graph: Graph
  let pairs: Pair[]
  let answers: string[]

  beforeAll(async () => {
    const { files } = await collectFiles([notes])
    const { extractions } = await extractFiles(files)
    graph = toGraph(extractions, loadLexicon())
    pairs = somePairs(
      graph.entities.map(({ id }) => id),
      Number(count),
    )
    answers = await answersFrom(`file:${folder('graph')}`, NOBODY)
  }, PATIENCE)
  afterAll(() => {
    if (process.env.KITH_TEST_BRIDGES) log(summary())
  })

  async function answersFrom(url: string, credentials: Credentials): Promise<string[]> {
    await replaceGraph(url, credentials, graph, { sha256: sha256Of(graph) })
    const database = openGraph(url, credentials)
    try {
      return await bridgesOf(database, pairs)
    } finally {
      await database.close()
    }
  }

  function summary(): string {
    const distanceOf = toDistances(graph)
    const rows = countShortest(
      answers.map((answer) => JSON.parse(answer) as Bridge),
      pairs.map(([from, to]) => distanceOf(from, to)),
    )
    const lines = [...rows].map(([distance, counts]) => `${distance} hops apart: ${counts.join(', ')}`)
    return ['pairs, with a way of that length, of which it is the first', ...lines].join('\n')
  }

  it('are there exactly where a plain search finds a way of four hops, and never shorter', () => {
    const distanceOf = toDistances(graph)
    const faults = answers.flatMap((answer, at) =>
      faultsOf(JSON.parse(answer) as Bridge, distanceOf(...(pairs[at] as Pair))),
    )
    expect(faults).toEqual([])
    expect(answers).toHaveLength(Number(count))
  })

  describeWith('Neo4j', 'from Neo4j', () => {
    it(
      'are the same to the byte as from the embedded store',
      async () => {
        const { url, credentials } = testNeo4j()
        const theirs = await answersFrom(url, credentials)
        for (const [at, answer] of answers.entries()) expect(theirs[at]).toBe(answer)
      },
      PATIENCE,
    )
  })
})
