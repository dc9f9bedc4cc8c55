/** A picture's outline fitted to the pane: turned so that its long side lies along the pane's, and filling it evenly. */
import type { Placed } from '../place.ts'

export interface Bounds {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

/** The rectangle around all boxes: its middle and its size. */
export function boundsOf(boxes: readonly Bounds[]): Bounds {
  let [left, right, top, bottom] = [Infinity, -Infinity, Infinity, -Infinity]
  for (const { x, y, width, height } of boxes) {
    left = Math.min(left, x - width / 2)
    right = Math.max(right, x + width / 2)
    top = Math.min(top, y - height / 2)
    bottom = Math.max(bottom, y + height / 2)
  }
  if (left > right) return { x: 0, y: 0, width: 0, height: 0 }
  return { x: (left + right) / 2, y: (top + bottom) / 2, width: right - left, height: bottom - top }
}

/** Turned about its middle until the direction in which it is widest lies level, or upright in an upright pane. */
export function turned(boxes: readonly Placed[], ratio: number): Placed[] {
  const [middleX, middleY] = [meanOf(boxes, 'x'), meanOf(boxes, 'y')]
  let [xx, xy, yy] = [0, 0, 0]
  for (const box of boxes) {
    const [x, y] = [box.x - middleX, box.y - middleY]
    xx += x * x
    xy += x * y
    yy += y * y
  }
  const angle = Math.atan2(2 * xy, xx - yy) / 2 + (ratio < 1 ? Math.PI / 2 : 0)
  const [cos, sin] = [Math.cos(angle), Math.sin(angle)]
  return boxes.map((box) => {
    const [x, y] = [box.x - middleX, box.y - middleY]
    return { ...box, x: x * cos + y * sin, y: y * cos - x * sin }
  })
}

/**
 * Spread over a rectangle of this ratio and area. Each coordinate is partly its own and partly its rank (`evenness`,
 * from 0 to 1): what lies far out comes in, what is crowded spreads, and who is next to whom stays nearly the same.
 */
export function spread(boxes: readonly Placed[], ratio: number, area: number, evenness: number): Placed[] {
  const wide = Math.sqrt(area * ratio)
  const xs = evened(boxes, 'x', evenness)
  const ys = evened(boxes, 'y', evenness)
  return boxes.map((box, index) => ({
    ...box,
    x: (xs[index]! - 0.5) * wide,
    y: (ys[index]! - 0.5) * (area / wide),
  }))
}

/** From 0 to 1, in the order of the boxes. */
function evened(boxes: readonly Placed[], axis: 'x' | 'y', evenness: number): Float64Array {
  const order = boxes.map((_, index) => index).sort((a, b) => boxes[a]![axis] - boxes[b]![axis] || a - b)
  const least = boxes[order[0] ?? 0]?.[axis] ?? 0
  const span = Math.max(1e-9, (boxes[order.at(-1) ?? 0]?.[axis] ?? 0) - least)
  const evened = new Float64Array(boxes.length)
  for (const [rank, index] of order.entries()) {
    const share = (boxes[index]![axis] - least) / span
    evened[index] = share * (1 - evenness) + (rank / Math.max(1, order.length - 1)) * evenness
  }
  return evened
}

/** The same area in a shape nearer to the ratio. */
export function reshaped(boxes: readonly Placed[], ratio: number): Placed[] {
  const { width, height } = boundsOf(boxes)
  const wrong = (ratio * height) / Math.max(1, width)
  const factor = Math.sqrt(Math.min(1.6, Math.max(0.6, wrong)))
  return boxes.map((box) => ({ ...box, x: box.x * factor, y: box.y / factor }))
}

const meanOf = (boxes: readonly Placed[], axis: 'x' | 'y'): number =>
  boxes.reduce((sum, box) => sum + box[axis], 0) / Math.max(1, boxes.length)
