/** From stored evidence to lines one can read: names side by side, and the two lines of a thread together. */
import { describe, expect, it } from '@jest/globals'
import type { Evidence } from '../../../ingest/types.ts'
import type { Receipt } from '../../../server/api.ts'
import { flatten, type NamedMark, toMeetings } from '../../../server/ask/receipts.ts'

const mark = (entity: string, start: number, end: number): NamedMark => ({
  entity,
  start,
  end,
  kind: 'Model',
  name: entity,
})
const spans = (marks: readonly NamedMark[]) => marks.map(({ entity, start, end }) => `${entity} ${start}-${end}`)

describe('marks', () => {
  it.each<[string, NamedMark[], string[]]>([
    ['that stand apart stay as they are, in order', [mark('b', 9, 12), mark('a', 0, 4)], ['a 0-4', 'b 9-12']],
    [
      'inside a title are marked, and the title around them',
      [mark('title', 0, 20), mark('a', 5, 9)],
      ['title 0-5', 'a 5-9', 'title 9-20'],
    ],
    ['at the edge of a title leave one piece of it', [mark('title', 0, 20), mark('a', 0, 5)], ['a 0-5', 'title 5-20']],
    ['of the same place are marked once', [mark('a', 0, 5), mark('b', 0, 5)], ['a 0-5']],
    ['that overlap share no letter', [mark('a', 0, 6), mark('b', 4, 11)], ['a 0-6', 'b 6-11']],
    [
      'two names in a title cut it in three',
      [mark('t', 0, 20), mark('a', 2, 4), mark('b', 10, 12)],
      ['t 0-2', 'a 2-4', 't 4-10', 'b 10-12', 't 12-20'],
    ],
    ['none', [], []],
  ])('%s', (_name, marks, flat) => {
    expect(spans(flatten(marks))).toEqual(flat)
  })
})

describe('meetings', () => {
  const evidence = (...scopes: Evidence['scope'][]) =>
    scopes.map((scope, at): Evidence => ({ passage: `p/${at}`, start: 0, end: 1, scope }))
  const receipts = (count: number) =>
    Array.from(
      { length: count },
      (_, at): Receipt => ({
        ...{ document: 'd', path: 'd', line: at + 1, start: 0, end: 1, quote: 'x', passage: `p/${at}` },
        ...{ date: null, speaker: null, marks: [] },
      }),
    )

  it('are one line each, and two for a thread', () => {
    const meetings = toMeetings(evidence('sentence', 'turn', 'thread', 'thread', 'thread', 'thread'), receipts(6))
    expect(meetings.map(({ scope, receipts: lines }) => [scope, lines.map(({ line }) => line)])).toEqual([
      ['sentence', [1]],
      ['turn', [2]],
      ['thread', [3, 4]],
      ['thread', [5, 6]],
    ])
  })
})
