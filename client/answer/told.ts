/** What the drawer tells of a node or of the edges between two nodes of the answer's picture. */
import type { Drawable, DrawableEdge } from '../graph/drawable.ts'
import type { Cell, EdgeCell, NodeCell } from '../types.ts'
import { keyOf } from './drawing.ts'
import type { Subject } from './subject.ts'

export function subjectOfNode(
  id: string,
  nodes: readonly Drawable[],
  cells: ReadonlyMap<string, NodeCell>,
): Subject | null {
  const node = nodes.find((one) => one.id === id)
  if (!node) return null
  const name = node.title ?? node.name
  return { key: `node ${id}`, title: name.slice(0, 200), values: [[node.kind, cells.get(id) ?? id]], first: id }
}

/** All edges between the two, whichever way they go; of those the answer does not hold, what the canvas knows. */
export function subjectOfEdge(
  a: string,
  b: string,
  { nodes, edges }: { nodes: readonly Drawable[]; edges: readonly DrawableEdge[] },
  links: ReadonlyMap<string, EdgeCell>,
): Subject | null {
  const between = edges.filter(({ source, target }) => (source === a && target === b) || (source === b && target === a))
  if (!between.length) return null
  const nameOf = (id: string) => nodes.find((node) => node.id === id)?.name.slice(0, 100) ?? id
  return {
    key: `edge ${a} ${b}`,
    title: `${nameOf(a)} – ${nameOf(b)}`,
    values: between.map((edge): readonly [string, Cell] => [edge.type, links.get(keyOf(edge)) ?? toCell(edge)]),
    first: null,
  }
}

const toCell = ({ type, source, target, weight, scope }: DrawableEdge): EdgeCell => ({
  $: 'edge',
  type,
  source,
  target,
  properties: { weight, scope },
})
