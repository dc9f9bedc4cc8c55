import { describe, expect, it } from '@jest/globals'
import { toParts, toSurprise } from '../../../client/evidence/weight.ts'
import type { Meeting } from '../../../client/types.ts'

const meetings = (...scopes: Meeting['scope'][]): Meeting[] => scopes.map((scope) => ({ scope, receipts: [] }))

describe('the parts of a weight', () => {
  const parts = { sentence: 1.2, turn: 0, thread: 0.9 }

  it('say how many sentences and threads they come from, and leave out what gave nothing', () => {
    expect(toParts({ parts, support: 3, meetings: meetings('sentence', 'thread', 'thread') })).toEqual([
      { scope: 'sentence', weight: 1.2, meetings: 1 },
      { scope: 'thread', weight: 0.9, meetings: 2 },
    ])
  })

  it('do not count where the edge keeps only some of its meetings', () => {
    const some = toParts({ parts, support: 30, meetings: meetings('sentence', 'thread') })
    expect(some.map((part) => part.meetings)).toEqual([null, null])
  })
})

describe('how telling an edge is', () => {
  it.each([
    [1, 'always'],
    [0.5, 'often'],
    [0.2, 'more'],
    [0, 'chance'],
    [-0.05, 'chance'],
    [-0.6, 'seldom'],
    [-1, 'seldom'],
  ])('an npmi of %d is “%s”', (npmi, words) => {
    expect(toSurprise(npmi)).toBe(words)
  })
})
