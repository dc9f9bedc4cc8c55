import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { LABEL_HEIGHT, mostMentions, widthOf } from '../../client/graph/boxes.ts'
import { toLink, toNode } from '../../client/graph/elements.ts'
import { isOver } from '../../client/graph/ground.ts'
import { type LabelBox, readableLabels } from '../../client/graph/labels.ts'
import { finish, layOut } from '../../client/graph/layouts/lay-out.ts'
import { toProblem } from '../../client/graph/layouts/to-problem.ts'
import type { Entity } from '../../client/types.ts'
import { edge, entity } from './fixtures.ts'

const box = (id: string, x: number, y: number, more: Partial<LabelBox> = {}): LabelBox => ({
  id,
  x,
  y: y + 20,
  width: 80,
  height: 14,
  node: { x, y, width: 20, height: 20 },
  rank: 0,
  mentions: 1,
  ...more,
})

/** Pairs of shown labels that lie on each other. */
const overlaps = (boxes: readonly LabelBox[]): string[] => {
  const shown = readableLabels(boxes)
  const there = boxes.filter(({ id }) => shown.has(id))
  return there.flatMap((a, at) => there.slice(at + 1).flatMap((b) => (isOver(a, b) ? [`${a.id} ${b.id}`] : [])))
}

describe('names that have room', () => {
  it('are those of the most mentioned where two want the same', () => {
    expect([...readableLabels([box('few', 0, 0), box('many', 30, 0, { mentions: 9 })])]).toEqual(['many'])
  })

  it('are those of the stories before others, and of what is looked at before all', () => {
    const crowd = [box('many', 0, 0, { mentions: 99 }), box('story', 30, 0, { rank: 1 })]
    expect([...readableLabels(crowd)]).toEqual(['story'])
    expect([...readableLabels([...crowd, box('chosen', 60, 0, { rank: 2 })])]).toEqual(['chosen'])
  })

  it('clear the nodes of those that are mentioned more, unless they belong to a story', () => {
    const node = box('many', 0, 20, { mentions: 9, x: 300 })
    expect(readableLabels([node, box('few', 0, 0)]).has('few')).toBe(false)
    expect(readableLabels([node, box('few', 0, 0, { rank: 1 })]).has('few')).toBe(true)
  })

  it('never lie on each other, wherever they are and whoever is looked at', () => {
    const some = fc.record({
      x: fc.integer({ min: 0, max: 600 }),
      y: fc.integer({ min: 0, max: 600 }),
      width: fc.integer({ min: 1, max: 400 }),
      rank: fc.constantFrom<0 | 1 | 2>(0, 1, 2),
      mentions: fc.integer({ min: 1, max: 50 }),
    })
    fc.assert(
      fc.property(fc.array(some, { maxLength: 60 }), (places) => {
        const boxes = places.map(({ x, y, ...more }, at) => box(`n${at}`, x, y, more))
        expect(overlaps(boxes)).toEqual([])
      }),
    )
  })

  it.each([200, 500])('of %i entities as they are laid out: many, and none on another', (size) => {
    const { entities, edges } = chain(size)
    const problem = toProblem({ entities, edges, layout: 'force', ratio: 1.2 })
    const positions = new Map(finish(layOut(problem)))
    const most = mostMentions(entities)
    const boxes = entities.map((one): LabelBox => {
      const { data } = toNode(one, most)
      const { x, y } = positions.get(one.id) ?? { x: 0, y: 0 }
      const node = { x, y, width: data.width as number, height: data.height as number }
      const label = { x, y: y + node.height / 2 + 10, width: widthOf(String(data.label)) + 4, height: LABEL_HEIGHT - 4 }
      return { id: one.id, ...label, node, rank: 0, mentions: one.mentions }
    })
    expect(overlaps(boxes)).toEqual([])
    expect(readableLabels(boxes).size).toBeGreaterThan(size * 0.3)
  })
})

describe('a name somebody wrote', () => {
  const labelOf = (name: string) => String(toNode(entity('concept/x', { name }), 1).data.label)

  it('cannot turn round what stands beside it', () => {
    expect(labelOf('RW\u202eKV')).toBe('RWKV')
    expect(labelOf('שלום')).toBe('\u2068שלום\u2069')
    expect(labelOf('two\nlines')).toBe('twolines')
    expect(toLink(edge('a', 'b', { type: 'USES', cue: 'uses\u202e' }), 1).data.cue).toBe('uses')
  })

  it('keeps its emoji and its angle brackets, and is cut when it is long', () => {
    expect(labelOf('🚀 fast')).toBe('🚀 fast')
    expect(labelOf('<img onerror=x>')).toBe('<img onerror=x>')
    expect(labelOf('x'.repeat(300))).toBe(`${'x'.repeat(24)}…`)
  })
})

/** Everyone joined to somebody before, names of all lengths. */
function chain(size: number): { entities: Entity[]; edges: ReturnType<typeof edge>[] } {
  const id = (at: number) => `concept/${String(at).padStart(3, '0')}`
  const entities = Array.from({ length: size }, (_, at) =>
    entity(id(at), { name: 'name of one'.slice(0, 3 + (at % 9)).repeat(1 + (at % 3)), mentions: 1 + ((at * 37) % 90) }),
  )
  const edges = Array.from({ length: 2 * size }, (_, at) => [at % size, (at * 7 + 3) % Math.max(1, at % size)] as const)
    .filter(([a, b]) => a !== b)
    .map(([a, b]) => edge(id(Math.min(a, b)), id(Math.max(a, b)), { weight: 1 + (b % 3) }))
  return { entities, edges }
}
