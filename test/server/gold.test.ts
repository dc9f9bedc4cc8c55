/** An annotation's rows → the names they mark, and names found beside names marked → figures. */
import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import type { Kind } from '../../ingest/types.ts'
import { type Gold, type Name, toNames } from '../../server/gold.ts'
import { type Compared, toScores, toSlices } from '../../server/scores.ts'

const row = (surface: string, more: Partial<Gold['entities'][number]> = {}) => ({
  surface,
  type: 'Model' as Kind,
  canonical: surface,
  ...more,
})

describe('an annotation', () => {
  const marked = (text: string, ...entities: Gold['entities']) =>
    toNames(text, { doc: 'a.md', entities })
      .map(({ start, surface }) => `${start} ${surface}`)
      .sort()

  it('marks every occurrence of a surface', () => {
    expect(marked('Lumen, then Lumen', row('Lumen'))).toEqual(['0 Lumen', '12 Lumen'])
  })

  it('gives a place to the longest surface', () => {
    expect(marked('Lumen 2 and Lumen', row('Lumen'), row('Lumen 2'))).toEqual(['0 Lumen 2', '12 Lumen'])
  })

  it('does not mark a part of a Latin word, but does beside Chinese', () => {
    expect(marked('Lumens Lumen3 连Lumen都', row('Lumen'))).toEqual(['15 Lumen'])
  })

  it('counts the occurrences that only and except pick', () => {
    expect(marked('Yo Yo Yo', row('Yo', { only: [1] }), row('Yo', { type: 'Tool', except: [0, 1] }))).toEqual([
      '3 Yo',
      '6 Yo',
    ])
  })
})

const name = (start: number, end: number, kind: Kind = 'Model', id = 'a'): Name => ({
  start,
  end,
  kind,
  id,
  surface: 'x'.repeat(end - start),
})
const compared = (gold: Name[], found: Name[]): Compared => ({ doc: 'a.md', gold, found })

describe('scores', () => {
  it('want the span and the kind for strict, the span for span, and a touch for overlap', () => {
    const gold = [name(0, 5), name(10, 15), name(20, 25), name(30, 35)]
    const found = [name(0, 5), name(10, 15, 'Tool'), name(22, 28), name(50, 55)]
    const { strict, span, overlap } = toScores([compared(gold, found)])
    expect([strict, span, overlap].map(({ f1 }) => f1)).toEqual([0.25, 0.5, 0.75])
    expect(strict).toMatchObject({ gold: 4, found: 4 })
  })

  it('tell how well entities are kept apart, over the spans both have', () => {
    const gold = [
      name(0, 1, 'Model', 'a'),
      name(2, 3, 'Model', 'a'),
      name(4, 5, 'Model', 'b'),
      name(6, 7, 'Model', 'b'),
    ]
    const split = gold.map((one, at) => ({ ...one, id: at === 0 ? 'alone' : one.id }))
    const merged = gold.map((one) => ({ ...one, id: 'all' }))
    expect(toScores([compared(gold, split)]).bcubed).toMatchObject({ precision: 1, recall: 0.75 })
    expect(toScores([compared(gold, merged)]).bcubed).toMatchObject({ precision: 0.5, recall: 1 })
  })

  it('count an entity as found once any of its names is, in whatever document', () => {
    const here = compared([name(0, 5), name(10, 15, 'Model', 'b')], [])
    const there = { ...compared([name(0, 5)], [name(3, 8)]), doc: 'b.md' }
    expect(toScores([here, there]).entities).toEqual({ recall: 0.5, gold: 2, found: 1 })
  })

  it('are full where both are the same, and 0 where there is nothing', () => {
    const starts = fc.uniqueArray(fc.nat(50), { minLength: 1 })
    fc.assert(
      fc.property(starts, (starts) => {
        const names = starts.map((start) => name(start * 10, start * 10 + 5, 'Tool', `e${start % 3}`))
        const { strict, span, overlap, bcubed, entities } = toScores([compared(names, names)])
        expect([strict.f1, span.f1, overlap.f1, entities.recall]).toEqual([1, 1, 1, 1])
        expect(bcubed.f1).toBeCloseTo(1)
        expect(toScores([compared(names, [])])).toMatchObject({ strict: { f1: 0 }, bcubed: { f1: 0 } })
      }),
    )
  })

  it('can be taken for each slice of the names', () => {
    const gold = [name(0, 5), name(10, 15, 'Tool')]
    const found = [name(0, 5), name(10, 15), name(20, 25, 'Tool')]
    const slices = toSlices([compared(gold, found)], ({ kind }) => kind)
    expect(slices.get('Model')).toMatchObject({ precision: 0.5, recall: 1, gold: 1, found: 2 })
    expect(slices.get('Tool')).toMatchObject({ precision: 0, recall: 0, gold: 1, found: 1 })
  })
})
