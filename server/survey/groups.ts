/**
 * The neighbourhood → its groups of names, each with the papers that belong to it.
 *
 * A group is a community of names and papers; a paper goes where its text names most. A group that would be no section
 * (hardly a name, hardly a paper) gives its papers a second choice, and what is left belongs to no group.
 */
import { order } from '../../ingest/entities.ts'
import { fold } from '../../ingest/fold.ts'
import type { Kind } from '../../ingest/types.ts'
import { toCommunities } from './communities.ts'
import type { Company, Name } from './company.ts'

export interface Group {
  /** The most characteristic first. */
  names: readonly Name[]
  /** One to three of their names, none within another. */
  title: readonly string[]
  /** Ids of papers, in the order they were given. */
  papers: readonly string[]
}

export interface Groups {
  /** The largest first. */
  groups: readonly Group[]
  /** Names and papers of none. */
  names: readonly Name[]
  papers: readonly string[]
  /** Communities found, before the small ones were given up. */
  found: number
}

/** Names a section needs. */
const FEWEST_NAMES = 2
/** From so many papers on, a section needs at least two of them. */
const MANY_PAPERS = 8
const MOST_GROUPS = 9

/** @param papers ids, the best first */
export function toGroups({ names, links }: Company, papers: readonly string[]): Groups {
  const byId = new Map(names.map((name) => [name.id, name]))
  const joined = new Set(links.flatMap(({ a, b }) => [a, b]))
  const nodes = [...byId.keys(), ...papers].filter((id) => joined.has(id))
  const communities = toCommunities(nodes, links)
    .map((members) => members.flatMap((id) => byId.get(id) ?? []))
    .filter((members) => members.length > 0)
  const least = papers.length >= MANY_PAPERS ? 2 : 0
  let groups = communities.filter((members) => members.length >= FEWEST_NAMES)
  let places = placePapers(groups, papers)
  // Taking one away moves its papers, and may feed another.
  for (;;) {
    const sizes = groups.map((_, at) => papers.filter((paper) => places.get(paper) === at).length)
    const smallest = sizes.reduce((best, size, at) => (size < (sizes[best] as number) ? at : best), 0)
    if (groups.length <= 1 || ((sizes[smallest] as number) >= least && groups.length <= MOST_GROUPS)) break
    groups = groups.filter((_, at) => at !== smallest)
    places = placePapers(groups, papers)
  }
  const whole = groups.map((members, at) =>
    describeGroup(
      members,
      papers.filter((paper) => places.get(paper) === at),
      papers.length,
    ),
  )
  whole.sort((a, b) => b.papers.length - a.papers.length || b.names.length - a.names.length || order(idOf(a), idOf(b)))
  const inside = new Set(groups.flat().map(({ id }) => id))
  return {
    groups: whole,
    names: names.filter(({ id }) => !inside.has(id)),
    papers: papers.filter((paper) => !places.has(paper)),
    found: communities.length,
  }
}

/** Where there is too little to group. */
export function ungrouped({ names }: Company, papers: readonly string[]): Groups {
  return { groups: [], names, papers, found: 0 }
}

const idOf = ({ names }: Group): string => names[0]?.id ?? ''

/** Paper → the group whose names it names most. */
function placePapers(groups: readonly (readonly Name[])[], papers: readonly string[]): Map<string, number> {
  const places = new Map<string, number>()
  for (const paper of papers) {
    const fits = groups.map((members) => fitOf(members, paper))
    const best = fits.indexOf(Math.max(...fits, 0))
    if (best >= 0 && (fits[best] as number) > 0) places.set(paper, best)
  }
  return places
}

function fitOf(members: readonly Name[], paper: string): number {
  const counts = members.reduce(
    (sum, { papers, rarity }) => sum + rarity ** 2 * Math.log2(1 + (papers.get(paper) ?? 0)),
    0,
  )
  // A group of many names is no better home for that.
  return counts / Math.sqrt(members.length + 3)
}

/** What a name counts in its group: central inside, rare outside. */
function characterOf({ kind, papers, rarity, weight }: Name, own: readonly string[], all: number): number {
  const inside = own.filter((paper) => papers.has(paper)).length
  const [within, without] = [inside / Math.max(1, own.length), (papers.size - inside) / Math.max(1, all - own.length)]
  // What one paper calls its own work says little of a group of papers.
  const shared = own.length < 2 || inside > 1 ? 1 : 0.5
  return rarity * (Math.max(0, within - without) + 0.1) * (1 + weight) * shared * (TELLING[kind] ?? 1)
}

/** A benchmark or a tool is used by many, and names no topic. */
const TELLING: Partial<Record<Kind, number>> = { Model: 0.8, Hardware: 0.7, Dataset: 0.4, Tool: 0.3 }

function describeGroup(members: readonly Name[], papers: readonly string[], all: number): Group {
  const scored = members
    .map((name) => ({ name, score: characterOf(name, papers, all) }))
    .sort((a, b) => b.score - a.score || order(a.name.id, b.name.id))
  const best = scored[0]?.score ?? 0
  const title: string[] = []
  for (const { name, score } of scored) {
    const folded = fold(name.name)
    if (score < best * LEAST_OF_TITLE || title.length === MOST_TITLE || title.join('').length > LONGEST_TITLE) break
    if (title.some((other) => fold(other).includes(folded) || folded.includes(fold(other)))) continue
    title.push(name.name)
  }
  return { names: scored.map(({ name }) => name), title, papers }
}

/** Of the most characteristic name. */
const LEAST_OF_TITLE = 0.45
const MOST_TITLE = 3
/** After so many letters no further name is taken in. */
const LONGEST_TITLE = 28
