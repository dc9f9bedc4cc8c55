/** A page for the drawing benchmark (`test/bench/painting.ts`): pictures, and a hand that moves them. */
import cytoscape, { type Core } from 'cytoscape'
import { type Canvas, createCanvas } from '../../client/graph/canvas.ts'
import { type Arrangement, arrange } from '../../client/graph/layout.ts'
import '../../client/styles.css'

type Graph = Pick<Arrangement, 'entities' | 'edges'>
type Positions = Awaited<ReturnType<typeof arrange>>
interface Given {
  nodes: Graph['entities']
  edges: Graph['edges']
}

/** Times the hand moves before the clock runs, and while it does. */
const LEAD = 6
const FRAMES = 30
/** px from the window's corner: a fitted picture leaves the ground free there. */
const EDGE = 6
const EVENT = { bubbles: true, cancelable: true, view: window }

const host = document.querySelector<HTMLElement>('#host') ?? document.body
host.className = 'canvas-host'
// From code, so that it needs no rule of its own in the client's sheets.
Object.assign(host.style, { position: 'fixed', inset: '0', width: '100vw', height: '100vh' })

const frame = () => new Promise<number>((resolve) => requestAnimationFrame(resolve))
/** After the frame that shows it. */
const painted = async () => {
  await frame()
  await new Promise((resolve) => setTimeout(resolve))
}

/**
 * Milliseconds from the data to a drawn sketch (null: none was needed), to everyone's place, and to the drawn picture;
 * and the longest task between.
 */
async function paint({ nodes, edges }: Given) {
  const graph = { entities: nodes, edges }
  const canvas = openCanvas()
  await painted()
  const tasks: number[] = []
  new PerformanceObserver((list) => tasks.push(...list.getEntries().map(({ duration }) => duration))).observe({
    type: 'longtask',
  })
  const start = performance.now()
  let sketch: number | null = null
  const show = async (positions: Positions) => {
    drawOn(canvas, graph, positions)
    await painted()
    return performance.now() - start
  }
  const ratio = innerWidth / innerHeight
  const positions = await arrange({ ...graph, layout: 'force', ratio }, (positions) => {
    void show(positions).then((time) => {
      sketch = time
    })
  })
  const arranged = performance.now() - start
  const settled = await show(positions)
  await new Promise((resolve) => setTimeout(resolve, 500))
  return { sketch, arranged, settled, longest: Math.max(0, ...tasks) }
}

/** Frames drawn in a second (median and mean), and the slowest in ms, while a hand drags the ground or turns the wheel. */
async function move(which: 'ours' | 'plain', hand: 'pan' | 'zoom', { nodes, edges }: Given) {
  const graph = { entities: nodes, edges }
  const positions = await arrange({ ...graph, layout: 'force', ratio: innerWidth / innerHeight })
  if (which === 'ours') drawOn(openCanvas(), graph, positions)
  else openPlain(graph, positions)
  for (let wait = 0; wait < 10; wait++) await painted()
  const { cy } = (host as unknown as { _cyreg: { cy: Core } })._cyreg
  const target = host.querySelector('canvas:last-of-type') ?? host
  const mouse = (type: string, moved: number) =>
    new MouseEvent(type, { ...EVENT, buttons: 1, clientX: EDGE + moved, clientY: EDGE + moved / 2 })
  const wheel = (step: number) =>
    new WheelEvent('wheel', { ...EVENT, deltaY: step % 20 < 10 ? -40 : 40, clientX: EDGE, clientY: EDGE })
  const gaps: number[] = []
  if (hand === 'pan') target.dispatchEvent(mouse('mousedown', 0))
  for (let step = -LEAD; step < FRAMES; step++) {
    const start = performance.now()
    const drawn = nextDrawing(cy)
    target.dispatchEvent(hand === 'pan' ? mouse('mousemove', 60 * Math.sin(step / 6)) : wheel(step))
    await drawn
    await new Promise((resolve) => setTimeout(resolve))
    if (step >= 0) gaps.push(performance.now() - start)
  }
  gaps.sort((a, b) => a - b)
  const all = gaps.reduce((sum, gap) => sum + gap, 0)
  return {
    median: 1_000 / (gaps[gaps.length >> 1] ?? 1_000),
    mean: (1_000 * gaps.length) / all,
    slowest: gaps.at(-1) ?? 0,
  }
}

/** Cytoscape has drawn; or it does not want to, for the first turns of a wheel only tell it what kind of wheel it is. */
const nextDrawing = (cy: Core) =>
  new Promise<void>((resolve) => {
    cy.one('render', () => resolve())
    setTimeout(resolve, 1_000)
  })

const nothing = () => {}
function openCanvas(): Canvas {
  const handlers = new Proxy({}, { get: () => nothing }) as Parameters<typeof createCanvas>[1]
  return createCanvas(host, handlers)
}

function drawOn(canvas: Canvas, { entities, edges }: Graph, positions: Positions): void {
  const visible = { entities: [...entities], edges: [...edges] }
  canvas.draw({ visible, positions, fresh: new Set(), chosen: [], named: [], pinned: new Set(), trail: [] })
}

/** What anyone gets who hands Cytoscape the same picture. */
function openPlain({ entities, edges }: Graph, positions: Positions): Core {
  return cytoscape({
    container: host,
    elements: [
      ...entities.map(({ id, name }) => ({
        data: { id, name },
        position: { ...(positions.get(id) ?? { x: 0, y: 0 }) },
      })),
      ...edges.map(({ source, target }, index) => ({ data: { id: `edge ${index}`, source, target } })),
    ],
    style: [{ selector: 'node', style: { label: 'data(name)' } }],
    layout: { name: 'preset' },
  })
}

Object.assign(window, { bench: { paint, move } })
