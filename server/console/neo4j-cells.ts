/** Values of Neo4j, read with `useBigInt` → cells. */
import neo4j, { type Node, type Relationship } from 'neo4j-driver'
import type { Cell, EdgeCell, MomentCell, NodeCell } from '../api/console.ts'
import { checkDepth, edgeCell, fraction, idOf, nodeCell, plainMap, toMap, wholeNumber } from './cells.ts'

const MOMENTS: readonly (readonly [MomentCell['$'], (value: object) => boolean])[] = [
  ['date', neo4j.isDate],
  ['time', neo4j.isTime],
  ['localtime', neo4j.isLocalTime],
  ['datetime', neo4j.isDateTime],
  ['localdatetime', neo4j.isLocalDateTime],
  ['duration', neo4j.isDuration],
]

/** Semantic ids by the database's own; an edge knows its ends by those only. */
export type Ends = Map<string, string | null>

/**
 * @param ends takes up the ids of all nodes that are met
 * @returns also the edges that were made, for their ends to be told once all nodes are known
 */
export function createNeo4jCells(ends: Ends) {
  const edges: { cell: EdgeCell; from: string; to: string }[] = []
  const toCell = (value: unknown, depth = 0): Cell => {
    checkDepth(depth)
    if (typeof value === 'bigint') return wholeNumber(value)
    if (typeof value === 'number') return fraction(value)
    if (typeof value === 'string' || typeof value === 'boolean') return value
    if (typeof value !== 'object' || value === null) return null
    if (Array.isArray(value)) return value.map((inner) => toCell(inner, depth + 1))
    if (neo4j.isNode(value)) return toNode(value, depth)
    if (neo4j.isRelationship(value)) return toEdge(value, depth)
    if (neo4j.isPath(value)) {
      const nodes = [value.start, ...value.segments.map(({ end }) => end)]
      return {
        $: 'path',
        nodes: nodes.map((node) => toNode(node, depth)),
        edges: value.segments.map(({ relationship }) => toEdge(relationship, depth)),
      }
    }
    if (neo4j.isPoint(value))
      return { $: 'point', srid: Number(value.srid), x: value.x, y: value.y, z: value.z ?? null }
    const moment = MOMENTS.find(([, isIt]) => isIt(value))
    if (moment) return { $: moment[0], value: String(value) }
    if (ArrayBuffer.isView(value))
      return { $: 'bytes', value: Buffer.from(value.buffer, value.byteOffset, value.byteLength).toString('base64') }
    return plainMap(entriesOf(value, depth))
  }
  const entriesOf = (value: object, depth: number) =>
    Object.entries(value).map(([key, inner]) => [key, toCell(inner, depth + 1)] as const)
  const toNode = ({ elementId, labels, properties }: Node, depth: number): NodeCell => {
    ends.set(elementId, idOf(properties.id))
    return nodeCell(labels, toMap(entriesOf(properties, depth)))
  }
  const toEdge = (edge: Relationship, depth: number): EdgeCell => {
    const cell = edgeCell(edge.type, [null, null], toMap(entriesOf(edge.properties, depth)))
    edges.push({ cell, from: edge.startNodeElementId, to: edge.endNodeElementId })
    return cell
  }
  return {
    toCell: (value: unknown) => toCell(value),
    /** The database's ids of ends that no node of the answer has told. */
    unknownEnds: () => [...new Set(edges.flatMap(({ from, to }) => [from, to]))].filter((id) => !ends.has(id)),
    tellEnds: () => {
      for (const { cell, from, to } of edges) {
        cell.source = ends.get(from) ?? null
        cell.target = ends.get(to) ?? null
      }
    },
  }
}
