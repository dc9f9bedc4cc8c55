/** A side pane: a column one can widen and fold away; on a small screen a sheet over the graph. */
import type { ComponentChildren } from 'preact'
import { words } from '../state/language.ts'
import { fold, isNarrow, LIMITS, nextHeight, openSheet, panes, resize, type Side } from '../state/panes.ts'
import { Icon } from './icon.tsx'

export function Pane({ side, children }: { side: Side; children: ComponentChildren }) {
  const { pane, [side]: section } = words.value
  const { width, folded, sheet, height } = panes.value
  return (
    <aside
      id={`pane-${side}`}
      class={`pane pane-${side}`}
      aria-label={section.label}
      data-folded={folded[side]}
      data-out={sheet === side}
      data-height={height}
      style={{ '--width': `${width[side]}px` }}
      onKeyDown={(event) => {
        if (event.key === 'Escape' && sheet === side) panes.set(openSheet(null))
      }}
    >
      <div class="sheet-head">
        <button type="button" class="handle" aria-label={pane.taller} onClick={() => panes.set(nextHeight())} />
        <button type="button" class="quiet" aria-label={pane.close} onClick={() => panes.set(openSheet(null))}>
          <Icon name="close" />
        </button>
      </div>
      <div class="pane-body" tabIndex={-1}>
        {children}
      </div>
      <Splitter side={side} />
    </aside>
  )
}

/** The border between pane and graph: dragged, or moved with the arrow keys. */
function Splitter({ side }: { side: Side }) {
  const { pane, [side]: section } = words.value
  const width = panes.value.width[side]
  const way = side === 'list' ? 1 : -1
  const onPointerDown = (event: PointerEvent & { currentTarget: HTMLElement }) => {
    const { currentTarget: target, pointerId, clientX } = event
    target.setPointerCapture(pointerId)
    const onMove = (moved: PointerEvent) => panes.set(resize(side, width + way * (moved.clientX - clientX)))
    target.addEventListener('pointermove', onMove)
    target.addEventListener('lostpointercapture', () => target.removeEventListener('pointermove', onMove), {
      once: true,
    })
  }
  const onKeyDown = (event: KeyboardEvent) => {
    const step = event.key === 'ArrowRight' ? way : event.key === 'ArrowLeft' ? -way : 0
    if (!step) return
    event.preventDefault()
    panes.set(resize(side, width + 16 * step))
  }
  return (
    <div
      class="splitter"
      role="separator"
      tabIndex={0}
      aria-orientation="vertical"
      aria-label={pane.width(section.label)}
      aria-valuenow={width}
      aria-valuemin={LIMITS[side].least}
      aria-valuemax={LIMITS[side].most}
      onPointerDown={onPointerDown}
      onKeyDown={onKeyDown}
      onDblClick={() => panes.set(resize(side, LIMITS[side].usual))}
    />
  )
}

/** Folds a pane away or brings it back; on a small screen, opens it as a sheet. */
export function PaneButton({ side }: { side: Side }) {
  const { pane, [side]: section } = words.value
  const { folded, sheet } = panes.value
  const narrow = isNarrow()
  const open = narrow ? sheet === side : !folded[side]
  const label = open ? pane.fold(section.label) : pane.unfold(section.label)
  const toggle = () => panes.set(isNarrow() ? openSheet(sheet === side ? null : side) : fold(side, !folded[side]))
  return (
    <button
      type="button"
      class="tool"
      title={label}
      aria-label={label}
      aria-expanded={open}
      aria-controls={`pane-${side}`}
      onClick={toggle}
    >
      <Icon name={side} />
    </button>
  )
}
