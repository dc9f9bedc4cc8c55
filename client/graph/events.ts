/** What is touched on the canvas, in Kith's words. Hovering only lights up the company; it is not worth keeping. */
import type cytoscape from 'cytoscape'
import type { Point } from '../state/graph.ts'
import type { Subject } from '../state/menu.ts'

export interface Handlers {
  /** @param more with Shift, Ctrl or Cmd: beside what is selected */
  onEntity(id: string, more: boolean): void
  onEdge(a: string, b: string): void
  onGround(): void
  onExpand(id: string): void
  onMove(moved: ReadonlyMap<string, Point>): void
  /** The pointer is over an entity, or over none. */
  onHover(id: string | null): void
  /** @param at px from the window's top left corner */
  onMenu(subject: Subject, at: Point): void
  /** The camera or a node has moved. */
  onView(): void
}

export function bindEvents(cy: cytoscape.Core, handlers: Handlers): void {
  // After a long press the finger still has to be lifted, and that is no tap.
  let held = false
  cy.on('tapstart', () => {
    held = false
  })
  cy.on('tap', ({ target, originalEvent }) => {
    if (held) return
    const { shiftKey, ctrlKey, metaKey } = originalEvent
    if (target === cy) {
      // With Shift one was about to draw a lasso.
      if (!shiftKey) handlers.onGround()
    } else if (target.isNode()) handlers.onEntity(target.id(), shiftKey || ctrlKey || metaKey)
    else handlers.onEdge(target.data('source'), target.data('target'))
  })
  cy.on('dbltap', 'node', ({ target, originalEvent: { shiftKey, ctrlKey, metaKey } }) => {
    if (!(shiftKey || ctrlKey || metaKey)) handlers.onExpand(target.id())
  })
  cy.on('taphold cxttap', ({ type, target, originalEvent }) => {
    const touch = touchOf(originalEvent)
    if (type === 'taphold' && !touch) return
    held = true
    const { clientX: x, clientY: y } = touch ?? originalEvent
    handlers.onMenu(toSubject(cy, target), { x, y })
  })
  cy.on('dragfreeon', 'node', ({ target }) => {
    const moved: cytoscape.NodeCollection = target.selected() ? cy.nodes(':selected') : target
    handlers.onMove(new Map(moved.map((node) => [node.id(), { ...node.position() }])))
  })
  cy.on('mouseover', 'node', ({ target }) => handlers.onHover(target.id()))
  cy.on('mouseout', 'node', () => handlers.onHover(null))
  cy.container()?.addEventListener('pointerleave', () => handlers.onHover(null))
  cy.on('viewport resize', () => handlers.onView())
  cy.on('position', 'node', () => handlers.onView())
}

/** Some browsers know no touch. */
const touchOf = (event: Event): Touch | undefined =>
  typeof TouchEvent === 'function' && event instanceof TouchEvent
    ? (event.changedTouches[0] ?? event.touches[0])
    : undefined

function toSubject(cy: cytoscape.Core, target: cytoscape.Core | cytoscape.Singular): Subject {
  if (!isElement(cy, target)) return { type: 'ground' }
  if (target.group() === 'nodes') return { type: 'entity', id: target.id() }
  return { type: 'edge', a: target.data('source'), b: target.data('target') }
}

const isElement = (cy: cytoscape.Core, target: unknown): target is cytoscape.Singular => target !== cy
