import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { isWithin, NO_FILTERS, setSource, setTime } from '../../client/state/filters.ts'
import { chooseSlots, toStretch, toTimes } from '../../client/state/months.ts'
import { learn, NO_SOURCES } from '../../client/state/sources.ts'

const sourcesOf = (...dates: (string | null)[]) =>
  learn({
    documents: dates.map((date, index) => ({ id: `doc/${index}`, path: `${index}.md`, date })),
    named: {
      'model/a': dates.map((_, index): [number, number] => [index, 10]),
      'model/b': [[0, 1]],
    },
  })(NO_SOURCES)
const both = ['model/a', 'model/b']
const times = (dates: (string | null)[], filters = NO_FILTERS, passing = both) =>
  toTimes(both, new Set(passing), sourcesOf(...dates), filters)
const names = (...dates: (string | null)[]) => times(dates).slots.map(({ at }) => at)

describe('mentions over time', () => {
  it('count each month, empty ones too', () => {
    expect(times(['2023-12-01', '2024-03-09', '2023-12-31']).slots).toEqual([
      { at: '2023-12', mentions: 21, passing: 21 },
      { at: '2024-01', mentions: 0, passing: 0 },
      { at: '2024-02', mentions: 0, passing: 0 },
      { at: '2024-03', mentions: 10, passing: 10 },
    ])
  })

  it('are told by day where they are few, and by year where they are many', () => {
    expect(names('2024-02-28', '2024-03-01')).toEqual(['2024-02-28', '2024-02-29', '2024-03-01'])
    expect(names('2015-06-01', '2024-01-01').at(-1)).toBe('2024')
    expect(names('2015-06-01', '2024-01-01')).toHaveLength(10)
    expect(names('2024-05-06')).toEqual(['2024-05-06'])
  })

  it('count apart what passes the filters', () => {
    const march = setTime('2024-03', null)(NO_FILTERS)
    expect(times(['2023-12-01', '2024-03-09'], march).slots.map(({ passing }) => passing)).toEqual([0, 0, 0, 10])
    expect(times(['2023-12-10', '2024-03-09'], setSource('0.md')(NO_FILTERS), ['model/b']).slots[0]).toEqual({
      at: '2023-12-10',
      mentions: 11,
      passing: 1,
    })
  })

  it('tell of what has no date', () => {
    expect(times([null, '2024-03-09', null]).undated).toEqual({ documents: 2, mentions: 21 })
    expect(times([null]).slots).toEqual([])
  })
})

describe('a stretch of time', () => {
  const { slots } = times(['2023-12-10', '2024-06-01'])

  it('is chosen from either end, and the end of time stays open', () => {
    expect(chooseSlots(slots, 3, 1)(NO_FILTERS)).toMatchObject({ since: '2024-01', until: '2024-03' })
    expect(chooseSlots(slots, -4, 2)(NO_FILTERS)).toMatchObject({ since: null, until: '2024-02' })
    expect(chooseSlots(slots, 0, 6)(NO_FILTERS)).toEqual(NO_FILTERS)
  })

  it('is found again whatever dates the filters are written with', () => {
    expect(toStretch(slots, { since: '2024', until: null })).toEqual([1, 6])
    expect(toStretch(slots, { since: '2024-02-20', until: '2024-03-01' })).toEqual([2, 3])
    expect(toStretch(slots, { since: null, until: null })).toBeNull()
    expect(toStretch(slots, { since: '2030', until: null })).toBeNull()
  })

  it('lets exactly the dates of its slots pass', () => {
    const index = fc.integer({ min: 0, max: slots.length - 1 })
    const day = fc.integer({ min: 1, max: 28 })
    fc.assert(
      fc.property(index, index, index, day, (a, b, at, number) => {
        const filters = chooseSlots(slots, a, b)(NO_FILTERS)
        const date = `${slots[at]?.at}-${String(number).padStart(2, '0')}`
        const inside = at >= Math.min(a, b) && at <= Math.max(a, b)
        expect(isWithin({ id: 'doc', path: 'doc', date }, filters)).toBe(inside)
        expect(toStretch(slots, filters) ?? [0, slots.length - 1]).toEqual([Math.min(a, b), Math.max(a, b)])
      }),
    )
  })
})
