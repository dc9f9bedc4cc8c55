/**
 * Finds → entities.
 *
 * Names that fold alike are one entity; the lexicon and the links have joined the rest already. An entity's id comes
 * from its name, never from a database: the same notes give the same ids. Prototype names (`constructor`) are keys of a
 * Map like any other.
 */

import type { Find, Named } from './finds.ts'
import { fold, slug } from './fold.ts'
import { type Ledger, NO_LEDGER } from './ledger.ts'
import type { Lexicon } from './lexicon.ts'
import { type Entity, KINDS, type Kind, type Mention, type PaperFacts, type Passage } from './types.ts'

/** A passage with what was found in it. */
export interface ReadPassage extends Passage {
  finds: Find[]
}

export interface Entities {
  entities: Entity[]
  mentions: Mention[]
  /** The id of the entity that a name names, for the names of these passages; null for one that people ignore. */
  idOf: (named: Named) => string | null
}

/** Entities by id; mentions by passage, start, end and entity. */
export function toEntities(passages: readonly ReadPassage[], lexicon: Lexicon, ledger: Ledger = NO_LEDGER): Entities {
  const found = createIds(passages)
  const idOf = (named: Named) => ledger.idOf(found(named))
  const gathered = new Map<string, Gathered>()
  const mentions: Mention[] = []
  for (const passage of passages) {
    for (const { start, end, rule, named, inTitle } of passage.finds) {
      const entity = idOf(named)
      if (entity === null) continue
      const surface = passage.text.slice(start, end)
      mentions.push({ passage: passage.id, start, end, surface, entity, rule: inTitle ? `${rule}:in-title` : rule })
      gather(gathered, entity, named, surface, passage)
    }
  }
  const entities = [...gathered.entries()]
    .map(([id, one]) => toEntity(id, one, lexicon, ledger))
    .sort((a, b) => order(a.id, b.id))
  mentions.sort(
    (a, b) => order(a.passage, b.passage) || a.start - b.start || a.end - b.end || order(a.entity, b.entity),
  )
  return { entities, mentions, idOf }
}

/** Plain code-unit order, the same in every locale. */
export function order(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}

/**
 * Names without an id are grouped by their folded form; a group is of the kind, and has the name, that most finds give
 * it. A title is the paper whose link or page bears the same title.
 */
function createIds(passages: readonly ReadPassage[]): (named: Named) => string {
  const titles = new Map<string, string>()
  const groups = new Map<string, { kinds: Map<Kind, number>; names: Map<string, number> }>()
  for (const { finds } of passages) {
    for (const { named } of finds) {
      if (named.id) {
        if (named.kind === 'Paper' && named.facts?.title) keepSmaller(titles, fold(named.facts.title), named.id)
        continue
      }
      const key = fold(named.name)
      const group = groups.get(key) ?? { kinds: new Map<Kind, number>(), names: new Map<string, number>() }
      groups.set(key, group)
      count(group.kinds, named.kind)
      count(group.names, named.name)
    }
  }
  const ids = new Map<string, string>()
  for (const [key, { kinds, names }] of groups) {
    const kind = most(kinds, (a, b) => KINDS.indexOf(a) - KINDS.indexOf(b))
    ids.set(key, titles.get(key) ?? `${kind.toLowerCase()}/${slug(most(names, order)) || key}`)
  }
  return (named) => named.id ?? (ids.get(fold(named.name)) as string)
}

interface Gathered {
  kind: Kind
  names: Map<string, number>
  surfaces: Set<string>
  facts: PaperFacts
  documents: Set<string>
  mentions: number
  firstSeen: string | null
  lastSeen: string | null
}

function gather(all: Map<string, Gathered>, id: string, named: Named, surface: string, passage: Passage): void {
  const one = all.get(id) ?? {
    kind: KINDS.find((kind) => id.startsWith(`${kind.toLowerCase()}/`)) ?? named.kind,
    names: new Map<string, number>(),
    surfaces: new Set<string>(),
    facts: {},
    documents: new Set<string>(),
    mentions: 0,
    firstSeen: null,
    lastSeen: null,
  }
  all.set(id, one)
  one.mentions++
  count(one.names, named.name)
  if (!/[/\n]|^\W/.test(surface) && surface.length <= 80) one.surfaces.add(surface)
  one.facts = mergeFacts(one.facts, named.facts)
  for (const { document, date } of passage.places) {
    one.documents.add(document)
    one.firstSeen = earlier(one.firstSeen, date)
    one.lastSeen = later(one.lastSeen, date)
  }
}

function toEntity(id: string, one: Gathered, lexicon: Lexicon, ledger: Ledger): Entity {
  const entry = lexicon.byId.get(id)
  const name = ledger.nameOf(id) ?? entry?.name ?? one.facts.title ?? most(one.names, order)
  const aliases = new Set([...(entry?.spellings ?? []), ...one.surfaces])
  aliases.delete(name)
  return {
    id,
    name,
    kind: one.kind,
    aliases: [...aliases].sort(order),
    mentions: one.mentions,
    documents: one.documents.size,
    firstSeen: one.firstSeen,
    lastSeen: one.lastSeen,
    ...one.facts,
    ...entry?.facts,
  }
}

/** Facts from a page outweigh those of a link's text; between equals the smaller one wins, whatever came first. */
function mergeFacts(a: PaperFacts, b: PaperFacts | undefined): PaperFacts {
  if (!b || a === b) return a
  const [first, second] = order(factsKey(a), factsKey(b)) <= 0 ? [a, b] : [b, a]
  return { ...second, ...first }
}

function factsKey(facts: PaperFacts): string {
  return `${facts.authors ? 0 : 1}${facts.title ? 0 : 1}${JSON.stringify(facts)}`
}

export function earlier(a: string | null, b: string | null): string | null {
  return a === null ? b : b === null || a < b ? a : b
}

export function later(a: string | null, b: string | null): string | null {
  return a === null ? b : b === null || a > b ? a : b
}

function keepSmaller(map: Map<string, string>, key: string, value: string): void {
  const present = map.get(key)
  if (present === undefined || value < present) map.set(key, value)
}

function count<T>(counts: Map<T, number>, key: T): void {
  counts.set(key, (counts.get(key) ?? 0) + 1)
}

function most<T>(counts: Map<T, number>, compare: (a: T, b: T) => number): T {
  const [first] = [...counts].sort((a, b) => b[1] - a[1] || compare(a[0], b[0]))
  if (!first) throw new Error('most() of nothing')
  return first[0]
}
