/** Pairs and papers → what is told of them, with their lines; all lines of one answer are asked for at once. */
import type { GapPair, PaperBetween, SharedName, UndiscussedPaper } from '../api/gaps.ts'
import type { Adjacency } from '../ask/adjacency.ts'
import { readHops, takeInOrder } from '../ask/hops.ts'
import type { NamedEntity } from '../ask/names.ts'
import { toReceipts } from '../ask/receipts.ts'
import type { Database } from '../store/database.ts'
import { areNearlyOne } from './gaps-names.ts'
import type { Field } from './gaps-pairs.ts'
import { type Between, firstOf, quoteNamings, toGapPaper } from './gaps-papers.ts'
import { type Gap, sharedBy } from './gaps-score.ts'
import type { Undiscussed } from './gaps-undiscussed.ts'

/** Shared names that are told with their lines. */
const MOST_COMPANY = 4
/** Characters of a line that are quoted. */
const LONGEST_LINE = 300

/** @param papers how many papers speak of both, for each gap. @returns in the order of the gaps */
export async function tellPairs(
  database: Database,
  adjacency: Adjacency,
  { company, entities }: Field,
  gaps: readonly Gap[],
  papers: readonly number[],
): Promise<GapPair[]> {
  const entityAt = (place: number) => entities[place] as NamedEntity
  // That GPUs stand beside LLaMA-7B says that they stand beside LLaMA, and nothing in between.
  const isNone = (place: number, { a, b }: Gap) => [a, b].some((end) => areNearlyOne(entityAt(place), entityAt(end)))
  const told = gaps.map((gap) => {
    const names = sharedBy(company, gap).filter(({ place }) => !isNone(place, gap))
    return { gap, names: names.slice(0, MOST_COMPANY) }
  })
  const pairs = told.flatMap(({ gap: { a, b }, names }) =>
    names.flatMap(({ place }): [number, number][] => [
      [a, place],
      [b, place],
    ]),
  )
  const hops = await readHops(database, adjacency, pairs, 1)
  const linesOf = (one: number, other: number) => hops(entityAt(one).id, entityAt(other).id)?.receipts ?? []
  return told.map(({ gap: { a, b, score, shared }, names }, at) => ({
    a: toEnd(entityAt(a)),
    b: toEnd(entityAt(b)),
    score: round(score),
    shared,
    company: names.map(
      ({ place, share }): SharedName => ({
        ...toNamed(entityAt(place)),
        share: round(share),
        a: linesOf(a, place),
        b: linesOf(b, place),
      }),
    ),
    papers: papers[at] ?? 0,
  }))
}

/** A paper between two names, and the passages that name each of them anywhere. */
export interface ToldBetween {
  between: Between
  ends: readonly [NamedEntity, NamedEntity]
  named: readonly [ReadonlySet<string>, ReadonlySet<string>]
}

/** In the order given. */
export async function tellBetween(database: Database, told: readonly ToldBetween[]): Promise<PaperBetween[]> {
  const wanted = told.map(({ between: { paper }, ends, named }) =>
    ends.flatMap(({ id }, at) => {
      const passage = firstOf(paper, named[at] ?? new Set())
      return passage ? [{ passage, entity: id }] : []
    }),
  )
  const evidence = await quoteNamings(database, wanted.flat())
  const take = takeInOrder(await toReceipts(database, evidence))
  return told.map(({ between: { paper, a, b }, ends: [one, other] }, at) => ({
    ...toGapPaper(paper),
    a: toNamed(one),
    b: toNamed(other),
    passages: { a, b },
    receipts: take((wanted[at] ?? []).map(({ passage }) => ({ passage: passage.id }))),
  }))
}

/** In the order given. */
export async function tellUndiscussed(database: Database, told: readonly Undiscussed[]): Promise<UndiscussedPaper[]> {
  const evidence = told.map(({ passage: { id, text } }) => {
    const start = text.length - text.trimStart().length
    return { passage: id, start, end: Math.min(text.trimEnd().length, start + LONGEST_LINE) }
  })
  const take = takeInOrder(await toReceipts(database, evidence))
  return told.flatMap(({ paper, passage, words }) =>
    take([{ passage: passage.id }]).map((receipt) => ({ ...toGapPaper(paper), words, receipt })),
  )
}

export const toNamed = ({ id, name, kind }: Pick<NamedEntity, 'id' | 'name' | 'kind'>) => ({ id, name, kind })
const toEnd = (entity: NamedEntity) => ({ ...toNamed(entity), mentions: entity.mentions })

const round = (score: number): number => Math.round(score * 1e6) / 1e6
