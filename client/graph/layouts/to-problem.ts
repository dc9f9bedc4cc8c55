/** What the page knows, as a layout wants it: boxes with room for their names, in the order of their ids. */
import { mostMentions, toBox } from '../boxes.ts'
import type { Drawable, DrawableEdge } from '../drawable.ts'
import type { LayoutName } from './names.ts'
import type { Link, Problem, Spot } from './problem.ts'
import { timeOf } from './time.ts'

export interface Arrangement {
  entities: readonly Drawable[]
  edges: readonly DrawableEdge[]
  layout: LayoutName
  /** The pane's width to its height. */
  ratio: number
  /** The middle of `rings`, and who is kept in the middle; without one it is the most mentioned. */
  focus?: string | null
  /** Those that must stay exactly where they are: placed by hand, or there before. */
  fixed?: ReadonlyMap<string, Spot>
}

export function toProblem({ entities, edges, layout, ratio, focus = null, fixed = new Map() }: Arrangement): Problem {
  const sorted = [...entities].sort((a, b) => (a.id < b.id ? -1 : 1))
  const most = mostMentions(sorted)
  const first = sorted.reduce<Drawable | null>(
    (best, next) => (next.mentions > (best?.mentions ?? 0) ? next : best),
    null,
  )
  return {
    layout,
    ratio: Math.min(4, Math.max(0.25, ratio || 1)),
    boxes: sorted.map((entity) => toBox(entity, most)),
    links: toLinks(edges),
    focus: sorted.some(({ id }) => id === focus) ? focus : (first?.id ?? null),
    fixed: [...fixed].map(([id, { x, y }]) => [id, { x, y }]),
    times: sorted.map(timeOf),
  }
}

/** Several edges of one pair are one link; a typed relation gives it its direction. */
function toLinks(edges: readonly DrawableEdge[]): Link[] {
  const links = new Map<string, Link>()
  for (const { type, source, target, weight } of edges) {
    const key = source < target ? `${source} ${target}` : `${target} ${source}`
    const known = links.get(key)
    const directed = type !== 'CO_MENTION'
    if (!known) links.set(key, { source, target, weight, directed })
    else {
      const first = directed && !known.directed ? { source, target } : known
      links.set(key, {
        source: first.source,
        target: first.target,
        directed: known.directed || directed,
        weight: known.weight + weight,
      })
    }
  }
  return [...links].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, link]) => link)
}
