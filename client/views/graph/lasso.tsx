/** The lasso: a free form drawn over the picture, with the tool or with Shift on the ground; who is in it is selected. */
import type { RefObject } from 'preact'
import { useEffect, useState } from 'preact/hooks'
import { idsInside, isDrawn } from '../../graph/lasso.ts'
import { focus, idsOf } from '../../state/focus.ts'
import { graph, type Point } from '../../state/graph.ts'
import { selectGroup } from '../../state/select.ts'
import { lassoing, viewport } from '../../state/viewport.ts'
import { visible } from '../../state/visible.ts'

export function Lasso({ stage }: { stage: RefObject<HTMLElement | null> }) {
  const [form, setForm] = useState<readonly Point[]>([])
  useEffect(() => (stage.current ? bindLasso(stage.current, setForm) : undefined), [])
  if (form.length < 2) return null
  return (
    <svg class="lasso" aria-hidden="true">
      <polygon points={form.map(({ x, y }) => `${x},${y}`).join(' ')} />
    </svg>
  )
}

/** Its events come before the canvas', which would move the picture. Returns how to let go of them. */
function bindLasso(stage: HTMLElement, show: (form: readonly Point[]) => void): () => void {
  let form: Point[] | null = null
  const own = new AbortController()
  const at = ({ clientX, clientY }: PointerEvent): Point => {
    const { left, top } = stage.getBoundingClientRect()
    return { x: clientX - left, y: clientY - top }
  }
  const begin = (event: PointerEvent) => {
    if (event.button !== 0 || !event.isPrimary || !(event.target as Element).closest('.canvas')) return
    const withShift = event.shiftKey && event.pointerType !== 'touch'
    if (!lassoing.peek() && !(withShift && !viewport.peek()?.idAt(at(event)))) return
    form = [at(event)]
    stage.setPointerCapture(event.pointerId)
  }
  const draw = (event: PointerEvent) => {
    if (!form) return
    form.push(at(event))
    show([...form])
  }
  const end = (event: PointerEvent) => {
    const drawn = form
    form = null
    show([])
    if (drawn && event.type === 'pointerup' && isDrawn(drawn)) choose(drawn, event.shiftKey)
  }
  // Mouse and touch events follow the pointer's: while the lasso is out the canvas shall not hear them.
  const keep = (event: Event) => {
    if (form) event.stopPropagation()
  }
  const options = { capture: true, signal: own.signal }
  stage.addEventListener('pointerdown', begin, options)
  stage.addEventListener('pointermove', draw, options)
  stage.addEventListener('pointerup', end, options)
  stage.addEventListener('pointercancel', end, options)
  for (const type of ['mousedown', 'mousemove', 'touchstart', 'touchmove']) stage.addEventListener(type, keep, options)
  return () => own.abort()
}

function choose(drawn: readonly Point[], more: boolean): void {
  const canvas = viewport.peek()
  if (!canvas) return
  lassoing.value = false
  const { positions } = graph.peek().present
  const standing = visible.peek().entities.flatMap(({ id }) => {
    const point = positions.get(id)
    return point ? [[id, point] as const] : []
  })
  const inside = idsInside(drawn.map(canvas.toPicture), standing)
  const before = more ? idsOf(focus.peek()) : []
  if (inside.length) selectGroup([...before, ...inside])
}
