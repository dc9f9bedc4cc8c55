/** What bridges promise, checked against a plain breadth-first search over the edges of the graph itself. */
import { seeded } from '../../../client/graph/layouts/chance.ts'
import type { Graph } from '../../../ingest/types.ts'
import type { Bridge } from '../../../server/api.ts'
import { askBridge } from '../../../server/ask/bridge.ts'
import { readTables } from '../../../server/ask/picture.ts'
import type { Database } from '../../../server/store/database.ts'

export type Pair = readonly [from: string, to: string]

/** A way is at most this long. */
export const MOST_HOPS = 4

/** The same for the same ids and seed; both ends differ. */
export function somePairs(ids: readonly string[], count: number, seed = 1): Pair[] {
  const chance = seeded(seed)
  const one = () => ids[Math.floor(chance() * ids.length)] as string
  const pairs: Pair[] = []
  while (pairs.length < count) {
    const [from, to] = [one(), one()]
    if (from !== to) pairs.push([from, to])
  }
  return pairs
}

/** In hops, over edges of any type; infinite where nothing leads there. */
export function toDistances({ entities, edges }: Graph): (from: string, to: string) => number {
  const company = new Map(entities.map(({ id }) => [id, new Set<string>()]))
  for (const { source, target } of edges) {
    company.get(source)?.add(target)
    company.get(target)?.add(source)
  }
  return (from, to) => {
    const seen = new Set([from])
    let now = [from]
    for (let hops = 0; now.length; hops++) {
      if (now.includes(to)) return hops
      const next = new Set(now.flatMap((id) => [...(company.get(id) ?? [])]))
      now = [...next].filter((id) => !seen.has(id))
      for (const id of now) seen.add(id)
    }
    return Number.POSITIVE_INFINITY
  }
}

/** What a bridge does not keep of its promises, in words. */
export function faultsOf({ from, to, items, nearest }: Bridge, distance: number): string[] {
  const lengths = items.map(({ edges }) => edges.length)
  const told = items.map(({ receipts }) => new Set(receipts.flat().map(({ passage }) => passage)))
  const repeats = told.some((passages, at) => {
    const before = new Set(told.slice(0, at).flatMap((earlier) => [...earlier]))
    return at > 0 && [...passages].every((passage) => before.has(passage))
  })
  const faults: [boolean, string][] = [
    [items.length > 0 !== distance <= MOST_HOPS, `${items.length} ways where the distance is ${distance}`],
    [lengths.some((length) => length < distance || length > MOST_HOPS), `ways of ${lengths.join(', ')} hops`],
    [distance === 1 && lengths[0] !== 1, 'an edge from end to end does not come first'],
    [items.some(({ edges, nodes }) => nodes.length !== edges.length + 1), 'a hop without its edge'],
    [items.some(({ nodes }) => nodes[0]?.id !== from.id || nodes.at(-1)?.id !== to.id), 'ends elsewhere'],
    [items.some(({ receipts }) => receipts.some((lines) => lines.length === 0)), 'a hop without a line'],
    [items.length > 0 && nearest.length > 0, 'what is nearest beside a way'],
    [repeats, 'a way that quotes nothing new'],
  ]
  return faults.flatMap(([isFault, says]) => (isFault ? [`${from.id} – ${to.id}: ${says}`] : []))
}

/** By pair, as JSON: what another store must answer to the byte. */
export async function bridgesOf(database: Database, pairs: readonly Pair[], k = 3): Promise<string[]> {
  const tables = await readTables(database)
  const answers: string[] = []
  for (const [from, to] of pairs) answers.push(JSON.stringify(await askBridge(database, tables, from, to, k)))
  return answers
}

/** How many pairs of each distance, and of how many the answer, and its first way, is of the shortest length. */
export function countShortest(bridges: readonly Bridge[], distances: readonly number[]): Map<number, number[]> {
  const rows = new Map<number, number[]>()
  for (const [at, { items }] of bridges.entries()) {
    const distance = distances[at] as number
    const [pairs = 0, among = 0, first = 0] = rows.get(distance) ?? []
    const lengths = items.map(({ edges }) => edges.length)
    rows.set(distance, [pairs + 1, among + Number(lengths.includes(distance)), first + Number(lengths[0] === distance)])
  }
  return new Map([...rows].sort(([a], [b]) => a - b))
}
