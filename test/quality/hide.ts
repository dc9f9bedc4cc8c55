/** The word lists without what only one document could have taught them. */
import { fold } from '../../ingest/fold.ts'
import { singular } from '../../ingest/identity/keys.ts'
import type { List } from '../../ingest/user-lists.ts'

/** The surfaces that are marked in a document. */
export interface Marked {
  doc: string
  surfaces: Iterable<string>
}

/** Spelling, folded → the documents in which it is marked. */
export type Owners = ReadonlyMap<string, ReadonlySet<string>>

export function toOwners(marked: Iterable<Marked>): Owners {
  const owners = new Map<string, Set<string>>()
  for (const { doc, surfaces } of marked) {
    for (const surface of surfaces) {
      const key = keyOf(surface)
      owners.set(key, (owners.get(key) ?? new Set<string>()).add(doc))
    }
  }
  return owners
}

/**
 * A form that is marked in `doc` alone is hidden, and the line with it where no form of the line is marked in another
 * document. What is marked nowhere stays, for no document taught it.
 */
export function hide(lists: Iterable<List>, owners: Owners, doc: string): List[] {
  return [...lists].map(([kind, text]): List => {
    const lines = text.split('\n').flatMap((line) => (line.startsWith('#') ? [line] : hideIn(line, owners, doc)))
    return [kind, lines.join('\n')]
  })
}

function hideIn(line: string, owners: Owners, doc: string): string[] {
  const forms = line.split(/[\t|]/).map((form) => form.trim())
  const ownersOf = (form: string) => owners.get(keyOf(form.replace(/[!?]$/, '')))
  const seen = forms.filter(ownersOf)
  const others = seen.filter((form) => [...(ownersOf(form) ?? [])].some((owner) => owner !== doc))
  if (others.length === seen.length) return [line]
  if (others.length === 0) return []
  const [name = '', ...rest] = forms.filter((form) => !seen.includes(form) || others.includes(form))
  return [rest.length ? `${name}\t${rest.join(' | ')}` : name]
}

/** Case, width, hyphens, spaces and a plural do not matter to the lexicon either. */
function keyOf(spelling: string): string {
  return fold(singular(spelling))
}
