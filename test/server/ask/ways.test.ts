/** Ways from one entity to another: what they promise in every graph, and which company they prefer. */
import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { type Adjacency, type Company, slotBetween, toAdjacency } from '../../../server/ask/adjacency.ts'
import { costOf, findWays, type Path } from '../../../server/ask/ways.ts'

type Pair = [from: number, to: number, weight: number, npmi: number]

const nameOf = (at: number) => `model/n${String(at).padStart(3, '0')}`

function graph(size: number, pairs: readonly Pair[]): Adjacency {
  const companies = pairs.map(
    ([from, to, weight, npmi]): Company => ({
      type: 'CO_MENTION',
      source: nameOf(Math.min(from, to)),
      targets: [nameOf(Math.max(from, to))],
      weights: [weight],
      npmis: [npmi],
    }),
  )
  return toAdjacency(
    Array.from({ length: size }, (_, at) => nameOf(at)),
    companies,
  )
}

const anyGraph = fc.integer({ min: 2, max: 9 }).chain((size) => {
  const end = fc.integer({ min: 0, max: size - 1 })
  const pair = fc.tuple(
    end,
    end,
    fc.double({ min: 0.001, max: 12, noNaN: true }),
    fc.double({ min: -1, max: 1, noNaN: true }),
  )
  return fc.record({
    size: fc.constant(size),
    pairs: fc.uniqueArray(pair, { maxLength: 20, selector: ([a, b]) => `${Math.min(a, b)} ${Math.max(a, b)}` }),
    most: fc.integer({ min: 1, max: 10 }),
  })
})

/** All ways of at most four hops, by trying every one. */
function everyWay(adjacency: Adjacency, to: number, places: readonly number[]): number[][] {
  const last = places.at(-1) as number
  if (last === to) return [[...places]]
  if (places.length > 4) return []
  return adjacency.ids.flatMap((_, next) =>
    places.includes(next) || slotBetween(adjacency, last, next) < 0 ? [] : everyWay(adjacency, to, [...places, next]),
  )
}

/** The shortest of them, in hops; infinite where there is none. */
const distanceTo = (adjacency: Adjacency, to: number) =>
  Math.min(...everyWay(adjacency, to, [0]).map((places) => places.length - 1))

const middleOf = ({ places }: Path) => places.slice(1, -1)

describe('in any graph', () => {
  it('each way is real, of four hops or fewer, with no name twice, and the costs rise', () => {
    fc.assert(
      fc.property(anyGraph, ({ size, pairs, most }) => {
        const adjacency = graph(size, pairs)
        const ways = findWays(adjacency, 0, size - 1, most)
        expect(ways.length).toBeLessThanOrEqual(most)
        for (const { places, cost } of ways) {
          expect([places[0], places.at(-1)]).toEqual([0, size - 1])
          expect(places.length).toBeLessThanOrEqual(5)
          expect(new Set(places).size).toBe(places.length)
          for (const [at, place] of places.slice(1).entries())
            expect(slotBetween(adjacency, places[at] as number, place)).toBeGreaterThanOrEqual(0)
          expect(cost).toBe(costOf(adjacency, places))
        }
        const costs = ways.map(({ cost }) => cost)
        expect(costs).toEqual([...costs].sort((a, b) => a - b))
      }),
    )
  })

  it('the first is the cheapest there is, and there is none only where none exists', () => {
    fc.assert(
      fc.property(anyGraph, ({ size, pairs, most }) => {
        const adjacency = graph(size, pairs)
        const cheapest = Math.min(...everyWay(adjacency, size - 1, [0]).map((places) => costOf(adjacency, places)))
        const [first] = findWays(adjacency, 0, size - 1, most)
        expect(first?.cost ?? Number.POSITIVE_INFINITY).toBeCloseTo(cheapest, 9)
      }),
    )
  })

  it('none is shorter than the shortest, and a longer one comes first only where it costs less than any of these', () => {
    fc.assert(
      fc.property(anyGraph, ({ size, pairs, most }) => {
        const adjacency = graph(size, pairs)
        const distance = distanceTo(adjacency, size - 1)
        const ways = findWays(adjacency, 0, size - 1, most)
        expect(ways.length > 0).toBe(distance <= 4)
        for (const { places } of ways) expect(places.length - 1).toBeGreaterThanOrEqual(distance)
        const [first] = ways
        if (!first || first.places.length - 1 === distance) return
        for (const places of everyWay(adjacency, size - 1, [0]))
          if (places.length - 1 === distance) expect(costOf(adjacency, places)).toBeGreaterThanOrEqual(first.cost)
      }),
    )
  })

  it('an edge from end to end comes first, and no way passes all that another passes', () => {
    fc.assert(
      fc.property(anyGraph, ({ size, pairs, most }) => {
        const adjacency = graph(size, pairs)
        const ways = findWays(adjacency, 0, size - 1, most)
        const isJoined = slotBetween(adjacency, 0, size - 1) >= 0
        expect(ways.map(({ places }) => places.length === 2)).toEqual(ways.map((_, at) => at === 0 && isJoined))
        const middles = ways.map(middleOf).filter((middle) => middle.length > 0)
        for (const one of middles)
          for (const other of middles)
            if (one !== other) expect(one.every((place) => other.includes(place))).toBe(false)
      }),
    )
  })

  it('the way back costs the same', () => {
    fc.assert(
      fc.property(anyGraph, ({ size, pairs }) => {
        const adjacency = graph(size, pairs)
        const [there] = findWays(adjacency, 0, size - 1, 1)
        const [back] = findWays(adjacency, size - 1, 0, 1)
        expect(back?.cost ?? -1).toBeCloseTo(there?.cost ?? -1, 9)
      }),
    )
  })
})

