/**
 * Rows → what the canvas draws of them: every node, edge and path, wherever in the answer it stands, each once.
 *
 * Entities keep their kinds; documents, passages and nodes of no kind are small and neutral. An end that an edge only
 * names by its id is drawn too, and so are plain ids of entities: `bare` tells which, so that the page can ask what
 * they are called.
 */

import type { Drawable, DrawableEdge } from '../graph/drawable.ts'
import { MOST_DRAWN } from '../state/graph.ts'
import type { Cell, EdgeCell, NodeCell } from '../types.ts'
import { isEntityKind, kindOf, kindOfId, type NodeKind, nameOfNode, numberOf, textOf, toSorted } from './cells.ts'

export interface Drawing {
  readonly nodes: readonly Drawable[]
  readonly edges: readonly DrawableEdge[]
  /** Nodes in the answer, drawn or not. */
  readonly total: number
  /** Ids of entities of which the answer has nothing but the id. */
  readonly bare: readonly string[]
  /** What the answer tells of each, by id and by `type source target`. */
  readonly cells: ReadonlyMap<string, NodeCell>
  readonly links: ReadonlyMap<string, EdgeCell>
}

/** How deep lists and maps are searched for nodes. */
const DEEPEST = 12

/** @param most nodes that are drawn; those that come first in the answer */
export function toDrawing(rows: readonly (readonly Cell[])[], most: number = MOST_DRAWN): Drawing {
  const cells = new Map<string, NodeCell>()
  const links = new Map<string, EdgeCell & { source: string; target: string }>()
  const ids = new Set<string>()
  const node = (cell: NodeCell) => {
    const id = cell.id ?? textOf(cell.properties, 'id')
    if (id === null) return
    ids.add(id)
    if (!cells.has(id)) cells.set(id, cell)
  }
  const edge = (cell: EdgeCell) => {
    const { type, source, target } = cell
    if (source === null || target === null) return
    ids.add(source).add(target)
    links.set(keyOf({ type, source, target }), { ...cell, source, target })
  }
  const look = (cell: Cell | undefined, depth: number): void => {
    const sorted = toSorted(cell)
    if (sorted.sort === 'node') node(sorted.value)
    else if (sorted.sort === 'edge') edge(sorted.value)
    else if (sorted.sort === 'path') {
      sorted.value.nodes.forEach(node)
      sorted.value.edges.forEach(edge)
    } else if (sorted.sort === 'text') {
      const kind = kindOfId(sorted.value)
      if (kind && isEntityKind(kind)) ids.add(sorted.value)
    } else if (depth < DEEPEST && (sorted.sort === 'list' || sorted.sort === 'map')) {
      for (const item of Object.values(sorted.value)) look(item, depth + 1)
    }
  }
  for (const row of rows) for (const cell of row) look(cell, 0)
  const shown = new Set([...ids].slice(0, most))
  return {
    nodes: [...shown].map((id) => toNode(id, cells.get(id))),
    edges: [...links.values()].filter(({ source, target }) => shown.has(source) && shown.has(target)).map(toEdge),
    total: ids.size,
    bare: [...shown].filter((id) => !cells.has(id) && isEntityKind(kindOfId(id) ?? 'Other')),
    cells,
    links,
  }
}

/** Whether a picture says more than the table: the answer has nodes, edges or paths of its own. */
export const hasGraph = (rows: readonly (readonly Cell[])[]): boolean =>
  rows.slice(0, 100).some((row) => row.some((cell) => ['node', 'edge', 'path'].includes(toSorted(cell).sort)))

function toNode(id: string, cell: NodeCell | undefined): Drawable {
  const kind: NodeKind = cell ? kindOf(cell) : (kindOfId(id) ?? 'Other')
  const name = cell ? nameOfNode(cell) : id.slice(id.indexOf('/') + 1)
  const properties = cell?.properties ?? {}
  return {
    id,
    name,
    kind,
    mentions: Math.max(1, numberOf(properties, 'mentions') ?? 1),
    firstSeen: textOf(properties, 'firstSeen'),
  }
}

function toEdge({ type, source, target, properties }: EdgeCell & { source: string; target: string }): DrawableEdge {
  const scope = textOf(properties, 'scope')
  return {
    type,
    source,
    target,
    weight: numberOf(properties, 'weight') ?? 0,
    scope: scope === 'turn' || scope === 'thread' ? scope : 'sentence',
    cue: type,
  }
}

/** The same with what the graph knows beside the answer: names of bare ids, and the edges that join the nodes. */
export function withMore(
  drawing: Drawing,
  known: readonly Drawable[],
  edges: readonly DrawableEdge[],
): Pick<Drawing, 'nodes' | 'edges'> {
  const byId = new Map(known.map((node) => [node.id, node]))
  const bare = new Set(drawing.bare)
  const here = new Set(drawing.nodes.map(({ id }) => id))
  const there = new Set(drawing.edges.map(keyOf))
  return {
    nodes: drawing.nodes.map((node) => (bare.has(node.id) ? (byId.get(node.id) ?? node) : node)),
    edges: [
      ...drawing.edges,
      ...edges.filter((edge) => here.has(edge.source) && here.has(edge.target) && !there.has(keyOf(edge))),
    ],
  }
}

export const keyOf = ({ type, source, target }: Pick<DrawableEdge, 'type' | 'source' | 'target'>): string =>
  `${type} ${source} ${target}`

/** How many are drawn of each kind, in the order of the legend; what is no entity last. */
export function countNodes(
  nodes: readonly Drawable[],
  kinds: readonly NodeKind[],
): { kind: NodeKind; count: number }[] {
  const counts = new Map<NodeKind, number>()
  for (const { kind } of nodes) counts.set(kind, (counts.get(kind) ?? 0) + 1)
  return kinds.flatMap((kind) => {
    const count = counts.get(kind)
    return count ? [{ kind, count }] : []
  })
}
