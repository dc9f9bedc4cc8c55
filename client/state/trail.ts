/** A way through the picture that is shown in full strength: ids in order, each joined to the next. */

import type { Picture } from './graph.ts'
import { createStore } from './store.ts'

export const trail = createStore<readonly string[]>([])

/** The strongest of the shortest ways between two in the picture, both ends included; null where there is none. */
export function shortestWay({ edges }: Pick<Picture, 'edges'>, from: string, to: string): string[] | null {
  const company = new Map<string, Map<string, number>>()
  const join = (a: string, b: string, weight: number) => {
    const of = company.get(a) ?? new Map<string, number>()
    company.set(a, of.set(b, Math.max(weight, of.get(b) ?? 0)))
  }
  for (const { source, target, weight } of edges.values()) {
    join(source, target, weight)
    join(target, source, weight)
  }
  // Breadth first; among ways of one length, the one whose weakest edge is the heaviest.
  const before = new Map<string, { id: string; weakest: number }>([[from, { id: '', weakest: Infinity }]])
  let edge = [from]
  while (edge.length && !before.has(to)) {
    const next = new Map<string, { id: string; weakest: number }>()
    for (const id of edge) {
      for (const [other, weight] of company.get(id) ?? []) {
        const weakest = Math.min(weight, before.get(id)?.weakest ?? 0)
        if (!before.has(other) && weakest > (next.get(other)?.weakest ?? -1)) next.set(other, { id, weakest })
      }
    }
    for (const [id, step] of next) before.set(id, step)
    edge = [...next.keys()].sort()
  }
  if (!before.has(to)) return null
  const way = [to]
  while (way[0] !== from) way.unshift(before.get(way[0] as string)?.id as string)
  return way
}
