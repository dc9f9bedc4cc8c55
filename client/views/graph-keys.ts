/** The keyboard in the picture: everything the pointer can do. */
import type { Canvas } from '../graph/canvas.ts'
import { isDirection, nearestTowards } from '../graph/direction.ts'
import { expand, hide, selectEntity } from '../state/actions.ts'
import { filters, toVisible } from '../state/filters.ts'
import { focus, focusNothing } from '../state/focus.ts'
import { graph } from '../state/graph.ts'

export function onGraphKey(event: KeyboardEvent, canvas: Canvas): void {
  if (event.ctrlKey || event.metaKey || event.altKey) return
  const now = focus.peek()
  const chosen = now.type === 'entity' ? now.id : null
  const act = isDirection(event.key)
    ? () => step(event.key, chosen)
    : {
        Enter: () => chosen && void expand(chosen),
        Delete: () => chosen && hide(chosen),
        Backspace: () => chosen && hide(chosen),
        Escape: () => focus.set(focusNothing()),
        '+': () => canvas.zoom(1.25),
        '=': () => canvas.zoom(1.25),
        '-': () => canvas.zoom(0.8),
        '0': () => canvas.fit(),
      }[event.key]
  if (!act) return
  event.preventDefault()
  act()
}

function step(key: string, chosen: string | null): void {
  const { entities } = toVisible(graph.peek().present, filters.peek())
  const { positions } = graph.peek().present
  const from = chosen ? positions.get(chosen) : undefined
  const others = entities.flatMap(({ id }) => {
    const point = positions.get(id)
    return point && id !== chosen ? [[id, point] as const] : []
  })
  // With nothing chosen, any arrow begins at the most mentioned.
  const next = from && isDirection(key) ? nearestTowards(from, key, new Map(others)) : entities[0]?.id
  if (next) selectEntity(next)
}
