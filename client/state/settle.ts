/** Newcomers one after the other, each beside its own company, and nobody else moves. */
import { roomFor } from '../graph/grow.ts'
import type { Edge, Entity } from '../types.ts'
import { addEntities, type Picture } from './graph.ts'
import type { Change } from './store.ts'

export const settleEach =
  (newcomers: readonly Entity[], edges: readonly Edge[]): Change<Picture> =>
  (picture) =>
    newcomers.reduce((now, entity) => {
      const positions = roomFor(now, entity.id, [entity], edges)
      return addEntities({ entities: [entity], edges, positions })(now)
    }, picture)

/** Newcomers around the one they belong to. */
export const settleAround =
  (parent: string, newcomers: readonly Entity[], edges: readonly Edge[]): Change<Picture> =>
  (picture) =>
    addEntities({ entities: newcomers, edges, positions: roomFor(picture, parent, newcomers, edges) })(picture)
