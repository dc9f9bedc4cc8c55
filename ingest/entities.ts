/**
 * Finds → entities.
 *
 * `identity/` says which names are one, and the ledger has the last word. An entity's id comes from its name, never from
 * a database: the same notes give the same ids. Prototype names (`constructor`) are keys of a Map like any other.
 */

import type { Find, Named } from './finds.ts'
import { count, most, order } from './identity/count.ts'
import { toIdentity } from './identity/identity.ts'
import { type Ledger, NO_LEDGER, type Standing } from './ledger.ts'
import type { Lexicon } from './lexicon.ts'
import { type Entity, KINDS, type Kind, type Mention, type PaperFacts, type Passage } from './types.ts'

/** A passage with what was found in it. */
export interface ReadPassage extends Passage {
  finds: Find[]
}

export interface Entities {
  entities: Entity[]
  mentions: Mention[]
  /**
   * The id of the entity that a name names, for the names of these passages; null for one that people ignore. Where it
   * stands matters to what a document defines and to what was split by spelling.
   */
  idOf: (named: Named, standing?: Standing) => string | null
}

export { order }

/** Entities by id; mentions by passage, start, end and entity. */
export function toEntities(passages: readonly ReadPassage[], lexicon: Lexicon, ledger: Ledger = NO_LEDGER): Entities {
  const identity = toIdentity(passages, lexicon)
  const idOf = (named: Named, standing?: Standing) => ledger.idOf(identity.idOf(named, standing?.documents), standing)
  const gathered = new Map<string, Gathered>()
  const mentions: Mention[] = []
  for (const passage of passages) {
    const documents = passage.places.map(({ document }) => document)
    for (const { start, end, rule, named, inTitle } of passage.finds) {
      const surface = passage.text.slice(start, end)
      const found = identity.idOf(named, documents)
      const entity = ledger.idOf(found, { surface, documents })
      if (entity === null) continue
      mentions.push({ passage: passage.id, start, end, surface, entity, rule: inTitle ? `${rule}:in-title` : rule })
      gather(gathered, entity, { found, named, surface, passage })
    }
  }
  const nameOf = (id: string) => ledger.nameOf(id) ?? lexicon.byId.get(id)?.name
  const entities = [...gathered.entries()]
    .map(([id, one]) => {
      const name = nameOf(id) ?? one.facts.title ?? identity.nameOf(id) ?? most(one.names, order)
      return toEntity(id, name, one, lexicon, ledger)
    })
    .sort((a, b) => order(a.id, b.id))
  mentions.sort(
    (a, b) => order(a.passage, b.passage) || a.start - b.start || a.end - b.end || order(a.entity, b.entity),
  )
  return { entities, mentions, idOf }
}

interface Gathered {
  kind: Kind
  /** What identity took its mentions for: itself, and what people merged into it. */
  found: Set<string>
  names: Map<string, number>
  surfaces: Set<string>
  facts: PaperFacts
  documents: Set<string>
  mentions: number
  firstSeen: string | null
  lastSeen: string | null
}

interface Place {
  found: string
  named: Named
  surface: string
  passage: Passage
}

function gather(all: Map<string, Gathered>, id: string, { found, named, surface, passage }: Place): void {
  const one = all.get(id) ?? {
    kind: KINDS.find((kind) => id.startsWith(`${kind.toLowerCase()}/`)) ?? named.kind,
    found: new Set<string>(),
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
  one.found.add(found)
  count(one.names, named.name)
  if (!/[/\n]|^\W/.test(surface) && surface.length <= 80) one.surfaces.add(surface)
  one.facts = mergeFacts(one.facts, named.facts)
  for (const { document, date } of passage.places) {
    one.documents.add(document)
    one.firstSeen = earlier(one.firstSeen, date)
    one.lastSeen = later(one.lastSeen, date)
  }
}

function toEntity(id: string, name: string, one: Gathered, lexicon: Lexicon, ledger: Ledger): Entity {
  const aliases = new Set(one.surfaces)
  for (const found of one.found)
    for (const surface of lexicon.byId.get(found)?.spellings ?? [])
      if (ledger.idOf(found, { surface, documents: [] }) === id) aliases.add(surface)
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
    ...lexicon.byId.get(id)?.facts,
  }
}

/** Facts from a page outweigh those of a link's text; between equals the smaller one wins, whatever came first. */
function mergeFacts(a: PaperFacts, b: PaperFacts | undefined): PaperFacts {
  if (!b || a === b) return a
  const [first, second] = order(factsKey(a), factsKey(b)) <= 0 ? [a, b] : [b, a]
  return { ...second, ...first }
}

const factsKeys = new WeakMap<PaperFacts, string>()

function factsKey(facts: PaperFacts): string {
  const known = factsKeys.get(facts)
  if (known !== undefined) return known
  const key = `${facts.authors ? 0 : 1}${facts.title ? 0 : 1}${JSON.stringify(facts)}`
  factsKeys.set(facts, key)
  return key
}

export function earlier(a: string | null, b: string | null): string | null {
  return a === null ? b : b === null || a < b ? a : b
}

export function later(a: string | null, b: string | null): string | null {
  return a === null ? b : b === null || a > b ? a : b
}
