/** One annotator's names beside those of another, on the documents that both have read. */
import type { Compared } from '../../server/scores.ts'
import { namesIn, openFolder } from './alone.ts'
import { type Measured, readGolds } from './groups.ts'

/** The second annotator's names stand as those found. Empty where nobody read a document of the group twice. */
export async function agree({ documents, text, second }: Measured): Promise<Compared[]> {
  const seconds = new Map((second ? readGolds(second) : []).map((gold) => [gold.doc, gold]))
  const folder = await openFolder(text)
  return documents.flatMap(({ doc, gold }): Compared[] => {
    const other = seconds.get(doc)
    return other ? [{ doc, gold, found: namesIn(folder, other) }] : []
  })
}
