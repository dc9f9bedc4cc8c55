/**
 * Boxes and links in, positions out: fCoSE (Balci & Dogrusoz, 2022) on a Cytoscape without a screen.
 *
 * fCoSE draws its first positions by chance; here chance is seeded, and nodes come in the order of their ids, so the
 * same picture always looks the same. Only each node's strongest links pull: with all of them everything falls into
 * one ball. Boxes count their labels, so labels find room.
 */
import cytoscape from 'cytoscape'
import fcose from 'cytoscape-fcose'
import { type Box, LABEL_HEIGHT } from './boxes.ts'
import { type Placed, separate } from './place.ts'

export interface LayoutRequest {
  boxes: readonly Box[]
  links: readonly { source: string; target: string; weight: number }[]
  ratio: number
}
export type LayoutAnswer = [id: string, position: { x: number; y: number }][]

/** Links of each node that pull. */
const STRONGEST = 4
/** Above this many nodes the careful quality takes tens of seconds; the draft takes one. */
const MANY = 500

/** The picture's area, as a multiple of what its nodes and labels cover. */
const ROOM = 1.9

cytoscape.use(fcose)

onmessage = (event: MessageEvent<LayoutRequest>) => postMessage(toPositions(event.data))

function toPositions({ boxes, links, ratio }: LayoutRequest): LayoutAnswer {
  const sorted = [...boxes].sort((a, b) => (a.id < b.id ? -1 : 1))
  const cy = cytoscape({
    headless: true,
    styleEnabled: true,
    elements: [
      ...sorted.map((box) => ({ data: { ...box } })),
      ...backbone(links).map((link, index) => ({ data: { id: `link ${index}`, ...link } })),
    ],
    style: [{ selector: 'node', style: { width: 'data(width)', height: 'data(height)', shape: 'rectangle' } }],
  })
  const heaviest = Math.max(...links.map((link) => link.weight), Number.MIN_VALUE)
  Math.random = seeded(7)
  const options = {
    name: 'fcose',
    quality: boxes.length > MANY ? 'draft' : 'proof',
    animate: false,
    fit: false,
    randomize: true,
    packComponents: false,
    nodeSeparation: 70,
    nodeRepulsion: 5_000,
    idealEdgeLength: (edge: cytoscape.EdgeSingular) => 45 + 55 * (1 - edge.data('weight') / heaviest),
    gravity: 0.4,
  }
  cy.layout(options).run()
  const placed = cy
    .nodes()
    .map((node): Placed => ({ ...sorted.find((box) => box.id === node.id())!, ...node.position() }))
  let roomy = separate(spread(turned(placed, ratio), ratio))
  // Pushing apart spoils the shape, since labels are wide; brought back to it, little is left to push.
  for (let round = 0; round < 3; round++) roomy = separate(reshaped(roomy, ratio))
  // A box's middle lies below its node's, by half the label.
  return roomy.map(({ id, x, y }) => [id, { x: Math.round(x), y: Math.round(y - LABEL_HEIGHT / 2) }])
}

/** The strongest links of each node, in a fixed order. */
function backbone(links: LayoutRequest['links']): LayoutRequest['links'] {
  const degrees = new Map<string, number>()
  const order = [...links].sort(
    (a, b) => b.weight - a.weight || (`${a.source} ${a.target}` < `${b.source} ${b.target}` ? -1 : 1),
  )
  return order.filter(({ source, target }) => {
    const [a, b] = [degrees.get(source) ?? 0, degrees.get(target) ?? 0]
    if (a >= STRONGEST && b >= STRONGEST) return false
    degrees.set(source, a + 1).set(target, b + 1)
    return true
  })
}

/** Turned a quarter if that suits the pane clearly better. */
function turned(boxes: readonly Placed[], ratio: number): Placed[] {
  const own = Math.log(spanOf(boxes, 'x', 'width') / spanOf(boxes, 'y', 'height'))
  const wanted = Math.log(ratio)
  if (Math.abs(wanted + own) + 0.3 > Math.abs(wanted - own)) return [...boxes]
  return boxes.map((box) => ({ ...box, x: -box.y, y: box.x }))
}

/**
 * Spread over a rectangle of this ratio, just large enough for all. Each coordinate is half its own and half its rank:
 * what lies far out comes in, what is crowded spreads, and who is next to whom stays nearly the same.
 */
function spread(boxes: readonly Placed[], ratio: number): Placed[] {
  const area = ROOM * boxes.reduce((sum, box) => sum + box.width * box.height, 0)
  const wide = Math.sqrt(area * ratio)
  const xs = evened(boxes.map((box) => box.x))
  const ys = evened(boxes.map((box) => box.y))
  return boxes.map((box, index) => ({
    ...box,
    x: ((xs[index] ?? 0) - 0.5) * wide,
    y: ((ys[index] ?? 0) - 0.5) * (area / wide),
  }))
}

/** From 0 to 1. */
function evened(values: readonly number[]): number[] {
  const sorted = [...values].sort((a, b) => a - b)
  const [least = 0, most = 0] = [sorted[0], sorted.at(-1)]
  const share = (value: number) => (value - least) / Math.max(1, most - least)
  const rank = (value: number) => sorted.indexOf(value) / Math.max(1, sorted.length - 1)
  return values.map((value) => (share(value) + rank(value)) / 2)
}

/** The same area in a shape nearer to the ratio. */
function reshaped(boxes: readonly Placed[], ratio: number): Placed[] {
  const wrong = (ratio * spanOf(boxes, 'y', 'height')) / spanOf(boxes, 'x', 'width')
  const factor = Math.sqrt(Math.min(1.6, Math.max(0.6, wrong)))
  return boxes.map((box) => ({ ...box, x: box.x * factor, y: box.y / factor }))
}

function spanOf(boxes: readonly Placed[], axis: 'x' | 'y', size: 'width' | 'height'): number {
  const ends = boxes.flatMap((box) => [box[axis] - box[size] / 2, box[axis] + box[size] / 2])
  return Math.max(1, Math.max(...ends) - Math.min(...ends))
}

/** mulberry32, a small generator of even numbers from 0 to 1. */
function seeded(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}
