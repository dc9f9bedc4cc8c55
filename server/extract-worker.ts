/** What a worker of extraction.ts runs. */
import { workerData } from 'piscina'
import type { Template } from '../ingest/template.ts'
import { extractFile, type Outcome } from './extraction.ts'
import type { SourceFile } from './files.ts'
import { loadLexicon } from './lexicon.ts'

const { template } = workerData as { template: Template }

export default function run({ files }: { files: SourceFile[] }): Outcome[] {
  return files.map((file) => extractFile(file, loadLexicon(), template))
}
