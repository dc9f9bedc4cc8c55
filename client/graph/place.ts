/**
 * Room for everyone: places newcomers near the one they belong to without moving anyone, and pushes apart what overlaps.
 *
 * Newcomers try places on rings around their parent, near ring first, and take the cheapest: free of others before all,
 * then near the parent and the others they are joined to. No chance is involved, so expanding twice looks the same.
 */
import type { Point } from '../state/graph.ts'
import type { Box } from './boxes.ts'

const RINGS = [90, 130, 175, 225, 280, 340, 410, 490]
const ANGLES = 28

export interface Placed extends Box, Point {}

/** What joins the newcomers to what is there and to each other. */
export interface Joint {
  source: string
  target: string
}

export function placeNear(
  parent: Point,
  newcomers: readonly Box[],
  placed: readonly Placed[],
  joints: readonly Joint[],
): Map<string, Point> {
  const taken = [...placed]
  const where = new Map<string, Point>(placed.map((box) => [box.id, box]))
  const found = new Map<string, Point>()
  for (const [index, box] of newcomers.entries()) {
    const company = companyOf(box.id, joints, where)
    const spot = spots(parent, index)
      .map((point) => ({ point, cost: cost(point, box, parent, company, taken) }))
      .reduce((best, next) => (next.cost < best.cost ? next : best)).point
    taken.push({ ...box, ...spot })
    where.set(box.id, spot)
    found.set(box.id, spot)
  }
  return found
}

/** Pushes overlapping boxes apart along their shallower overlap, at most `rounds` times over. */
export function separate(boxes: readonly Placed[], rounds = 200): Placed[] {
  const apart = boxes.map((box) => ({ ...box }))
  for (let round = 0; round < rounds; round++) {
    let moved = false
    for (const [index, a] of apart.entries()) {
      for (const b of apart.slice(index + 1)) moved = push(a, b) || moved
    }
    if (!moved) break
  }
  return apart
}

function push(
  a: { -readonly [K in keyof Placed]: Placed[K] },
  b: { -readonly [K in keyof Placed]: Placed[K] },
): boolean {
  const overlapX = (a.width + b.width) / 2 - Math.abs(a.x - b.x)
  const overlapY = (a.height + b.height) / 2 - Math.abs(a.y - b.y)
  if (overlapX <= 0.5 || overlapY <= 0.5) return false
  // Measured in box sizes: labels are wide and low, and in px everything would be pushed up and down into columns.
  const axis = overlapX / (a.width + b.width) < overlapY / (a.height + b.height) ? 'x' : 'y'
  const step = ((axis === 'x' ? overlapX : overlapY) / 2 + 0.5) * (a[axis] <= b[axis] ? 1 : -1)
  a[axis] -= step
  b[axis] += step
  return true
}

const companyOf = (id: string, joints: readonly Joint[], where: ReadonlyMap<string, Point>): Point[] =>
  joints.flatMap(({ source, target }) => {
    const other = source === id ? where.get(target) : target === id ? where.get(source) : undefined
    return other ? [other] : []
  })

/** Each newcomer starts at another angle (the golden one), so that equals spread instead of queueing. */
const spots = (center: Point, turn: number): Point[] =>
  RINGS.flatMap((radius) =>
    Array.from({ length: ANGLES }, (_, step) => {
      const angle = (step / ANGLES) * 2 * Math.PI + turn * 2.399963
      return { x: center.x + radius * Math.cos(angle), y: center.y + radius * Math.sin(angle) }
    }),
  )

function cost(point: Point, box: Box, parent: Point, company: readonly Point[], taken: readonly Placed[]): number {
  let crowd = 0
  for (const other of taken) {
    const x = (box.width + other.width) / 2 - Math.abs(point.x - other.x)
    const y = (box.height + other.height) / 2 - Math.abs(point.y - other.y)
    if (x > 0 && y > 0) crowd += 1_000 + x * y
  }
  const away = company.reduce((sum, other) => sum + distance(point, other), 0) / Math.max(1, company.length)
  return crowd + distance(point, parent) + 0.6 * away
}

const distance = (a: Point, b: Point): number => Math.hypot(a.x - b.x, a.y - b.y)
