import { describe, expect, it } from '@jest/globals'
import { toBars } from '../../../client/evidence/months.ts'

const at = (month: string, mentions = 1) => ({ month, mentions })

describe('the months of an entity', () => {
  it('have a bar each, with nothing in those without a word, over the turn of a year', () => {
    expect(toBars([at('2024-02', 2), at('2023-11', 5)])).toEqual([
      { time: '2023-11', mentions: 5 },
      { time: '2023-12', mentions: 0 },
      { time: '2024-01', mentions: 0 },
      { time: '2024-02', mentions: 2 },
    ])
  })

  it.each([
    ['there is none', []],
    ['there is one', [at('2024-02', 9)]],
    ['they are no months', [at('undated'), at('2024')]],
  ])('are no course of time where %s', (_name, months) => {
    expect(toBars(months)).toEqual([])
  })

  it('are put together by year where they are too many to be told apart', () => {
    expect(toBars([at('2015-03', 1), at('2015-09', 2), at('2021-04', 4)])).toEqual([
      { time: '2015', mentions: 3 },
      ...['2016', '2017', '2018', '2019', '2020'].map((time) => ({ time, mentions: 0 })),
      { time: '2021', mentions: 4 },
    ])
  })
})
