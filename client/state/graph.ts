/**
 * The part of the graph that is on the screen: entities, the edges among them, and where they stand.
 *
 * A picture is never changed, only replaced, so that its history is a list of pictures. Positions belong to it:
 * the canvas draws them and forgets them.
 */
import type { Edge, Entity, Overview } from '../types.ts'
import { type History, startHistory } from './history.ts'
import { type Change, createStore } from './store.ts'

export interface Point {
  readonly x: number
  readonly y: number
}

export interface Picture {
  readonly entities: ReadonlyMap<string, Entity>
  readonly edges: ReadonlyMap<string, Edge>
  readonly positions: ReadonlyMap<string, Point>
  /** Taken off the screen by hand; expanding something else does not bring them back. */
  readonly hidden: ReadonlySet<string>
}

export const EMPTY: Picture = {
  entities: new Map(),
  edges: new Map(),
  positions: new Map(),
  hidden: new Set(),
}

export interface Addition {
  entities: readonly Entity[]
  edges: readonly Edge[]
  positions: ReadonlyMap<string, Point>
}

export const edgeId = (edge: Pick<Edge, 'type' | 'source' | 'target'>) => `${edge.type} ${edge.source} ${edge.target}`

export const showOverview =
  (overview: Overview, positions: ReadonlyMap<string, Point>): Change<Picture> =>
  () =>
    addEntities({ entities: overview.nodes, edges: overview.edges, positions })(EMPTY)

/** Adds what is not there yet. What is there keeps its place; edges to entities that are not there are left out. */
export const addEntities =
  ({ entities, edges, positions }: Addition): Change<Picture> =>
  (picture) => {
    const nextEntities = new Map(picture.entities)
    for (const entity of entities) nextEntities.set(entity.id, entity)
    const nextEdges = new Map(picture.edges)
    for (const edge of edges) {
      if (nextEntities.has(edge.source) && nextEntities.has(edge.target)) nextEdges.set(edgeId(edge), edge)
    }
    const hidden = new Set(picture.hidden)
    for (const entity of entities) hidden.delete(entity.id)
    return {
      entities: nextEntities,
      edges: nextEdges,
      positions: new Map([...positions, ...picture.positions]),
      hidden,
    }
  }

export const hideEntity =
  (id: string): Change<Picture> =>
  (picture) => {
    if (!picture.entities.has(id)) return picture
    const without = <T>(map: ReadonlyMap<string, T>) => new Map([...map].filter(([key]) => key !== id))
    return {
      entities: without(picture.entities),
      edges: new Map([...picture.edges].filter(([, edge]) => edge.source !== id && edge.target !== id)),
      positions: without(picture.positions),
      hidden: new Set(picture.hidden).add(id),
    }
  }

export const moveEntities =
  (moved: ReadonlyMap<string, Point>): Change<Picture> =>
  (picture) => ({ ...picture, positions: new Map([...picture.positions, ...moved]) })

/** The ids joined to an entity in the picture. */
export function companyOf({ edges }: Picture, id: string): Set<string> {
  const company = new Set<string>()
  for (const { source, target } of edges.values()) {
    if (source === id) company.add(target)
    if (target === id) company.add(source)
  }
  return company
}

export const graph = createStore<History<Picture>>(startHistory(EMPTY))
