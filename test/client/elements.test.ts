import { describe, expect, it } from '@jest/globals'
import { sizeOf, toBox, toLabel, widthOf } from '../../client/graph/boxes.ts'
import { toLink, toNode } from '../../client/graph/elements.ts'
import { KINDS, shapeOf } from '../../client/kinds.ts'
import { edge, entity } from './fixtures.ts'

describe('a node', () => {
  it('has an area that grows with the square root of its mentions, between 12 and 44 px', () => {
    const area = (mentions: number) => sizeOf(mentions, 160) ** 2
    expect(area(160) / area(40)).toBeCloseTo(2)
    expect(sizeOf(160, 160)).toBe(44)
    expect(sizeOf(1, 100_000)).toBe(12)
  })

  it('differs from every other kind in shape', () => {
    expect(new Set(KINDS.map(shapeOf)).size).toBe(KINDS.length)
    expect(toNode(entity('paper/a', { kind: 'Paper' }), 1).data).toMatchObject({ shape: 'rectangle', kind: 'Paper' })
  })

  it('stands upright when it is a paper, in the same area', () => {
    const { width, height } = toNode(entity('paper/a', { kind: 'Paper' }), 1).data
    expect(height).toBeGreaterThan(width)
    expect(width * height).toBeCloseTo(44 * 44, -2)
  })
})

describe('a label', () => {
  it.each([
    ['RWKV', 'RWKV'],
    ['长度外推', '长度外推'],
    ['Mamba: Linear-Time Sequence Modeling', 'Mamba: Linear-Time Seque…'],
    ['线性注意力与状态空间模型的统一视角', '线性注意力与状态空间模型…'],
  ])('%s is shown as %s', (name, label) => {
    expect(toLabel(entity('x/y', { name }))).toBe(label)
  })

  it('is the title where there is one', () => {
    expect(toLabel(entity('paper/a', { name: 'arXiv:1', title: 'Attention' }))).toBe('Attention')
  })

  it('counts a Chinese letter wider than a Latin one, and makes the box as wide as it needs', () => {
    expect(widthOf('外推')).toBeGreaterThan(widthOf('ab'))
    expect(toBox(entity('x/y', { name: 'a rather long name' }), 1).width).toBeGreaterThan(120)
  })
})

describe('a link', () => {
  it('is as wide as it weighs, from 1 to 5 px', () => {
    const width = (weight: number) => toLink(edge('a', 'b', { weight }), 8).data.width as number
    expect(width(8)).toBe(5)
    expect(width(0)).toBe(1)
    expect(width(4)).toBeGreaterThan(width(2))
  })

  it('carries the arrow and the cue only when the words say the relation', () => {
    expect(toLink(edge('a', 'b'), 1).classes).toBe('')
    const uses = toLink(edge('a', 'b', { type: 'USES', cue: '用了' }), 1)
    expect([uses.classes, uses.data.cue]).toEqual(['relation', '用了'])
    expect(uses.data.id).not.toBe(toLink(edge('a', 'b'), 1).data.id)
  })
})
