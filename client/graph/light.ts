/** Pointing at something: its company in full strength and by name, what its relations say, and all else pale. */
import type cytoscape from 'cytoscape'
import { labelAmong } from './naming.ts'
import { labelSize } from './style.ts'

/** Relations up to which each tells its cue; more could not be read. */
const TOLD = 6

export function bindLight(cy: cytoscape.Core): void {
  cy.on('mouseover', 'node', ({ target }) => light(cy, target, target.closedNeighborhood()))
  cy.on('mouseover', 'edge', ({ target }) => light(cy, target, target.union(target.connectedNodes())))
  cy.on('mouseout', 'node, edge', () => unlight(cy))
  // A quick pointer leaves the canvas without leaving a node.
  cy.container()?.addEventListener('pointerleave', () => unlight(cy))
}

function light(
  cy: cytoscape.Core,
  target: cytoscape.SingularElementReturnValue,
  company: cytoscape.CollectionReturnValue,
): void {
  const host = cy.container()
  if (host) host.style.cursor = 'pointer'
  const relations = company.edges('.relation')
  cy.batch(() => {
    cy.elements('.near').removeClass('near named told')
    cy.elements().difference(company).addClass('far')
    company.removeClass('far').addClass('near')
    labelAmong(cy, company.nodes(), new Set([target.id()]))
    if (relations.length <= TOLD) relations.addClass('told').style('font-size', labelSize(cy.zoom()) / cy.zoom())
  })
}

function unlight(cy: cytoscape.Core): void {
  const host = cy.container()
  if (host) host.style.cursor = ''
  cy.batch(() => {
    cy.elements('.near, .far').removeClass('near far named told')
  })
}
