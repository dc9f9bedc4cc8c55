/**
 * The canvas of an answer: loaded when first needed, laid out in the explorer's worker, walked with the arrow keys. It
 * shares nothing with the explorer's own picture, which stays as it is.
 */
import { useEffect, useMemo, useRef, useState } from 'preact/hooks'
import type { Canvas } from '../../../../graph/canvas.ts'
import { isDirection, nearestTowards } from '../../../../graph/direction.ts'
import type { Drawable, DrawableEdge } from '../../../../graph/drawable.ts'
import type { Handlers } from '../../../../graph/events.ts'
import { arrange } from '../../../../graph/layout.ts'
import type { Point } from '../../../../state/graph.ts'
import { number } from '../../../../state/language.ts'
import { notice, say } from '../../../../state/notice.ts'
import { ink } from '../../../../state/theme.ts'
import { Icon } from '../../../icon.tsx'
import { Loading } from '../../../states.tsx'
import { said } from './said.ts'

interface Props {
  nodes: readonly Drawable[]
  edges: readonly DrawableEdge[]
  /** Nothing is on its way that would change the picture. */
  isReady: boolean
  onNode: (id: string, byKey: boolean) => void
  onEdge: (a: string, b: string) => void
}

const NOBODY: ReadonlySet<string> = new Set()
const ZOOM = 1.3

export function GraphStage({ nodes, edges, isReady, onNode, onEdge }: Props) {
  const { graph: w } = said.value
  const host = useRef<HTMLDivElement>(null)
  const [canvas, setCanvas] = useState<Canvas | null>(null)
  const [positions, setPositions] = useState<ReadonlyMap<string, Point> | null>(null)
  const [chosen, setChosen] = useState<readonly string[]>([])
  const handlers = useHandlers({
    onEntity: (id) => {
      setChosen([id])
      onNode(id, false)
    },
    onEdge: (a, b) => {
      setChosen([a, b])
      onEdge(a, b)
    },
    onGround: () => setChosen([]),
    onMove: (moved) => setPositions((now) => new Map([...(now ?? []), ...moved])),
  })
  useEffect(() => {
    let closed = false
    let made: Canvas | null = null
    void import('../../../../graph/canvas.ts').then(({ createCanvas }) => {
      if (closed || !host.current) return
      made = createCanvas(host.current, handlers, true)
      setCanvas(made)
    })
    return () => {
      closed = true
      made?.close()
    }
  }, [handlers])
  useEffect(() => {
    if (!isReady) return
    const own = new AbortController()
    const { clientWidth = 1, clientHeight = 1 } = host.current ?? {}
    const ratio = clientWidth / Math.max(1, clientHeight)
    arrange({ entities: nodes, edges, layout: 'force', ratio }, undefined, own.signal).then(setPositions, () => {})
    return () => own.abort()
  }, [nodes, edges, isReady])
  useEffect(() => {
    if (!canvas || !positions) return
    const visible = { entities: nodes.filter(({ id }) => positions.has(id)), edges }
    canvas.draw({ visible, positions, pinned: NOBODY, fresh: NOBODY, chosen, trail: [], named: chosen })
  }, [canvas, positions, chosen, nodes, edges])
  const colours = ink.value
  useEffect(() => canvas?.restyle(), [canvas, colours])

  const onKeyDown = (event: KeyboardEvent) => {
    const { key } = event
    if (event.ctrlKey || event.metaKey || event.altKey || !canvas || !positions) return
    const [now] = chosen
    if (isDirection(key)) {
      const from = now === undefined ? undefined : positions.get(now)
      const others = new Map([...positions].filter(([id]) => id !== now))
      const next = from ? nearestTowards(from, key, others) : nodes[0]?.id
      if (next) {
        setChosen([next])
        canvas.reveal(next)
        notice.set(say(nodes.find(({ id }) => id === next)?.name.slice(0, 120) ?? next))
      }
    } else if (key === 'Enter' && now !== undefined) onNode(now, true)
    else if (key === '+' || key === '=') canvas.zoom(ZOOM)
    else if (key === '-') canvas.zoom(1 / ZOOM)
    else if (key === '0') canvas.fit()
    else return
    event.preventDefault()
  }
  return (
    <div class="answer-stage" aria-busy={!positions}>
      <div
        class="answer-canvas"
        role="application"
        tabIndex={0}
        aria-label={w.canvas(number(nodes.length), number(edges.length))}
        aria-describedby="answer-graph-keys"
        onKeyDown={onKeyDown}
        onContextMenu={(event) => event.preventDefault()}
      >
        <div class="answer-canvas-host" ref={host} aria-hidden="true" />
      </div>
      {!positions && <Loading lines={6} />}
      <p id="answer-graph-keys" hidden>
        {w.keys}
      </p>
      <div class="answer-graph-tools">
        <Tool label={w.closer} icon="closer" onClick={() => canvas?.zoom(ZOOM)} />
        <Tool label={w.farther} icon="farther" onClick={() => canvas?.zoom(1 / ZOOM)} />
        <Tool label={w.fit} icon="fit" onClick={() => canvas?.fit()} />
      </div>
    </div>
  )
}

function Tool({ label, icon, onClick }: { label: string; icon: 'closer' | 'farther' | 'fit'; onClick: () => void }) {
  return (
    <button type="button" class="tool" title={label} aria-label={label} onClick={onClick}>
      <Icon name={icon} />
    </button>
  )
}

type Touched = Pick<Handlers, 'onEntity' | 'onEdge' | 'onGround' | 'onMove'>

/** The canvas is made once and asks for what is to be done now. */
function useHandlers(now: Touched): Handlers {
  const last = useRef(now)
  last.current = now
  return useMemo(
    () => ({
      onEntity: (id, more) => last.current.onEntity(id, more),
      onEdge: (a, b) => last.current.onEdge(a, b),
      onGround: () => last.current.onGround(),
      onMove: (moved) => last.current.onMove(moved),
      onExpand: () => {},
      onHover: () => {},
      onMenu: () => {},
      onView: () => {},
    }),
    [],
  )
}
