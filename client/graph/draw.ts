/** A scene put on Cytoscape's elements: who is there, who is chosen, who is new, and whose name can be read. */
import type cytoscape from 'cytoscape'
import type { Visible } from '../state/filters.ts'
import type { Point } from '../state/graph.ts'
import { LABEL_HEIGHT, mostMentions, widthOf } from './boxes.ts'
import { toLink, toNode } from './elements.ts'
import { type LabelBox, readableLabels } from './labels.ts'
import { labelSize } from './style.ts'

export interface Scene {
  visible: Visible
  positions: ReadonlyMap<string, Point>
  /** Ids that have just come into the picture (rather than out of a filter): they grow and glow. */
  fresh: ReadonlySet<string>
  /** Ids with the ring around them; two of them also choose the edges between. */
  chosen: readonly string[]
  /** Ids whose labels are always shown. */
  named: readonly string[]
}

/** Makes the canvas show the scene, and returns the nodes that are new. */
export function update(cy: cytoscape.Core, { visible, positions }: Scene): cytoscape.NodeSingular[] {
  const most = mostMentions(visible.entities)
  const heaviest = Math.max(...visible.edges.map((edge) => edge.weight), 0)
  const nodes = visible.entities.map((entity) => ({
    ...toNode(entity, most),
    position: { ...at(positions, entity.id) },
  }))
  const elements = [...nodes, ...visible.edges.map((edge) => toLink(edge, heaviest, visible.edges.length))]
  const wanted = new Set(elements.map((element) => element.data.id))
  const added: cytoscape.NodeSingular[] = []
  cy.batch(() => {
    cy.elements()
      .filter((element) => !wanted.has(element.id()))
      .remove()
    for (const element of elements) {
      const known = cy.getElementById(element.data.id ?? '')
      if (known.nonempty()) {
        known.data(element.data)
        if ('position' in element && element.position) known.position(element.position)
      } else {
        const fresh = cy.add(element)
        if (fresh.isNode()) added.push(fresh)
      }
    }
  })
  return added
}

/** Rings around the chosen, and the edges between two of them. */
export function choose(cy: cytoscape.Core, chosen: readonly string[]): void {
  cy.batch(() => {
    cy.elements('.chosen').removeClass('chosen')
    for (const id of chosen) cy.getElementById(id).addClass('chosen')
    const [a, b] = chosen
    if (a && b) cy.getElementById(a).edgesWith(cy.getElementById(b)).addClass('chosen')
  })
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

/** Keeps labels readable at any zoom, and shows those that have room. */
export function label(cy: cytoscape.Core, named: ReadonlySet<string>): void {
  const zoom = cy.zoom()
  const size = labelSize(zoom) / zoom
  const scale = size / 12
  const boxes = cy.nodes().map((node): LabelBox => {
    const { x, y } = node.position()
    const body = { x, y, width: node.data('width') as number, height: node.data('height') as number }
    return {
      id: node.id(),
      x,
      y: y + body.height / 2 + 4 * scale + size / 2,
      width: (widthOf(node.data('label') as string) + 4) * scale,
      height: (LABEL_HEIGHT - 4) * scale,
      node: body,
      rank: node.hasClass('chosen') ? 2 : named.has(node.id()) ? 1 : 0,
      mentions: node.data('mentions') as number,
    }
  })
  const shown = readableLabels(boxes)
  cy.batch(() => {
    cy.nodes().style({ 'font-size': size, 'text-margin-y': 4 * scale, 'text-outline-width': 2.5 * scale })
    cy.nodes().forEach((node) => {
      node.toggleClass('mute', !shown.has(node.id()))
    })
  })
}

const at = (positions: ReadonlyMap<string, Point>, id: string): Point => positions.get(id) ?? { x: 0, y: 0 }
