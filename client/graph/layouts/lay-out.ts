/** A problem in, steps to its positions out: whichever layout was asked for, around those that are fixed. */
import { LABEL_HEIGHT } from '../boxes.ts'
import { fitAround, joinFixed } from './fixed.ts'
import { force } from './force.ts'
import { layers } from './layers.ts'
import type { LayoutName } from './names.ts'
import type { Position, Problem, Steps } from './problem.ts'
import { rings } from './rings.ts'

const LAYOUT: Record<LayoutName, (problem: Problem) => Steps> = { force, layers, rings }

/** The share of fixed ones above which the others come one by one. */
const MOST = 0.5

/**
 * Positions are those of the nodes, in whole px; only those that are fixed keep what they were given.
 * A box's middle lies below its node's, by half the label.
 */
export function* layOut(problem: Problem): Steps {
  const known = new Set(problem.boxes.map(({ id }) => id))
  const given = new Map(problem.fixed.filter(([id]) => known.has(id)))
  const fixed = [...given].map(([id, { x, y }]): Position => [id, { x, y: y + LABEL_HEIGHT / 2 }])
  const toNodes = (positions: readonly Position[]): Position[] =>
    positions.map(([id, { x, y }]) => [id, given.get(id) ?? { x: Math.round(x), y: Math.round(y - LABEL_HEIGHT / 2) }])
  if (fixed.length > 0 && fixed.length >= MOST * known.size) return toNodes(joinFixed({ ...problem, fixed }))
  const steps = LAYOUT[problem.layout](problem)
  for (;;) {
    const step = steps.next()
    if (step.done) return toNodes(fitAround({ ...problem, fixed }, step.value, problem.layout === 'force'))
    const sketch = step.value
    yield sketch && (() => toNodes(sketch()))
  }
}

/** All steps at once. */
export function finish(steps: Steps): readonly Position[] {
  for (;;) {
    const step = steps.next()
    if (step.done) return step.value
  }
}
