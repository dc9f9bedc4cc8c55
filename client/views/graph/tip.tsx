/** The whole name where the picture had to cut it: over the node under the pointer, or the selected one by keyboard. */
import { toLabel } from '../../graph/boxes.ts'
import { focus } from '../../state/focus.ts'
import { graph } from '../../state/graph.ts'
import { hovered, moves, viewport } from '../../state/viewport.ts'

export function Tip() {
  const now = focus.value
  const pointed = hovered.value
  const id = pointed ?? (now.type === 'entity' ? now.id : null)
  const entity = id === null ? undefined : graph.value.present.entities.get(id)
  const full = entity && (entity.title ?? entity.name)
  if (!entity || full === toLabel(entity)) return null
  void moves.value
  const spot = viewport.value?.spotOf(entity.id)
  if (!spot) return null
  const [left, top] = [Math.round(spot.x), Math.round(spot.y - spot.height / 2 - 8)]
  return (
    <p
      class="tip"
      dir="auto"
      data-pointed={pointed !== null}
      aria-hidden="true"
      style={{ transform: `translate(${left}px, ${top}px) translate(-50%, -100%)` }}
    >
      {full}
    </p>
  )
}
