import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { NOTHING } from '../../client/state/focus.ts'
import { toSubject, withSelected } from '../../client/state/menu.ts'
import { atPoint, besideEntry } from '../../client/views/palette/menu-place.ts'

describe('the menu is about', () => {
  const group = { type: 'group', ids: ['a', 'b'] } as const

  it('all that are selected, when it opens at one of them', () => {
    expect(withSelected({ type: 'entity', id: 'a' }, group)).toEqual(group)
    expect(withSelected({ type: 'entity', id: 'c' }, group)).toEqual({ type: 'entity', id: 'c' })
  })

  it('what is selected, when a key opens it', () => {
    expect(toSubject(NOTHING)).toEqual({ type: 'ground' })
    expect(toSubject({ type: 'entity', id: 'a' })).toEqual({ type: 'entity', id: 'a' })
    expect(toSubject({ type: 'edge', a: 'a', b: 'b' })).toEqual({ type: 'edge', a: 'a', b: 'b' })
    expect(toSubject({ type: 'bridge', from: 'a', to: 'b' })).toEqual(group)
  })
})

describe('a menu', () => {
  const window = { width: 390, height: 844 }
  const inWindow = ({ x, y }: { x: number; y: number }, { width, height }: { width: number; height: number }) =>
    x >= 0 && y >= 0 && x + width <= window.width && y + height <= window.height

  it('is never off the screen', () => {
    const at = fc.record({ x: fc.integer({ min: -50, max: 900 }), y: fc.integer({ min: -50, max: 900 }) })
    const size = fc.record({ width: fc.integer({ min: 1, max: 370 }), height: fc.integer({ min: 1, max: 820 }) })
    fc.assert(fc.property(at, size, (point, menu) => inWindow(atPoint(point, menu, window), menu)))
    fc.assert(
      fc.property(at, size, (point, menu) =>
        inWindow(besideEntry({ ...point, width: 180, height: 44 }, menu, window), menu),
      ),
    )
  })

  it('stands beside the entry it belongs to, on the side that has room', () => {
    const menu = { width: 150, height: 200 }
    expect(besideEntry({ x: 10, y: 100, width: 180, height: 44 }, menu, window).x).toBe(190)
    expect(besideEntry({ x: 190, y: 100, width: 180, height: 44 }, menu, window).x).toBe(40)
  })
})
