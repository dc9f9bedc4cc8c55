/**
 * `force`: who keeps company lies together. A first drawing by pivots, made better by stress, turned and spread to
 * fill the pane, and at last everyone gets room for their name.
 */
import type { Box } from '../boxes.ts'
import type { Placed } from '../place.ts'
import { pushApart, separate } from '../separate.ts'
import { componentsOf, type Net, netOf, partOf } from './net.ts'
import { pack } from './pack.ts'
import { drawByPivots, pivotsOf } from './pivots.ts'
import type { Link, Position, Problem, Steps } from './problem.ts'
import { reshaped, spread, turned } from './shape.ts'
import { relax } from './stress.ts'

/** The picture's area, as a multiple of what its nodes and labels cover. */
const ROOM = 2.5
/** Up to so many nodes everyone's whole name gets room. With more, names show only when one comes near. */
const NAMED = 120
/** The share of its name's room that a node always gets. */
const LEAST_ROOM = 0.4
/** Links for each node above which only the strongest pull: with all of them everything falls into one ball. */
const DENSE = 6
const STRONGEST = 5
const PIVOTS = 50
/** Rounds of pushing before the shape is looked at again. */
const PUSHES = 40

interface Part {
  readonly boxes: readonly Box[]
  readonly net: Net
  readonly drawing: Float64Array
}

export function* force({ boxes, links, ratio }: Problem): Steps {
  const roomy = withRoom(boxes)
  const net = netOf(boxes, backbone(links, boxes.length))
  const parts = componentsOf(net).map((nodes): Part => {
    const own = partOf(net, nodes)
    return { boxes: nodes.map((node) => roomy[node]!), net: own, drawing: drawByPivots(own, pivotsOf(own, PIVOTS)) }
  })
  for (const { net: own, drawing } of parts) {
    for (const _ of relax(own, drawing)) yield () => toPicture(parts, ratio, sketched)
  }
  return toPicture(parts, ratio, fitted)
}

type Fit = (boxes: readonly Placed[], ratio: number) => Placed[]

function toPicture(parts: readonly Part[], ratio: number, fit: Fit): Position[] {
  const groups = parts.map(({ boxes, drawing }) => {
    const drawn = boxes.map((box, at): Placed => ({ ...box, x: drawing[at * 2]!, y: drawing[at * 2 + 1]! }))
    return drawn.length > 1 ? fit(drawn, ratio) : drawn
  })
  return pack(groups, ratio).map(({ id, x, y }) => [id, { x, y }])
}

function sketched(boxes: readonly Placed[], ratio: number): Placed[] {
  const area = ROOM * boxes.reduce((sum, box) => sum + box.width * box.height, 0)
  return spread(turned(boxes, ratio), ratio, area, evennessOf(boxes.length))
}

/** Pushing apart spoils the shape, since labels are wide; brought back to it, little is left to push. */
function fitted(boxes: readonly Placed[], ratio: number): Placed[] {
  let roomy = sketched(boxes, ratio)
  for (let round = 0; round < 3; round++) roomy = reshaped(pushApart(roomy, PUSHES), ratio)
  return separate(roomy)
}

/** A small picture fills its pane evenly; in a large one distances tell more than the room does. */
const evennessOf = (count: number): number => 0.6 * Math.min(1, NAMED / count)

function withRoom(boxes: readonly Box[]): Box[] {
  const share = Math.max(LEAST_ROOM, Math.min(1, Math.sqrt(NAMED / boxes.length)))
  return boxes.map((box) => ({ ...box, width: box.width * share, height: box.height * share }))
}

/** The strongest links of each node, in a fixed order; all of them where there are few. */
function backbone(links: readonly Link[], count: number): readonly Link[] {
  if (links.length <= DENSE * count) return links
  const degrees = new Map<string, number>()
  const order = [...links].sort((a, b) => b.weight - a.weight)
  return order.filter(({ source, target }) => {
    const [a, b] = [degrees.get(source) ?? 0, degrees.get(target) ?? 0]
    if (a >= STRONGEST && b >= STRONGEST) return false
    degrees.set(source, a + 1).set(target, b + 1)
    return true
  })
}
