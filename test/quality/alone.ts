/**
 * Annotated documents, each read alone: with the template lines of its whole folder, but without what other documents
 * tell of its names. It takes seconds, so it is what the guard measures and what is measured once for each lexicon.
 */
import { readFileSync } from 'node:fs'
import { basename } from 'node:path'
import type { Lexicon } from '../../ingest/lexicon.ts'
import { decode } from '../../ingest/readers/decode.ts'
import { createLineCounts, type Template } from '../../ingest/template.ts'
import { type Extracted, toExtracted } from '../../server/extracted.ts'
import { extractFile } from '../../server/extraction.ts'
import { collectFiles, type SourceFile } from '../../server/files.ts'
import { type Gold, type Name, toNames } from '../../server/gold.ts'
import type { Compared } from '../../server/scores.ts'

export interface Folder {
  /** By base name. */
  files: ReadonlyMap<string, SourceFile>
  template: Template
}

const opened = new Map<string, Folder>()

/** Opened once: its lines are counted in all its documents. */
export async function openFolder(path: string): Promise<Folder> {
  const known = opened.get(path)
  if (known) return known
  const { files } = await collectFiles([path])
  const counts = createLineCounts()
  for (const { path, file } of files) counts.add({ path, text: decode(readFileSync(file)) })
  const folder = { files: new Map(files.map((file) => [basename(file.path), file])), template: counts.template() }
  opened.set(path, folder)
  return folder
}

export function readAlone(folder: Folder, gold: Gold, lexicon: Lexicon): Compared<Extracted> {
  const outcome = extractFile(fileOf(folder, gold), lexicon, folder.template)
  if ('skipped' in outcome) throw new Error(`${gold.doc} cannot be read, because ${outcome.skipped.reason}.`)
  return { doc: gold.doc, gold: namesIn(folder, gold), found: [...toExtracted([outcome.extraction], lexicon)] }
}

/** What an annotation marks in its document. */
export function namesIn(folder: Folder, gold: Gold): Name[] {
  return toNames(decode(readFileSync(fileOf(folder, gold).file)), gold)
}

function fileOf({ files }: Folder, { doc }: Gold): SourceFile {
  const file = files.get(doc)
  if (!file) throw new Error(`${doc} is annotated, and its text is not there.`)
  return file
}
