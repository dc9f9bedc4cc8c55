/**
 * Values of Grafeo → cells.
 *
 * Its ways, seen by hand: nodes and edges come as maps with `_id`, `_labels`, `_type`, `_source`, `_target` beside the
 * properties; whole numbers beyond 2^53 as bigint; dates and durations as texts, a local datetime as a `Date`; and a
 * key `__proto__` becomes the prototype of its map.
 */
import type { Cell, EdgeCell, NodeCell } from '../api/console.ts'
import { checkDepth, edgeCell, fraction, nodeCell, plainMap, toMap, wholeNumber } from './cells.ts'

type Stored = Record<string, unknown>

/** @param semanticId of the node that the store knows by a number */
export function createGrafeoCells(semanticId: (id: number) => string | null): (value: unknown) => Cell {
  const toCell = (value: unknown, depth = 0): Cell => {
    checkDepth(depth)
    if (typeof value === 'bigint') return wholeNumber(value)
    if (typeof value === 'number') return fraction(value)
    if (typeof value === 'string' || typeof value === 'boolean') return value
    if (typeof value !== 'object' || value === null) return null
    if (Array.isArray(value)) return value.map((inner) => toCell(inner, depth + 1))
    if (value instanceof Date) return { $: 'localdatetime', value: value.toISOString().replace(/(?:\.000)?Z$/, '') }
    if (value instanceof Uint8Array) return { $: 'bytes', value: Buffer.from(value).toString('base64') }
    if (isNode(value)) return toNode(value, depth)
    if (isEdge(value)) return toEdge(value, depth)
    if (isPath(value)) {
      return {
        $: 'path',
        nodes: value.nodes.map((node) => toNode(node, depth)),
        edges: value.edges.map((edge) => toEdge(edge, depth)),
      }
    }
    return plainMap(entriesOf(value, depth))
  }
  const entriesOf = (value: object, depth: number): (readonly [string, Cell])[] => {
    const entries = Object.entries(value).map(([key, inner]) => [key, toCell(inner, depth + 1)] as const)
    const lost: unknown = Object.getPrototypeOf(value)
    return lost === Object.prototype || lost === null ? entries : [...entries, ['__proto__', toCell(lost, depth + 1)]]
  }
  const propertiesOf = (value: object, depth: number) =>
    toMap(entriesOf(value, depth).filter(([key]) => !STORED.has(key)))
  const toNode = (value: Stored, depth: number): NodeCell =>
    nodeCell(value._labels as string[], propertiesOf(value, depth))
  const toEdge = (value: Stored, depth: number): EdgeCell =>
    edgeCell(
      String(value._type),
      [semanticId(Number(value._source)), semanticId(Number(value._target))],
      propertiesOf(value, depth),
    )
  return (value) => toCell(value)
}

/** What Grafeo adds to the properties of a node or an edge. */
const STORED = new Set(['_id', '_labels', '_type', '_source', '_target'])

function isNode(value: object): value is Stored {
  return '_id' in value && '_labels' in value && Array.isArray(value._labels)
}

function isEdge(value: object): value is Stored {
  return '_id' in value && '_type' in value && '_source' in value && '_target' in value
}

function isPath(value: object): value is { nodes: Stored[]; edges: Stored[] } {
  const { nodes, edges } = value as { nodes?: unknown; edges?: unknown }
  return (
    Object.keys(value).length === 2 &&
    Array.isArray(nodes) &&
    Array.isArray(edges) &&
    nodes.length === edges.length + 1 &&
    nodes.every((node: unknown) => typeof node === 'object' && node !== null && isNode(node)) &&
    edges.every((edge: unknown) => typeof edge === 'object' && edge !== null && isEdge(edge))
  )
}
