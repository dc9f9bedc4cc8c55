/** Each annotated document, read with the whole word lists and without what it alone could have taught them. */
import { createLexicon } from '../../ingest/lexicon.ts'
import type { Extracted } from '../../server/extracted.ts'
import { loadLexicon, shippedLists } from '../../server/lexicon.ts'
import type { Compared } from '../../server/scores.ts'
import { openFolder, readAlone } from './alone.ts'
import type { Measured } from './groups.ts'
import { hide, toOwners } from './hide.ts'

export interface LeftOut {
  group: string
  whole: Compared<Extracted>[]
  without: Compared<Extracted>[]
}

/** A lexicon is built for each document, which is what takes the time. */
export async function leaveOut(groups: readonly Measured[], onProgress: (done: number) => void): Promise<LeftOut[]> {
  const lists = shippedLists()
  const owners = toOwners(
    groups.flatMap(({ documents }) =>
      documents.map(({ doc, gold }) => ({ doc, surfaces: gold.map(({ surface }) => surface) })),
    ),
  )
  const results: LeftOut[] = []
  let done = 0
  for (const { name, text, golds } of groups) {
    const folder = await openFolder(text)
    const result: LeftOut = { group: name, whole: [], without: [] }
    for (const gold of golds) {
      result.whole.push(readAlone(folder, gold, loadLexicon()))
      result.without.push(readAlone(folder, gold, createLexicon(hide(lists, owners, gold.doc))))
      onProgress(++done)
    }
    results.push(result)
  }
  return results
}
