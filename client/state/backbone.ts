/**
 * The edges worth drawing: a maximum spanning forest (Kruskal), each name's strongest few, every relation the notes
 * state, and all edges of what is looked at. The rest is there, in the tables and the evidence, and would hide these.
 */
import type { Edge } from '../types.ts'

/** Edges that each name keeps beside the forest. */
const STRONGEST = 3

/**
 * @param around the one whose edges are all kept
 * @param among those whose edges to each other are all kept
 */
export function toBackbone(
  edges: readonly Edge[],
  around: string | null = null,
  among: readonly string[] = [],
): Edge[] {
  const strength = ({ weight, npmi }: Edge) => weight * Math.max(0.05, npmi)
  const order = edges
    .map((edge) => ({ edge, strength: strength(edge) }))
    .sort((a, b) => b.strength - a.strength || (nameOf(a.edge) < nameOf(b.edge) ? -1 : 1))
  const roots = new Map<string, string>()
  const rootOf = (id: string): string => {
    let root = id
    for (let above = roots.get(root); above !== undefined && above !== root; above = roots.get(root)) root = above
    roots.set(id, root)
    return root
  }
  const kept = new Map<string, number>()
  const isTelling = ({ source, target }: Edge): boolean => {
    const [a, b] = [rootOf(source), rootOf(target)]
    const joins = a !== b
    if (joins) roots.set(a, b)
    if (!joins && (kept.get(source) ?? 0) >= STRONGEST && (kept.get(target) ?? 0) >= STRONGEST) return false
    for (const id of [source, target]) kept.set(id, (kept.get(id) ?? 0) + 1)
    return true
  }
  const isAsked = ({ source, target }: Edge): boolean =>
    source === around || target === around || (among.includes(source) && among.includes(target))
  // What is telling does not depend on what is looked at, or edges would come and go with every click.
  return order
    .map(({ edge }) => edge)
    .filter((edge) => edge.type !== 'CO_MENTION' || [isTelling(edge), isAsked(edge)].includes(true))
}

const nameOf = ({ source, target, type }: Edge): string => `${source} ${target} ${type}`
