/**
 * What the canvas can draw: an entity and an edge of the graph, or as much of one as an answer to a query tells. Beside
 * the nine kinds there are nodes that are none; they are small, and neutral in colour.
 */
import type { Plain } from '../kinds.ts'
import type { Edge, Entity, Kind } from '../types.ts'

export interface Drawable extends Pick<Entity, 'id' | 'name' | 'mentions' | 'firstSeen'> {
  readonly kind: Kind | Plain
  readonly title?: string | undefined
  readonly arxiv?: string | undefined
  readonly year?: number | undefined
}

export interface DrawableEdge extends Pick<Edge, 'source' | 'target' | 'weight' | 'scope'> {
  readonly type: string
  readonly cue?: string | undefined
}
