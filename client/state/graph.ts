/**
 * The part of the graph that is on the screen: entities, the edges among them, where they stand and why there.
 *
 * A picture is never changed, only replaced, so that its history is a list of pictures. Positions belong to it:
 * the canvas draws them and forgets them.
 */

import type { LayoutName } from '../graph/layouts/names.ts'
import type { Edge, Entity } from '../types.ts'
import { createHistoryStore } from './history.ts'
import type { Change } from './store.ts'

export interface Point {
  readonly x: number
  readonly y: number
}

export interface Picture {
  readonly entities: ReadonlyMap<string, Entity>
  readonly edges: ReadonlyMap<string, Edge>
  readonly positions: ReadonlyMap<string, Point>
  /** Placed by hand: no layout moves them. */
  readonly pinned: ReadonlySet<string>
  /** Taken off the screen by hand; expanding something else does not bring them back. */
  readonly hidden: ReadonlySet<string>
  readonly layout: LayoutName
}

export const EMPTY: Picture = {
  entities: new Map(),
  edges: new Map(),
  positions: new Map(),
  pinned: new Set(),
  hidden: new Set(),
  layout: 'force',
}

/** The most entities that are drawn at once: more cannot be told apart. */
export const MOST_DRAWN = 500

export interface Addition {
  entities: readonly Entity[]
  edges: readonly Edge[]
  positions: ReadonlyMap<string, Point>
}

export const edgeId = (edge: Pick<Edge, 'source' | 'target'> & { type: string }) =>
  `${edge.type} ${edge.source} ${edge.target}`

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
      ...picture,
      entities: nextEntities,
      edges: nextEdges,
      positions: new Map([...[...positions].filter(([id]) => nextEntities.has(id)), ...picture.positions]),
      hidden,
    }
  }

/** Takes entities off, with their edges. `remembered`: by hand, so that they stay away until asked for. */
export const removeEntities =
  (ids: Iterable<string>, remembered = true): Change<Picture> =>
  (picture) => {
    const gone = new Set([...ids].filter((id) => picture.entities.has(id)))
    if (!gone.size) return picture
    const without = <T>(map: ReadonlyMap<string, T>) => new Map([...map].filter(([id]) => !gone.has(id)))
    return {
      ...picture,
      entities: without(picture.entities),
      edges: new Map([...picture.edges].filter(([, { source, target }]) => !gone.has(source) && !gone.has(target))),
      positions: without(picture.positions),
      pinned: new Set([...picture.pinned].filter((id) => !gone.has(id))),
      hidden: remembered ? new Set([...picture.hidden, ...gone]) : picture.hidden,
    }
  }

export const keepOnly =
  (ids: readonly string[]): Change<Picture> =>
  (picture) =>
    removeEntities([...picture.entities.keys()].filter((id) => !ids.includes(id)))(picture)

/** Takes off the company that hangs on an entity alone, which is what expanding it had brought. */
export const collapse =
  (id: string): Change<Picture> =>
  (picture) =>
    removeEntities(hangingOn(picture, id), false)(picture)

/** Company whose only company in the picture this is. */
export const hangingOn = (picture: Picture, id: string): string[] =>
  [...companyOf(picture, id)].filter((other) => companyOf(picture, other).size === 1 && !picture.pinned.has(other))

export const moveEntities =
  (moved: ReadonlyMap<string, Point>): Change<Picture> =>
  (picture) => ({ ...picture, positions: new Map([...picture.positions, ...moved]) })

/** By hand: where they are put, they stay. */
export const placeEntities =
  (moved: ReadonlyMap<string, Point>): Change<Picture> =>
  (picture) => ({ ...moveEntities(moved)(picture), pinned: new Set([...picture.pinned, ...moved.keys()]) })

/** All of them pinned; or, if they were already, none. */
export const togglePins =
  (ids: readonly string[]): Change<Picture> =>
  (picture) => {
    const pinned = new Set(picture.pinned)
    if (ids.every((id) => pinned.has(id))) for (const id of ids) pinned.delete(id)
    else for (const id of ids) pinned.add(id)
    return { ...picture, pinned }
  }

export const layOut =
  (layout: LayoutName, positions: ReadonlyMap<string, Point>): Change<Picture> =>
  (picture) => ({ ...moveEntities(positions)(picture), layout })

/** The ids joined to an entity in the picture. */
export function companyOf({ edges }: Picture, id: string): Set<string> {
  const company = new Set<string>()
  for (const { source, target } of edges.values()) {
    if (source === id) company.add(target)
    if (target === id) company.add(source)
  }
  return company
}

export const graph = createHistoryStore<Picture>(EMPTY)
