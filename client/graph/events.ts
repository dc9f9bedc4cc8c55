/** What is touched on the canvas, in Kith's words. Hovering only lights up the company; it is not worth keeping. */
import type cytoscape from 'cytoscape'
import type { Point } from '../state/graph.ts'

export interface Handlers {
  onEntity(id: string): void
  onEdge(a: string, b: string): void
  onGround(): void
  onExpand(id: string): void
  onMove(moved: ReadonlyMap<string, Point>): void
}

export function bindEvents(cy: cytoscape.Core, handlers: Handlers): void {
  cy.on('tap', 'node', (event) => handlers.onEntity(event.target.id()))
  cy.on('tap', 'edge', (event) => handlers.onEdge(event.target.data('source'), event.target.data('target')))
  cy.on('tap', (event) => {
    if (event.target === cy) handlers.onGround()
  })
  cy.on('dbltap', 'node', (event) => handlers.onExpand(event.target.id()))
  cy.on('dragfree', 'node', (event) => {
    const node: cytoscape.NodeSingular = event.target
    handlers.onMove(new Map([[node.id(), { ...node.position() }]]))
  })
  cy.on('mouseover', 'node', (event) => light(cy, event.target.closedNeighborhood()))
  cy.on('mouseover', 'edge', (event) => {
    light(cy, event.target.union(event.target.connectedNodes()))
    event.target.addClass('told')
  })
  cy.on('mouseout', 'node, edge', () => unlight(cy))
}

function light(cy: cytoscape.Core, company: cytoscape.CollectionReturnValue): void {
  const host = cy.container()
  if (host) host.style.cursor = 'pointer'
  cy.batch(() => {
    cy.elements().removeClass('near').addClass('far')
    company.removeClass('far').addClass('near')
  })
}

function unlight(cy: cytoscape.Core): void {
  const host = cy.container()
  if (host) host.style.cursor = ''
  cy.batch(() => {
    cy.elements().removeClass('near far told')
  })
}
