/**
 * The picture on the screen → a standalone SVG on a light ground, with its title, legend and the date of the newest note.
 *
 * Sizes, shapes, widths and dashes are those of the canvas, and a label is drawn where it has room. Nothing of the
 * moment goes in, neither clock nor zoom: the same picture is always the same file.
 */
import { LABEL_HEIGHT, mostMentions, widthOf } from '../graph/boxes.ts'
import { toNode } from '../graph/elements.ts'
import { readableLabels } from '../graph/labels.ts'
import { FONT } from '../graph/style.ts'
import { pathOf } from '../kinds.ts'
import type { Point } from '../state/graph.ts'
import type { Edge, Entity, Kind, Scope } from '../types.ts'
import { type Colors, LIGHT } from './colors.ts'
import { toLegend } from './legend.ts'
import { toLines } from './lines.ts'
import { escapeXml, tag } from './xml.ts'

export interface Taken {
  entities: readonly Entity[]
  edges: readonly Edge[]
  positions: ReadonlyMap<string, Point>
  /** Default the light page's. */
  colors?: Colors
  /** The graph's or the view's name. */
  title: string
  legend: LegendWords
  /** Ids whose labels come before others, as on the screen (the stories, the focus). */
  named?: ReadonlySet<string>
  /** Of the whole picture in px; default as large as on the screen at zoom 1. */
  width?: number
}

export interface LegendWords {
  kinds: Readonly<Record<Kind, string>>
  scopes: Readonly<Record<Scope, string>>
  /** A sentence such as "Newest note: 2024-09-12". */
  newest: (date: string) => string
}

/** A node as the canvas draws it, at its place. */
export interface Placed {
  id: string
  kind: Kind
  label: string
  mentions: number
  x: number
  y: number
  width: number
  height: number
}

const MARGIN = 28
const TITLE_HEIGHT = 34
/** So that title and legend have room beside one lonely node. */
const LEAST_WIDTH = 360

export function toSvg({ entities, edges, positions, colors = LIGHT, title, legend, named, width }: Taken): string {
  const nodes = toPlaced(entities, positions)
  const box = boundsOf(nodes)
  const inner = Math.max(LEAST_WIDTH, box.right - box.left)
  const left = (box.left + box.right - inner) / 2
  const words = toLegend(entities, edges, legend, colors, inner)
  const [w, h] = [inner + 2 * MARGIN, box.bottom - box.top + TITLE_HEIGHT + words.height + 2 * MARGIN]
  const [x, y] = [left - MARGIN, box.top - TITLE_HEIGHT - MARGIN]
  const scale = width ? width / w : 1
  const heading = { x: left, y: y + MARGIN + 12, 'font-size': 16, 'font-weight': 600 }
  const parts = [
    `<title>${escapeXml(title)}</title>`,
    tag('rect', { x, y, width: w, height: h, fill: colors.ground }),
    tag('text', heading, escapeXml(cut(title, inner / 1.35))),
    tag('g', { fill: 'none', stroke: colors.ink }, toLines(nodes, edges, colors)),
    tag('g', { stroke: colors.ground, 'stroke-width': 1.5 }, nodes.map((node) => toShape(node, colors)).join('')),
    toLabels(nodes, named ?? new Set(), colors),
    tag('g', { transform: `translate(${left} ${box.bottom + 12})` }, words.svg),
  ]
  const root = {
    xmlns: 'http://www.w3.org/2000/svg',
    viewBox: [x, y, w, h].map((value) => Math.round(value)).join(' '),
    width: Math.round(w * scale),
    height: Math.round(h * scale),
    'font-family': FONT,
    'font-size': 12,
    fill: colors.ink,
  }
  return `<?xml version="1.0" encoding="UTF-8"?>\n${tag('svg', root, parts.join('\n'))}\n`
}

/** Entities without a place are not in the picture. */
function toPlaced(entities: readonly Entity[], positions: ReadonlyMap<string, Point>): Placed[] {
  const most = mostMentions(entities)
  return entities.flatMap((entity) => {
    const point = positions.get(entity.id)
    const { data } = toNode(entity, most)
    const { id, kind, mentions } = entity
    const [width, height] = [Number(data.width), Number(data.height)]
    return point ? { id, kind, mentions, label: String(data.label), x: point.x, y: point.y, width, height } : []
  })
}

function boundsOf(nodes: readonly Placed[]) {
  const reach = (node: Placed) => Math.max(node.width, widthOf(node.label)) / 2 + 4
  const least = (values: number[]) => values.reduce((a, b) => Math.min(a, b), values.length ? Infinity : 0)
  return {
    left: least(nodes.map((node) => node.x - reach(node))),
    right: -least(nodes.map((node) => -node.x - reach(node))),
    top: least(nodes.map((node) => node.y - node.height / 2)),
    bottom: -least(nodes.map((node) => -node.y - node.height / 2 - LABEL_HEIGHT)),
  }
}

/** The paths stand in a box of 16, and leave about one on each side. */
const BOX = 16
const FILLED = 13.6

function toShape({ kind, label, x, y, width, height }: Placed, { kinds }: Colors): string {
  // A sheet's path is upright already.
  const scale = Math.max(width, height) / FILLED
  const transform = `translate(${tidy(x - (scale * BOX) / 2)} ${tidy(y - (scale * BOX) / 2)}) scale(${tidy(scale)})`
  const look = { d: pathOf(kind), fill: kinds[kind], transform, 'vector-effect': 'non-scaling-stroke' }
  return tag('path', look, `<title>${escapeXml(label)}</title>`)
}

const tidy = (value: number) => Math.round(value * 1000) / 1000

/** Each label twice, its halo first: not every program knows `paint-order`. */
function toLabels(nodes: readonly Placed[], named: ReadonlySet<string>, { ground }: Colors): string {
  const boxes = nodes.map((node) => ({
    id: node.id,
    x: node.x,
    y: node.y + node.height / 2 + 10,
    width: widthOf(node.label) + 4,
    height: LABEL_HEIGHT - 4,
    node: { x: node.x, y: node.y, width: node.width, height: node.height },
    rank: named.has(node.id) ? (1 as const) : (0 as const),
    mentions: node.mentions,
  }))
  const readable = readableLabels(boxes)
  const shown = nodes.filter(({ id }) => readable.has(id))
  const texts = shown.map(({ x, y, height, label }) => tag('text', { x, y: y + height / 2 + 14 }, escapeXml(label)))
  const halo = { stroke: ground, 'stroke-width': 5, 'stroke-linejoin': 'round', 'aria-hidden': 'true' }
  return tag('g', { 'text-anchor': 'middle' }, tag('g', halo, texts.join('')) + texts.join(''))
}

/** As much of a text as has room. */
export function cut(text: string, room: number): string {
  let used = 0
  let kept = ''
  for (const letter of text) {
    used += widthOf(letter)
    if (used > room) return `${kept.trimEnd()}…`
    kept += letter
  }
  return kept
}
