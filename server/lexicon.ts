/** Reads the word lists that ship with Kith, and lays a user's own names over them. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { createLexicon, type Lexicon } from '../ingest/lexicon.ts'
import { KINDS } from '../ingest/types.ts'
import { type List, withUserNames } from '../ingest/user-lists.ts'
import type { UserNames } from '../ingest/user-names.ts'
import { ROOT } from './root.ts'

let loaded: { key: string; lexicon: Lexicon } | undefined

/** Loaded once for each process, and again when the user's names are others. */
export function loadLexicon(names: UserNames | null = null): Lexicon {
  const key = JSON.stringify(names)
  if (loaded?.key !== key) {
    const lists = shippedLists()
    loaded = { key, lexicon: createLexicon(names ? withUserNames(lists, names).lists : lists) }
  }
  return loaded.lexicon
}

export function shippedLists(): List[] {
  return KINDS.map((kind) => [kind, readFileSync(join(ROOT, 'ingest', 'lexicon', `${kind.toLowerCase()}.tsv`), 'utf8')])
}
