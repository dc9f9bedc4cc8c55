/**
 * The schema → a drawing of fixed places: the nine kinds in a ring around Entity, below it Passage and Document, and the
 * lines between them. The same for every graph, so that one finds a label where it was; what differs is how thick.
 */
import type { Schema, SchemaRelation } from '../../../types.ts'

export const WIDTH = 340
export const HEIGHT = 392

export interface Spot {
  name: string
  count: number
  x: number
  y: number
}

export interface Line {
  type: string
  source: string
  target: string
  count: number
  /** Of an SVG path. */
  path: string
  width: number
}

/** Paper is nearest to Document, which it is joined to; what is often related stands side by side. */
const RING = ['Model', 'Method', 'Concept', 'Dataset', 'Hardware', 'Paper', 'Person', 'Organization', 'Tool'] as const
const CENTER = { x: WIDTH / 2, y: 160 }
const RADIUS = 124
const AROUND = RING.map((name, at): [string, { x: number; y: number }] => {
  const angle = (at / RING.length) * 2 * Math.PI - Math.PI / 2
  return [name, { x: CENTER.x + RADIUS * Math.cos(angle), y: CENTER.y + RADIUS * Math.sin(angle) }]
})
const PLACES = new Map<string, { x: number; y: number }>([
  ...AROUND,
  ['Entity', CENTER],
  ['Passage', { x: CENTER.x, y: HEIGHT - 42 }],
  ['Document', { x: 46, y: HEIGHT - 42 }],
])

export function toSpots({ labels }: Schema): Spot[] {
  return [...PLACES].flatMap(([name, place]) => {
    const label = labels.find((one) => one.name === name)
    return label ? [{ name, count: label.count, ...place }] : []
  })
}

/** Mentions are of any kind, so they are one line to Entity. */
export function toLines({ relations }: Schema): Line[] {
  return relations.filter(({ count }) => count > 0).flatMap((relation) => linesOf(relation))
}

function linesOf({ name: type, count: all, ends }: SchemaRelation): Line[] {
  const pairs = type === 'MENTIONS' ? [{ source: 'Passage', target: 'Entity', count: all }] : ends
  return pairs.flatMap(({ source, target, count }) => {
    const path = pathBetween(source, target)
    return path ? [{ type, source, target, count, path, width: Math.min(5, 0.6 + Math.log10(count)) }] : []
  })
}

function pathBetween(source: string, target: string): string | null {
  const [from, to] = [PLACES.get(source), PLACES.get(target)]
  if (!from || !to) return null
  if (source === target) return loopAt(from)
  // Lines of the ring bend inwards, so that those between neighbours do not lie on each other.
  const isRing = RING.some((name) => name === source) && RING.some((name) => name === target)
  const pull = isRing ? 0.35 : 0
  const middle = { x: (from.x + to.x) / 2, y: (from.y + to.y) / 2 }
  const bend = { x: middle.x + (CENTER.x - middle.x) * pull, y: middle.y + (CENTER.y - middle.y) * pull }
  return `M${at(from)}Q${at(bend)} ${at(to)}`
}

/** Away from the middle. */
function loopAt(spot: { x: number; y: number }): string {
  const [dx, dy] = [spot.x - CENTER.x, spot.y - CENTER.y]
  const length = Math.hypot(dx, dy) || 1
  const [ux, uy] = [dx / length, dy / length]
  const out = (along: number, aside: number) =>
    at({ x: spot.x + ux * along - uy * aside, y: spot.y + uy * along + ux * aside })
  return `M${at(spot)}C${out(46, 20)} ${out(46, -20)} ${at(spot)}`
}

const at = ({ x, y }: { x: number; y: number }) => `${x.toFixed(1)},${y.toFixed(1)}`
