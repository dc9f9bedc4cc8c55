/** Names on the canvas: as large on the screen at any zoom, and only where there is room. */
import type cytoscape from 'cytoscape'
import { LABEL_HEIGHT, widthOf } from './boxes.ts'
import { type LabelBox, readableLabels } from './labels.ts'
import { labelSize } from './style.ts'

/** Shows the names that have room, those in `named` before others. */
export function label(cy: cytoscape.Core, named: ReadonlySet<string>): void {
  const nodes = cy.nodes()
  const shown = readable(cy.zoom(), nodes, (node) => (node.hasClass('chosen') ? 2 : named.has(node.id()) ? 1 : 0))
  cy.batch(() => {
    dress(
      cy.zoom(),
      nodes.filter((node) => shown.has(node.id())),
    )
    for (const node of nodes.toArray()) node.toggleClass('mute', !shown.has(node.id()))
  })
}

/** Shows the names that have room among some nodes, whatever becomes of all others. */
export function labelAmong(cy: cytoscape.Core, nodes: cytoscape.NodeCollection, first: ReadonlySet<string>): void {
  const shown = readable(cy.zoom(), nodes, (node) => (first.has(node.id()) ? 2 : 1))
  const named = nodes.filter((node) => shown.has(node.id()))
  dress(cy.zoom(), named)
  named.addClass('named')
}

function readable(
  zoom: number,
  nodes: cytoscape.NodeCollection,
  rankOf: (node: cytoscape.NodeSingular) => LabelBox['rank'],
): Set<string> {
  const size = labelSize(zoom) / zoom
  const scale = size / 12
  const boxes = nodes.map((node): LabelBox => {
    const { x, y } = node.position()
    const body = { x, y, width: node.data('width') as number, height: node.data('height') as number }
    return {
      id: node.id(),
      x,
      y: y + body.height / 2 + 4 * scale + size / 2,
      width: (widthOf(node.data('label') as string) + 4) * scale,
      height: (LABEL_HEIGHT - 4) * scale,
      node: body,
      rank: rankOf(node),
      mentions: node.data('mentions') as number,
    }
  })
  return readableLabels(boxes)
}

/** Letters keep their size on the screen. What is not shown needs none: styles set one by one are slow. */
function dress(zoom: number, nodes: cytoscape.NodeCollection): void {
  const size = labelSize(zoom) / zoom
  const scale = size / 12
  nodes.style({ 'font-size': size, 'text-margin-y': 4 * scale, 'text-outline-width': 2.5 * scale })
}
