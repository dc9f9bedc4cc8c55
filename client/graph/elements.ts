/** JSON to Cytoscape: what an entity and an edge look like, in numbers and words that the style only repeats. */
import type { ElementDefinition } from 'cytoscape'
import { shapeOf } from '../kinds.ts'
import { edgeId } from '../state/graph.ts'
import type { Edge, Entity } from '../types.ts'
import { sizeOf, toLabel } from './boxes.ts'

export function toNode(entity: Entity, most: number): ElementDefinition {
  const size = sizeOf(entity.mentions, most)
  // A sheet of paper stands upright; the area stays the same.
  const [width, height] = entity.kind === 'Paper' ? [size * 0.84, size * 1.19] : [size, size]
  const data = { id: entity.id, label: toLabel(entity), kind: entity.kind, shape: shapeOf(entity.kind), width, height }
  return { group: 'nodes', data: { ...data, mentions: entity.mentions } }
}

/** Edges up to which each is drawn at full strength; with more, all grow fainter, or they would cover the names. */
const FEW = 250

export function toLink(edge: Edge, heaviest: number, count = 1): ElementDefinition {
  const width = 1 + 4 * Math.min(1, edge.weight / Math.max(heaviest, Number.MIN_VALUE)) ** 0.75
  const data = {
    id: edgeId(edge),
    source: edge.source,
    target: edge.target,
    width,
    opacity: 0.18 * Math.min(1, Math.sqrt(FEW / count)),
    scope: edge.scope,
    cue: edge.cue ?? '',
  }
  return { group: 'edges', data, classes: edge.type === 'CO_MENTION' ? '' : 'relation' }
}
