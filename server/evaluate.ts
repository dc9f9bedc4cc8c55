/**
 * Annotations, and where the annotated documents are → what was marked in each beside what Kith finds there.
 *
 * The whole folder is read, as `kith extract` reads it: only so are its template lines known, and which names are one.
 */
import { readFile } from 'node:fs/promises'
import { basename } from 'node:path'
import { createLedger } from '../ingest/ledger.ts'
import { decode } from '../ingest/readers/decode.ts'
import { KithError } from './errors.ts'
import { type Extracted, toExtracted } from './extracted.ts'
import { extractFiles } from './extraction.ts'
import { collectFiles } from './files.ts'
import { type Gold, toNames } from './gold.ts'
import { loadLexicon } from './lexicon.ts'
import type { Compared } from './scores.ts'
import { loadUserNames } from './user-names.ts'

/** @throws KithError `not_found` where no document is annotated */
export async function compare(golds: readonly Gold[], paths: readonly string[]): Promise<Compared<Extracted>[]> {
  const wanted = new Map(golds.map((gold) => [gold.doc, gold]))
  const { files, root } = await collectFiles(paths)
  const annotated = files.filter(({ path }) => wanted.has(basename(path)))
  if (annotated.length === 0) {
    const [first = 'that'] = wanted.keys()
    throw new KithError(
      'not_found',
      `No document in ${paths.join(', ')} is called ${first}. Say with --text where it is.`,
    )
  }
  const { names } = loadUserNames(paths, root)
  const { extractions } = await extractFiles(files, { names })
  const found = new Map<string, Extracted[]>(annotated.map(({ path }) => [basename(path), []]))
  for (const name of toExtracted(extractions, loadLexicon(names), createLedger([], names?.ignore)))
    found.get(name.doc)?.push(name)
  return Promise.all(
    annotated.map(async ({ path, file }) => {
      const doc = basename(path)
      const gold = toNames(decode(await readFile(file)), wanted.get(doc) as Gold)
      return { doc, gold, found: found.get(doc) ?? [] }
    }),
  )
}
