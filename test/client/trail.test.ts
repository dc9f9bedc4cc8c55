import { expect, it } from '@jest/globals'
import { edgeId } from '../../client/state/graph.ts'
import { shortestWay } from '../../client/state/trail.ts'
import { edge } from './fixtures.ts'

const picture = (...edges: ReturnType<typeof edge>[]) => ({ edges: new Map(edges.map((one) => [edgeId(one), one])) })

it('goes the shortest way, not the heaviest', () => {
  const edges = [edge('a', 'b', { weight: 9 }), edge('b', 'c', { weight: 9 }), edge('a', 'c', { weight: 0.1 })]
  expect(shortestWay(picture(...edges), 'a', 'c')).toEqual(['a', 'c'])
})

it('takes, of two ways of one length, the one whose weakest edge is the heavier', () => {
  const weak = [edge('a', 'm', { weight: 9 }), edge('m', 'z', { weight: 1 })]
  const even = [edge('a', 'n', { weight: 3 }), edge('n', 'z', { weight: 3 })]
  expect(shortestWay(picture(...weak, ...even), 'a', 'z')).toEqual(['a', 'n', 'z'])
})

it('finds none between two that nothing joins', () => {
  expect(shortestWay(picture(edge('a', 'b')), 'a', 'z')).toBeNull()
})
