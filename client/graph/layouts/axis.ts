/** Where the times of `layers` stand: each column's middle, from left to right, with its label. */
import type { Entity } from '../../types.ts'
import type { Spot } from './problem.ts'
import { columnsOf, timeOf } from './time.ts'

export interface Tick {
  /** px, in the picture's own space. */
  readonly x: number
  /** 2023, 2023-12 or 2023-12-10; or two of them: 2023-12 – 2024-02. */
  readonly label: string
}

/** Those without a time have no tick; neither has what is not in the picture. */
export function axisOf(entities: readonly Entity[], positions: ReadonlyMap<string, Spot>): Tick[] {
  const there = entities.filter(({ id }) => positions.has(id))
  return columnsOf(there.map(timeOf)).map(({ label, members }) => ({
    label,
    x: medianOf(members.map((member) => positions.get(there[member]?.id ?? '')?.x ?? 0)),
  }))
}

/** Not the mean: one that was moved by hand does not carry its time along. */
const medianOf = (values: readonly number[]): number => [...values].sort((a, b) => a - b)[values.length >> 1] ?? 0
