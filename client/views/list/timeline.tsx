/** When what is in the picture is named, as bars over time, and the stretch of time that passes, chosen on them. */
import { computed } from '@preact/signals'
import { useRef } from 'preact/hooks'
import { filters, held, setTime } from '../../state/filters.ts'
import { graph } from '../../state/graph.ts'
import { number, words } from '../../state/language.ts'
import { chooseSlots, type Slot, type Stretch, toStretch, toTimes } from '../../state/months.ts'
import { sources } from '../../state/sources.ts'
import { visible } from '../../state/visible.ts'
import { whole } from '../../state/whole.ts'

const entities = computed(() => graph.value.present.entities)
const times = computed(() => {
  const passing = new Set(visible.value.entities.map(({ id }) => id))
  return toTimes(entities.value.keys(), passing, sources.value, filters.value)
})

export function Timeline() {
  const { when } = words.value
  const { slots, undated } = times.value
  const { since, until } = filters.value
  const set = since !== null || until !== null
  const stretch = toStretch(slots, filters.value)
  const [from, to] = stretch ?? [0, slots.length - 1]
  const [first, last] = [slots[from]?.at, slots[to]?.at]
  const told = set && !stretch ? when.span(since ?? '…', until ?? '…') : first && last ? when.span(first, last) : ''
  if (whole.value.total === null) return null
  return (
    <section class="when" aria-labelledby="when">
      <div class="small-head">
        <h2 id="when">{when.label}</h2>
        <span class="note">{told}</span>
        {set && (
          <button type="button" class="link" onClick={() => filters.set(setTime(null, null))}>
            {when.all}
          </button>
        )}
      </div>
      {slots.length > 0 ? <Plot slots={slots} stretch={[from, to]} set={set} /> : <p class="undated">{when.none}</p>}
      {undated.documents > 0 && slots.length > 0 && (
        <p class="undated">
          {when.undated(undated.documents, number(undated.mentions))}
          {set && `: ${when.leftOut}`}
        </p>
      )}
    </section>
  )
}

interface PlotProps {
  slots: readonly Slot[]
  stretch: Stretch
  set: boolean
}

/** Bars and the two ends of the stretch. A drag over bars chooses them, a click one of them, a double click all. */
function Plot({ slots, stretch: [from, to], set }: PlotProps) {
  const { when } = words.value
  const plot = useRef<HTMLDivElement>(null)
  const share = (index: number) => `${(100 * index) / slots.length}%`
  const slotAt = (x: number) => {
    const { left, width } = plot.current?.getBoundingClientRect() ?? { left: 0, width: 1 }
    return Math.max(0, Math.min(slots.length - 1, Math.floor((slots.length * (x - left)) / width)))
  }
  const choose = (a: number, b: number) => filters.set(chooseSlots(slots, a, b))
  const onPointerDown = (event: PointerEvent & { currentTarget: HTMLElement }) => {
    if (event.button !== 0) return
    const { currentTarget: target, pointerId, clientX } = event
    const end = event.target instanceof Element ? event.target.closest<HTMLElement>('[role=slider]')?.dataset.end : null
    const start = slotAt(clientX)
    const anchor = end === 'from' ? to : end === 'until' ? from : start
    let now = start
    target.setPointerCapture(pointerId)
    held.value = true
    const onMove = (moved: PointerEvent) => {
      const next = slotAt(moved.clientX)
      if (next !== now) choose(anchor, next)
      now = next
    }
    const onUp = () => {
      if (now !== start || end) return
      // The only one that is chosen is let go.
      if (set && from === start && to === start) filters.set(setTime(null, null))
      else choose(start, start)
    }
    target.addEventListener('pointermove', onMove)
    target.addEventListener('pointerup', onUp, { once: true })
    const onLost = () => {
      target.removeEventListener('pointermove', onMove)
      target.removeEventListener('pointerup', onUp)
      held.value = false
    }
    target.addEventListener('lostpointercapture', onLost, { once: true })
  }
  return (
    <div class="brush" onPointerDown={onPointerDown} onDblClick={() => filters.set(setTime(null, null))}>
      <div class="plot" ref={plot}>
        <Bars slots={slots} />
        {set && <div class="stretch" style={{ left: share(from), width: share(to + 1 - from) }} />}
        <Thumb
          end="from"
          label={when.from}
          at={from}
          least={0}
          most={to}
          slots={slots}
          onMove={(next) => choose(next, to)}
        />
        <Thumb
          end="until"
          label={when.until}
          at={to}
          least={from}
          most={slots.length - 1}
          slots={slots}
          onMove={(next) => choose(from, next)}
        />
      </div>
    </div>
  )
}

const HEIGHT = 40

/** What passes in ink before all there is, paler. */
function Bars({ slots }: { slots: readonly Slot[] }) {
  const peak = Math.max(1, ...slots.map(({ mentions }) => mentions))
  const heightOf = (mentions: number) => mentions && Math.max(2, (HEIGHT * mentions) / peak)
  return (
    <svg class="bars" viewBox={`0 0 ${slots.length} ${HEIGHT}`} preserveAspectRatio="none" aria-hidden="true">
      {slots.map(({ at, mentions, passing }, index) => (
        <g key={at}>
          {mentions > 0 && <Bar x={index} height={heightOf(mentions)} />}
          {passing > 0 && <Bar x={index} height={heightOf(passing)} passing />}
        </g>
      ))}
    </svg>
  )
}

function Bar({ x, height, passing = false }: { x: number; height: number; passing?: boolean }) {
  return <rect class={passing ? 'passing' : ''} x={x + 0.1} y={HEIGHT - height} width={0.8} height={height} />
}

interface ThumbProps {
  end: 'from' | 'until'
  label: string
  at: number
  least: number
  most: number
  slots: readonly Slot[]
  onMove: (to: number) => void
}

/** One end of the stretch; neither goes past the other. */
function Thumb({ end, label, at, least, most, slots, onMove }: ThumbProps) {
  const { when } = words.value
  const slot = slots[at]
  const onKeyDown = (event: KeyboardEvent) => {
    const next = STEPS[event.key]?.(at, least, most)
    if (next === undefined) return
    event.preventDefault()
    onMove(Math.max(least, Math.min(most, next)))
  }
  return (
    <div
      class={`thumb thumb-${end}`}
      data-end={end}
      role="slider"
      tabIndex={0}
      aria-label={`${when.plot}: ${label}`}
      aria-valuemin={least}
      aria-valuemax={most}
      aria-valuenow={at}
      aria-valuetext={slot && when.slot(slot.at, number(slot.mentions))}
      style={{ left: `${(100 * (end === 'from' ? at : at + 1)) / slots.length}%` }}
      onKeyDown={onKeyDown}
    />
  )
}

const STEPS: Partial<Record<string, (at: number, least: number, most: number) => number>> = {
  ArrowRight: (at) => at + 1,
  ArrowUp: (at) => at + 1,
  ArrowLeft: (at) => at - 1,
  ArrowDown: (at) => at - 1,
  PageUp: (at) => at + 12,
  PageDown: (at) => at - 12,
  Home: (_, least) => least,
  End: (_, __, most) => most,
}
