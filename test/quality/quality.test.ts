/** What Kith finds may get better, not worse: no group's strict F1 falls by more than a point. */
import { beforeAll, expect, it } from '@jest/globals'
import { describeUnless } from '../needs.ts'
import { type Baseline, readBaseline, takeBaseline } from './baseline.ts'
import { GROUPS, MISSING } from './groups.ts'

/** How far a score may fall below the one committed. */
const POINT = 0.01

describeUnless(MISSING, 'the quality of reading', () => {
  const before = readBaseline()
  let now: Baseline

  beforeAll(async () => {
    now = await takeBaseline()
  }, 120_000)

  it('is guarded for every group', () => {
    expect(Object.keys(before)).toEqual(GROUPS.map(({ name }) => name))
  })

  it.each(GROUPS.map(({ name }) => name))('has not fallen on the %s (npm run eval shows where)', (name) => {
    expect(now[name]).toBeGreaterThanOrEqual((before[name] ?? 1) - POINT)
  })
})
