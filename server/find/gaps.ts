/**
 * What the notes leave open: pairs of names with much company in common that nothing joins, papers that nobody says a
 * word about, and papers that speak of two such names, in no line together.
 *
 * What takes the whole graph is made once for it: the company of all (gaps-company.ts), the pairs of the usual kinds, the
 * papers that nobody discusses. The same graph gives the same answer, whichever store it comes from.
 */
import { order } from '../../ingest/entities.ts'
import { KINDS, type Kind } from '../../ingest/types.ts'
import type { Gaps as Answer, PapersBetween } from '../api/gaps.ts'
import { type Adjacency, slotBetween } from '../ask/adjacency.ts'
import type { NamedEntity, Names } from '../ask/names.ts'
import type { Tables } from '../ask/picture.ts'
import { KithError } from '../errors.ts'
import type { Database } from '../store/database.ts'
import { load } from '../store/queries.ts'
import { toCompany } from './gaps-company.ts'
import { type ToldBetween, tellBetween, tellPairs, tellUndiscussed, toNamed } from './gaps-lines.ts'
import { choosePairs, type Field, type Passages, toField } from './gaps-pairs.ts'
import { type PaperIndex, papersBetween, toPaperIndex } from './gaps-papers.ts'
import type { Gap } from './gaps-score.ts'
import { findUndiscussed, type Undiscussed } from './gaps-undiscussed.ts'
import type { Library } from './library.ts'

export interface GapsOptions {
  /** Of both names of a pair; of the other one where a concept is given. Default: all but Person and Paper. */
  kinds?: readonly Kind[] | undefined
  /** Of each list. */
  limit: number
  /** Only gaps around it: an id, a name or any alias. */
  concept?: string | undefined
}

export interface Gaps {
  /** @throws KithError `not_found` where nothing is called like the concept */
  ask(options: GapsOptions): Promise<Answer>
  /** @throws KithError `not_found` where nothing is called so, `invalid` where both are the same */
  between(a: string, b: string, limit: number): Promise<PapersBetween>
}

export const USUAL_KINDS: readonly Kind[] = KINDS.filter((kind) => kind !== 'Person' && kind !== 'Paper')

interface Ground {
  database: Database
  names: Names
  adjacency: Adjacency
  field: Field
  papers: PaperIndex
  passages: Passages
  undiscussed: readonly Undiscussed[]
}

export async function readGaps(
  database: Database,
  names: Names,
  { adjacency, namings }: Tables,
  library: Library,
): Promise<Gaps> {
  const pages = new Set(library.flatMap((paper) => paper.pages))
  const company = toCompany(adjacency, (id) => names.find(id)?.kind === 'Person')
  const field = toField(adjacency, company, names, namings, (document) => pages.has(document))
  const undiscussed = (await findUndiscussed(database, library)).sort(latestFirst)
  const passages: Passages = (ids) => passagesNaming(database, ids)
  const ground = { database, names, adjacency, field, papers: toPaperIndex(library), passages, undiscussed }
  const usual = await choosePairs(field, passages, USUAL_KINDS)
  return {
    ask: (options) => ask(ground, usual, options),
    between: (a, b, limit) => askBetween(ground, names.require(a), names.require(b), limit),
  }
}

/** Those without a date last. */
function latestFirst({ paper: a }: Undiscussed, { paper: b }: Undiscussed): number {
  return order(b.date ?? '', a.date ?? '') || order(a.entity.id, b.entity.id)
}

async function ask(ground: Ground, usual: readonly Gap[], { kinds, limit, concept }: GapsOptions): Promise<Answer> {
  const { database, names, adjacency, field, passages } = ground
  const entity = concept === undefined ? null : names.require(concept)
  const place = entity ? adjacency.places.get(entity.id) : undefined
  const isUsual = kinds === undefined && place === undefined
  const pairs = isUsual ? usual : await choosePairs(field, passages, kinds ?? USUAL_KINDS, place)
  const told = pairs.slice(0, limit)
  const ends = told.map(({ a, b }) => [field.entities[a], field.entities[b]] as Ends)
  const between = await findBetween(ground, ends)
  const papers = between.map((own) => own.length)
  const open = undiscussedAround(ground, entity)
  return {
    concept: entity && toNamed(entity),
    pairs: { items: await tellPairs(database, adjacency, field, told, papers), total: pairs.length },
    undiscussed: { items: await tellUndiscussed(database, open.slice(0, limit)), total: open.length },
    between: {
      items: await tellBetween(
        database,
        between.flatMap((own) => own.slice(0, 1)),
      ),
      total: papers.reduce((sum, count) => sum + count, 0),
    },
  }
}

async function askBetween(ground: Ground, a: NamedEntity, b: NamedEntity, limit: number): Promise<PapersBetween> {
  if (a.id === b.id) throw new KithError('invalid', `Both are "${a.id}": papers lie between two different names.`)
  const [found = []] = await findBetween(ground, [[a, b]])
  const items = await tellBetween(ground.database, found.slice(0, limit))
  return { a: toNamed(a), b: toNamed(b), items, total: found.length }
}

type Ends = ToldBetween['ends']

/** The papers between each of some pairs, those that speak most of both first. */
async function findBetween({ papers, passages }: Ground, pairs: readonly Ends[]): Promise<ToldBetween[][]> {
  const all = await passages([...new Set(pairs.flatMap((ends) => ends.map(({ id }) => id)))])
  const of = ({ id }: NamedEntity) => all.get(id) ?? new Set<string>()
  return pairs.map((ends) => {
    const named: ToldBetween['named'] = [of(ends[0]), of(ends[1])]
    return papersBetween(papers, ...named).map((between) => ({ between, ends, named }))
  })
}

/** Those that an entity stands beside, in the line or in its thread, the strongest first; without one all, the latest first. */
function undiscussedAround({ undiscussed, adjacency }: Ground, entity: NamedEntity | null): readonly Undiscussed[] {
  const place = entity ? adjacency.places.get(entity.id) : undefined
  if (place === undefined) return entity ? [] : undiscussed
  const strengthOf = ({ paper }: Undiscussed) => {
    const other = adjacency.places.get(paper.entity.id)
    const slot = other === undefined ? -1 : slotBetween(adjacency, place, other)
    return slot < 0 ? 0 : (adjacency.strengths[slot] as number)
  }
  const around = undiscussed.filter((one) => one.paper.entity.id === entity?.id || strengthOf(one) > 0)
  return around.sort((one, other) => strengthOf(other) - strengthOf(one))
}

async function passagesNaming(database: Database, ids: readonly string[]): Promise<Map<string, Set<string>>> {
  const rows = await load<{ ids: string[] }, { id: string; passages: string[] }>('passages-naming-each')(
    database,
    { ids: [...ids] },
    LONG,
  )
  return new Map(rows.map(({ id, passages }) => [id, new Set(passages)]))
}

const LONG = { timeout: 60_000 } as const
