import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { toBox } from '../../client/graph/boxes.ts'
import { axisOf } from '../../client/graph/layouts/axis.ts'
import { finish, layOut } from '../../client/graph/layouts/lay-out.ts'
import { LAYOUTS } from '../../client/graph/layouts/names.ts'
import { plain } from '../../client/graph/layouts/plain.ts'
import { type Arrangement, toProblem } from '../../client/graph/layouts/to-problem.ts'
import { edge, entity } from './fixtures.ts'

const lay = (arrangement: Partial<Arrangement>) =>
  new Map(finish(layOut(toProblem({ entities: [], edges: [], layout: 'force', ratio: 1.3, ...arrangement }))))
type Spots = ReturnType<typeof lay>

const away = (spots: Spots, a: string, b: string) => {
  const [from, to] = [spots.get(a), spots.get(b)]
  return from && to ? Math.hypot(from.x - to.x, from.y - to.y) : Number.NaN
}

/** Pictures of up to 24 entities with names of any length, some of them dated. */
const pictures = fc
  .tuple(
    fc.uniqueArray(fc.integer({ min: 0, max: 99 }), { maxLength: 24 }),
    fc.array(fc.tuple(fc.nat(23), fc.nat(23), fc.boolean()), { maxLength: 60 }),
    fc.constantFrom(...LAYOUTS),
    fc.double({ min: 0.4, max: 2.5, noNaN: true }),
  )
  .map(([numbers, pairs, layout, ratio]): Arrangement => {
    const entities = numbers.map((number) =>
      entity(`concept/${number}`, {
        name: 'w'.repeat(1 + ((number * 13) % 40)),
        mentions: 1 + number,
        firstSeen: number % 5 ? `2023-0${1 + (number % 9)}-11` : null,
      }),
    )
    const edges = pairs.flatMap(([a, b, typed]) => {
      const [source, target] = [entities[a]?.id, entities[b]?.id]
      return source && target ? [edge(source, target, { type: typed ? 'USES' : 'CO_MENTION', weight: 1 + a })] : []
    })
    return { entities, edges, layout, ratio }
  })

describe('every layout', () => {
  it('gives each entity one place, in whole px', () => {
    fc.assert(
      fc.property(pictures, (picture) => {
        const spots = lay(picture)
        expect([...spots.keys()].sort()).toEqual(picture.entities.map(({ id }) => id).sort())
        for (const { x, y } of spots.values()) expect([Number.isInteger(x), Number.isInteger(y)]).toEqual([true, true])
      }),
    )
  })

  it('comes out the same whoever came first', () => {
    fc.assert(
      fc.property(pictures, (picture) => {
        const turned = { ...picture, entities: picture.entities.toReversed(), edges: picture.edges.toReversed() }
        const sorted = (spots: Spots) => JSON.stringify([...spots].sort(([a], [b]) => (a < b ? -1 : 1)))
        expect(sorted(lay(turned))).toBe(sorted(lay(picture)))
      }),
    )
  })

  it('leaves those that are fixed exactly where they are', () => {
    fc.assert(
      fc.property(pictures, fc.nat(23), (picture, count) => {
        const fixed = new Map(
          picture.entities.slice(0, count).map(({ id }, at) => [id, { x: at * 301.5, y: -at * 77.25 }]),
        )
        const spots = lay({ ...picture, fixed })
        for (const [id, spot] of fixed) expect(spots.get(id)).toEqual(spot)
      }),
    )
  })

  it.each(LAYOUTS)('%s leaves every name its room', (layout) => {
    const entities = Array.from({ length: 60 }, (_, at) =>
      entity(`concept/${at}`, {
        name: `one concept of many ${at}`,
        mentions: 1 + at,
        firstSeen: `2023-0${1 + (at % 6)}-02`,
      }),
    )
    const edges = entities.slice(1).map(({ id }, at) => edge(entities[Math.floor(at / 3)]?.id ?? '', id))
    const spots = lay({ entities, edges, layout })
    const boxes = entities.map((one) => ({ ...toBox(one, 60), ...spots.get(one.id) }))
    const over = boxes.flatMap((a, at) =>
      boxes.slice(at + 1).filter(
        (b) =>
          // Two px for rounding.
          (a.width + b.width) / 2 - Math.abs((a.x ?? 0) - (b.x ?? 0)) > 2 &&
          (a.height + b.height) / 2 - Math.abs((a.y ?? 0) - (b.y ?? 0)) > 2,
      ),
    )
    expect(over).toEqual([])
  })

  it.each(LAYOUTS)('%s copes with nobody, with one, with strangers and with names of 300 letters', (layout) => {
    expect(lay({ layout }).size).toBe(0)
    expect(lay({ layout, entities: [entity('model/rwkv')] }).get('model/rwkv')).toBeDefined()
    const strangers = ['a', 'b', 'c', 'd'].map((id) => entity(`model/${id}`, { name: id.repeat(300) }))
    const spots = lay({ layout, entities: strangers, edges: [edge('model/a', 'model/b'), edge('model/c', 'model/d')] })
    expect(away(spots, 'model/a', 'model/c')).toBeGreaterThan(40)
    expect(away(spots, 'model/a', 'model/b')).toBeLessThan(2_000)
  })
})

