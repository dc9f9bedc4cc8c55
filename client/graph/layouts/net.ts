/**
 * Boxes and links as numbers: each node's neighbours in one row of a typed array (compressed sparse rows), and how far
 * everyone is from one of them.
 */
import type { Box } from '../boxes.ts'
import type { Link } from './problem.ts'

export interface Net {
  readonly size: number
  /** The neighbours of node `i` are `neighbors[rows[i]]` to `neighbors[rows[i + 1] - 1]`. */
  readonly rows: Uint32Array
  readonly neighbors: Uint32Array
}

/** The far end of a distance that does not exist. */
export const APART = 0xffff

export function toNet(size: number, pairs: readonly (readonly [number, number])[]): Net {
  const seen = new Set<number>()
  const once = pairs.filter(([a, b]) => {
    const key = a < b ? a * size + b : b * size + a
    if (a === b || seen.has(key)) return false
    seen.add(key)
    return true
  })
  const rows = new Uint32Array(size + 1)
  for (const [a, b] of once) {
    rows[a + 1]! += 1
    rows[b + 1]! += 1
  }
  for (let node = 0; node < size; node++) rows[node + 1]! += rows[node]!
  const next = rows.slice()
  const neighbors = new Uint32Array(once.length * 2)
  for (const [a, b] of once) {
    neighbors[next[a]!++] = b
    neighbors[next[b]!++] = a
  }
  return { size, rows, neighbors }
}

/** Boxes by their place in the list, and the links whose ends are both there. */
export function netOf(boxes: readonly Box[], links: readonly Link[]): Net {
  const place = new Map(boxes.map(({ id }, index) => [id, index]))
  return toNet(
    boxes.length,
    links.flatMap(({ source, target }): [number, number][] => {
      const [a, b] = [place.get(source), place.get(target)]
      return a === undefined || b === undefined ? [] : [[a, b]]
    }),
  )
}

/** Hops from one node to each (breadth first), or `APART`. */
export function hopsFrom({ size, rows, neighbors }: Net, start: number, into = new Uint16Array(size)): Uint16Array {
  into.fill(APART)
  into[start] = 0
  const queue = new Uint32Array(size)
  queue[0] = start
  for (let head = 0, tail = 1; head < tail; head++) {
    const node = queue[head]!
    for (let at = rows[node]!; at < rows[node + 1]!; at++) {
      const other = neighbors[at]!
      if (into[other] !== APART) continue
      into[other] = into[node]! + 1
      queue[tail++] = other
    }
  }
  return into
}

/** Nodes that can reach each other, largest group first; within each, in order. */
export function componentsOf(net: Net): number[][] {
  const groups: number[][] = []
  const grouped = new Uint8Array(net.size)
  for (let start = 0; start < net.size; start++) {
    if (grouped[start]) continue
    const group: number[] = []
    const waiting = [start]
    grouped[start] = 1
    for (let node = waiting.pop(); node !== undefined; node = waiting.pop()) {
      group.push(node)
      for (let at = net.rows[node]!; at < net.rows[node + 1]!; at++) {
        const other = net.neighbors[at]!
        if (grouped[other]) continue
        grouped[other] = 1
        waiting.push(other)
      }
    }
    groups.push(group.sort((a, b) => a - b))
  }
  return groups.sort((a, b) => b.length - a.length || a[0]! - b[0]!)
}

/** The part of a net among some of its nodes, numbered by their place in `nodes`. */
export function partOf(net: Net, nodes: readonly number[]): Net {
  const place = new Map(nodes.map((node, index) => [node, index]))
  const pairs: [number, number][] = []
  for (const [index, node] of nodes.entries()) {
    for (let at = net.rows[node]!; at < net.rows[node + 1]!; at++) {
      const other = place.get(net.neighbors[at]!)
      if (other !== undefined && index < other) pairs.push([index, other])
    }
  }
  return toNet(nodes.length, pairs)
}
