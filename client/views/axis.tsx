/** The axis of the layout along time: its ticks over the picture, following the camera. */
import { computed } from '@preact/signals'
import { axisOf } from '../graph/layouts/axis.ts'
import { graph } from '../state/graph.ts'
import { moves, viewport } from '../state/viewport.ts'
import { visible } from '../state/visible.ts'

/** px a label takes with the gap after it. */
const ROOM = 76

const ticks = computed(() => {
  const { layout, positions } = graph.value.present
  return layout === 'layers' ? axisOf(visible.value.entities, positions) : []
})

export function Axis() {
  void moves.value
  const canvas = viewport.value
  if (!canvas || !ticks.value.length) return null
  let last = Number.NEGATIVE_INFINITY
  const placed = ticks.value.flatMap(({ x, label }) => {
    const left = Math.round(canvas.toScreen({ x, y: 0 }).x)
    if (left - last < ROOM) return []
    last = left
    return [{ left, label }]
  })
  return (
    <ol class="axis" aria-hidden="true">
      {placed.map(({ left, label }) => (
        <li key={label} style={{ transform: `translateX(${left}px)` }}>
          <span>{label}</span>
        </li>
      ))}
    </ol>
  )
}
