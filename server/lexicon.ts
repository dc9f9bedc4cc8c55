/** Reads the word lists that ship with Kith, and lays a user's own names over them. */
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { createLexicon, type Lexicon } from '../ingest/lexicon.ts'
import { KINDS, type Kind } from '../ingest/types.ts'
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

/** Those written by hand, then those made of packages. */
export function shippedLists(): List[] {
  return ['.', 'packages'].flatMap((folder) => KINDS.flatMap((kind) => listIn(folder, kind)))
}

function listIn(folder: string, kind: Kind): List[] {
  const file = join(ROOT, 'ingest', 'lexicon', folder, `${kind.toLowerCase()}.tsv`)
  return existsSync(file) ? [[kind, readFileSync(file, 'utf8')]] : []
}
