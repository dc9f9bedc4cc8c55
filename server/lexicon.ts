/** Reads the word lists that ship with Kith. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { createLexicon, type Lexicon } from '../ingest/lexicon.ts'
import { KINDS } from '../ingest/types.ts'
import { ROOT } from './root.ts'

let lexicon: Lexicon | undefined

/** Loaded once for each process. */
export function loadLexicon(): Lexicon {
  lexicon ??= createLexicon(
    KINDS.map((kind) => [kind, readFileSync(join(ROOT, 'ingest', 'lexicon', `${kind.toLowerCase()}.tsv`), 'utf8')]),
  )
  return lexicon
}
