/**
 * The edges of one side by who they join, whatever their ids are on that side: what was merged or renamed meets nobody
 * anew.
 */
import { order } from '../../ingest/entities.ts'
import type { Group } from './diff-match.ts'
import type { DiffEdge, DiffEntity, Side } from './diff-side.ts'

export interface Pair {
  /** The same on both sides. */
  key: string
  groups: readonly [Group, Group]
  /** As they are called on this side. */
  ends: readonly [DiffEntity, DiffEntity]
  /** The heaviest of the edges between the two. */
  edge: DiffEdge
  /** Of all of them. */
  weight: number
}

/** @param here the part of a group that is on this side */
export function toPairs(
  { entities, edges }: Side,
  groups: readonly Group[],
  here: (group: Group) => readonly DiffEntity[],
): Map<string, Pair> {
  const places = new Map<string, number>()
  for (const [place, group] of groups.entries()) for (const { id } of here(group)) places.set(id, place)
  const byId = new Map(entities.map((entity) => [entity.id, entity]))
  const pairs = new Map<string, Pair>()
  for (const edge of [...edges].sort(heaviest)) {
    const [source, target] = [byId.get(edge.source), byId.get(edge.target)]
    const [from, to] = [places.get(edge.source), places.get(edge.target)]
    // What was merged is joined to itself no more.
    if (!source || !target || from === undefined || to === undefined || from === to) continue
    const key = keyOf(edge, from, to)
    const present = pairs.get(key)
    if (present) present.weight += edge.weight
    else {
      const ends = [groups[from] as Group, groups[to] as Group] as const
      pairs.set(key, { key, groups: ends, ends: [source, target], edge, weight: edge.weight })
    }
  }
  return pairs
}

function heaviest(a: DiffEdge, b: DiffEdge): number {
  return b.weight - a.weight || order(a.source, b.source) || order(a.target, b.target) || order(a.type, b.type)
}

/** A co-mention has no direction, and which end comes first changes with the ids. */
function keyOf({ type }: DiffEdge, from: number, to: number): string {
  return type === 'CO_MENTION' && from > to ? `${type} ${to} ${from}` : `${type} ${from} ${to}`
}
