/** The middle: the picture, its tools, and the keys that move in it. The canvas itself is loaded when first needed. */
import { effect } from '@preact/signals'
import { useEffect, useRef, useState } from 'preact/hooks'
import type { Canvas } from '../graph/canvas.ts'
import { boot, expand, selectEdge, selectEntity, whole } from '../state/actions.ts'
import { filters, toVisible } from '../state/filters.ts'
import { focus, focusNothing, idsOf } from '../state/focus.ts'
import { graph, moveEntities } from '../state/graph.ts'
import { commit } from '../state/history.ts'
import { words } from '../state/language.ts'
import { forget, notice } from '../state/notice.ts'
import { ink } from '../state/theme.ts'
import { onGraphKey } from './graph-keys.ts'
import { GraphTools } from './graph-tools.tsx'
import { Icon } from './icon.tsx'
import { Empty, Failed } from './states.tsx'

export function GraphPane({ hidden }: { hidden: boolean }) {
  const host = useRef<HTMLDivElement>(null)
  const [canvas, setCanvas] = useState<Canvas | null>(null)
  useEffect(() => {
    let closed = false
    let close = () => {}
    void import('../graph/canvas.ts').then(({ createCanvas }) => {
      if (closed || !host.current) return
      const made = createCanvas(host.current, handlers)
      const stop = keepDrawn(made)
      setCanvas(made)
      close = () => {
        stop()
        made.close()
      }
    })
    return () => {
      closed = true
      close()
    }
  }, [])
  const { graph: w } = words.value
  const { entities, edges } = toVisible(graph.value.present, filters.value, idsOf(focus.value))
  return (
    <section class="graph" aria-label={w.label} hidden={hidden}>
      <GraphTools canvas={canvas} />
      <div
        class="canvas"
        role="application"
        tabIndex={0}
        aria-label={w.canvas(entities.length, edges.length)}
        aria-describedby="graph-keys"
        onKeyDown={(event) => canvas && onGraphKey(event, canvas)}
      >
        <div class="canvas-host" ref={host} aria-hidden="true" />
      </div>
      <p id="graph-keys" class="visually-hidden">
        {w.keys}
      </p>
      <Overlay shown={entities.length} />
    </section>
  )
}

/** What stands in the pane instead of a picture, or tells beside it that something failed. */
function Overlay({ shown }: { shown: number }) {
  const { graph: w, pane } = words.value
  const { busy, failed } = notice.value
  const { total } = whole.value
  if (failed) {
    return (
      <div class="graph-notice">
        <Failed error={failed.error} again={total === null ? () => void boot() : failed.again} />
        <button type="button" class="quiet" aria-label={pane.close} onClick={() => notice.set(forget())}>
          <Icon name="close" />
        </button>
      </div>
    )
  }
  if (total === null && !busy) return null
  if (total === null) return <Waiting label={w.loading} />
  if (total === 0)
    return (
      <div class="graph-empty">
        <Empty>{w.empty}</Empty>
      </div>
    )
  if (shown === 0)
    return (
      <div class="graph-empty">
        <Empty>{w.filtered}</Empty>
      </div>
    )
  return busy > 0 ? <p class="graph-busy">{w.working}</p> : null
}

/** The shape of what comes: a picture without names. */
function Waiting({ label }: { label: string }) {
  return (
    <div class="graph-empty" role="status">
      <svg class="waiting" viewBox="0 0 200 120" aria-hidden="true">
        <path d="M40 60 90 30l60 25-35 45zM90 30l25 70M40 60l75 40" />
        <circle cx="40" cy="60" r="9" />
        <circle cx="90" cy="30" r="14" />
        <circle cx="150" cy="55" r="10" />
        <circle cx="115" cy="100" r="12" />
      </svg>
      <p class="muted">{label}</p>
    </div>
  )
}

const handlers = {
  onEntity: (id: string) => selectEntity(id),
  onEdge: (a: string, b: string) => selectEdge(a, b),
  onGround: () => focus.set(focusNothing()),
  onExpand: (id: string) => void expand(id),
  onMove: (moved: Parameters<typeof moveEntities>[0]) => graph.set(commit(moveEntities(moved))),
}

/** Redraws whenever what is drawn changes; returns how to stop. */
function keepDrawn(canvas: Canvas): () => void {
  let before = new Set<string>()
  const stopDrawing = effect(() => {
    const picture = graph.value.present
    const ids = new Set(picture.entities.keys())
    const fresh = new Set([...ids].filter((id) => !before.has(id)))
    before = ids
    const chosen = idsOf(focus.value)
    const named = whole.value.stories.flatMap((story) => story.ids)
    canvas.draw({
      visible: toVisible(picture, filters.value, chosen),
      positions: picture.positions,
      fresh,
      chosen,
      named,
    })
  })
  const stopFollowing = effect(() => {
    const [id] = idsOf(focus.value)
    if (id) canvas.reveal(id)
  })
  const stopColouring = effect(() => {
    if (ink.value) canvas.restyle()
  })
  return () => {
    stopDrawing()
    stopFollowing()
    stopColouring()
  }
}
