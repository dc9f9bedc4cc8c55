/** The score of a gap: what it promises in every graph, and that it finds what was hidden. */
import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { type Company as Edges, toAdjacency } from '../../../server/ask/adjacency.ts'
import { type Company, toCompany } from '../../../server/find/gaps-company.ts'
import { bestGaps, byScore, FEWEST_SHARED, gapBetween, gapsOf, sharedBy } from '../../../server/find/gaps-score.ts'

type Pair = readonly [from: number, to: number, weight: number]

const nameOf = (at: number) => `model/n${String(at).padStart(3, '0')}`

function company(size: number, pairs: readonly Pair[], isLeftOut: (id: string) => boolean = () => false): Company {
  const edges = pairs.map(
    ([from, to, weight]): Edges => ({
      type: 'CO_MENTION',
      source: nameOf(Math.min(from, to)),
      targets: [nameOf(Math.max(from, to))],
      weights: [weight],
      npmis: [0.5],
    }),
  )
  return toCompany(
    toAdjacency(
      Array.from({ length: size }, (_, at) => nameOf(at)),
      edges,
    ),
    isLeftOut,
  )
}

const anyCompany = fc.integer({ min: 4, max: 14 }).chain((size) => {
  const end = fc.integer({ min: 0, max: size - 1 })
  const pair = fc.tuple(end, end, fc.double({ min: 0.001, max: 9, noNaN: true }))
  const selector = ([a, b]: Pair) => `${Math.min(a, b)} ${Math.max(a, b)}`
  const pairs = fc.uniqueArray(pair, { maxLength: 60, selector }).map((all) => all.filter(([a, b]) => a !== b))
  return fc.record({ size: fc.constant(size), pairs })
})

const all = (size: number) => new Uint8Array(size).fill(1)

describe('in any graph', () => {
  it('the shares of the names that are shared add up to the score', () => {
    fc.assert(
      fc.property(anyCompany, ({ size, pairs }) => {
        const known = company(size, pairs)
        for (const gap of bestGaps(known, all(size), 100)) {
          const { score, shared } = gap
          const names = sharedBy(known, gap)
          expect(names.reduce((sum, { share }) => sum + share, 0)).toBeCloseTo(score, 9)
          expect(names).toHaveLength(shared)
          expect(shared).toBeGreaterThanOrEqual(FEWEST_SHARED)
        }
      }),
    )
  })

  it('no gap is joined, and each is the same from either end', () => {
    fc.assert(
      fc.property(anyCompany, ({ size, pairs }) => {
        const known = company(size, pairs)
        const joined = new Set(pairs.flatMap(([a, b]) => [`${a} ${b}`, `${b} ${a}`]))
        for (let place = 0; place < size; place++) {
          for (const { a, b, score } of gapsOf(known, place, all(size))) {
            expect([a, a === b, joined.has(`${a} ${b}`)]).toEqual([place, false, false])
            const back = gapsOf(known, b, all(size)).find((gap) => gap.b === a)
            expect(back?.score).toBeCloseTo(score, 9)
          }
        }
      }),
    )
  })

  it('the best of all are those that trying every pair finds', () => {
    fc.assert(
      fc.property(anyCompany, ({ size, pairs }) => {
        const known = company(size, pairs)
        const joined = new Set(pairs.flatMap(([a, b]) => [`${a} ${b}`, `${b} ${a}`]))
        const every = Array.from({ length: size }, (_, a) => a).flatMap((a) =>
          Array.from({ length: size - a - 1 }, (_, at) => gapBetween(known, a, a + 1 + at)),
        )
        const open = every.filter(
          ({ a, b, score, shared }) => !joined.has(`${a} ${b}`) && shared >= FEWEST_SHARED && score > 0,
        )
        expect(bestGaps(known, all(size), 100)).toEqual(open.sort(byScore))
      }),
    )
  })
})

/** Two circles of six, each joined all to all, and one name that knows everyone. */
function circles(hidden: readonly [number, number]): Company {
  const pairs: Pair[] = []
  const hub = 12
  for (let a = 0; a < hub; a++) {
    pairs.push([a, hub, 1])
    for (let b = a + 1; b < hub; b++)
      if (a < 6 === b < 6 && !(a === hidden[0] && b === hidden[1])) pairs.push([a, b, 1])
  }
  return company(hub + 1, pairs)
}

describe('an edge that was hidden', () => {
  it.each([[[0, 1]], [[3, 5]], [[6, 11]]] as const)('%j is the first gap of all, and of either end', (hidden) => {
    const known = circles(hidden)
    const ends = all(13)
    expect(bestGaps(known, ends, 5)[0]).toMatchObject({ a: hidden[0], b: hidden[1], shared: 5 })
    expect(gapsOf(known, hidden[0], ends)[0]?.b).toBe(hidden[1])
    expect(gapsOf(known, hidden[1], ends)[0]?.b).toBe(hidden[0])
  })

  it('is explained by the circle before the one who knows everyone', () => {
    const known = circles([0, 1])
    const names = sharedBy(known, gapBetween(known, 0, 1)).map(({ place }) => place)
    expect(names).toEqual([2, 3, 4, 5, 12])
  })
})

it('neither ends nor speaks for a gap where it is left out', () => {
  const pairs: Pair[] = [0, 1].flatMap((end) => [2, 3, 4, 5].map((name): Pair => [end, name, 1]))
  const known = company(6, pairs, (id) => id === nameOf(5))
  expect(sharedBy(known, gapBetween(known, 0, 1)).map(({ place }) => place)).toEqual([2, 3, 4])
  expect(gapsOf(known, 5, all(6))).toEqual([])
})

it('counts the heaviest of several edges between the same two once', () => {
  const edges: Edges[] = [
    { type: 'CO_MENTION', source: nameOf(0), targets: [nameOf(1)], weights: [1], npmis: [0.1] },
    { type: 'USES', source: nameOf(1), targets: [nameOf(0)], weights: [4], npmis: [0] },
  ]
  const known = toCompany(toAdjacency([nameOf(0), nameOf(1)], edges), () => false)
  expect([[...known.degrees], [...known.others]]).toEqual([
    [1, 1],
    [1, 0],
  ])
})
