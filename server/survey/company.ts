/**
 * Material → the names that make up the concept's neighbourhood, with their weights, and what joins them.
 *
 * A name counts by how closely it is joined to the concept (weight × NPMI, as stored) and by how many of the papers name
 * it; both times how rare it is, because names that meet everyone tell nothing of this concept.
 */
import { order } from '../../ingest/entities.ts'
import type { Kind } from '../../ingest/types.ts'
import { type Adjacency, slotBetween } from '../ask/adjacency.ts'
import type { Link } from './communities.ts'
import type { Line, Material } from './material.ts'
import { isNoProse } from './prose.ts'
import type { Topic } from './topic.ts'

export interface Name {
  id: string
  name: string
  kind: Kind
  /** What it counts in the neighbourhood, above 0. */
  weight: number
  /** From 0, joined to everything, to 1. */
  rarity: number
  /** How often each paper names it, by the paper's id; a place in an abstract counts whole. */
  papers: ReadonlyMap<string, number>
}

export interface Company {
  /** The weightiest first. */
  names: readonly Name[]
  links: readonly Link[]
}

const MOST_NAMES = 80
/** People make no topic, and papers are told as papers. */
const NO_TOPIC: ReadonlySet<Kind> = new Set(['Paper', 'Person', 'Organization'])
/** A hub is joined to more than this share of all entities, and to more than so many. */
const HUB_SHARE = 0.03
const HUB_LEAST = 40

/** What a mention counts, by the heading it stands under: a site's own sections say the same of every paper. */
const HEADINGS: readonly (readonly [RegExp, number])[] = [
  [/应用|影响|applications?|impact/i, 0],
  [/摘要|abstract|summary|TL;?DR|一句话/i, 1],
]
const ELSEWHERE = 0.5

export function toCompany(material: Material, adjacency: Adjacency, topic: Topic): Company {
  const found = namedIn(material)
  const near = nearTo(adjacency, topic.id)
  const known = new Map(material.papers.map(({ entity }, at) => [entity.id, 1 / (1 + at / 10)]))
  const all = [...known.values()].reduce((sum, share) => sum + share, 0) || 1
  const hub = Math.max(HUB_LEAST, adjacency.ids.length * HUB_SHARE)
  const names = [...found.values()].flatMap((name): Name[] => {
    const place = adjacency.places.get(name.id)
    const degree = place === undefined ? 0 : (adjacency.degrees[place] as number)
    if (NO_TOPIC.has(name.kind) || degree > hub || name.id === topic.id || topic.isPartOf(name.name)) return []
    const shared = [...name.papers.keys()].reduce((sum, paper) => sum + (known.get(paper) ?? 0), 0) / all
    const beside = near.get(name.id) ?? 0
    // What one paper alone names tells of that paper, unless it stands beside the concept.
    if (name.papers.size < 2 && beside < LEAST_BESIDE) return []
    const rarity = rarityOf(degree, adjacency.ids.length)
    return [{ ...name, rarity, weight: rarity * (Math.sqrt(beside) + 2 * shared) }]
  })
  names.sort((a, b) => b.weight - a.weight || order(a.id, b.id))
  const kept = names.slice(0, MOST_NAMES)
  return { names: kept, links: toLinks(kept, adjacency) }
}

/** Of the strongest edge of the concept. */
const LEAST_BESIDE = 0.08

const rarityOf = (degree: number, all: number): number =>
  Math.max(0.05, Math.log((all + 1) / (degree + 1)) / Math.log(all + 1))

type Found = Omit<Name, 'weight' | 'rarity'> & { papers: Map<string, number> }

function namedIn({ lines, beside, papers }: Material): Map<string, Found> {
  const chosen = new Set(papers.map(({ entity }) => entity.id))
  const found = new Map<string, Found>()
  for (const line of [...lines, ...beside]) {
    const worth = worthOf(line)
    if (worth === 0) continue
    for (const { entity, name, kind } of line.names) {
      const present = found.get(entity) ?? { id: entity, name, kind, papers: new Map<string, number>() }
      found.set(entity, present)
      for (const paper of papersOf(line, chosen)) present.papers.set(paper, (present.papers.get(paper) ?? 0) + worth)
    }
  }
  return found
}

/** The paper whose page it is, else the papers that it names. */
function papersOf({ paper, names }: Line, chosen: ReadonlySet<string>): string[] {
  if (paper) return chosen.has(paper) ? [paper] : []
  return [...new Set(names.map(({ entity }) => entity))].filter((id) => chosen.has(id))
}

function worthOf({ heading, text }: Line): number {
  // Facts of a page are no talk; a heading is.
  if (isNoProse(text) && !text.startsWith('#')) return 0
  if (heading === null) return ELSEWHERE
  return HEADINGS.find(([pattern]) => pattern.test(heading))?.[1] ?? ELSEWHERE
}

/** How strongly each is joined to the concept, as a share of the strongest. */
function nearTo({ ids, places, starts, others, strengths }: Adjacency, id: string | null): Map<string, number> {
  const near = new Map<string, number>()
  const place = id === null ? undefined : places.get(id)
  if (place === undefined) return near
  for (let slot = starts[place] as number; slot < (starts[place + 1] as number); slot++) {
    const other = ids[others[slot] as number] as string
    near.set(other, Math.max(near.get(other) ?? 0, strengths[slot] as number))
  }
  const most = Math.max(...near.values(), Number.MIN_VALUE)
  for (const [other, strength] of near) near.set(other, strength / most)
  return near
}

/** Name to name as the graph joins them, and name to paper as the paper names it; papers hold a group together. */
function toLinks(names: readonly Name[], adjacency: Adjacency): Link[] {
  const placed = names.flatMap((name) => {
    const place = adjacency.places.get(name.id)
    return place === undefined ? [] : [{ name, place }]
  })
  const between: Link[] = []
  for (const [at, { name: one, place }] of placed.entries()) {
    for (const { name: other, place: otherPlace } of placed.slice(at + 1)) {
      const slot = slotBetween(adjacency, place, otherPlace)
      if (slot < 0) continue
      const weight = (adjacency.strengths[slot] as number) * one.rarity * other.rarity
      between.push({ a: one.id, b: other.id, weight })
    }
  }
  const most = Math.max(...between.map(({ weight }) => weight), Number.MIN_VALUE)
  const toPapers = names.flatMap(({ id, rarity, papers }) =>
    [...papers].map(([paper, count]) => ({ a: id, b: paper, weight: SHARE_OF_PAPERS * rarity * Math.log2(1 + count) })),
  )
  return [...between.map((link) => ({ ...link, weight: Math.sqrt(link.weight / most) })), ...toPapers]
}

const SHARE_OF_PAPERS = 0.5
