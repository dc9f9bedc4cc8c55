/**
 * The index of names: every spelling of every entity, Chinese and English, for search as one types.
 *
 * A hit is exact, then a beginning, then a part, then a sound (pinyin), then a near miss; between equals the entity that
 * is named more often wins.
 */
import { order } from '../../ingest/entities.ts'
import { fold } from '../../ingest/fold.ts'
import type { Kind } from '../../ingest/types.ts'
import type { Hits } from '../api.ts'
import { KithError } from '../errors.ts'
import type { Database, Params } from '../store/database.ts'
import { load } from '../store/queries.ts'
import { createMatcher, type Match, type Spelling, toSpelling } from './matches.ts'
import type { Readings } from './pinyin.ts'

export interface Names {
  search(query: string, options: { kinds?: readonly Kind[] | undefined; limit: number }): Hits
  /** The entity an id, a name or an alias stands for. */
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
  const matches = createMatcher(spellings, readings)
  const find = (text: string) => byId.get(text) ?? byFolded.get(fold(text))
  const search: Names['search'] = (query, { kinds, limit }) => {
    const found = matches(query).filter(({ at }) => !kinds || kinds.includes((spellings[at] as Spelling).entity.kind))
    const best = onePerEntity(found, spellings)
    return { items: best.slice(0, limit).map((match) => toHit(match, spellings)), total: best.length }
  }
  return {
    find,
    search,
    require(text) {
      const found = find(text)
      if (found) return found
      const near = search(text.replace(/^\w+\//, ''), { limit: NEAR }).items.map(({ id }) => id)
      const hint = near.length ? ` Near it: ${near.join(', ')}.` : ' Try "kith search" with a part of its name.'
      throw new KithError('not_found', `No entity is called "${text.slice(0, 80)}".${hint}`)
    },
  }
}

/** The best match of each entity, the best of all first; of equal spellings the name, then the first alias. */
function onePerEntity(found: readonly Match[], spellings: readonly Spelling[]): Match[] {
  const entityOf = ({ at }: Match) => (spellings[at] as Spelling).entity
  const best = new Map<string, Match>()
  for (const match of found) {
    const { id } = entityOf(match)
    const present = best.get(id)
    if (!present || match.rank < present.rank || (match.rank === present.rank && match.at < present.at))
      best.set(id, match)
  }
  const isCalledSo = ({ at, how }: Match) => how === 'exact' && isOwn(spellings[at] as Spelling)
  return [...best.values()].sort((a, b) => {
    const [first, second] = [entityOf(a), entityOf(b)]
    return (
      a.rank - b.rank ||
      Number(isCalledSo(b)) - Number(isCalledSo(a)) ||
      second.mentions - first.mentions ||
      order(first.id, second.id)
    )
  })
}

const isOwn = ({ text, entity }: Spelling): boolean => text === entity.name

function toHit({ at, how }: Match, spellings: readonly Spelling[]): Hits['items'][number] {
  const { text, entity } = spellings[at] as Spelling
  return { id: entity.id, name: entity.name, kind: entity.kind, alias: text, mentions: entity.mentions, how }
}
