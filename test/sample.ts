/** The shipped sample notes → their graph, as `kith build sample` makes it. */
import { join } from 'node:path'
import { toGraph } from '../ingest/pipeline.ts'
import type { Graph } from '../ingest/types.ts'
import { extractFiles } from '../server/extraction.ts'
import { collectFiles } from '../server/files.ts'
import { loadLexicon } from '../server/lexicon.ts'
import { ROOT } from '../server/root.ts'

export const SAMPLE = join(ROOT, 'sample')

export async function sampleGraph(): Promise<Graph> {
  const { files } = await collectFiles([SAMPLE])
  const { extractions } = await extractFiles(files)
  return toGraph(extractions, loadLexicon())
}
