/**
 * Room for newcomers near the one they belong to, without moving anyone.
 *
 * They try places on rings around their parent, near ring first, and take the cheapest: free of others before all,
 * then near the parent and the others they are joined to. No chance is involved, so expanding twice looks the same.
 */

import type { Box } from './boxes.ts'
import { createGround, type Ground } from './ground.ts'
import type { Spot as Point } from './layouts/problem.ts'
import { nearestRoom } from './separate.ts'

const RINGS = [90, 130, 175, 225, 280, 340, 410, 490]
const ANGLES = 28
/** What it costs to cover somebody, beside the area covered. */
const COVERED = 1_000

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
  const ground = createGround(placed)
  const where = new Map<string, Point>(placed.map((box) => [box.id, box]))
  const company = companies(newcomers, joints)
  const found = new Map<string, Point>()
  for (const [index, box] of newcomers.entries()) {
    const friends = (company.get(box.id) ?? []).flatMap((id) => where.get(id) ?? [])
    const spot = bestSpot(parent, index, box, friends, ground)
    ground.add({ ...box, ...spot })
    where.set(box.id, spot)
    found.set(box.id, spot)
  }
  return found
}

function bestSpot(parent: Point, turn: number, box: Box, friends: readonly Point[], ground: Ground<Placed>): Point {
  let best: { spot: Point; cost: number; crowd: number } | null = null
  for (const spot of spots(parent, turn)) {
    const away = friends.reduce((sum, other) => sum + distance(spot, other), 0) / Math.max(1, friends.length)
    const far = distance(spot, parent) + 0.6 * away
    // Whom it would cover need not be known where it is too far anyway.
    if (best && far >= best.cost) continue
    const crowd = crowdAt({ ...box, ...spot }, ground)
    if (!best || far + crowd < best.cost) best = { spot, cost: far + crowd, crowd }
  }
  const { spot = parent, crowd = 0 } = best ?? {}
  if (!crowd) return spot
  // All rings are full, so it goes farther out.
  const { x, y } = nearestRoom({ ...box, ...spot }, (place) => ground.isFree(place))
  return { x, y }
}

/** Each newcomer starts at another angle (the golden one), so that equals spread instead of queueing. */
const spots = (center: Point, turn: number): Point[] =>
  RINGS.flatMap((radius) =>
    Array.from({ length: ANGLES }, (_, step) => {
      const angle = (step / ANGLES) * 2 * Math.PI + turn * 2.399963
      return { x: center.x + radius * Math.cos(angle), y: center.y + radius * Math.sin(angle) }
    }),
  )

function crowdAt(box: Placed, ground: Ground<Placed>): number {
  const counted = new Set<Placed>()
  let crowd = 0
  ground.near(box, (other) => {
    if (counted.has(other)) return
    counted.add(other)
    const x = (box.width + other.width) / 2 - Math.abs(box.x - other.x)
    const y = (box.height + other.height) / 2 - Math.abs(box.y - other.y)
    if (x > 0 && y > 0) crowd += COVERED + x * y
  })
  return crowd
}

/** Whom each newcomer is joined to. */
function companies(newcomers: readonly Box[], joints: readonly Joint[]): Map<string, string[]> {
  const found = new Map<string, string[]>(newcomers.map(({ id }) => [id, []]))
  for (const { source, target } of joints) {
    found.get(source)?.push(target)
    found.get(target)?.push(source)
  }
  return found
}

const distance = (a: Point, b: Point): number => Math.hypot(a.x - b.x, a.y - b.y)
