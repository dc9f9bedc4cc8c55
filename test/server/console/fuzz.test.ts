/** A slice of the fuzz run (test/fuzz/console.ts), with a seed that stays: each query ends in an answer or a sentence. */
import { afterAll, beforeAll, expect, it } from '@jest/globals'
import { sha256Of } from '../../../server/canonical.ts'
import { testFolder } from '../../folder.ts'
import { generate, randomOf } from '../../fuzz/grammar.ts'
import { fuzz } from '../../fuzz/run.ts'
import { smallGraph } from '../graph.ts'
import { type ServedConsole, STORES, serveConsole } from './stores.ts'

const SEED = 20_261
const COUNT = 200

const folder = testFolder()
let kith: ServedConsole
beforeAll(async () => {
  const [[, grafeo]] = STORES as [(typeof STORES)[number]]
  kith = await serveConsole(grafeo(folder('graph')), smallGraph(), { deadline: 400 })
})
afterAll(() => kith.close())

it('ends in an answer or a sentence, and writes nothing', async () => {
  const { outcomes, unnamed } = await fuzz(kith.console, { seed: SEED, count: COUNT })
  expect(unnamed).toEqual([])
  // A generator that only makes nonsense, or nothing but sense, tries nothing.
  for (const outcome of ['answered', 'refused', 'invalid']) expect(outcomes[outcome]).toBeGreaterThan(10)
  expect(await kith.sha256()).toBe(sha256Of(smallGraph()))
}, 240_000)

it('is the same for the same seed', () => {
  const queries = (seed: number) => {
    const random = randomOf(seed)
    return Array.from({ length: 50 }, () => generate(random))
  }
  expect(queries(3)).toEqual(queries(3))
  expect(queries(3)).not.toEqual(queries(4))
})
