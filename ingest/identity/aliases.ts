/**
 * Where documents say that two names are one → what an unlisted name stands for.
 *
 * Two kinds of evidence: a find whose spelling is not its name (the document defined it), and two finds side by side, the
 * one in brackets, of which one is the other's acronym (Schwartz & Hearst 2003, in both directions). A document's own
 * word counts there. Elsewhere a name stands for something else only if all documents agree on what.
 */
import type { Find } from '../finds.ts'
import { isShortForm, longFormStart } from '../rules/acronyms.ts'
import type { Passage } from '../types.ts'
import { areVersions } from './keys.ts'

/** What a find names, before aliases: an entity's id, or `=` and the key of an unlisted name. */
export type Target = string

export interface Aliases {
  /** What a target stands for in these documents. */
  resolve(target: Target, documents: readonly string[]): Target
}

/**
 * @param targetOf what a find names by itself
 * @param keyOf the target that a spelling would be, were it an unlisted name of the find's kind
 */
export function toAliases(
  passages: readonly (Passage & { finds: readonly Find[] })[],
  targetOf: (find: Find) => Target,
  keyOf: (surface: string, find: Find) => Target,
): Aliases {
  const said = new Map<Target, Map<Target, Set<string>>>()
  const say = (short: Target, long: Target, { places }: Passage) => {
    if (short === long || !isUnlisted(short)) return
    const longs = said.get(short) ?? new Map<Target, Set<string>>()
    said.set(short, longs)
    const documents = longs.get(long) ?? new Set()
    longs.set(long, documents)
    for (const { document } of places) documents.add(document)
  }
  for (const passage of passages) {
    for (const [at, find] of passage.finds.entries()) {
      const target = targetOf(find)
      const surface = passage.text.slice(find.start, find.end)
      if (isUnlisted(target) && find.named.kind !== 'Paper' && !areVersions(surface, find.named.name))
        say(keyOf(surface, find), target, passage)
      const next = passage.finds[at + 1]
      if (!next || !isBracketed(passage.text, find, next)) continue
      const inside = passage.text.slice(next.start, next.end)
      if (isAcronym(inside, surface)) say(targetOf(next), target, passage)
      else if (isAcronym(surface, inside)) say(target, targetOf(next), passage)
    }
  }
  const longs = new Set([...said.values()].flatMap((known) => [...known.keys()]))
  return { resolve: (target, documents) => resolve(said, longs, target, documents) }
}

export function isUnlisted(target: Target): boolean {
  return target.startsWith('=')
}

/** Whether each letter of the short form stands in the long one, and no number tells the two apart. */
export function isAcronym(short: string, long: string): boolean {
  return (
    isShortForm(short) &&
    long.length > short.length + 1 &&
    !areVersions(short, long) &&
    longFormStart(long, long.length, short) === 0
  )
}

/** `Group Policy (GP)`, `GP（Group Policy）`, and the second of `策略 (Group Policy, GP)`. */
function isBracketed(text: string, a: Find, b: Find): boolean {
  return /^\s?[(（,，]\s?$/.test(text.slice(a.end, b.start)) && /^\s?[)）]/.test(text.slice(b.end, b.end + 2))
}

type Said = ReadonlyMap<Target, ReadonlyMap<Target, ReadonlySet<string>>>

function resolve(said: Said, longs: ReadonlySet<Target>, target: Target, documents: readonly string[]): Target {
  let current = target
  for (const seen = new Set([target]); ; seen.add(current)) {
    const known = said.get(current)
    if (!known) return current
    const own = [...known].filter(([, places]) => documents.some((document) => places.has(document)))
    const [only, ...others] = own.length > 0 || longs.has(current) ? own : known
    if (!only || others.length > 0 || seen.has(only[0])) return current
    current = only[0]
  }
}
