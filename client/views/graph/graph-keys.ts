/** The keys of the picture: from node to node with the arrows, into one's company with Enter. The rest are commands. */
import { isDirection, nearestTowards } from '../../graph/direction.ts'
import { expand } from '../../state/explore.ts'
import { focus } from '../../state/focus.ts'
import { graph } from '../../state/graph.ts'
import { openMenu, toSubject } from '../../state/menu.ts'
import { alsoSelect, selectEntity } from '../../state/select.ts'
import { lassoing, viewport } from '../../state/viewport.ts'
import { visible } from '../../state/visible.ts'

/** px that Alt and an arrow move the picture. */
const STRIDE = 80

const WAYS = { ArrowUp: [0, 1], ArrowDown: [0, -1], ArrowLeft: [1, 0], ArrowRight: [-1, 0] } as const

/** The one that was selected last, from where the arrows go on; a group keeps its ids sorted. */
let last: string | null = null

export function onGraphKey(event: KeyboardEvent & { currentTarget: HTMLElement }): void {
  if (event.ctrlKey || event.metaKey) return
  const now = focus.peek()
  if (isDirection(event.key) && event.altKey) {
    const [x, y] = WAYS[event.key]
    viewport.peek()?.pan(x * STRIDE, y * STRIDE)
  } else if (event.altKey) return
  else if (isDirection(event.key)) step(event.key, event.shiftKey)
  else if (event.key === 'Enter' && now.type === 'entity') void expand(now.id)
  else if (event.key === 'ContextMenu' || (event.key === 'F10' && event.shiftKey)) openMenuOn(event.currentTarget)
  else if (event.key === 'Escape' && lassoing.peek()) lassoing.value = false
  else return
  event.preventDefault()
}

/** @param more the next one is selected too */
function step(key: string, more: boolean): void {
  const { entities } = visible.peek()
  const { positions } = graph.peek().present
  const chosen = fromWhere()
  const from = chosen ? positions.get(chosen) : undefined
  const others = entities.flatMap(({ id }) => {
    const point = positions.get(id)
    return point && id !== chosen ? [[id, point] as const] : []
  })
  // With nothing chosen, any arrow begins at the most mentioned.
  const next = from && isDirection(key) ? nearestTowards(from, key, new Map(others)) : entities[0]?.id
  if (!next) return
  last = next
  if (more) alsoSelect(next)
  else selectEntity(next)
  viewport.peek()?.reveal(next)
}

function fromWhere(): string | null {
  const now = focus.peek()
  if (now.type === 'entity') return now.id
  if (now.type !== 'group') return null
  return last !== null && now.ids.includes(last) ? last : (now.ids.at(-1) ?? null)
}

/** The menu of what is selected, beside it. */
function openMenuOn(canvas: HTMLElement): void {
  const subject = toSubject(focus.peek())
  const { left, top, width, height } = canvas.getBoundingClientRect()
  const id = subject.type === 'entity' ? subject.id : subject.type === 'edge' ? subject.a : undefined
  const spot = id === undefined ? null : viewport.peek()?.spotOf(id)
  const place = spot ? { x: left + spot.x, y: top + spot.y } : { x: left + width / 2, y: top + height / 2 }
  openMenu({ ...place, for: subject })
}
