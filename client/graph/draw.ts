/** A scene put on Cytoscape's elements: who is there, who is chosen, who is on the way, and who is new. */
import type cytoscape from 'cytoscape'
import type { Point } from '../state/graph.ts'
import { mostMentions } from './boxes.ts'
import type { Drawable, DrawableEdge } from './drawable.ts'
import { toLink, toNode } from './elements.ts'

export interface Scene {
  visible: { readonly entities: readonly Drawable[]; readonly edges: readonly DrawableEdge[] }
  positions: ReadonlyMap<string, Point>
  /** Placed by hand. */
  pinned: ReadonlySet<string>
  /** Ids that have just come into the picture (rather than out of a filter): they grow and glow. */
  fresh: ReadonlySet<string>
  /** Ids with the ring around them; two of them also choose the edges between. */
  chosen: readonly string[]
  /** A way that is shown in full strength, the rest pale: ids in order. */
  trail: readonly string[]
  /** Ids whose labels come before others. */
  named: readonly string[]
}

export interface Updated {
  /** Nodes that were not there. */
  added: readonly cytoscape.NodeSingular[]
  /** Most of those that were there stand elsewhere now: it was laid out anew, or nobody was there. */
  isNew: boolean
}

/** Makes the canvas show the scene. */
export function update(cy: cytoscape.Core, { visible, positions }: Scene): Updated {
  const most = mostMentions(visible.entities)
  const heaviest = visible.edges.reduce((so, edge) => Math.max(so, edge.weight), 0)
  const elements = [
    ...visible.entities.map((entity) => ({ ...toNode(entity, most), position: { ...at(positions, entity.id) } })),
    ...visible.edges.map((edge) => toLink(edge, heaviest, visible.edges.length)),
  ]
  const wanted = new Set(elements.map((element) => element.data.id))
  const newcomers: cytoscape.ElementDefinition[] = []
  let added: cytoscape.NodeSingular[] = []
  let moved = 0
  cy.batch(() => {
    cy.elements()
      .filter((element) => !wanted.has(element.id()))
      .remove()
    for (const element of elements) {
      const known = cy.getElementById(element.data.id ?? '')
      if (known.nonempty()) moved += refresh(known, element) ? 1 : 0
      else newcomers.push(element)
    }
    added = cy.add(newcomers).nodes().toArray()
  })
  const kept = visible.entities.length - added.length
  return { added, isNew: kept === 0 || (moved > 1 && moved * 2 > kept) }
}

/**
 * Only what differs is set: Cytoscape works out the style of each element that is touched.
 * Returns whether it stands elsewhere now.
 */
function refresh(
  known: cytoscape.CollectionReturnValue,
  { data, position, classes }: cytoscape.ElementDefinition,
): boolean {
  const before: Record<string, unknown> = known.data()
  if (Object.entries(data).some(([name, value]) => before[name] !== value)) known.data(data)
  if (known.isEdge()) known.toggleClass('plain', classes === 'plain')
  if (!position || known.grabbed()) return false
  const { x, y } = known.position()
  const moved = x !== position.x || y !== position.y
  if (moved) known.position(position)
  return moved
}

/** Rings around the chosen, marks on the pinned, and the way between its ends. */
export function mark(cy: cytoscape.Core, { chosen, pinned, trail }: Scene): void {
  const nodesOf = (ids: Iterable<string>) =>
    [...ids].reduce((all, id) => all.merge(cy.getElementById(id)), cy.collection())
  const picked = nodesOf(chosen)
  const way = nodesOf(trail)
  const steps = trail
    .slice(1)
    .reduce(
      (all, id, index) => all.merge(nodesOf([id]).edgesWith(nodesOf(trail.slice(index, index + 1)))),
      cy.collection(),
    )
  cy.batch(() => {
    put(cy, 'chosen', chosen.length === 2 ? picked.union(picked.edgesWith(picked)) : picked)
    // Whose company it is, one should see without pointing.
    put(cy, 'held', cy.collection().union(chosen.length === 1 ? picked.connectedEdges() : picked.edgesWith(picked)))
    put(cy, 'pinned', nodesOf(pinned))
    put(cy, 'trail', way.union(steps))
    put(cy, 'aside', way.nonempty() ? cy.elements().difference(way.union(steps)) : cy.collection())
    // Cytoscape drags what it has selected together.
    const together = chosen.length > 1 ? picked : cy.collection()
    cy.elements(':selected').difference(together).unselect()
    together.select()
  })
}

/** The class is on these and on no others. */
function put(cy: cytoscape.Core, name: string, wanted: cytoscape.CollectionReturnValue): void {
  const now = cy.elements(`.${name}`)
  now.difference(wanted).removeClass(name)
  wanted.difference(now).addClass(name)
}

/** New nodes grow out of a neighbour that was there before, and glow once. */
export function grow(added: readonly cytoscape.NodeSingular[], { positions, fresh }: Scene): void {
  for (const node of added.filter((one) => fresh.has(one.id()))) {
    const parent = node.neighborhood('node').filter((other) => !fresh.has(other.id()))
    const end = at(positions, node.id())
    const start = parent.nonempty() ? parent[0]?.position() : undefined
    // Not quite from its middle: between nodes in one place no edge can be drawn.
    if (start) node.position({ x: start.x + (end.x - start.x) / 4, y: start.y + (end.y - start.y) / 4 })
    node.addClass('new')
    node.style('underlay-opacity', 0.35)
    node.animate({ position: { ...end } }, { duration: 200, easing: 'ease-out' })
    node.animate({ style: { 'underlay-opacity': 0 } }, { duration: 900, complete: () => node.removeClass('new') })
  }
}

const at = (positions: ReadonlyMap<string, Point>, id: string): Point => positions.get(id) ?? { x: 0, y: 0 }
