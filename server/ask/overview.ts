/**
 * The first picture: the graph's most telling neighbourhoods, useful without a question.
 *
 * An edge tells much when it is heavy and no matter of chance (weight × NPMI). The picture grows from its strongest
 * edges, and starts anew elsewhere when a neighbourhood has its share, so that it shows several stories and no hub.
 * Papers and people come sparingly.
 */
import { order } from '../../ingest/entities.ts'
import type { Kind } from '../../ingest/types.ts'
import type { Overview } from '../api.ts'
import type { Database } from '../store/database.ts'
import { load } from '../store/queries.ts'
import { askPicture, readTables, type Tables } from './picture.ts'

/** Edges to choose from. */
const CANDIDATES = 20_000
/** Names a neighbourhood may bring before another one begins. */
const SHARE = 12
/** Papers, people and organizations are at most this part of the picture. */
const SPARING = 0.15

interface Pair {
  source: string
  target: string
  weight: number
  /** weight × NPMI */
  strength: number
}

/** @param known what is made once for each graph, where that has been made already */
export async function askOverview(database: Database, limit: number, known?: Tables): Promise<Overview> {
  const tables = known ?? (await readTables(database))
  const pairs = await strongPairs(database)
  // A triangle's three sides already rule out chance, so stories go by weight alone.
  const tellers = new Company(pairs, ({ weight }) => weight)
  const ids = choose(new Company(pairs, ({ strength }) => strength), stories(tellers, null), limit)
  const picture = await askPicture(database, tables, ids)
  const [counted] = await load<Record<string, never>, { total: number }>('count-entities')(database, {})
  const names = new Map(picture.nodes.map(({ id, name }) => [id, name]))
  return {
    ...picture,
    total: counted?.total ?? picture.nodes.length,
    stories: stories(tellers, ids).map((story) => ({ ids: story, names: story.map((id) => names.get(id) ?? id) })),
  }
}

async function strongPairs(database: Database): Promise<Pair[]> {
  type Row = { source: string; target: string; weight: number; npmi: number }
  const rows = await load<{ limit: number }, Row>('strong-edges')(database, { limit: CANDIDATES })
  return rows
    .map(({ source, target, weight, npmi }) => ({ source, target, weight, strength: weight * npmi }))
    .sort((a, b) => b.strength - a.strength || order(a.source, b.source) || order(a.target, b.target))
}

/** Who is joined to whom, and how strongly. */
class Company {
  readonly pairs: readonly Pair[]
  private readonly of = new Map<string, Map<string, number>>()

  constructor(pairs: readonly Pair[], measure: (pair: Pair) => number) {
    this.pairs = pairs
    for (const pair of pairs) {
      this.join(pair.source, pair.target, measure(pair))
      this.join(pair.target, pair.source, measure(pair))
    }
  }

  neighbors(id: string): ReadonlyMap<string, number> {
    return this.of.get(id) ?? new Map()
  }

  strength(a: string, b: string): number {
    return this.of.get(a)?.get(b) ?? 0
  }

  private join(from: string, to: string, strength: number): void {
    const known = this.of.get(from)
    if (known) known.set(to, strength)
    else this.of.set(from, new Map([[to, strength]]))
  }
}

export function kindOf(id: string): Kind {
  const word = id.slice(0, id.indexOf('/'))
  return (word.charAt(0).toUpperCase() + word.slice(1)) as Kind
}

function isSparing(id: string): boolean {
  return ['Paper', 'Person', 'Organization'].includes(kindOf(id))
}

/** Grows one neighbourhood after the other, each from the strongest pair that is not in the picture yet. */
function choose(company: Company, told: readonly string[][], limit: number): string[] {
  const chosen = new Set<string>()
  let sparing = 0
  const add = (id: string) => {
    chosen.add(id)
    if (isSparing(id)) sparing++
  }
  const isWelcome = (id: string) => !chosen.has(id) && (!isSparing(id) || sparing < limit * SPARING)
  const starts = [...told.flat().map((id) => [id]), ...company.pairs.map(({ source, target }) => [source, target])]
  for (const start of starts) {
    if (chosen.size >= limit) break
    if (start.some((id) => isSparing(id)) || !start.some((id) => !chosen.has(id))) continue
    const open = new Map<string, number>()
    const reach = (from: string) => {
      for (const [id, strength] of company.neighbors(from)) open.set(id, (open.get(id) ?? 0) + strength)
    }
    for (const id of start) if (isWelcome(id)) add(id)
    start.forEach(reach)
    for (let brought = 0; brought < SHARE && chosen.size < limit; brought++) {
      const next = strongest(open, isWelcome)
      if (next === null) break
      add(next)
      reach(next)
    }
  }
  return [...chosen].sort(order)
}

function strongest(open: ReadonlyMap<string, number>, isWelcome: (id: string) => boolean): string | null {
  let best: string | null = null
  let most = 0
  for (const [id, strength] of open) {
    if (!isWelcome(id) || strength < most || (strength === most && best !== null && order(id, best) > 0)) continue
    best = id
    most = strength
  }
  return best
}

const TELLERS: ReadonlySet<Kind> = new Set(['Model', 'Method', 'Concept'])

/** Up to three that belong together and have nothing in common with each other; within some ids, or anywhere. */
function stories(company: Company, within: readonly string[] | null): string[][] {
  const inside = within && new Set(within)
  const isTold = (id: string) => TELLERS.has(kindOf(id)) && (!inside || inside.has(id))
  const found: { ids: string[]; strength: number }[] = []
  for (const { source, target } of company.pairs.slice(0, 1_500)) {
    const strength = company.strength(source, target)
    if (!isTold(source) || !isTold(target)) continue
    for (const [third, first] of company.neighbors(source)) {
      const second = company.strength(target, third)
      if (second === 0 || !isTold(third)) continue
      // The weakest of its three sides says how well a triangle holds; models make it a story.
      const models = [source, target, third].filter((id) => kindOf(id) === 'Model').length
      found.push({
        ids: [source, target, third].sort(order),
        strength: Math.min(strength, first, second) * (models === 0 ? 1 : 2),
      })
    }
    found.push({ ids: [source, target], strength: strength * 0.2 })
  }
  found.sort((a, b) => b.strength - a.strength || order(a.ids.join(), b.ids.join()))
  const told: string[][] = []
  for (const { ids } of found) {
    if (told.length === 3) break
    if (!told.flat().some((id) => ids.includes(id))) told.push(modelsFirst(ids))
  }
  return told
}

function modelsFirst(ids: readonly string[]): string[] {
  return [...ids].sort((a, b) => Number(kindOf(b) === 'Model') - Number(kindOf(a) === 'Model') || order(b, a))
}
