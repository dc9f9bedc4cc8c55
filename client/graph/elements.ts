/** JSON to Cytoscape: what an entity and an edge look like, in numbers and words that the style only repeats. */
import type { ElementDefinition } from 'cytoscape'
import { shapeOf } from '../kinds.ts'
import { edgeId } from '../state/graph.ts'
import { diameterOf, toLabel } from './boxes.ts'
import type { Drawable, DrawableEdge } from './drawable.ts'

export function toNode(entity: Drawable, most: number): ElementDefinition {
  const size = diameterOf(entity, most)
  const [wide, high] = FORMATS[entity.kind] ?? [1, 1]
  const [width, height] = [size * wide, size * high]
  const label = isolated(toLabel(entity))
  const data = { id: entity.id, label, kind: entity.kind, shape: shapeOf(entity.kind), width, height }
  return { group: 'nodes', data: { ...data, mentions: entity.mentions } }
}

/** A sheet of paper stands upright, a line of text lies; the area stays the same. */
const FORMATS: Partial<Record<Drawable['kind'], readonly [wide: number, high: number]>> = {
  Paper: [0.84, 1.19],
  Document: [0.84, 1.19],
  Passage: [1.3, 0.77],
}

/** Edges up to which each is drawn at full strength; with more, all grow fainter, or they would cover the names. */
const FEW = 250
/** Edges above which each is a plain line, without a bend: they are drawn several times as fast. */
const MANY = 1_000

export function toLink(edge: DrawableEdge, heaviest: number, count = 1): ElementDefinition {
  const width = 1 + 4 * Math.min(1, edge.weight / Math.max(heaviest, Number.MIN_VALUE)) ** 0.75
  const data = {
    id: edgeId(edge),
    source: edge.source,
    target: edge.target,
    width,
    opacity: 0.18 * Math.min(1, Math.sqrt(FEW / count)),
    scope: edge.scope,
    cue: isolated(edge.cue ?? ''),
  }
  const classes = edge.type === 'CO_MENTION' ? (count > MANY ? 'plain' : '') : 'relation'
  return { group: 'edges', data, classes }
}

/** Marks that turn the direction of text round, and those that end a line. */
const TURNS = /[\p{Bidi_Control}\p{Cc}\u2028\u2029]/gu
const RIGHT_TO_LEFT = /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}]/u

/** Text that was written by anybody: it keeps its own direction, and turns nobody else's. */
function isolated(text: string): string {
  const clean = text.replace(TURNS, '')
  return RIGHT_TO_LEFT.test(clean) ? `\u2068${clean}\u2069` : clean
}
