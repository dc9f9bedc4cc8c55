/**
 * A drawing in, a better one out: every pair is to be as far apart on paper as it is in the net, and a miss counts the
 * less the farther they are (stress). Pairs are taken one after another in seeded order, and each is moved towards its
 * distance by a step that shrinks: stochastic gradient descent (Zheng, Pawar & Goodman, 2019).
 *
 * Up to `MANY` nodes all pairs are taken. Above that each node only minds its neighbours and some pivots, which stand
 * for all that is nearer to them than to other pivots (sparse stress; Ortmann, Klimenta & Brandes, 2016).
 */
import { seeded, shuffle } from './chance.ts'
import { hopsFrom, type Net } from './net.ts'
import { type Pivots, pivotsOf } from './pivots.ts'

const ROUNDS = 16
const MANY = 2_000
const PIVOTS = 200
/** The first and the last step, where 1 moves neighbours all the way; the first drawing is too good for larger ones. */
const FIRST = 4
const LAST = 0.1
const STEPS = Array.from({ length: ROUNDS }, (_, round) => FIRST * (LAST / FIRST) ** (round / (ROUNDS - 1)))

/** Improves `drawing` (x0, y0, x1, y1 …, in hops) in place; stops after each round. The net must hang together. */
export function* relax(net: Net, drawing: Float64Array): Generator<void, void> {
  if (net.size < 2) return
  yield* net.size > MANY ? relaxSparsely(net, drawing) : relaxFully(net, drawing)
}

function* relaxFully(net: Net, drawing: Float64Array): Generator<void, void> {
  const { size } = net
  const hops = new Uint16Array(size * size)
  for (let node = 0; node < size; node++) hopsFrom(net, node, hops.subarray(node * size, (node + 1) * size))
  const chance = seeded(13)
  const order = Uint32Array.from({ length: size }, (_, node) => node)
  const strides = Uint32Array.from({ length: Math.floor(size / 2) }, (_, index) => index + 1)
  for (const step of STEPS) {
    shuffle(order, chance)
    shuffle(strides, chance)
    // All pairs, as in a tournament: within one stride everyone moves, so no node is moved twice in close succession.
    for (const stride of strides) {
      const pairs = stride * 2 === size ? stride : size
      for (let at = 0; at < pairs; at++) {
        const a = order[at]!
        const b = order[at + stride < size ? at + stride : at + stride - size]!
        const wanted = hops[a * size + b]!
        const share = Math.min(1, step / (wanted * wanted))
        pull(drawing, a, b, wanted, share / 2, share / 2)
      }
    }
    yield
  }
}

function* relaxSparsely(net: Net, drawing: Float64Array): Generator<void, void> {
  const pivots = pivotsOf(net, PIVOTS)
  const counts = crowds(pivots, net.size)
  const chance = seeded(17)
  const order = Uint32Array.from({ length: net.size }, (_, node) => node)
  const turns = Uint32Array.from({ length: pivots.nodes.length }, (_, index) => index)
  for (const step of STEPS) {
    shuffle(order, chance)
    shuffle(turns, chance)
    for (const turn of turns) {
      const pivot = pivots.nodes[turn]!
      const from = pivots.hops[turn]!
      const crowd = counts[turn]!
      for (const node of order) {
        const wanted = from[node]!
        if (wanted < 2) continue
        const share = Math.min(1, (step * crowd[wanted]!) / (wanted * wanted))
        pull(drawing, node, pivot, wanted, share, 0)
      }
    }
    for (const node of order) {
      for (let at = net.rows[node]!; at < net.rows[node + 1]!; at++) {
        const share = Math.min(1, step)
        pull(drawing, node, net.neighbors[at]!, 1, share / 2, share / 2)
      }
    }
    yield
  }
}

/** How many of a pivot's own lie within half of each distance: so many a node at that distance sees in the pivot. */
function crowds({ nodes, hops }: Pivots, size: number): Float64Array[] {
  const own = nodes.map(() => [] as number[])
  for (let node = 0; node < size; node++) {
    let nearest = 0
    for (let pivot = 1; pivot < nodes.length; pivot++) {
      if (hops[pivot]![node]! < hops[nearest]![node]!) nearest = pivot
    }
    own[nearest]!.push(hops[nearest]![node]!)
  }
  return hops.map((from, pivot) => {
    const most = from.reduce((a, b) => Math.max(a, b), 0)
    return Float64Array.from(
      { length: most + 1 },
      (_, distance) => own[pivot]!.filter((near) => near <= distance / 2).length,
    )
  })
}

/** Moves two points along their line: `shareA` and `shareB` of what is missing or too much. */
function pull(drawing: Float64Array, a: number, b: number, wanted: number, shareA: number, shareB: number): void {
  const x = drawing[a * 2]! - drawing[b * 2]!
  const y = drawing[a * 2 + 1]! - drawing[b * 2 + 1]!
  const length = Math.sqrt(x * x + y * y)
  if (length < 1e-9) return
  const miss = (wanted - length) / length
  drawing[a * 2]! += x * miss * shareA
  drawing[a * 2 + 1]! += y * miss * shareA
  drawing[b * 2]! -= x * miss * shareB
  drawing[b * 2 + 1]! -= y * miss * shareB
}
