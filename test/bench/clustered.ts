/**
 * A graph as notes give them, made up: groups that keep company among themselves, a few famous ones in each, and some
 * links across. The same sizes always give the same graph.
 */
import { seeded } from '../../client/graph/layouts/chance.ts'
import type { Edge, Entity } from '../../client/types.ts'

/** Entities in a group, on average; the share of links that stay in it. */
const GROUP = 40
const WITHIN = 0.85

const KINDS = ['Model', 'Method', 'Paper', 'Hardware', 'Dataset', 'Tool', 'Organization', 'Person', 'Concept'] as const

export interface Clustered {
  nodes: Entity[]
  edges: Edge[]
}

export function toClustered(size: number, links: number): Clustered {
  const chance = seeded(1)
  const groups: number[][] = Array.from({ length: Math.max(2, Math.round(size / GROUP)) }, () => [])
  for (let node = 0; node < size; node++) groups[Math.floor(chance() * groups.length)]?.push(node)
  const pairs = new Map<string, [number, number]>()
  const join = (a = 0, b = 0) => {
    if (a !== b) pairs.set(`${Math.min(a, b)} ${Math.max(a, b)}`, [Math.min(a, b), Math.max(a, b)])
  }
  // Everyone hangs together; the first of a group are joined more often.
  for (const group of groups) {
    for (const [at, node] of group.entries()) if (at > 0) join(node, group[Math.floor(chance() ** 2 * at)])
  }
  for (const [at, group] of groups.entries()) if (at > 0) join(group[0], groups[Math.floor(chance() * at)]?.[0])
  while (pairs.size < links) {
    const group = groups[Math.floor(chance() * groups.length)] ?? []
    if (chance() < WITHIN)
      join(group[Math.floor(chance() ** 2 * group.length)], group[Math.floor(chance() * group.length)])
    else join(Math.floor(chance() * size), Math.floor(chance() * size))
  }
  const nodes = Array.from({ length: size }, (_, node) => toEntity(node, chance))
  const edges = [...pairs.values()].map(([a, b]) => toEdge(nodes[a]?.id ?? '', nodes[b]?.id ?? '', chance))
  return { nodes, edges }
}

function toEntity(node: number, chance: () => number): Entity {
  const name = `made-up name ${node}`
  const day = `2023-${String(1 + (node % 12)).padStart(2, '0')}-10`
  return {
    id: `concept/${String(node).padStart(5, '0')}`,
    name,
    kind: KINDS[node % KINDS.length] ?? 'Concept',
    aliases: [name],
    mentions: 1 + Math.floor(120 * chance() ** 6),
    documents: 1,
    firstSeen: day,
    lastSeen: day,
  }
}

function toEdge(source: string, target: string, chance: () => number): Edge {
  const weight = 0.2 + 3 * chance() ** 3
  return {
    type: 'CO_MENTION',
    source,
    target,
    weight,
    support: 1,
    scope: chance() < 0.4 ? 'sentence' : chance() < 0.5 ? 'turn' : 'thread',
    parts: { sentence: weight, turn: 0, thread: 0 },
    npmi: 0.5,
    firstSeen: null,
    lastSeen: null,
  }
}
