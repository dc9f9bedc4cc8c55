/**
 * One of the two graphs of a diff: what a canonical export tells of it, without the lines, which are most of a graph and
 * of which only a few are asked for in the end.
 */
import type { Document, Edge, EdgeType, Entity } from '../../ingest/types.ts'
import type { Receipt } from '../canonical.ts'

export type DiffEntity = Pick<
  Entity,
  'id' | 'kind' | 'name' | 'aliases' | 'mentions' | 'documents' | 'title' | 'arxiv' | 'year' | 'url'
>
export type DiffEdge = Pick<Edge, 'type' | 'source' | 'target' | 'weight' | 'support'>

export interface Side {
  documents: readonly Pick<Document, 'id' | 'path' | 'title' | 'date' | 'sha256'>[]
  entities: readonly DiffEntity[]
  edges: readonly DiffEdge[]
  /** The lines that prove some edges, the closest meeting first, by `keyOf`. */
  linesOf(edges: readonly DiffEdge[]): Promise<Map<string, Lines>>
}

export interface Lines {
  /** One line, or the two of a thread. */
  receipts: Receipt[]
  /** The words that say the relation; null for a co-mention. */
  cue: string | null
}

export function keyOf({ type, source, target }: { type: EdgeType; source: string; target: string }): string {
  return `${type} ${source} ${target}`
}
