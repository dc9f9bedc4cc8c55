/**
 * `rings`: one in the middle and its company around it, ring by ring: those joined to it, then those joined to them;
 * within one distance the closest company stands nearer. A ring holds as many as their names leave room for.
 *
 * Angles come from a drawing by stress, seen from the middle; then everyone turns towards the mean direction of those
 * they are joined to, a few times over (barycentres; Sugiyama et al., 1981), so that the joined stand side by side.
 */
import type { Box } from '../boxes.ts'
import type { Placed } from '../place.ts'
import { separate } from '../separate.ts'
import { componentsOf, hopsFrom, type Net, netOf, partOf } from './net.ts'
import { drawByPivots, pivotsOf } from './pivots.ts'
import type { Position, Problem, Steps } from './problem.ts'
import { relax } from './stress.ts'

/** px from the middle to the first ring, and from one ring to the next. */
const FIRST = 150
const NEXT = 96
/** The share of a ring that may be filled. */
const FULL = 0.9
const SWEEPS = 12
/** How far from round the rings may be, to fit the pane. */
const [TALLEST, WIDEST] = [0.75, 1.5]
const TURN = 2 * Math.PI

interface Ring {
  readonly radius: number
  members: number[]
}

export function* rings({ boxes, links, ratio, focus }: Problem): Steps {
  if (!boxes.length) return []
  const middle = Math.max(
    0,
    boxes.findIndex(({ id }) => id === focus),
  )
  const net = netOf(boxes, links)
  const stretch = Math.sqrt(Math.min(WIDEST, Math.max(TALLEST, ratio)))
  const circles = toRings(net, middle, boxes, strengths(boxes, links), stretch)
  const angles = yield* directions(net, middle)
  const draw = () => drawn(boxes, middle, circles, angles, stretch)
  arrangeRings(circles, angles, boxes, stretch)
  yield () => toPositions(draw())
  for (let sweep = 0; sweep < SWEEPS; sweep++) {
    turnToCompany(net, middle, circles, angles)
    arrangeRings(circles, angles, boxes, stretch)
  }
  return toPositions(separate(draw(), new Set([boxes[middle]!.id])))
}

/** Sum of the weights of each one's links. */
function strengths(boxes: readonly Box[], links: Problem['links']): Map<string, number> {
  const sums = new Map(boxes.map(({ id }) => [id, 0]))
  for (const { source, target, weight } of links) {
    sums.set(source, (sums.get(source) ?? 0) + weight)
    sums.set(target, (sums.get(target) ?? 0) + weight)
  }
  return sums
}

/** By hops, then by strength; those whom nothing joins to the middle come last. */
function toRings(
  net: Net,
  middle: number,
  boxes: readonly Box[],
  strength: Map<string, number>,
  stretch: number,
): Ring[] {
  const hops = hopsFrom(net, middle)
  const order = [...boxes.keys()].filter((node) => node !== middle)
  const strong = (node: number) => strength.get(boxes[node]!.id) ?? 0
  order.sort((a, b) => hops[a]! - hops[b]! || strong(b) - strong(a) || a - b)
  const circles: Ring[] = []
  let [room, radius, last] = [0, FIRST - NEXT, 0]
  for (const node of order) {
    const need = needOf(boxes[node]!, stretch)
    if (need > room || last !== hops[node]) {
      radius += last === hops[node] || !circles.length ? NEXT : NEXT * 1.25
      room = TURN * radius * FULL
      last = hops[node]!
      circles.push({ radius, members: [] })
    }
    room -= need
    circles.at(-1)!.members.push(node)
  }
  return circles
}

/** How much of a ring a box needs on average, in px: where the ring runs level its width, where it rises its height. */
function needOf({ width, height }: Box, stretch: number): number {
  let room = 0
  const tries = 16
  for (let at = 0; at < tries; at++) {
    const angle = ((at + 0.5) / tries) * TURN
    room += 1 / needAt(angle, width, height, stretch)
  }
  return tries / room
}

const needAt = (angle: number, width: number, height: number, stretch: number): number =>
  Math.min(width / Math.abs(Math.sin(angle) * stretch), height / Math.abs(Math.cos(angle) / stretch))

/** The direction of each from the middle, in a drawing of the part it belongs to. */
function* directions(net: Net, middle: number): Generator<null, Float64Array> {
  const angles = new Float64Array(net.size)
  for (const nodes of componentsOf(net)) {
    const part = partOf(net, nodes)
    const drawing = drawByPivots(part, pivotsOf(part, 50))
    for (const _ of relax(part, drawing)) yield null
    const center = Math.max(0, nodes.indexOf(middle)) * 2
    for (const [at, node] of nodes.entries()) {
      angles[node] = Math.atan2(drawing[at * 2 + 1]! - drawing[center + 1]!, drawing[at * 2]! - drawing[center]!)
    }
  }
  return angles
}

/** Turns each towards the mean direction of its company, the middle aside, which lies in no direction. */
function turnToCompany(net: Net, middle: number, circles: readonly Ring[], angles: Float64Array): void {
  for (const { members } of circles) {
    for (const node of members) {
      let [x, y] = [Math.cos(angles[node]!) / 2, Math.sin(angles[node]!) / 2]
      for (let at = net.rows[node]!; at < net.rows[node + 1]!; at++) {
        const other = net.neighbors[at]!
        if (other === middle) continue
        x += Math.cos(angles[other]!)
        y += Math.sin(angles[other]!)
      }
      if (x || y) angles[node] = Math.atan2(y, x)
    }
  }
}

/** Gives everyone on a ring their room, in the order of their directions, turned to where these are missed least. */
function arrangeRings(circles: readonly Ring[], angles: Float64Array, boxes: readonly Box[], stretch: number): void {
  for (const ring of circles) {
    ring.members.sort((a, b) => angles[a]! - angles[b]! || a - b)
    const needs = ring.members.map((node) => needOf(boxes[node]!, stretch))
    const all = needs.reduce((sum, need) => sum + need, 0)
    let [from, x, y] = [0, 0, 0]
    const places = needs.map((need) => {
      from += need
      return ((from - need / 2) / all) * TURN
    })
    for (const [at, node] of ring.members.entries()) {
      x += Math.cos(angles[node]! - places[at]!)
      y += Math.sin(angles[node]! - places[at]!)
    }
    const turn = Math.atan2(y, x)
    for (const [at, node] of ring.members.entries()) {
      const angle = places[at]! + turn
      angles[node] = Math.atan2(Math.sin(angle), Math.cos(angle))
    }
  }
}

function drawn(
  boxes: readonly Box[],
  middle: number,
  circles: readonly Ring[],
  angles: Float64Array,
  stretch: number,
): Placed[] {
  const placed: Placed[] = [{ ...boxes[middle]!, x: 0, y: 0 }]
  for (const { radius, members } of circles) {
    for (const node of members) {
      const angle = angles[node]!
      placed.push({
        ...boxes[node]!,
        x: radius * stretch * Math.cos(angle),
        y: (radius / stretch) * Math.sin(angle),
      })
    }
  }
  return placed
}

const toPositions = (placed: readonly Placed[]): Position[] => placed.map(({ id, x, y }) => [id, { x, y }])
