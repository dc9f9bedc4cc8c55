/**
 * The picture as rows, and in which order. The rows follow what is visible; the order is a person's choice.
 *
 * A column is a name and what it reads from a row: text or a number, null where there is nothing, which comes last.
 */
import type { Edge, Entity } from '../types.ts'
import { type Filters, isWithin, type Visible } from './filters.ts'
import { edgeId } from './graph.ts'
import type { Sources } from './sources.ts'
import { createStore } from './store.ts'

export type Tab = 'entities' | 'edges'

export interface EntityRow {
  readonly id: string
  readonly entity: Entity
  /** In the documents that pass the filters by time and source. */
  readonly mentions: number
  readonly documents: number
  /** How many of those in view it is joined to. */
  readonly company: number
}

export interface EdgeRow {
  readonly id: string
  readonly edge: Edge
  readonly source: Entity
  readonly target: Entity
}

export function toEntityRows(
  { entities, edges }: Visible,
  { documents, named }: Sources,
  filters: Filters,
): EntityRow[] {
  const company = new Map<string, Set<string>>()
  const join = (a: string, b: string) => company.set(a, (company.get(a) ?? new Set<string>()).add(b))
  for (const { source, target } of edges) {
    join(source, target)
    join(target, source)
  }
  const all = filters.since === null && filters.until === null && filters.source === null
  const within = new Set([...documents.values()].filter((one) => isWithin(one, filters)).map(({ id }) => id))
  return entities.map((entity) => {
    const { id } = entity
    const row = { id, entity, company: company.get(id)?.size ?? 0 }
    if (all) return { ...row, mentions: entity.mentions, documents: entity.documents }
    const passing = [...(named.get(id) ?? [])].filter(([document]) => within.has(document))
    return { ...row, mentions: passing.reduce((sum, [, count]) => sum + count, 0), documents: passing.length }
  })
}

export function toEdgeRows({ entities, edges }: Visible): EdgeRow[] {
  const byId = new Map(entities.map((entity) => [entity.id, entity]))
  return edges.flatMap((edge) => {
    const [source, target] = [byId.get(edge.source), byId.get(edge.target)]
    return source && target ? [{ id: edgeId(edge), edge, source, target }] : []
  })
}

export type Value = string | number | null
export interface Order {
  readonly by: string
  /** Largest first. */
  readonly down: boolean
}

/** Sorted by what `valueOf` reads; nothing comes last either way, and rows that are alike keep their order. */
export function sortRows<Row>(
  rows: readonly Row[],
  valueOf: (row: Row) => Value,
  { down }: Order,
  language: string,
): Row[] {
  const { compare } = new Intl.Collator(language, { numeric: true })
  const way = down ? -1 : 1
  return rows
    .map((row) => [valueOf(row), row] as const)
    .sort(([a], [b]) => {
      if (a === null || b === null) return Number(a === null) - Number(b === null)
      return way * (typeof a === 'number' && typeof b === 'number' ? a - b : compare(String(a), String(b)))
    })
    .map(([, row]) => row)
}

export interface TableChoices {
  readonly tab: Tab
  readonly order: Readonly<Record<Tab, Order>>
  /** Over the picture, with every column. */
  readonly wide: boolean
}

export const FIRST_CHOICES: TableChoices = {
  tab: 'entities',
  order: { entities: { by: 'mentions', down: true }, edges: { by: 'weight', down: true } },
  wide: false,
}

/** Sorts by a column; asked again, the other way round. `down`: which way comes first. */
export const sortBy =
  (tab: Tab, by: string, down: boolean) =>
  (now: TableChoices): TableChoices => {
    const before = now.order[tab]
    return { ...now, order: { ...now.order, [tab]: { by, down: before.by === by ? !before.down : down } } }
  }

export const showTab =
  (tab: Tab) =>
  (now: TableChoices): TableChoices => ({ ...now, tab })

export const widen =
  (wide: boolean) =>
  (now: TableChoices): TableChoices => ({ ...now, wide })

export const table = createStore<TableChoices>(FIRST_CHOICES)
