/** The middle: the picture, its tools, and what stands over it. The canvas itself is loaded when first needed. */
import { useEffect, useRef } from 'preact/hooks'
import { bindCrumbs } from '../../state/crumbs.ts'
import { graph } from '../../state/graph.ts'
import { words } from '../../state/language.ts'
import { lassoing, viewport } from '../../state/viewport.ts'
import { visible } from '../../state/visible.ts'
import { Axis } from './axis.tsx'
import { Badge } from './badge.tsx'
import { Breadcrumb } from './crumbs.tsx'
import { handlers, keepDrawn } from './graph-canvas.ts'
import { onGraphKey } from './graph-keys.ts'
import { GraphStates } from './graph-states.tsx'
import { GraphTools } from './graph-tools.tsx'
import { Lasso } from './lasso.tsx'
import { Tip } from './tip.tsx'

export function GraphPane({ hidden }: { hidden: boolean }) {
  const stage = useRef<HTMLDivElement>(null)
  const host = useRef<HTMLDivElement>(null)
  useEffect(() => {
    let closed = false
    let close = () => {}
    void import('../../graph/canvas.ts').then(({ createCanvas }) => {
      if (closed || !host.current) return
      const made = createCanvas(host.current, handlers)
      const stop = keepDrawn(made)
      viewport.value = made
      close = () => {
        stop()
        viewport.value = null
        made.close()
      }
    })
    return () => {
      closed = true
      close()
    }
  }, [])
  useEffect(bindCrumbs, [])
  const { graph: w, picture, layouts } = words.value
  const { entities, edges } = visible.value
  const names = entities.slice(0, 5).map(({ name }) => name)
  return (
    <section class="graph" aria-label={w.label} hidden={hidden}>
      <div class="stage" ref={stage} data-lasso={lassoing.value}>
        <div
          class="canvas"
          role="application"
          tabIndex={0}
          aria-label={w.canvas(entities.length, edges.length)}
          aria-describedby="graph-about graph-keys"
          onKeyDown={onGraphKey}
          // The menu comes from the canvas, which knows what is below the pointer.
          onContextMenu={(event) => event.preventDefault()}
        >
          <div class="canvas-host" ref={host} aria-hidden="true" />
        </div>
        <Tip />
        <Axis />
        <Lasso stage={stage} />
        <Badge />
        <Breadcrumb />
        <GraphStates shown={entities.length} />
      </div>
      <p id="graph-about" class="visually-hidden">
        {names.length > 0 && picture.about(names.join(', '), layouts[graph.value.present.layout])}
      </p>
      <p id="graph-keys" class="visually-hidden">
        {w.keys}
      </p>
      <GraphTools />
    </section>
  )
}
