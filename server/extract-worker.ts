/** What a worker of extraction.ts runs. */
import { workerData } from 'piscina'
import type { Template } from '../ingest/template.ts'
import { extractFile, type Outcome } from './extraction.ts'
import type { SourceFile } from './files.ts'
import { loadLexicon } from './lexicon.ts'

const { template } = workerData as { template: Template }

export default async function run({ files }: { files: SourceFile[] }): Promise<Outcome[]> {
  return Promise.all(files.map((file) => extractFile(file, loadLexicon(), template)))
}
