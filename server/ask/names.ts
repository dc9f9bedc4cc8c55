/**
 * The index of names: every spelling of every entity, Chinese and English, for search as one types.
 *
 * A hit is exact, then a beginning, then a part or a near miss; between equals the entity that is named more often
 * wins. MiniSearch finds, with Latin words and single and paired Han characters as terms.
 */
import MiniSearch from 'minisearch'
import { order } from '../../ingest/entities.ts'
import { fold } from '../../ingest/fold.ts'
import type { Kind } from '../../ingest/types.ts'
import type { Hit, Hits } from '../api.ts'
import { KithError } from '../errors.ts'
import type { Database, Params } from '../store/database.ts'
import { load } from '../store/queries.ts'

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

interface Spelling {
  at: number
  text: string
  folded: string
  entity: NamedEntity
}

export async function readNames(database: Database): Promise<Names> {
  const rows = await load<Params, NamedEntity>('names')(database, {})
  return createNames(rows.sort((a, b) => b.mentions - a.mentions || order(a.id, b.id)))
}

/** How many ids a hint names. */
const NEAR = 3

/** @param entities the most named first */
export function createNames(entities: readonly NamedEntity[]): Names {
  const spellings = entities
    .flatMap((entity) => [entity.name, ...(entity.aliases ?? [])].map((text) => ({ text, folded: fold(text), entity })))
    .map((spelling, at): Spelling => ({ ...spelling, at }))
  const index = new MiniSearch<Spelling>({
    idField: 'at',
    fields: ['text'],
    tokenize: terms,
    processTerm: (term) => term,
    searchOptions: {
      prefix: true,
      fuzzy: (term) => (term.length > 3 && /[a-z]/.test(term) ? 0.2 : 0),
      combineWith: 'AND',
    },
  })
  index.addAll(spellings)
  const byFolded = new Map<string, NamedEntity>()
  for (const { folded, entity } of spellings) if (folded && !byFolded.has(folded)) byFolded.set(folded, entity)
  const byId = new Map(entities.map((entity) => [entity.id, entity]))
  const find = (text: string) => byId.get(text) ?? byFolded.get(fold(text))
  const search: Names['search'] = (query, { kinds, limit }) => {
    const ranked = rank(query, candidates(query, spellings, index)).filter(({ kind }) => !kinds || kinds.includes(kind))
    return { items: ranked.slice(0, limit), total: ranked.length }
  }
  const nearest = (text: string): string[] => {
    const hits = search(text, { limit: NEAR }).items.map(({ id }) => id)
    if (hits.length) return hits
    // rwvk is two letters from rwkv: too far for a search as one types, near enough for a hint.
    const loose = index.search(text.slice(0, 80), { fuzzy: 0.4, combineWith: 'OR' })
    return [...new Set(loose.map(({ id }) => (spellings[id as number] as Spelling).entity.id))].slice(0, NEAR)
  }
  return {
    find,
    search,
    require(text) {
      const found = find(text)
      if (found) return found
      const near = nearest(text.replace(/^\w+\//, ''))
      const hint = near.length ? ` Near it: ${near.join(', ')}.` : ' Try "kith search" with a part of its name.'
      throw new KithError('not_found', `No entity is called "${text.slice(0, 80)}".${hint}`)
    },
  }
}

/** Latin words, the whole text folded, and Han characters alone and in pairs. */
export function terms(text: string): string[] {
  const lower = text.normalize('NFKC').toLowerCase()
  const words = lower.match(/[a-z0-9][a-z0-9.+]*/g) ?? []
  const han = (lower.match(/[\u3400-\u4dbf\u4e00-\u9fff]+/g) ?? []).flatMap((run) => [
    ...run,
    ...Array.from({ length: Math.max(0, run.length - 1) }, (_, at) => run.slice(at, at + 2)),
  ])
  return [...new Set([...words, fold(text), ...han])].filter(Boolean)
}

function candidates(query: string, spellings: readonly Spelling[], index: MiniSearch<Spelling>): Spelling[] {
  const wanted = fold(query)
  if (!wanted) return []
  // The words in any order: the whole folded into one is asked for only where it is the one word there is.
  const all = terms(query)
  const parts = all.length > 1 ? all.filter((term) => term !== wanted) : all
  const found = index
    .search(parts.length ? { combineWith: 'AND', queries: parts } : query)
    .map(({ id }) => spellings[id as number] as Spelling)
  const seen = new Set(found)
  for (const spelling of spellings) if (!seen.has(spelling) && spelling.folded.includes(wanted)) found.push(spelling)
  return found
}

/** One hit for each entity: its best spelling. */
function rank(query: string, found: readonly Spelling[]): Hit[] {
  const wanted = fold(query)
  const best = new Map<string, { hit: Hit; grade: number; at: number }>()
  for (const { text, folded, entity, at } of found) {
    const grade = folded === wanted ? 3 : folded.startsWith(wanted) ? 2 : folded.includes(wanted) ? 1 : 0
    const present = best.get(entity.id)
    if (present && (present.grade > grade || (present.grade === grade && present.at < at))) continue
    best.set(entity.id, {
      grade,
      at,
      hit: { id: entity.id, name: entity.name, kind: entity.kind, alias: text, mentions: entity.mentions },
    })
  }
  return [...best.values()]
    .sort((a, b) => b.grade - a.grade || b.hit.mentions - a.hit.mentions || order(a.hit.id, b.hit.id))
    .map(({ hit }) => hit)
}
