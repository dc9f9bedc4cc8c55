/** The console stays off where a store does not refuse what it must, and says which. */
import { expect, it } from '@jest/globals'
import { CANARIES, type Layer } from '../../../server/console/canaries.ts'
import { createConsole } from '../../../server/console/console.ts'
import type { Engine } from '../../../server/console/engine.ts'
import { KithError } from '../../../server/errors.ts'

const REFUSED = new KithError('refused', 'The query writes.')

/** @param probe what the store does with a canary that reaches it */
function engineThat(probe: (layer: Layer, query: string) => Promise<void>): Engine {
  return {
    store: 'grafeo',
    workers: 1,
    ask: async () => ({ columns: ['n'], rows: [[1]], stopped: null, milliseconds: 1, notes: [] }),
    explain: async () => ({ plan: { operator: 'Return', details: '', children: [] }, notes: [] }),
    probe,
    close: async () => {},
  }
}

it('answers where each canary is refused, and tries them once', async () => {
  let tried = 0
  const console = createConsole(
    engineThat(async () => {
      tried++
      throw REFUSED
    }),
  )
  await console.query('RETURN 1 AS n')
  const first = tried
  await console.query('RETURN 1 AS n')
  expect({ first: first > 2, again: tried - first }).toEqual({ first: true, again: 0 })
})

it.each([
  ['plan', 'CREATE', /CREATE in the plan was not refused/],
  ['plan', 'LOAD CSV', /LOAD CSV in the plan was not refused/],
  ['store', 'CREATE', /CREATE by the store itself was not refused/],
] as const)('is off where the %s lets %s pass', async (layer, word, says) => {
  const console = createConsole(
    engineThat(async (tried, query) => {
      if (tried !== layer || !query.startsWith(word)) throw REFUSED
    }),
  )
  for (const ask of [() => console.query('RETURN 1 AS n'), () => console.plan('RETURN 1 AS n')])
    await expect(ask()).rejects.toMatchObject({ code: 'unavailable', message: expect.stringMatching(says) })
})

it('tries again where a store was not there to be tried', async () => {
  let isThere = false
  const console = createConsole(
    engineThat(async () => {
      throw isThere ? REFUSED : new KithError('unavailable', 'Neo4j does not answer.')
    }),
  )
  await expect(console.query('RETURN 1 AS n')).rejects.toMatchObject({ message: 'Neo4j does not answer.' })
  isThere = true
  expect((await console.query('RETURN 1 AS n')).rows).toEqual([[1]])
})

it('takes no canary for refused because nobody looked', () => {
  expect(new Set(CANARIES.map(({ layer }) => layer))).toEqual(new Set(['text', 'plan', 'store']))
})
