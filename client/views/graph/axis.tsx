/** The axis of the layout along time: its ticks over the picture, following the camera. */
import { computed } from '@preact/signals'
import { widthOf } from '../../graph/boxes.ts'
import { axisOf } from '../../graph/layouts/axis.ts'
import { graph } from '../../state/graph.ts'
import { moves, viewport } from '../../state/viewport.ts'
import { visible } from '../../state/visible.ts'

/** px between two labels. */
const GAP = 16

const ticks = computed(() => {
  const { layout, positions } = graph.value.present
  return layout === 'layers' ? axisOf(visible.value.entities, positions) : []
})

export function Axis() {
  void moves.value
  const canvas = viewport.value
  if (!canvas || !ticks.value.length) return null
  let last = Number.NEGATIVE_INFINITY
  const placed = ticks.value.map(({ x, label }) => {
    const left = Math.round(canvas.toScreen({ x, y: 0 }).x)
    const half = widthOf(label) / 2
    const fits = left - half > last + GAP
    if (fits) last = left + half
    return { left, label: fits ? label : '' }
  })
  return (
    <ol class="axis" aria-hidden="true">
      {placed.map(({ left, label }, index) => (
        <li key={ticks.value[index]?.label} style={{ transform: `translateX(${left}px)` }}>
          {label && <span>{label}</span>}
        </li>
      ))}
    </ol>
  )
}
