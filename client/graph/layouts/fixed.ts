/**
 * A picture around those that must stay where they are.
 *
 * When they are most of it, each newcomer settles beside those it is joined to. When they are few, the others are laid
 * out as if nobody were fixed; then the whole is mirrored and moved to where the fixed come closest to their places,
 * and who is joined to a fixed one follows it the rest of the way, the nearer the further.
 */
import type { Placed } from '../place.ts'
import { placeNear } from '../place.ts'
import { separate } from '../separate.ts'
import { APART, hopsFrom, type Net, netOf } from './net.ts'
import type { Position, Problem, Spot } from './problem.ts'

/** How hard everyone clings to their place, where 1 is the pull of a fixed neighbour. */
const INERTIA = 0.25

/** Newcomers beside their company, in order of how many of it are there already. */
export function joinFixed({ boxes, links, fixed }: Problem): Position[] {
  const at = new Map(fixed)
  const placed = boxes.flatMap((box): Placed[] => {
    const spot = at.get(box.id)
    return spot ? [{ ...box, ...spot }] : []
  })
  const where = new Map<string, Spot>(placed.map(({ id, x, y }) => [id, { x, y }]))
  const waiting = new Set(boxes.filter(({ id }) => !where.has(id)))
  const company = new Map<string, string[]>(boxes.map(({ id }) => [id, []]))
  for (const { source, target } of links) {
    company.get(source)?.push(target)
    company.get(target)?.push(source)
  }
  const known = (id: string) => (company.get(id) ?? []).flatMap((other) => where.get(other) ?? [])
  while (waiting.size) {
    const next = [...waiting].reduce((best, box) => (known(box.id).length > known(best.id).length ? box : best))
    const friends = known(next.id)
    const middle = meanOf(friends.length ? friends : [...where.values()])
    const found = placeNear(
      middle,
      [next],
      placed,
      links.filter(({ source, target }) => source === next.id || target === next.id),
    )
    const spot = found.get(next.id) ?? middle
    waiting.delete(next)
    where.set(next.id, spot)
    placed.push({ ...next, ...spot })
  }
  return [...where]
}

/** `free` is the layout without anyone fixed; `mirrors`: whether its sides may change places. */
export function fitAround(problem: Problem, free: readonly Position[], mirrors: boolean): Position[] {
  const fixed = new Map(problem.fixed)
  const spots = new Map(free)
  const anchors = [...fixed].flatMap(([id, to]) => {
    const from = spots.get(id)
    return from ? [{ id, from, to }] : []
  })
  if (!anchors.length) return [...free]
  const moved = mirrors ? closest(anchors) : (spot: Spot) => spot
  const net = netOf(problem.boxes, problem.links)
  const shifts = follow(
    problem,
    net,
    anchors.map(({ id, from, to }) => ({ id, by: minus(to, moved(from)) })),
  )
  const placed = problem.boxes.flatMap((box, index): Placed[] => {
    const spot = spots.get(box.id)
    if (!spot) return []
    const { x, y } = moved(spot)
    const shift = shifts[index] ?? ORIGIN
    return [{ ...box, x: x + shift.x, y: y + shift.y, ...fixed.get(box.id) }]
  })
  return separate(placed, new Set(fixed.keys())).map(({ id, x, y }) => [id, { x, y }])
}

/** The mirroring and moving that brings them closest to where they must be. */
function closest(anchors: readonly { from: Spot; to: Spot }[]): (spot: Spot) => Spot {
  const [from, to] = [meanOf(anchors.map((one) => one.from)), meanOf(anchors.map((one) => one.to))]
  const ways = [1, -1].flatMap((sx) =>
    [1, -1].map((sy) => ({ x, y }: Spot) => ({ x: to.x + sx * (x - from.x), y: to.y + sy * (y - from.y) })),
  )
  const miss = (way: (spot: Spot) => Spot) =>
    anchors.reduce((sum, one) => {
      const { x, y } = minus(one.to, way(one.from))
      return sum + x * x + y * y
    }, 0)
  return ways.reduce((best, way) => (miss(way) < miss(best) - 1e-6 ? way : best))
}

/** How far each one goes along with the fixed, by hops. */
function follow({ boxes }: Problem, net: Net, anchors: readonly { id: string; by: Spot }[]): Spot[] {
  const index = new Map(boxes.map(({ id }, at) => [id, at]))
  const sums = boxes.map(() => ({ x: 0, y: 0, weight: INERTIA }))
  for (const { id, by } of anchors) {
    for (const [at, hops] of hopsFrom(net, index.get(id) ?? 0).entries()) {
      const sum = sums[at]
      if (!sum || hops === APART || hops === 0) continue
      const weight = 1 / (hops * hops)
      sum.x += by.x * weight
      sum.y += by.y * weight
      sum.weight += weight
    }
  }
  return sums.map(({ x, y, weight }) => ({ x: x / weight, y: y / weight }))
}

const ORIGIN: Spot = { x: 0, y: 0 }
const minus = (a: Spot, b: Spot): Spot => ({ x: a.x - b.x, y: a.y - b.y })

function meanOf(spots: readonly Spot[]): Spot {
  const mean = (axis: 'x' | 'y') => spots.reduce((sum, spot) => sum + spot[axis], 0) / Math.max(1, spots.length)
  return { x: mean('x'), y: mean('y') }
}
