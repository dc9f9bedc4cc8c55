/**
 * A cell of an answer → what sort of value it is, and what it is called.
 *
 * The server tags what JSON cannot say with a `$` (server/api/console.ts); a map without one is a map. Nothing here
 * trusts a property to be there or to be of its usual type: a query may return any node with anything in it.
 */
import { KINDS, type Plain } from '../kinds.ts'
import type { Cell, EdgeCell, Kind, NodeCell, PathCell, TaggedCell } from '../types.ts'

export type CellMap = Readonly<Record<string, Cell>>

/** `number` is any number, exact or not; `moment` any date, time or stretch of time. */
export type Sorted =
  | { sort: 'null' }
  | { sort: 'boolean'; value: boolean }
  | { sort: 'number'; value: number | string }
  | { sort: 'text'; value: string }
  | { sort: 'moment'; value: string }
  | { sort: 'point'; value: string }
  | { sort: 'bytes'; value: string }
  | { sort: 'list'; value: readonly Cell[] }
  | { sort: 'map'; value: CellMap }
  | { sort: 'node'; value: NodeCell }
  | { sort: 'edge'; value: EdgeCell }
  | { sort: 'path'; value: PathCell }

export function toSorted(cell: Cell | undefined): Sorted {
  if (cell === null || cell === undefined) return { sort: 'null' }
  if (typeof cell === 'string') return { sort: 'text', value: cell }
  if (typeof cell === 'number') return { sort: 'number', value: cell }
  if (typeof cell === 'boolean') return { sort: 'boolean', value: cell }
  if (Array.isArray(cell)) return { sort: 'list', value: cell }
  return isTagged(cell) ? toTagged(cell) : { sort: 'map', value: cell }
}

/** What a tagged value must have beside its tag; the others have a `value`. */
const HOLDS: Readonly<Record<string, string>> = { node: 'properties', edge: 'properties', path: 'nodes', point: 'x' }

function isTagged(cell: TaggedCell | CellMap): cell is TaggedCell {
  return Object.hasOwn(cell, '$') && typeof cell.$ === 'string' && Object.hasOwn(cell, HOLDS[cell.$] ?? 'value')
}

function toTagged(cell: TaggedCell): Sorted {
  switch (cell.$) {
    case 'node':
      return { sort: 'node', value: cell }
    case 'edge':
      return { sort: 'edge', value: cell }
    case 'path':
      return { sort: 'path', value: cell }
    case 'int':
    case 'float':
      return { sort: 'number', value: cell.value }
    case 'map':
      return { sort: 'map', value: cell.value }
    case 'bytes':
      return { sort: 'bytes', value: cell.value }
    case 'point':
      return { sort: 'point', value: pointText(cell) }
    default:
      return { sort: 'moment', value: cell.value }
  }
}

function pointText({ srid, x, y, z }: Extract<TaggedCell, { $: 'point' }>): string {
  const places = [x, y, ...(typeof z === 'number' ? [z] : [])]
  return `point(${places.join(', ')}; srid ${srid})`
}

/** What a node is in Kith's words; `Other` is none of them. */
export type NodeKind = Kind | Plain

export function kindOf({ labels }: Pick<NodeCell, 'labels'>): NodeKind {
  const known = KINDS.find((kind) => labels.includes(kind))
  if (known) return known
  return labels.includes('Document') ? 'Document' : labels.includes('Passage') ? 'Passage' : 'Other'
}

export const isEntityKind = (kind: NodeKind): kind is Kind => KINDS.some((known) => known === kind)

/** Properties that name a node, the best first. */
const NAMING = ['title', 'name', 'path', 'text', 'id'] as const

/** A paper and a document go by their titles, a passage by its words; a node that has nothing else by its labels. */
export function nameOfNode(node: NodeCell): string {
  const found = NAMING.map((name) => own(node.properties, name)).find((value) => typeof value === 'string' && value)
  return typeof found === 'string' ? found : (node.id ?? `:${node.labels.join(':')}`)
}

/** A property of the thing itself, never of its prototype. */
export const own = (properties: CellMap, name: string): Cell | undefined =>
  Object.hasOwn(properties, name) ? properties[name] : undefined

export const textOf = (properties: CellMap, name: string): string | null => {
  const value = own(properties, name)
  return typeof value === 'string' ? value : null
}

export const numberOf = (properties: CellMap, name: string): number | null => {
  const value = own(properties, name)
  return typeof value === 'number' ? value : null
}

/** The kinds as ids begin with them: `model/rwkv`. */
const PREFIXES = new Map(KINDS.map((kind) => [kind.toLowerCase(), kind]))

/** `model/rwkv` is a Model, `doc/…` a Document, `p/…` a Passage; null for what is no id of the graph. */
export function kindOfId(text: string): Exclude<NodeKind, 'Other'> | null {
  const [, prefix = ''] = /^([a-z]+)\/\S{1,480}$/.exec(text.length > 500 ? '' : text) ?? []
  if (prefix === 'doc') return 'Document'
  if (prefix === 'p') return /^p\/[0-9a-f]{8,64}$/.test(text) ? 'Passage' : null
  return PREFIXES.get(prefix) ?? null
}
