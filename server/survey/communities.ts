/**
 * What is joined to what, and how strongly → groups that belong together: communities by the Louvain method (Blondel et
 * al., 2008). Nodes and edges go in sorted and the chance is seeded, so the same graph gives the same groups.
 */
import Graph from 'graphology'
import louvain from 'graphology-communities-louvain'
import { order } from '../../ingest/entities.ts'

// The package is CommonJS, and its types promise a default export where the function itself is exported.
const detect = louvain as unknown as typeof louvain.default

export interface Link {
  a: string
  b: string
  /** Above 0; of the links between the same two they add up. */
  weight: number
}

export const SEED = 20_170_612

/** @param resolution above 1 for more and smaller groups. Default 1. @returns the members sorted, groups by size, then by their first member */
export function toCommunities(nodes: readonly string[], links: readonly Link[], resolution = 1): string[][] {
  const graph = new Graph.UndirectedGraph<Record<string, never>, { weight: number }>()
  for (const node of [...new Set(nodes)].sort(order)) graph.addNode(node)
  const sorted = links
    .map(({ a, b, weight }) => (a < b ? { a, b, weight } : { a: b, b: a, weight }))
    .filter(({ a, b, weight }) => a !== b && weight > 0 && graph.hasNode(a) && graph.hasNode(b))
    .sort((one, other) => order(one.a, other.a) || order(one.b, other.b) || one.weight - other.weight)
  for (const { a, b, weight } of sorted)
    graph.updateEdge(a, b, ({ weight: present = 0 }) => ({ weight: present + weight }))
  if (graph.size === 0) return graph.nodes().map((node) => [node])
  const groups = new Map<number, string[]>()
  const of = detect(graph, { getEdgeWeight: 'weight', rng: createRng(SEED), resolution })
  for (const node of graph.nodes()) {
    const group = of[node] as number
    groups.set(group, [...(groups.get(group) ?? []), node])
  }
  return [...groups.values()].sort((a, b) => b.length - a.length || order(a[0] ?? '', b[0] ?? ''))
}

/** Numbers from 0 to 1, the same for the same seed: mulberry32 (Tommy Ettinger, public domain). */
function createRng(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}
