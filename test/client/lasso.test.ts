import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { idsInside, isDrawn, isInside } from '../../client/graph/lasso.ts'

const square = [
  { x: 0, y: 0 },
  { x: 100, y: 0 },
  { x: 100, y: 100 },
  { x: 0, y: 100 },
]

describe('a lasso', () => {
  it('holds who stands in it', () => {
    const standing = [['in', { x: 50, y: 50 }] as const, ['out', { x: 150, y: 50 }] as const]
    expect(idsInside(square, standing)).toEqual(['in'])
    expect(idsInside([], standing)).toEqual([])
  })

  it('may be bent: what it goes around is outside', () => {
    const bent = [...square.slice(0, 3), { x: 50, y: 20 }]
    expect(isInside({ x: 90, y: 50 }, bent)).toBe(true)
    expect(isInside({ x: 40, y: 90 }, bent)).toBe(false)
  })

  it('holds the same whichever way round it is drawn, and wherever one begins', () => {
    const coordinate = fc.integer({ min: -50, max: 50 })
    const point = fc.record({ x: coordinate, y: coordinate })
    fc.assert(
      fc.property(
        fc.array(point, { minLength: 3, maxLength: 12 }),
        point,
        fc.nat({ max: 11 }),
        (form, { x, y }, turn) => {
          // Off the grid, so that nobody stands on the line.
          const stand = { x: x + 0.31, y: y + 0.47 }
          const held = isInside(stand, form)
          expect(isInside(stand, [...form].reverse())).toBe(held)
          expect(isInside(stand, [...form.slice(turn), ...form.slice(0, turn)])).toBe(held)
        },
      ),
    )
  })

  it('is a tap as long as the hand only shook', () => {
    expect(isDrawn(square.map(({ x, y }) => ({ x: x / 20, y: y / 20 })))).toBe(false)
    expect(isDrawn(square)).toBe(true)
    expect(isDrawn(square.slice(0, 2))).toBe(false)
  })
})
