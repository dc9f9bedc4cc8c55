/** What a worker of extraction.ts runs. */
import { workerData } from 'piscina'
import { extractFile, type Outcome, type WorkerData } from './extraction.ts'
import type { SourceFile } from './files.ts'
import { loadLexicon } from './lexicon.ts'

const { template, names } = workerData as WorkerData

export default function run({ files }: { files: SourceFile[] }): Outcome[] {
  return files.map((file) => extractFile(file, loadLexicon(names), template))
}
