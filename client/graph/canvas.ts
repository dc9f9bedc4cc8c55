/**
 * The canvas: draws a scene, and says what was touched. All of Cytoscape is behind this file, and it is loaded only
 * when there is a graph to draw. It remembers nothing the page needs: a scene has it all.
 */
import cytoscape from 'cytoscape'
import type { Point } from '../state/graph.ts'
import { choose, grow, label, type Scene, update } from './draw.ts'
import { bindEvents, type Handlers } from './events.ts'
import { toStyle } from './style.ts'

export interface Canvas {
  draw(scene: Scene): void
  /** Colours changed. */
  restyle(): void
  fit(): void
  zoom(factor: number): void
  /** Brings an entity to the middle if it is not in sight. */
  reveal(id: string): void
  close(): void
}

const PADDING = 36
/** Below this zoom a whole picture cannot be read. */
const TOO_FAR = 0.45

export function createCanvas(host: HTMLElement, handlers: Handlers): Canvas {
  const cy = cytoscape({ container: host, style: toStyle(host), minZoom: 0.15, maxZoom: 4, boxSelectionEnabled: false })
  const still = matchMedia('(prefers-reduced-motion: reduce)')
  let named = new Set<string>()
  let touched = false
  let pending = 0
  const relabel = () => {
    cancelAnimationFrame(pending)
    pending = requestAnimationFrame(() => label(cy, named))
  }
  bindEvents(cy, handlers)
  cy.on('zoom', relabel)
  cy.on('position', 'node', relabel)
  cy.on('dragpan scrollzoom pinchzoom', () => {
    touched = true
  })
  const fit = (animated = true) => {
    if (cy.width() < 50 || cy.nodes().empty()) return
    const eles = worthFitting(cy)
    if (animated && !still.matches) cy.animate({ fit: { eles, padding: PADDING } }, { duration: 200 })
    else cy.stop().fit(eles, PADDING)
  }
  const reveal = (node: cytoscape.NodeSingular | undefined) => {
    if (!node || isInSight(cy, node.position())) return
    if (still.matches) cy.center(node)
    else cy.animate({ center: { eles: node } }, { duration: 200 })
  }
  const watcher = new ResizeObserver(() => {
    cy.resize()
    if (!touched) fit(false)
    else reveal(cy.nodes('.chosen').toArray()[0])
  })
  watcher.observe(host)

  return {
    draw(scene) {
      const first = cy.nodes().empty()
      named = new Set(scene.named)
      const added = update(cy, scene)
      choose(cy, scene.chosen)
      if (first) fit(false)
      else if (added.length) {
        // Before they grow: the view must hold the places they grow to.
        if (!touched || added.some((node) => !isInSight(cy, scene.positions.get(node.id())))) fit()
        if (!still.matches) grow(added, scene)
      }
      relabel()
    },
    restyle: () => {
      cy.style(toStyle(host))
      relabel()
    },
    fit: () => {
      touched = false
      fit()
    },
    zoom: (factor) => {
      touched = true
      cy.zoom({ level: cy.zoom() * factor, renderedPosition: { x: cy.width() / 2, y: cy.height() / 2 } })
    },
    reveal: (id) =>
      reveal(
        cy
          .nodes()
          .toArray()
          .find((node) => node.id() === id),
      ),
    close: () => {
      watcher.disconnect()
      cancelAnimationFrame(pending)
      cy.destroy()
    },
  }
}

/** All of it, or, where the pane is too small for that, the chosen and their company. */
function worthFitting(cy: cytoscape.Core): cytoscape.CollectionReturnValue {
  const { w, h } = cy.nodes().boundingBox({ includeLabels: false })
  const chosen = cy.nodes('.chosen')
  const zoom = Math.min((cy.width() - 2 * PADDING) / w, (cy.height() - 2 * PADDING) / h)
  return chosen.nonempty() && zoom < TOO_FAR ? chosen.closedNeighborhood() : cy.elements()
}

function isInSight(cy: cytoscape.Core, point: Point | undefined): boolean {
  const { x1, x2, y1, y2 } = cy.extent()
  return !point || (point.x > x1 && point.x < x2 && point.y > y1 && point.y < y2)
}
