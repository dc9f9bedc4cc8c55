/** Which kinds and which scopes are left out of the picture, and the picture that remains. */
import { KINDS, SCOPES } from '../kinds.ts'
import type { Edge, Entity, Kind, Scope } from '../types.ts'
import type { Picture } from './graph.ts'
import { createStore } from './store.ts'

export interface Filters {
  readonly hide: readonly Kind[]
  readonly without: readonly Scope[]
}

export const NO_FILTERS: Filters = { hide: [], without: [] }

export const toggleKind =
  (kind: Kind) =>
  (filters: Filters): Filters => ({ ...filters, hide: toggled(KINDS, filters.hide, kind) })

export const toggleScope =
  (scope: Scope) =>
  (filters: Filters): Filters => ({
    ...filters,
    without: toggled(SCOPES, filters.without, scope),
  })

/** Shows one kind alone; asked again, shows all. */
export const soloKind =
  (kind: Kind) =>
  (filters: Filters): Filters => {
    const others = KINDS.filter((other) => other !== kind)
    const alone = !filters.hide.includes(kind) && others.every((other) => filters.hide.includes(other))
    return { ...filters, hide: alone ? [] : others }
  }

export const showAll = () => (): Filters => NO_FILTERS

export interface Visible {
  readonly entities: readonly Entity[]
  readonly edges: readonly Edge[]
}

/** What passes the filters, entities with the most mentions first. `always` is shown whatever its kind. */
export function toVisible(picture: Picture, filters: Filters, always: readonly string[] = []): Visible {
  const entities = [...picture.entities.values()]
    .filter((entity) => !filters.hide.includes(entity.kind) || always.includes(entity.id))
    .sort((a, b) => b.mentions - a.mentions || (a.id < b.id ? -1 : 1))
  const ids = new Set(entities.map((entity) => entity.id))
  const edges = [...picture.edges.values()].filter(
    (edge) => ids.has(edge.source) && ids.has(edge.target) && !filters.without.includes(edge.scope),
  )
  return { entities, edges }
}

export const filters = createStore<Filters>(NO_FILTERS)

/** Kept in the order of the table, so that the same filters always make the same address. */
const toggled = <T>(all: readonly T[], some: readonly T[], one: T): T[] =>
  all.filter((item) => some.includes(item) !== (item === one))
