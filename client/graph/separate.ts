/**
 * Overlapping boxes in, boxes side by side out, nobody far from where they were.
 *
 * Pairs that overlap are pushed apart along their shallower overlap, over and over; a sweep from top to bottom finds
 * them without comparing everyone with everyone. Where that does not come to rest, those who still overlap move to
 * the nearest room there is.
 */
import { createGround, TOUCH } from './ground.ts'
import type { Placed } from './place.ts'

const ROUNDS = 200
const NOBODY: ReadonlySet<string> = new Set()

/** Those in `pinned` do not move; two of them may go on overlapping. Nobody else overlaps anybody. */
export const separate = (boxes: readonly Placed[], pinned = NOBODY): Placed[] =>
  settle(pushApart(boxes, ROUNDS, pinned), pinned)

/** So many rounds of pushing; fewer when nobody overlaps any more. */
export function pushApart(boxes: readonly Placed[], rounds: number, pinned = NOBODY): Placed[] {
  const crowd: Crowd = {
    x: Float64Array.from(boxes, (box) => box.x),
    y: Float64Array.from(boxes, (box) => box.y),
    width: Float64Array.from(boxes, (box) => box.width),
    height: Float64Array.from(boxes, (box) => box.height),
    weight: Uint8Array.from(boxes, (box) => (pinned.has(box.id) ? 0 : 1)),
  }
  const order = Uint32Array.from(boxes.keys()).sort((a, b) => topOf(crowd, a) - topOf(crowd, b) || a - b)
  for (let round = 0; round < rounds; round++) {
    if (!sweep(crowd, order)) break
  }
  return boxes.map((box, at) => ({ ...box, x: crowd.x[at]!, y: crowd.y[at]! }))
}

/** Boxes as columns of numbers: this is where a layout spends its time. A weight of 0 does not move. */
interface Crowd {
  readonly x: Float64Array
  readonly y: Float64Array
  readonly width: Float64Array
  readonly height: Float64Array
  readonly weight: Uint8Array
}

/** Pushes each overlapping pair once; whether there was one. */
function sweep(crowd: Crowd, order: Uint32Array): boolean {
  sortByTop(crowd, order)
  let moved = false
  for (let first = 0; first < order.length; first++) {
    const a = order[first]!
    for (let second = first + 1; second < order.length; second++) {
      const b = order[second]!
      if (topOf(crowd, b) >= crowd.y[a]! + crowd.height[a]! / 2) break
      moved = push(crowd, a, b) || moved
    }
  }
  return moved
}

/** By insertion: after the first round nearly everyone is in place already. */
function sortByTop(crowd: Crowd, order: Uint32Array): void {
  for (let at = 1; at < order.length; at++) {
    const box = order[at]!
    const top = topOf(crowd, box)
    let before = at - 1
    for (; before >= 0 && topOf(crowd, order[before]!) > top; before--) order[before + 1] = order[before]!
    order[before + 1] = box
  }
}

function push({ x, y, width, height, weight }: Crowd, a: number, b: number): boolean {
  const wide = width[a]! + width[b]!
  const overlapX = wide / 2 - Math.abs(x[a]! - x[b]!)
  if (overlapX <= TOUCH) return false
  const high = height[a]! + height[b]!
  const overlapY = high / 2 - Math.abs(y[a]! - y[b]!)
  const weights = weight[a]! + weight[b]!
  if (overlapY <= TOUCH || !weights) return false
  // Measured in box sizes: labels are wide and low, and in px everything would be pushed up and down into columns.
  const [axis, overlap] = overlapX / wide < overlapY / high ? [x, overlapX] : [y, overlapY]
  const step = ((overlap + 1) / weights) * (axis[a]! <= axis[b]! ? 1 : -1)
  axis[a]! -= step * weight[a]!
  axis[b]! += step * weight[b]!
  return true
}

/** Everyone who overlaps nobody before them stays; the others take the nearest free place, ring by ring. */
function settle(boxes: readonly Placed[], pinned: ReadonlySet<string>): Placed[] {
  const ground = createGround(boxes.filter(({ id }) => pinned.has(id)))
  return boxes.map((box) => {
    if (pinned.has(box.id)) return box
    const placed = ground.isFree(box) ? box : nearestRoom(box, (place) => ground.isFree(place))
    ground.add(placed)
    return placed
  })
}

export function nearestRoom(box: Placed, isFree: (place: Placed) => boolean): Placed {
  for (let ring = 1; ; ring++) {
    const steps = 8 * ring
    for (let step = 0; step < steps; step++) {
      const angle = (step / steps) * 2 * Math.PI
      const place = { ...box, x: box.x + ring * 24 * Math.cos(angle), y: box.y + ring * 24 * Math.sin(angle) }
      if (isFree(place)) return place
    }
  }
}

const topOf = ({ y, height }: Crowd, box: number): number => y[box]! - height[box]! / 2
