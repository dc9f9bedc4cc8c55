/**
 * Finds → the id of the entity that each names.
 *
 * A find that a list or a link knows has its id. The others are gathered by the key of their name: a group has the kind
 * that most finds give it, between equals the first of KINDS, and is called what most finds call it. Nothing here
 * depends on the order in which documents come.
 */
import type { Find, Named } from '../finds.ts'
import { fold, slug } from '../fold.ts'
import type { Lexicon } from '../lexicon.ts'
import { KINDS, type Kind, type Passage } from '../types.ts'
import { isUnlisted, type Target, toAliases } from './aliases.ts'
import { count, most, order } from './count.ts'
import { keyOf, singular } from './keys.ts'
import { toPapers } from './papers.ts'

export interface Identity {
  /** The id of what is named; in some documents, where their own definitions count. */
  idOf(named: Named, documents?: readonly string[]): string
  /** What unlisted entities are called. */
  nameOf(id: string): string | undefined
}

interface Group {
  kinds: Map<Kind, number>
  names: Map<string, number>
  /** Names that stand for it by a document's word. */
  others: Map<string, number>
}

export function toIdentity(passages: readonly (Passage & { finds: readonly Find[] })[], lexicon: Lexicon): Identity {
  const papers = toPapers(namesOf(passages), lexicon)
  const targets = new Map<string, Target>()
  const targetOf = (named: Named): Target => {
    if (named.id) return named.kind === 'Paper' ? papers.idOf(named.id) : named.id
    const cacheKey = `${named.kind} ${named.name}`
    const known = targets.get(cacheKey)
    if (known !== undefined) return known
    const target = listed(named, lexicon, papers.byTitle) ?? keyTarget(named.name, named.kind)
    targets.set(cacheKey, target)
    return target
  }
  const aliases = toAliases(
    passages,
    ({ named }) => targetOf(named),
    (surface, { named: { kind } }) => targetOf({ kind, name: surface }),
  )
  const rootOf = (named: Named, documents: readonly string[]): Target => {
    const target = targetOf(named)
    return isUnlisted(target) ? aliases.resolve(target, documents) : target
  }
  const groups = new Map<Target, Group>()
  for (const { finds, places } of passages) {
    const documents = places.map(({ document }) => document)
    for (const { named } of finds) {
      const root = rootOf(named, documents)
      if (!isUnlisted(root)) continue
      const group = groups.get(root) ?? { kinds: new Map(), names: new Map(), others: new Map() }
      groups.set(root, group)
      count(group.kinds, named.kind)
      count(targetOf(named) === root ? group.names : group.others, named.name)
    }
  }
  const { ids, names } = assignIds(groups, lexicon)
  return {
    idOf: (named, documents = []) => {
      const root = rootOf(named, documents)
      return ids.get(root) ?? (isUnlisted(root) ? `${named.kind.toLowerCase()}/${slug(named.name)}` : root)
    },
    nameOf: (id) => names.get(id),
  }
}

function* namesOf(passages: readonly { finds: readonly Find[] }[]): Generator<Named> {
  for (const { finds } of passages) for (const { named } of finds) yield named
}

/** Kinds that one name is easily taken for the other of; a person or a paper is never one of them. */
const THINGS: ReadonlySet<Kind> = new Set(['Model', 'Method', 'Hardware', 'Dataset', 'Tool', 'Concept'])

/** The id of the listed entity that an unlisted name certainly is a spelling of. */
function listed({ name, kind }: Named, lexicon: Lexicon, byTitle: (title: string) => string | undefined) {
  if (kind === 'Paper') return byTitle(name)
  const entry = lexicon.find(name) ?? lexicon.find(singular(name))
  return entry && (entry.kind === kind || (THINGS.has(kind) && THINGS.has(entry.kind))) ? entry.id : undefined
}

/** A paper is not the method of its name. */
function keyTarget(name: string, kind: Kind): Target {
  return `=${kind === 'Paper' ? 'paper:' : ''}${keyOf(name, kind)}`
}

/** Two groups never share an id; between them the smaller key comes first. */
function assignIds(groups: ReadonlyMap<Target, Group>, lexicon: Lexicon) {
  const ids = new Map<Target, string>()
  const names = new Map<string, string>()
  for (const [target, group] of [...groups].sort(([a], [b]) => order(a, b))) {
    const kind = most(group.kinds, (a, b) => KINDS.indexOf(a) - KINDS.indexOf(b))
    const name = nameOf(group)
    const wanted = `${kind.toLowerCase()}/${slug(name) || target.slice(1)}`
    let id = wanted
    for (let next = 2; names.has(id) || isOther(lexicon, id, name); next++) id = `${wanted}-${next}`
    ids.set(target, id)
    names.set(id, name)
  }
  return { ids, names }
}

/** Singular forms before plural ones, then what most finds say. */
function nameOf({ names, others }: Group): string {
  const all = names.size > 0 ? names : others
  const forms = new Map([...all].filter(([name]) => singular(name) === name))
  return most(forms.size > 0 ? forms : all, order)
}

/** A* is no A: their ids would be the same. */
function isOther(lexicon: Lexicon, id: string, name: string): boolean {
  const entry = lexicon.byId.get(id)
  return entry !== undefined && !entry.spellings.some((spelling) => fold(spelling) === fold(name))
}
