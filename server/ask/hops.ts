/** Pairs of joined entities → the edge that says most of each, and its best lines; all of them are asked for at once. */
import type { Edge, Meeting, Receipt } from '../api.ts'
import type { Database } from '../store/database.ts'
import { load } from '../store/queries.ts'
import { toEvidence } from '../store/read.ts'
import type { Adjacency } from './adjacency.ts'
import { type EdgeRow, toSummary } from './entities.ts'
import { toMeetings, toReceipts } from './receipts.ts'

export interface Hop {
  edge: Edge
  receipts: Receipt[]
}

/** By the ids of both ends, whichever comes first; undefined where another build took the edge away meanwhile. */
export type Hops = (a: string, b: string) => Hop | undefined

/** Lines that a hop is shown with. */
const LINES = 2

type Pairs = { pairs: { a: string; b: string }[] }
const readPairs = load<Pairs, EdgeRow>('edges-of-pairs')

/**
 * @param pairs their places in the adjacency, in any order, each as often as may be
 * @param meetings whose lines are told, at most; two lines are told of a meeting in a thread, or none
 */
export async function readHops(
  database: Database,
  { ids, degrees }: Adjacency,
  pairs: Iterable<readonly [number, number]>,
  meetings = LINES,
): Promise<Hops> {
  const asked = new Map<string, Pairs['pairs'][number]>()
  for (const [one, other] of pairs) {
    const [few, many] = (degrees[one] as number) <= (degrees[other] as number) ? [one, other] : [other, one]
    const pair = { a: ids[few] as string, b: ids[many] as string }
    asked.set(keyOf(pair.a, pair.b), pair)
  }
  const rows = new Map<string, EdgeRow>()
  for (const row of await readPairs(database, { pairs: [...asked.values()] })) {
    const key = keyOf(row.source, row.target)
    const present = rows.get(key)
    if (!present || saysMore(row, present)) rows.set(key, row)
  }
  const evidence = new Map([...rows].map(([key, { edge }]) => [key, edge.receipts.slice(0, 2 * LINES).map(toEvidence)]))
  // One by one they would take ten times as long.
  const take = takeInOrder(await toReceipts(database, [...evidence.values()].flat()))
  const hops = new Map(
    [...rows].map(([key, row]): [string, Hop] => {
      const own = evidence.get(key) ?? []
      const receipts = toMeetings(own, take(own))
      return [key, { edge: toSummary(row), receipts: bestLines(receipts.slice(0, meetings)) }]
    }),
  )
  return (a, b) => hops.get(keyOf(a, b))
}

/** A relation says more than a co-mention; else the heavier edge does. */
function saysMore(one: EdgeRow, other: EdgeRow): boolean {
  const isSaid = ({ type }: EdgeRow) => Number(type !== 'CO_MENTION')
  return (isSaid(one) - isSaid(other) || one.edge.weight - other.edge.weight) > 0
}

/**
 * The receipts of much evidence, asked for at once → those of each part of it, the parts taken in the same order. A
 * passage that another build took away meanwhile has none.
 */
export function takeInOrder(receipts: readonly Receipt[]): (evidence: readonly { passage: string }[]) => Receipt[] {
  let at = 0
  return (evidence) =>
    evidence.flatMap(({ passage }) => {
      const receipt = receipts[at]
      if (receipt?.passage !== passage) return []
      at++
      return [receipt]
    })
}

/** The closest meetings come first; of a meeting in a thread both lines are told, or none. */
function bestLines(meetings: readonly Meeting[]): Receipt[] {
  const lines: Receipt[] = []
  for (const { receipts } of meetings) {
    if (lines.length + receipts.length > LINES) break
    lines.push(...receipts)
  }
  return lines
}

function keyOf(a: string, b: string): string {
  return a < b ? `${a}\n${b}` : `${b}\n${a}`
}