describe('of two ways', () => {
  const crowd = (hub: number, from: number): Pair[] =>
    Array.from({ length: 20 }, (_, at): Pair => [hub, from + at, 1, 0.5])

  it.each<[string, Pair[], number[][]]>([
    [
      'the one through stronger edges is better',
      [
        [0, 1, 0.1, 0.5],
        [1, 3, 0.1, 0.5],
        [0, 2, 1, 0.5],
        [2, 3, 1, 0.5],
      ],
      [[2], [1]],
    ],
    [
      'edges of chance are weak',
      [
        [0, 1, 1, -0.2],
        [1, 3, 1, -0.2],
        [0, 2, 0.5, 0.8],
        [2, 3, 0.5, 0.8],
      ],
      [[2], [1]],
    ],
    [
      'a hub tells less than a name of few',
      [[0, 1, 1, 0.5], [1, 3, 1, 0.5], [0, 2, 0.5, 0.5], [2, 3, 0.5, 0.5], ...crowd(1, 4)],
      [[2], [1]],
    ],
    [
      'equal ones stand in the order of their ids',
      [
        [0, 2, 1, 0.5],
        [2, 3, 1, 0.5],
        [0, 1, 1, 0.5],
        [1, 3, 1, 0.5],
      ],
      [[1], [2]],
    ],
    [
      'a detour around the first is none',
      [
        [0, 1, 1, 0.5],
        [1, 3, 1, 0.5],
        [1, 2, 1, 0.5],
        [2, 3, 1, 0.5],
      ],
      [[1]],
    ],
  ])('%s', (_name, pairs, expected) => {
    const ways = findWays(graph(24, pairs), 0, 3, 5)
    expect(ways.map(middleOf)).toEqual(expected)
  })

  it('the longer is better where the shorter leads through a hub by chance alone', () => {
    const pairs: Pair[] = [
      [0, 1, 0.01, 0.1],
      [1, 3, 0.01, 0.1],
      [0, 2, 4, 1],
      [2, 24, 4, 1],
      [24, 3, 4, 1],
      ...crowd(1, 4),
    ]
    expect(findWays(graph(25, pairs), 0, 3, 2).map(middleOf)).toEqual([[2, 24], [1]])
  })

  it('a further one leads through names that were not passed', () => {
    // 0 – 1 – 2 – 5 is the best; 0 – 1 – 3 – 5 would be next, but it shares 1.
    const pairs: Pair[] = [
      [0, 1, 2, 0.9],
      [1, 2, 2, 0.9],
      [2, 5, 2, 0.9],
      [1, 3, 1.8, 0.9],
      [3, 5, 1.8, 0.9],
    ]
    const elsewhere: Pair[] = [
      [0, 4, 1, 0.9],
      [4, 6, 1, 0.9],
      [6, 5, 1, 0.9],
    ]
    const ways = findWays(graph(7, [...pairs, ...elsewhere]), 0, 5, 2)
    expect(ways.map(middleOf)).toEqual([
      [1, 2],
      [4, 6],
    ])
  })
})

it('takes the strongest of several edges between the same two, and a relation for no matter of chance', () => {
  const companies: Company[] = [
    { type: 'CO_MENTION', source: nameOf(0), targets: [nameOf(1)], weights: [1], npmis: [0.1] },
    { type: 'USES', source: nameOf(1), targets: [nameOf(0)], weights: [1], npmis: [0] },
  ]
  const adjacency = toAdjacency([nameOf(1), nameOf(0)], companies)
  expect(adjacency.strengths[slotBetween(adjacency, 0, 1)]).toBe(1)
  expect([...adjacency.degrees]).toEqual([1, 1])
})
