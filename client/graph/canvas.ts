/**
 * The canvas: draws a scene, and says what was touched. All of Cytoscape is behind this file, and it is loaded only
 * when there is a graph to draw. It remembers nothing the page needs: a scene has it all.
 */
import cytoscape from 'cytoscape'
import type { Point } from '../state/graph.ts'
import { createCamera } from './camera.ts'
import { grow, mark, type Scene, update } from './draw.ts'
import { bindEvents, type Handlers } from './events.ts'
import { bindLight } from './light.ts'
import { label } from './naming.ts'
import { toStyle } from './style.ts'

export interface Canvas {
  draw(scene: Scene): void
  /** Colours changed. */
  restyle(): void
  fit(): void
  zoom(factor: number): void
  /** By px of the screen. */
  pan(x: number, y: number): void
  /** Moves until an entity can be seen. */
  reveal(id: string): void
  /** Where an entity is drawn, its middle and size in px from the canvas' corner; null if it is not. */
  spotOf(id: string): Spot | null
  /** px from the canvas' upper edge to its lower. */
  height(): number
  /** The entity at this place, px from the canvas' corner. */
  idAt(place: Point): string | null
  /** From the picture's own space to px from the canvas' corner, and back. */
  toScreen(point: Point): Point
  toPicture(point: Point): Point
  close(): void
}

export interface Spot extends Point {
  readonly width: number
  readonly height: number
}

/** Elements above which, while the view moves, a picture of the picture is moved. */
const MANY = 1_200
/** Nodes above which names wait until the view is at rest. */
const CROWD = 300
/** Milliseconds without a move that are rest. */
const REST = 120

/** @param scrolls the host stands in a page that scrolls. Default: it stands still */
export function createCanvas(host: HTMLElement, handlers: Handlers, scrolls = false): Canvas {
  const cy = cytoscape({ container: host, style: toStyle(host), minZoom: 0.15, maxZoom: 4, boxSelectionEnabled: false })
  const still = matchMedia('(prefers-reduced-motion: reduce)')
  const camera = createCamera(cy, host, scrolls)
  let named = new Set<string>()
  let pending = 0
  let resting: ReturnType<typeof setTimeout> | undefined
  const relabel = () => {
    cancelAnimationFrame(pending)
    pending = requestAnimationFrame(() => label(cy, named))
  }
  const relabelSoon = () => {
    if (cy.nodes().length <= CROWD) return relabel()
    clearTimeout(resting)
    resting = setTimeout(relabel, REST)
  }
  bindEvents(cy, handlers)
  bindLight(cy)
  cy.on('zoom', relabelSoon)
  cy.on('position', 'node', relabelSoon)
  const watcher = new ResizeObserver(camera.resized)
  watcher.observe(host)

  return {
    draw(scene) {
      const isFirst = cy.nodes().empty()
      named = new Set(scene.named)
      const { added, isNew } = update(cy, scene)
      mark(cy, scene)
      hasten(cy, cy.elements().length > MANY)
      // Of a picture that was there before, so much of the view is kept as can be.
      if (isNew) camera.fit(!isFirst)
      else if (added.length) {
        camera.include(added.map((node) => ({ ...node.position() })))
        if (!still.matches) grow(added, scene)
      }
      relabel()
      handlers.onView()
    },
    restyle: () => {
      cy.style(toStyle(host))
      relabel()
    },
    fit: () => camera.fit(),
    zoom: camera.zoom,
    pan: camera.pan,
    reveal: (id) => camera.reveal(cy.getElementById(id).nodes().toArray()[0]),
    spotOf: (id) => {
      const node = cy.getElementById(id)
      if (node.empty()) return null
      const size = { width: cy.zoom() * node.data('width'), height: cy.zoom() * node.data('height') }
      return { ...node.renderedPosition(), ...size }
    },
    height: () => cy.height(),
    idAt: ({ x, y }) => {
      const isHere = (node: cytoscape.NodeSingular) => {
        const { x1, x2, y1, y2 } = node.renderedBoundingBox({ includeLabels: false })
        return x >= x1 && x <= x2 && y >= y1 && y <= y2
      }
      return cy.nodes().toArray().find(isHere)?.id() ?? null
    },
    toScreen: ({ x, y }) => ({ x: x * cy.zoom() + cy.pan().x, y: y * cy.zoom() + cy.pan().y }),
    toPicture: ({ x, y }) => ({ x: (x - cy.pan().x) / cy.zoom(), y: (y - cy.pan().y) / cy.zoom() }),
    close: () => {
      watcher.disconnect()
      cancelAnimationFrame(pending)
      clearTimeout(resting)
      cy.destroy()
    },
  }
}

/** Cytoscape reads these with every frame, but lets them be set only at the beginning. */
function hasten(cy: cytoscape.Core, many: boolean): void {
  const { renderer } = cy as unknown as { renderer(): { textureOnViewport: boolean } }
  renderer.call(cy).textureOnViewport = many
}