/** Two groups of six, all joined within, and one link between them. */
const two = ['a', 'b'].flatMap((group) => [1, 2, 3, 4, 5, 6].map((at) => entity(`concept/${group}${at}`)))
const within = two.flatMap(({ id }, at) =>
  two.slice(at + 1).flatMap((other) => (other.id[8] === id[8] ? [edge(id, other.id)] : [])),
)
const bridge = edge('concept/a1', 'concept/b1')

describe('force', () => {
  it('puts together who keeps company', () => {
    const spots = lay({ entities: two, edges: [...within, bridge] })
    expect(away(spots, 'concept/a2', 'concept/a3')).toBeLessThan(away(spots, 'concept/a2', 'concept/b3'))
  })

  it('lays what nothing joins side by side', () => {
    const spots = lay({ entities: two, edges: within, ratio: 2 })
    const xs = (group: string) => [...spots].flatMap(([id, { x }]) => (id[8] === group ? [x] : []))
    const ys = (group: string) => [...spots].flatMap(([id, { y }]) => (id[8] === group ? [y] : []))
    const isApart = (a: number[], b: number[]) => Math.max(...a) < Math.min(...b) || Math.max(...b) < Math.min(...a)
    expect(isApart(xs('a'), xs('b')) || isApart(ys('a'), ys('b'))).toBe(true)
  })

  it('settles a newcomer beside its company when all others stay', () => {
    const before = lay({ entities: two, edges: [...within, bridge] })
    const newcomer = entity('concept/c')
    const edges = [...within, bridge, edge('concept/a2', 'concept/c'), edge('concept/a3', 'concept/c')]
    const after = lay({ entities: [...two, newcomer], edges, fixed: before })
    for (const { id } of two) expect(after.get(id)).toEqual(before.get(id))
    expect(away(after, 'concept/c', 'concept/a2')).toBeLessThan(away(after, 'concept/c', 'concept/b2'))
  })

  it('brings the company of one that was placed by hand along', () => {
    const fixed = new Map([['concept/a1', { x: 4_000, y: 4_000 }]])
    const spots = lay({ entities: two, edges: within, fixed })
    expect(away(spots, 'concept/a1', 'concept/a4')).toBeLessThan(1_500)
  })
})

