/** Edges as SVG paths: width and strength as on the canvas, dashes by scope, an arrow where a relation has a direction. */
import { toLink } from '../graph/elements.ts'
import type { Point } from '../state/graph.ts'
import type { Edge, Scope } from '../types.ts'
import type { Colors } from './colors.ts'
import type { Placed } from './svg.ts'
import { round, tag } from './xml.ts'

/** Of a line, in px; the same on the canvas (graph/style.ts). */
export const DASHES: Readonly<Record<Scope, string | undefined>> = {
  sentence: undefined,
  turn: '7 5',
  thread: '1.5 4.5',
}

/** How far two edges of one pair stand apart in the middle. */
const APART = 26
/** Of an arrow, in px. */
const ARROW = 7

export function toLines(nodes: readonly Placed[], edges: readonly Edge[], { ink }: Colors): string {
  const byId = new Map(nodes.map((node) => [node.id, node]))
  const heaviest = edges.reduce((most, { weight }) => Math.max(most, weight), 0)
  const pairs = new Map<string, Edge[]>()
  for (const edge of edges) pairs.set(pairOf(edge), [...(pairs.get(pairOf(edge)) ?? []), edge])
  return edges
    .map((edge) => {
      const [source, target] = [byId.get(edge.source), byId.get(edge.target)]
      if (!source || !target) return ''
      const beside = pairs.get(pairOf(edge)) ?? [edge]
      // From the smaller id, so that both of a pair bend away from each other.
      const bend = (beside.indexOf(edge) - (beside.length - 1) / 2) * APART * (edge.source < edge.target ? 1 : -1)
      const { width, opacity } = toLink(edge, heaviest, edges.length).data
      const curve = toCurve(source, target, bend)
      const look = { 'stroke-width': Number(width), 'stroke-opacity': Number(opacity) }
      const line = tag('path', { d: curve.d, ...look, 'stroke-dasharray': DASHES[edge.scope] })
      return edge.type === 'CO_MENTION' ? line : line + toArrow(curve, Number(opacity), ink)
    })
    .join('')
}

const pairOf = ({ source, target }: Edge): string => [source, target].sort().join(' ')

interface Curve {
  d: string
  /** Where the line meets its target's edge, and the point it comes from. */
  end: Point
  from: Point
}

function toCurve(source: Placed, target: Placed, bend: number): Curve {
  const [dx, dy] = [target.x - source.x, target.y - source.y]
  const length = Math.hypot(dx, dy) || 1
  const control = {
    x: (source.x + target.x) / 2 - (dy / length) * bend,
    y: (source.y + target.y) / 2 + (dx / length) * bend,
  }
  const [first, last] = [`M${round(source.x)} ${round(source.y)}`, `${round(target.x)} ${round(target.y)}`]
  const d = bend === 0 ? `${first}L${last}` : `${first}Q${round(control.x)} ${round(control.y)} ${last}`
  const away = Math.hypot(target.x - control.x, target.y - control.y) || 1
  const radius = Math.max(target.width, target.height) / 2 + 1
  const end = {
    x: target.x - ((target.x - control.x) / away) * radius,
    y: target.y - ((target.y - control.y) / away) * radius,
  }
  return { d, end, from: control }
}

function toArrow({ end, from }: Curve, opacity: number, ink: string): string {
  const angle = Math.atan2(end.y - from.y, end.x - from.x)
  const corner = (turn: number) =>
    `${round(end.x - ARROW * Math.cos(angle + turn))} ${round(end.y - ARROW * Math.sin(angle + turn))}`
  const d = `M${round(end.x)} ${round(end.y)}L${corner(0.45)}L${corner(-0.45)}z`
  // Fainter than that a small triangle cannot be seen.
  return tag('path', { d, fill: ink, stroke: 'none', 'fill-opacity': Math.max(0.4, opacity) })
}
