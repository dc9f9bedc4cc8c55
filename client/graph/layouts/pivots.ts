/**
 * A net in, a first drawing out: PivotMDS (Brandes & Pich, 2007). Some nodes far from each other are pivots; everyone's
 * distances to them, squared and centred, are a cloud with as many dimensions as pivots, and the two along which it is
 * widest are x and y. One unit is one hop.
 */
import { seeded } from './chance.ts'
import { hopsFrom, type Net } from './net.ts'

export interface Pivots {
  readonly nodes: readonly number[]
  /** Hops from each pivot to each node. */
  readonly hops: readonly Uint16Array[]
}

/** At most `most` nodes, each the farthest from those before it (the first of equals). */
export function pivotsOf(net: Net, most: number): Pivots {
  const nodes: number[] = []
  const hops: Uint16Array[] = []
  const nearest = new Uint16Array(net.size).fill(0xffff)
  for (let next = 0; nodes.length < Math.min(most, net.size); ) {
    const from = hopsFrom(net, next)
    nodes.push(next)
    hops.push(from)
    let farthest = 0
    for (let node = 0; node < net.size; node++) {
      nearest[node] = Math.min(nearest[node]!, from[node]!)
      if (nearest[node]! > nearest[farthest]!) farthest = node
    }
    next = farthest
  }
  return { nodes, hops }
}

/** Coordinates in one row: x0, y0, x1, y1 … The net must hang together. */
export function drawByPivots(net: Net, { hops }: Pivots): Float64Array {
  const { size } = net
  const count = hops.length
  const cloud = centred(hops, size)
  // Each product of two of its columns, so that the widest directions can be found among few numbers.
  const products = new Float64Array(count * count)
  for (let a = 0; a < count; a++) {
    for (let b = a; b < count; b++) {
      let sum = 0
      for (let node = 0; node < size; node++) sum += cloud[a * size + node]! * cloud[b * size + node]!
      products[a * count + b] = products[b * count + a] = sum
    }
  }
  const first = widest(products, count, [])
  const second = widest(products, count, [first])
  const chance = seeded(7)
  const drawing = new Float64Array(size * 2)
  for (let node = 0; node < size; node++) {
    let [x, y] = [0, 0]
    for (let pivot = 0; pivot < count; pivot++) {
      x += cloud[pivot * size + node]! * first[pivot]!
      y += cloud[pivot * size + node]! * second[pivot]!
    }
    // Twins have the same distances to all: a little chance tells them apart.
    drawing[node * 2] = x + chance() * 1e-3
    drawing[node * 2 + 1] = y + chance() * 1e-3
  }
  return inHops(drawing, hops)
}

/** Squared distances without the mean of their node and of their pivot. */
function centred(hops: readonly Uint16Array[], size: number): Float64Array {
  const count = hops.length
  const cloud = new Float64Array(count * size)
  const ofNode = new Float64Array(size)
  let all = 0
  for (const [pivot, from] of hops.entries()) {
    let sum = 0
    for (let node = 0; node < size; node++) sum += from[node]! ** 2
    for (let node = 0; node < size; node++) {
      const squared = from[node]! ** 2
      cloud[pivot * size + node] = sum / size - squared
      ofNode[node]! += squared / count
    }
    all += sum / (count * size)
  }
  for (let pivot = 0; pivot < count; pivot++) {
    for (let node = 0; node < size; node++) cloud[pivot * size + node]! += ofNode[node]! - all
  }
  return cloud
}

/** The direction in which the products are largest, at right angles to those found before (power iteration). */
function widest(products: Float64Array, count: number, before: readonly Float64Array[]): Float64Array {
  const chance = seeded(11 + before.length)
  let direction = Float64Array.from({ length: count }, () => chance() - 0.5)
  for (let round = 0; round < 60; round++) {
    for (const other of before) {
      let along = 0
      for (let pivot = 0; pivot < count; pivot++) along += direction[pivot]! * other[pivot]!
      for (let pivot = 0; pivot < count; pivot++) direction[pivot]! -= along * other[pivot]!
    }
    const next = new Float64Array(count)
    for (let a = 0; a < count; a++) {
      for (let b = 0; b < count; b++) next[a]! += products[a * count + b]! * direction[b]!
    }
    const length = Math.hypot(...next)
    if (length < 1e-12) break
    direction = next.map((value) => value / length)
  }
  return direction
}

/** Stretched until distances on paper are, on the whole, as long as the hops to the first pivots. */
function inHops(drawing: Float64Array, hops: readonly Uint16Array[]): Float64Array {
  let [wanted, given] = [0, 0]
  for (const from of hops.slice(0, 8)) {
    const start = from.indexOf(0)
    for (let node = 0; node < from.length; node++) {
      wanted += from[node]!
      given += Math.hypot(drawing[node * 2]! - drawing[start * 2]!, drawing[node * 2 + 1]! - drawing[start * 2 + 1]!)
    }
  }
  return given > 0 ? drawing.map((value) => (value * wanted) / given) : drawing
}
