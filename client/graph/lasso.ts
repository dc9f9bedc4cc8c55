/** A free form drawn by hand, and who stands in it. The form is closed from its last point to its first. */
import type { Point } from '../state/graph.ts'

/** Whether a ray from the point to the right crosses the form's border an odd number of times. */
export function isInside({ x, y }: Point, form: readonly Point[]): boolean {
  let inside = false
  for (const [index, a] of form.entries()) {
    const b = form.at(index - 1)
    if (!b || a.y > y === b.y > y) continue
    if (x < a.x + ((y - a.y) / (b.y - a.y)) * (b.x - a.x)) inside = !inside
  }
  return inside
}

/** Ids in the order they were given. */
export const idsInside = (form: readonly Point[], positions: Iterable<readonly [string, Point]>): string[] =>
  [...positions].filter(([, point]) => isInside(point, form)).map(([id]) => id)

/** px that a hand shakes: a smaller form is a tap. */
const SHAKE = 8

export function isDrawn(form: readonly Point[]): boolean {
  const spanOf = (values: number[]) => Math.max(...values) - Math.min(...values)
  return form.length > 2 && Math.max(spanOf(form.map(({ x }) => x)), spanOf(form.map(({ y }) => y))) > SHAKE
}
