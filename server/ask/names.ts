/**
 * The index of names: every spelling of every entity, Chinese and English, for search as one types.
 *
 * A hit is exact, then a beginning, then a part, then a sound (pinyin), then a near miss; between equals the entity that
 * is named more often wins.
 */
import { order } from '../../ingest/entities.ts'
import { fold } from '../../ingest/fold.ts'
import type { Kind } from '../../ingest/types.ts'
import type { Hits, How } from '../api.ts'
import { KithError } from '../errors.ts'
import type { Database, Params } from '../store/database.ts'
import { load } from '../store/queries.ts'
import { createMatcher, howOf, type Spelling, toSpelling } from './matches.ts'
import type { Readings } from './pinyin.ts'

export interface SearchOptions {
  /** Only these; default all. */
  kinds?: readonly Kind[] | undefined
  /** At most this many are told; all are counted. */
  limit: number
}

export interface Names {
  search(query: string, options: SearchOptions): Hits
  /** The same in two steps: what is found once can be told in several ways. */
  match(query: string): (options: SearchOptions) => Hits
  /** The entity an id, a name, an alias or an arXiv number stands for. */
  find(text: string): NamedEntity | undefined
  /** @throws KithError `not_found`, with what comes nearest */
  require(text: string): NamedEntity
}

export interface NamedEntity {
  id: string
  name: string
  kind: Kind
  aliases: string[]
  mentions: number
}

export async function readNames(database: Database): Promise<Names> {
  const rows = await load<Params, NamedEntity>('names')(database, {})
  const { readingsOf } = await import('./readings.ts')
  return createNames(
    rows.sort((a, b) => b.mentions - a.mentions || order(a.id, b.id)),
    readingsOf,
  )
}

/** What is typed beyond this is not looked at. */
export const LONGEST_QUERY = 200

/** How many ids a hint names. */
const NEAR = 3

/**
 * @param entities the most named first
 * @param readings how a Chinese character may be typed
 */
export function createNames(entities: readonly NamedEntity[], readings: Readings): Names {
  const spellings = entities.flatMap((entity) => [entity.name, ...(entity.aliases ?? [])].map(toSpelling(entity)))
  const byFolded = new Map<string, NamedEntity>()
  // What is called so comes before what is also called so, however often that is named.
  for (const own of [true, false])
    for (const spelling of spellings)
      if (isOwn(spelling) === own && spelling.folded && !byFolded.has(spelling.folded))
        byFolded.set(spelling.folded, spelling.entity)
  const byId = new Map(entities.map((entity) => [entity.id, entity]))
  const match = createSearch(entities, spellings, createMatcher(spellings, readings))
  const find = (text: string) => byId.get(text) ?? byFolded.get(fold(text)) ?? byId.get(arxivId(text))
  const search: Names['search'] = (query, options) => match(query)(options)
  return {
    find,
    search,
    match,
    require(text) {
      const found = find(text)
      if (found) return found
      const near = search(text.replace(/^\w+\//, ''), { limit: NEAR }).items.map(({ id }) => id)
      const hint = near.length ? ` Near it: ${near.join(', ')}.` : ' Try "kith search" with a part of its name.'
      throw new KithError('not_found', `No entity is called "${text.slice(0, 80)}".${hint}`)
    },
  }
}

const NONE = 0xff
/** What is called so comes just before what is also called so. */
const STEPS = 2

/**
 * The best match of each entity, the best of all first; of equal spellings the name, then the first alias.
 *
 * Entities and spellings stand in the order of mentions, so what is equally sure need not be sorted: it is told as it
 * stands.
 */
function createSearch(
  entities: readonly NamedEntity[],
  spellings: readonly Spelling[],
  matches: ReturnType<typeof createMatcher>,
): Names['match'] {
  const placeOf = new Map(entities.map((entity, place) => [entity, place]))
  const entityOf = Uint32Array.from(spellings, ({ entity }) => placeOf.get(entity) as number)
  return (query) => {
    const best = new Uint8Array(entities.length).fill(NONE)
    const spellingOf = new Uint32Array(entities.length)
    matches(query.slice(0, LONGEST_QUERY), (at, rank) => {
      const place = entityOf[at] as number
      const isCalledSo = rank === 0 && isOwn(spellings[at] as Spelling)
      const step = rank * STEPS + Number(!isCalledSo)
      const known = best[place] as number
      if (step > known || (step === known && at >= (spellingOf[place] as number))) return
      best[place] = step
      spellingOf[place] = at
    })
    const found: number[] = []
    for (let place = 0; place < best.length; place++) if (best[place] !== NONE) found.push(place)
    return ({ kinds, limit }) => {
      const bySurety: number[][] = []
      let total = 0
      for (const place of found) {
        const step = best[place] as number
        if (kinds && !kinds.includes((entities[place] as NamedEntity).kind)) continue
        total++
        const equals = (bySurety[step] ??= [])
        if (equals.length < limit) equals.push(place)
      }
      const items = bySurety.flat().slice(0, limit)
      return {
        items: items.map((place) => {
          const rank = Math.floor((best[place] as number) / STEPS)
          return toHit(spellings[spellingOf[place] as number] as Spelling, howOf(rank))
        }),
        total,
      }
    }
  }
}

const isOwn = ({ text, entity }: Spelling): boolean => text === entity.name

function toHit({ text, entity }: Spelling, how: How): Hits['items'][number] {
  return { id: entity.id, name: entity.name, kind: entity.kind, alias: text, mentions: entity.mentions, how }
}

/** arXiv:2312.00752v2 and 2312.00752 are a paper, too. */
function arxivId(text: string): string {
  const [, number] = /^(?:arxiv:\s*)?(\d{4}\.\d{4,5})(?:v\d+)?$/i.exec(text.trim()) ?? []
  return number === undefined ? '' : `paper/arxiv-${number}`
}
