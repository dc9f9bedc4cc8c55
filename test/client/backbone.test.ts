import { expect, it } from '@jest/globals'
import fc from 'fast-check'
import { toBackbone } from '../../client/state/backbone.ts'
import { edge } from './fixtures.ts'

/** Everyone joined to everyone, ten names. */
const all = Array.from({ length: 45 }, (_, index) => {
  const [a, b] = [Math.floor((Math.sqrt(8 * index + 1) + 1) / 2), index]
  return edge(`n${b - (a * (a - 1)) / 2}`, `n${a}`, { weight: 1 + ((index * 7) % 11) })
})
const reached = (edges: readonly { source: string; target: string }[], from: string): Set<string> => {
  const seen = new Set([from])
  for (let grown = true; grown; ) {
    grown = false
    for (const { source, target } of edges) {
      if (seen.has(source) === seen.has(target)) continue
      seen.add(source).add(target)
      grown = true
    }
  }
  return seen
}

it('is much less than all, and joins whatever was joined', () => {
  const drawn = toBackbone(all)
  expect(drawn.length).toBeLessThan(30)
  expect(reached(drawn, 'n0').size).toBe(10)
})

it('has every edge of what is looked at, and every relation the notes state', () => {
  const stated = edge('n0', 'n9', { type: 'USES', weight: 0.001, npmi: 0 })
  const drawn = toBackbone([...all, stated], 'n4')
  expect(drawn.filter(({ source, target }) => [source, target].includes('n4'))).toHaveLength(9)
  expect(drawn).toContain(stated)
})

it('has every edge among several, and no more of the rest', () => {
  const weak = all.map((one) => ({ ...one, weight: ['n1', 'n2', 'n3'].includes(one.source) ? 0.001 : one.weight }))
  const between = (edges: typeof all) =>
    edges.filter(({ source, target }) => ['n1', 'n2', 'n3'].includes(source) && ['n1', 'n2', 'n3'].includes(target))
  const drawn = toBackbone(weak, null, ['n1', 'n2', 'n3'])
  expect(between(drawn)).toHaveLength(3)
  expect(drawn.length).toBeLessThanOrEqual(toBackbone(weak).length + 3)
})

it('is the same in whatever order the edges come', () => {
  fc.assert(
    fc.property(fc.shuffledSubarray(all, { minLength: 45 }), (shuffled) => {
      expect(toBackbone(shuffled)).toEqual(toBackbone(all))
    }),
  )
})
