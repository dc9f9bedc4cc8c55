/**
 * The pairs worth reading: much company in common, nothing that joins them, and more behind it than one page.
 *
 * What is left out: persons and papers as ends (they meet by chance and by the page); names named less than three times;
 * two names of one thing (gaps-names.ts); what is joined by an edge of any type, or stands in one passage that was too
 * crowded to join anyone; pairs whose company comes from one paper's page, which tells of the page.
 */
import type { Kind } from '../../ingest/types.ts'
import type { Adjacency } from '../ask/adjacency.ts'
import type { NamedEntity, Names } from '../ask/names.ts'
import { type Namings, namingsOf } from '../ask/namings.ts'
import type { Company } from './gaps-company.ts'
import { areNearlyOne } from './gaps-names.ts'
import { bestGaps, type Gap, gapsOf, sharedBy } from './gaps-score.ts'

/** Pairs found at most. */
export const MOST_PAIRS = 200
/** Tried for these, because many are left out. */
const TRIED = 2_000
/** Of one name among the pairs of the whole graph: a list of one name's gaps is asked for by that name. */
const MOST_OF_ONE = 3
const FEWEST_MENTIONS = 3
/** A pair's company may come from one page by this share at most. */
const MOST_OF_PAGE = 0.5

export interface Field {
  company: Company
  /** Of each place. */
  entities: readonly NamedEntity[]
  /** Of each place: the one page of a paper that alone names it, as a document's place; else -1. */
  homes: Int32Array
}

/** @param isPage whether a document is the page of a paper, by id */
export function toField(
  { ids }: Adjacency,
  company: Company,
  names: Names,
  namings: Namings,
  isPage: (document: string) => boolean,
): Field {
  const pages = Uint8Array.from(namings.documents, ({ id }) => Number(isPage(id)))
  const homes = Int32Array.from(ids, (id) => {
    const { documents } = namingsOf(namings, id)
    const [only = -1] = documents
    return documents.length === 1 && pages[only] ? only : -1
  })
  return { company, homes, entities: ids.map((id) => names.require(id)) }
}

export type Passages = (ids: readonly string[]) => Promise<ReadonlyMap<string, ReadonlySet<string>>>

/**
 * @param kinds of both ends; of the other end where `place` is given
 * @param place only pairs of this one, which then comes first in each
 * @param passages of each of some entities: those that name it
 */
export async function choosePairs(
  field: Field,
  passages: Passages,
  kinds: readonly Kind[],
  place?: number,
): Promise<Gap[]> {
  const { company, entities } = field
  const ends = Uint8Array.from(entities, ({ kind, mentions }) =>
    Number(kinds.includes(kind) && mentions >= FEWEST_MENTIONS),
  )
  const all = place === undefined ? bestGaps(company, ends, TRIED) : gapsOf(company, place, ends)
  const most = place === undefined ? MOST_OF_ONE : MOST_PAIRS
  const telling = limitEach(
    all.filter((gap) => isTelling(field, gap)),
    most,
  )
  // Some of them share a passage; so many never do.
  const likely = telling.slice(0, 2 * MOST_PAIRS)
  const named = await passages([
    ...new Set(likely.flatMap(({ a, b }) => [company.ids[a] as string, company.ids[b] as string])),
  ])
  const apart = likely.filter(({ a, b }) => {
    const theirs = named.get(company.ids[b] as string)
    return ![...(named.get(company.ids[a] as string) ?? [])].some((passage) => theirs?.has(passage))
  })
  return apart.slice(0, MOST_PAIRS)
}

function isTelling({ company, entities, homes }: Field, gap: Gap): boolean {
  const { a, b, score } = gap
  if (areNearlyOne(entities[a] as NamedEntity, entities[b] as NamedEntity)) return false
  const ofPages = new Map<number, number>()
  for (const { place, share } of sharedBy(company, gap)) {
    const home = homes[place] as number
    if (home >= 0) ofPages.set(home, (ofPages.get(home) ?? 0) + share)
  }
  return Math.max(0, ...ofPages.values()) <= MOST_OF_PAGE * score
}

/** In order, each end at most so often. */
function limitEach(gaps: readonly Gap[], most: number): Gap[] {
  const times = new Map<number, number>()
  return gaps.filter(({ a, b }) => {
    if (Math.max(times.get(a) ?? 0, times.get(b) ?? 0) >= most) return false
    for (const end of [a, b]) times.set(end, (times.get(end) ?? 0) + 1)
    return true
  })
}
