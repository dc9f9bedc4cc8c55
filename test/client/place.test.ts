import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { nearestTowards } from '../../client/graph/direction.ts'
import { roomFor } from '../../client/graph/grow.ts'
import { type LabelBox, readableLabels } from '../../client/graph/labels.ts'
import { type Placed, placeNear } from '../../client/graph/place.ts'
import { separate } from '../../client/graph/separate.ts'
import { addEntities, EMPTY } from '../../client/state/graph.ts'
import { edge, entity } from './fixtures.ts'

const box = (id: string, x = 0, y = 0): Placed => ({ id, x, y, width: 60, height: 40 })
const isOver = (a: Placed, b: Placed) =>
  Math.abs(a.x - b.x) < (a.width + b.width) / 2 - 0.5 && Math.abs(a.y - b.y) < (a.height + b.height) / 2 - 0.5
const anyOver = (boxes: Placed[]) => boxes.some((a, index) => boxes.slice(index + 1).some((b) => isOver(a, b)))

describe('room for newcomers', () => {
  const parent = box('parent')
  const twelve = Array.from({ length: 12 }, (_, index) => box(`new/${index}`))

  it('covers nobody, old or new', () => {
    const placed = [parent, box('old', 100, 0)]
    const found = placeNear(parent, twelve, placed, [])
    expect(found.size).toBe(12)
    expect(anyOver([...placed, ...twelve.map((one) => ({ ...one, ...found.get(one.id) }))])).toBe(false)
  })

  it('is the same every time', () => {
    expect(placeNear(parent, twelve, [parent], [])).toEqual(placeNear(parent, twelve, [parent], []))
  })

  it('is on the side of the others it is joined to', () => {
    const friend = box('friend', 600, 0)
    const found = placeNear(parent, [box('new')], [parent, friend], [{ source: 'friend', target: 'new' }])
    expect(found.get('new')?.x).toBeGreaterThan(60)
  })

  it('is made for a new parent first, near those it is joined to', () => {
    const picture = addEntities({
      entities: [entity('model/rwkv'), entity('model/far')],
      edges: [],
      positions: new Map([
        ['model/rwkv', { x: 0, y: 0 }],
        ['model/far', { x: 5_000, y: 0 }],
      ]),
    })(EMPTY)
    const newcomers = [entity('model/mamba'), entity('method/ssm')]
    const found = roomFor(picture, 'model/mamba', newcomers, [edge('model/mamba', 'model/rwkv')])
    expect(Math.abs(found.get('model/mamba')?.x ?? 9_999)).toBeLessThan(500)
    expect(found.has('method/ssm')).toBe(true)
    expect(found.has('model/rwkv')).toBe(false)
  })
})

describe('separating', () => {
  it('pushes apart what overlaps and leaves the rest', () => {
    const apart = separate([box('a', 0, 0), box('b', 10, 5), box('far', 900, 900)])
    expect(anyOver(apart)).toBe(false)
    expect(apart[2]).toMatchObject({ x: 900, y: 900 })
  })

  it('separates even those in the same place', () => {
    expect(anyOver(separate([box('a'), box('b'), box('c')]))).toBe(false)
  })
})

describe('boxes that are separated', () => {
  const crowds = fc.array(
    fc.record({
      x: fc.integer({ min: -300, max: 300 }),
      y: fc.integer({ min: -300, max: 300 }),
      width: fc.integer({ min: 12, max: 260 }),
      height: fc.integer({ min: 12, max: 70 }),
    }),
    { maxLength: 60 },
  )
  const named = (crowd: Omit<Placed, 'id'>[]) => crowd.map((one, index): Placed => ({ id: `concept/${index}`, ...one }))

  it('overlap nowhere, however crowded it was', () => {
    fc.assert(fc.property(crowds, (crowd) => expect(anyOver(separate(named(crowd)))).toBe(false)))
  })

  it('make room for those that are pinned, who do not move', () => {
    fc.assert(
      fc.property(crowds, (crowd) => {
        const boxes = named(crowd)
        const apart = separate(boxes, new Set(['concept/0']))
        expect(apart[0]).toEqual(boxes[0])
        expect(anyOver(apart)).toBe(false)
      }),
    )
  })
})

describe('labels', () => {
  const label = (id: string, x: number, mentions: number, rank: 0 | 1 | 2 = 0): LabelBox => ({
    id,
    x,
    y: 20,
    width: 60,
    height: 14,
    node: { x, y: 0, width: 12, height: 12 },
    rank,
    mentions,
  })

  it('give way to the more mentioned', () => {
    expect(readableLabels([label('less', 0, 2), label('more', 40, 9)])).toEqual(new Set(['more']))
  })

  it('are all shown where there is room', () => {
    expect(readableLabels([label('a', 0, 1), label('b', 100, 1)]).size).toBe(2)
  })

  it('are shown for the focus whatever it covers, and others give way to it', () => {
    expect(readableLabels([label('focus', 0, 1, 2), label('famous', 30, 99)])).toEqual(new Set(['focus']))
  })

  it('of the stories come before the more mentioned, but not over the focus', () => {
    expect(readableLabels([label('story', 0, 1, 1), label('famous', 30, 99)])).toEqual(new Set(['story']))
    expect(readableLabels([label('story', 0, 9, 1), label('focus', 30, 1, 2)])).toEqual(new Set(['focus']))
  })

  it('do not cover a node that tells more, but may cover one that tells less', () => {
    const under = (mentions: number) => ({
      ...label('b', 0, mentions),
      node: { x: 0, y: 20, width: 12, height: 12 },
      y: 40,
    })
    expect(readableLabels([label('a', 0, 5), under(9)])).toEqual(new Set(['b']))
    expect(readableLabels([label('a', 0, 5), under(1)])).toEqual(new Set(['a', 'b']))
  })
})

describe('an arrow key', () => {
  const others = new Map([
    ['right', { x: 100, y: 10 }],
    ['far-right', { x: 300, y: 0 }],
    ['up', { x: 5, y: -80 }],
  ])

  it('goes to the nearest that way', () => {
    expect(nearestTowards({ x: 0, y: 0 }, 'ArrowRight', others)).toBe('right')
    expect(nearestTowards({ x: 0, y: 0 }, 'ArrowUp', others)).toBe('up')
  })

  it('stays where nothing lies that way', () => {
    expect(nearestTowards({ x: 0, y: 0 }, 'ArrowDown', others)).toBeNull()
  })
})
