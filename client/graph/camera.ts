/**
 * Where one looks from. It moves when asked, and by itself only as far as it must: to hold newcomers or what is looked
 * at. When panes fold, the picture stands where it stood in the window.
 */
import type cytoscape from 'cytoscape'
import type { Point } from '../state/graph.ts'
import { widthOf } from './boxes.ts'
import { labelSize } from './style.ts'

export interface Camera {
  /** All of it, or, where the pane is too small for that, the chosen and their company. */
  fit(animated?: boolean): void
  /** Moves until all these can be seen beside what is seen now. */
  include(points: readonly Point[]): void
  /** Moves, as little as it takes, until it can be seen. */
  reveal(node: cytoscape.NodeSingular | undefined, foot?: number): void
  zoom(factor: number): void
  /** By px of the screen. */
  pan(x: number, y: number): void
  /** The pane has another size or place. */
  resized(): void
}

/** px between the picture and the pane's border. */
const PADDING = 36
/** px between a name and the pane's border. */
const RIM_OF_NAMES = 12
/** px within which something is too near the border to be seen with its name. */
const RIM = 44
/** px below a node for its name and what stands under that, where a pane has become small. */
const FOOT = 100
/** Below this zoom a whole picture cannot be read. */
const TOO_FAR = 0.45
/** A picture of two needs not fill the pane. */
const NEAR_ENOUGH = 1.5
/** Less than this is a pane that is hidden. */
const LEAST = 50

interface Frame {
  x1: number
  x2: number
  y1: number
  y2: number
}

/** @param scrolls the host stands in a page that scrolls, so that its place in the window tells nothing */
export function createCamera(cy: cytoscape.Core, host: HTMLElement, scrolls = false): Camera {
  const still = matchMedia('(prefers-reduced-motion: reduce)')
  let fitted = false
  let touched = false
  let seen: { left: number; top: number; window: string } | null = null
  cy.on('dragpan scrollzoom pinchzoom', () => {
    touched = true
  })

  const isHidden = () => cy.width() < LEAST || cy.height() < LEAST
  const go = (view: { zoom: number; pan: Point }, animated: boolean) => {
    cy.stop()
    if (animated && !still.matches) cy.animate(view, { duration: 200, easing: 'ease-out' })
    else cy.viewport(view)
  }
  const frame = ({ x1, x2, y1, y2 }: Frame, padding: number) => {
    const fill = Math.min((cy.width() - 2 * padding) / (x2 - x1), (cy.height() - 2 * padding) / (y2 - y1))
    const zoom = Math.max(cy.minZoom(), Math.min(NEAR_ENOUGH, fill))
    return { zoom, pan: { x: (cy.width() - zoom * (x1 + x2)) / 2, y: (cy.height() - zoom * (y1 + y2)) / 2 } }
  }
  const fit = (animated = true) => {
    if (isHidden() || cy.nodes().empty()) return
    fitted = true
    touched = false
    const nodes = worthFitting(cy).nodes()
    // Names keep their size on the screen, so how much room they take in the picture depends on the zoom that comes of it.
    const bare = frame(nodes.boundingBox({ includeLabels: false }), PADDING)
    go(frame(withNames(nodes, bare.zoom), RIM_OF_NAMES), animated)
  }
  const reveal = (node: cytoscape.NodeSingular | undefined, foot = RIM) => {
    if (!node || isHidden()) return
    const { x, y } = node.renderedPosition()
    const [dx, dy] = [into(x, cy.width(), RIM), into(y, cy.height(), foot)]
    if (dx || dy) go({ zoom: cy.zoom(), pan: { x: cy.pan().x + dx, y: cy.pan().y + dy } }, true)
  }

  return {
    fit,
    reveal,
    include: (points) => {
      if (isHidden()) return
      const zoom = cy.zoom()
      const now = cy.extent()
      const rim = RIM / zoom
      const [xs, ys] = [points.map(({ x }) => x), points.map(({ y }) => y)]
      const wanted = {
        x1: Math.min(now.x1, ...xs.map((x) => x - rim)),
        x2: Math.max(now.x2, ...xs.map((x) => x + rim)),
        y1: Math.min(now.y1, ...ys.map((y) => y - rim)),
        y2: Math.max(now.y2, ...ys.map((y) => y + rim)),
      }
      if (wanted.x1 < now.x1 || wanted.x2 > now.x2 || wanted.y1 < now.y1 || wanted.y2 > now.y2)
        go(frame(wanted, 0), true)
    },
    zoom: (factor) => {
      touched = true
      const middle = { x: cy.width() / 2, y: cy.height() / 2 }
      cy.stop().zoom({ level: cy.zoom() * factor, renderedPosition: middle })
    },
    pan: (x, y) => {
      touched = true
      cy.stop().panBy({ x, y })
    },
    resized: () => {
      const { left, top, width, height } = host.getBoundingClientRect()
      if (width < LEAST || height < LEAST) return
      cy.resize()
      const size = `${innerWidth} ${innerHeight}`
      if (!fitted || (!touched && (scrolls || seen?.window !== size))) fit(false)
      else {
        if (seen && !scrolls) cy.panBy({ x: seen.left - left, y: seen.top - top })
        reveal(cy.nodes('.chosen').toArray()[0], FOOT)
      }
      seen = { left, top, window: size }
    },
  }
}

/** How far something must move to be inside, 0 if it is. What does not fit at all comes to the middle. */
function into(at: number, size: number, end: number): number {
  if (size < RIM + end) return size / 2 - at
  return at < RIM ? RIM - at : at > size - end ? size - end - at : 0
}

/** The room that nodes and their names take in the picture, looked at from this far. */
function withNames(nodes: cytoscape.NodeCollection, zoom: number): Frame {
  const size = labelSize(zoom) / zoom
  const boxes = nodes.map((node): Frame => {
    const { x, y } = node.position()
    const half = Math.max(node.width(), (widthOf(node.data('label') as string) * size) / 12) / 2
    return { x1: x - half, x2: x + half, y1: y - node.height() / 2, y2: y + node.height() / 2 + 2 * size }
  })
  return {
    x1: Math.min(...boxes.map(({ x1 }) => x1)),
    x2: Math.max(...boxes.map(({ x2 }) => x2)),
    y1: Math.min(...boxes.map(({ y1 }) => y1)),
    y2: Math.max(...boxes.map(({ y2 }) => y2)),
  }
}

function worthFitting(cy: cytoscape.Core): cytoscape.CollectionReturnValue {
  const { w, h } = cy.nodes().boundingBox({ includeLabels: false })
  const chosen = cy.nodes('.chosen')
  const zoom = Math.min((cy.width() - 2 * PADDING) / w, (cy.height() - 2 * PADDING) / h)
  return chosen.nonempty() && zoom < TOO_FAR ? chosen.closedNeighborhood() : cy.elements()
}