describe('layers', () => {
  const dated = [
    entity('model/rwkv', { firstSeen: '2021-02-03' }),
    entity('model/mamba', { firstSeen: '2023-12-01' }),
    entity('model/jamba', { firstSeen: '2024-03-28' }),
    entity('concept/recall'),
    entity('paper/of-its-month', { kind: 'Paper', arxiv: '2206.01234', firstSeen: '2024-03-28' }),
    entity('paper/of-its-year', { kind: 'Paper', year: 2025, firstSeen: '2021-02-03' }),
  ]

  it('runs from left to right in time, with the undated at the left and papers at their own time', () => {
    const spots = lay({ layout: 'layers', entities: dated })
    const order = [...spots].sort(([, a], [, b]) => a.x - b.x).map(([id]) => id)
    expect(order).toEqual([
      'concept/recall',
      'model/rwkv',
      'paper/of-its-month',
      'model/mamba',
      'model/jamba',
      'paper/of-its-year',
    ])
  })

  it('has an axis: each time where its entities stand, from left to right', () => {
    const entities = Array.from({ length: 40 }, (_, at) =>
      entity(`concept/${at}`, { firstSeen: `2023-0${1 + (at % 4)}-05` }),
    )
    const ticks = axisOf(entities, lay({ layout: 'layers', entities }))
    expect(ticks.map(({ label }) => label)).toEqual(['2023-01-05', '2023-02-05', '2023-03-05', '2023-04-05'])
    expect(ticks.map(({ x }) => x)).toEqual(ticks.map(({ x }) => x).sort((a, b) => a - b))
  })

  it('gives nearly empty times one column between them', () => {
    const entities = Array.from({ length: 40 }, (_, at) =>
      entity(`concept/${at}`, { firstSeen: `20${at < 30 ? '10' : 11 + (at % 5)}-01-01` }),
    )
    const labels = axisOf(entities, lay({ layout: 'layers', entities })).map(({ label }) => label)
    expect(labels[0]).toBe('2010-01-01')
    expect(labels.length).toBeLessThan(6)
    expect(labels[1]).toBe('2011-01-01 – 2012-01-01')
  })

  it('puts what uses something after it, within one time', () => {
    const users = Array.from({ length: 5 }, (_, at) => entity(`model/${at}`, { firstSeen: '2023-01-01' }))
    const used = Array.from({ length: 5 }, (_, at) => entity(`method/${at}`, { firstSeen: '2023-01-01' }))
    const edges = users.map(({ id }, at) => edge(id, `method/${at}`, { type: 'USES' }))
    const spots = lay({ layout: 'layers', entities: [...users, ...used], edges, ratio: 3 })
    const mean = (kind: string) => [...spots].reduce((sum, [id, { x }]) => sum + (id.startsWith(kind) ? x : 0), 0) / 5
    expect(mean('method')).toBeLessThan(mean('model'))
  })
})

describe('rings', () => {
  it('keeps the focus in the middle, its company around it and theirs farther out', () => {
    const near = ['a', 'b', 'c', 'd', 'e', 'f'].map((id) => entity(`concept/${id}`))
    const far = ['g', 'h', 'i'].map((id) => entity(`concept/${id}`, { mentions: 99 }))
    const edges = [
      ...near.map(({ id }) => edge('model/rwkv', id)),
      edge('concept/a', 'concept/g'),
      edge('concept/b', 'concept/h'),
      edge('concept/c', 'concept/i'),
    ]
    const entities = [entity('model/rwkv'), ...near, ...far]
    const spots = lay({ layout: 'rings', entities, edges, focus: 'model/rwkv', ratio: 1 })
    const nearest = Math.max(...near.map(({ id }) => away(spots, 'model/rwkv', id)))
    const farthest = Math.min(...far.map(({ id }) => away(spots, 'model/rwkv', id)))
    expect(nearest).toBeLessThan(farthest)
    expect(away(spots, 'concept/a', 'concept/g')).toBeLessThan(away(spots, 'concept/d', 'concept/g') + 400)
  })

  it('has the most mentioned in the middle when there is no focus', () => {
    const entities = [entity('model/rwkv', { mentions: 9 }), entity('concept/a'), entity('concept/b')]
    const edges = [edge('model/rwkv', 'concept/a'), edge('model/rwkv', 'concept/b')]
    const spots = lay({ layout: 'rings', entities, edges, focus: 'model/gone' })
    const apart = away(spots, 'concept/a', 'concept/b')
    expect(away(spots, 'model/rwkv', 'concept/a')).toBeLessThan(apart)
    expect(away(spots, 'model/rwkv', 'concept/b')).toBeLessThan(apart)
  })
})

describe('without a worker', () => {
  it('everyone still has a place of their own, and the fixed keep theirs', () => {
    const fixed = new Map([['concept/a1', { x: 7, y: 8 }]])
    const spots = new Map(plain(toProblem({ entities: two, edges: within, layout: 'force', ratio: 1, fixed })))
    expect(spots.get('concept/a1')).toEqual({ x: 7, y: 8 })
    expect(new Set([...spots.values()].map(({ x, y }) => `${x} ${y}`)).size).toBe(two.length)
  })
})
