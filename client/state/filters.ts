/**
 * What is left out of the picture, and the picture that remains: by kind, scope, relation, weight, support, time, source.
 *
 * Time and source ask where an entity is named: it stays where one of its documents passes, and an edge stays where a
 * document that passes names both its ends.
 */
import { signal } from '@preact/signals'
import { KINDS, SCOPES, TYPES } from '../kinds.ts'
import type { Edge, EdgeType, Entity, Kind, Scope } from '../types.ts'
import type { Picture } from './graph.ts'
import type { Source, Sources } from './sources.ts'
import { createStore } from './store.ts'

export interface Filters {
  readonly hide: readonly Kind[]
  readonly without: readonly Scope[]
  /** Relations left out. */
  readonly omit: readonly EdgeType[]
  readonly minWeight: number
  readonly minSupport: number
  /** YYYY, YYYY-MM or YYYY-MM-DD, both ends included; without a date where one of them is set: left out. */
  readonly since: string | null
  readonly until: string | null
  /** A document's path, or a folder's with its slash. */
  readonly source: string | null
}

export const NO_FILTERS: Filters = {
  hide: [],
  without: [],
  omit: [],
  minWeight: 0,
  minSupport: 0,
  since: null,
  until: null,
  source: null,
}

export const toggleKind =
  (kind: Kind) =>
  (filters: Filters): Filters => ({ ...filters, hide: toggled(KINDS, filters.hide, kind) })

export const toggleScope =
  (scope: Scope) =>
  (filters: Filters): Filters => ({ ...filters, without: toggled(SCOPES, filters.without, scope) })

export const toggleType =
  (type: EdgeType) =>
  (filters: Filters): Filters => ({ ...filters, omit: toggled(TYPES, filters.omit, type) })

/** Shows one kind alone; asked again, shows all. */
export const soloKind =
  (kind: Kind) =>
  (filters: Filters): Filters => {
    const others = KINDS.filter((other) => other !== kind)
    const alone = !filters.hide.includes(kind) && others.every((other) => filters.hide.includes(other))
    return { ...filters, hide: alone ? [] : others }
  }

/** A stretch of time; a backward one is turned round. */
export const setTime =
  (since: string | null, until: string | null) =>
  (filters: Filters): Filters =>
    since && until && since > `${until}~` ? { ...filters, since: until, until: since } : { ...filters, since, until }

export const setSource =
  (source: string | null) =>
  (filters: Filters): Filters => ({ ...filters, source })

export const setLeast =
  (least: Partial<Pick<Filters, 'minWeight' | 'minSupport'>>) =>
  (filters: Filters): Filters => ({ ...filters, ...least })

export const showAll = () => (): Filters => NO_FILTERS

/** How many of the filters are set. */
export const countFilters = (filters: Filters): number =>
  [
    filters.hide.length,
    filters.without.length,
    filters.omit.length,
    filters.minWeight > 0,
    filters.minSupport > 0,
    filters.since ?? filters.until,
    filters.source,
  ].filter(Boolean).length

export interface Visible {
  readonly entities: readonly Entity[]
  readonly edges: readonly Edge[]
}

/** What passes the filters, entities with the most mentions first. `always` is shown whatever it is. */
export function toVisible(
  picture: Picture,
  filters: Filters,
  sources: Sources,
  always: readonly string[] = [],
): Visible {
  const where = toPlaces(filters, sources)
  const entities = [...picture.entities.values()]
    .filter(({ id, kind }) => always.includes(id) || (!filters.hide.includes(kind) && where.isNamed(id)))
    .sort((a, b) => b.mentions - a.mentions || (a.id < b.id ? -1 : 1))
  const ids = new Set(entities.map((entity) => entity.id))
  const edges = [...picture.edges.values()].filter(
    (edge) =>
      ids.has(edge.source) &&
      ids.has(edge.target) &&
      !filters.without.includes(edge.scope) &&
      !filters.omit.includes(edge.type) &&
      edge.weight >= filters.minWeight &&
      edge.support >= filters.minSupport &&
      where.isJoined(edge.source, edge.target),
  )
  return { entities, edges }
}

/** Whether a document passes the filters by time and source. */
export function isWithin({ date, path }: Source, { since, until, source }: Filters): boolean {
  if (source !== null && !(source.endsWith('/') ? path.startsWith(source) : path === source)) return false
  if (since === null && until === null) return true
  // 2023-12 includes its last day: `~` comes after every digit and hyphen.
  return date !== null && (since === null || date >= since) && (until === null || date <= `${until}~`)
}

/** Where an entity is named, and two of them together, among the documents that pass. */
export interface Places {
  isNamed(id: string): boolean
  isJoined(a: string, b: string): boolean
}

export function toPlaces(filters: Filters, { documents, named }: Sources): Places {
  if (filters.since === null && filters.until === null && filters.source === null)
    return { isNamed: () => true, isJoined: () => true }
  const passing = new Set([...documents.values()].filter((one) => isWithin(one, filters)).map(({ id }) => id))
  // An entity is asked about once for each of its edges.
  const known = new Map<string, ReadonlySet<string>>()
  const passingOf = (id: string): ReadonlySet<string> => {
    const before = known.get(id)
    if (before) return before
    const found = new Set([...(named.get(id)?.keys() ?? [])].filter((document) => passing.has(document)))
    known.set(id, found)
    return found
  }
  return {
    isNamed: (id) => passingOf(id).size > 0,
    isJoined: (a, b) => {
      const others = passingOf(b)
      for (const document of passingOf(a)) if (others.has(document)) return true
      return false
    },
  }
}

export const filters = createStore<Filters>(NO_FILTERS)

/** While a hand drags a slider, filters change many times a second: only where it lets go is a step to come back to. */
export const held = signal(false)

/** Kept in the order of the table, so that the same filters always make the same address. */
const toggled = <T>(all: readonly T[], some: readonly T[], one: T): T[] =>
  all.filter((item) => some.includes(item) !== (item === one))
