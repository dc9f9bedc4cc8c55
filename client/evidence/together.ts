/** Several entities at once: how they are joined, what else they are all joined to, and where they are named together. */
import { KINDS } from '../kinds.ts'
import { companyOf, type Picture } from '../state/graph.ts'
import type { Source, Sources } from '../state/sources.ts'
import type { Edge, Entity, Kind } from '../types.ts'

export interface KindCount {
  readonly kind: Kind
  readonly count: number
}

/** In the order of the legend, without those that are not there. */
export function countKinds(entities: readonly Pick<Entity, 'kind'>[]): KindCount[] {
  const counts = new Map<Kind, number>()
  for (const { kind } of entities) counts.set(kind, (counts.get(kind) ?? 0) + 1)
  return KINDS.flatMap((kind) => {
    const count = counts.get(kind)
    return count ? [{ kind, count }] : []
  })
}

/** The strongest edge of each joined pair among them, strongest first. */
export function strongestAmong(edges: Iterable<Edge>, ids: readonly string[]): Edge[] {
  const wanted = new Set(ids)
  const best = new Map<string, Edge>()
  for (const edge of edges) {
    if (!wanted.has(edge.source) || !wanted.has(edge.target)) continue
    const pair = edge.source < edge.target ? `${edge.source} ${edge.target}` : `${edge.target} ${edge.source}`
    if (edge.weight > (best.get(pair)?.weight ?? -1)) best.set(pair, edge)
  }
  return [...best].sort(([a, x], [b, y]) => y.weight - x.weight || (a < b ? -1 : 1)).map(([, edge]) => edge)
}

export interface Share {
  readonly entity: Entity
  /** How many of the chosen it is joined to: two at least. */
  readonly joined: number
}

/** Others in the picture by how many of these they are joined to; of equals the less famous says more. */
export function sharedBy(picture: Picture, ids: readonly string[]): Share[] {
  const joined = new Map<string, number>()
  for (const id of ids) {
    for (const other of companyOf(picture, id)) {
      if (!ids.includes(other)) joined.set(other, (joined.get(other) ?? 0) + 1)
    }
  }
  return [...joined]
    .flatMap(([id, count]) => {
      const entity = picture.entities.get(id)
      return entity && count > 1 ? [{ entity, joined: count }] : []
    })
    .sort(
      (a, b) => b.joined - a.joined || a.entity.mentions - b.entity.mentions || (a.entity.id < b.entity.id ? -1 : 1),
    )
}

export interface Meeting {
  readonly document: Source
  /** How many of the chosen it names: two at least. */
  readonly names: number
  readonly mentions: number
}

/** Documents that name several of these, those that name the most first. */
export function documentsTogether({ documents, named }: Sources, ids: readonly string[]): Meeting[] {
  const counts = new Map<string, { names: number; mentions: number }>()
  for (const id of ids) {
    for (const [document, mentions] of named.get(id) ?? []) {
      const now = counts.get(document) ?? { names: 0, mentions: 0 }
      counts.set(document, { names: now.names + 1, mentions: now.mentions + mentions })
    }
  }
  return [...counts]
    .flatMap(([id, count]) => {
      const document = documents.get(id)
      return document && count.names > 1 ? [{ document, ...count }] : []
    })
    .sort((a, b) => b.names - a.names || b.mentions - a.mentions || (a.document.path < b.document.path ? -1 : 1))
}
