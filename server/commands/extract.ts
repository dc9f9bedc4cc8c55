/** `kith extract`: the names in documents, one JSON object a line, with offsets into each file's decoded text. */
import type { Command } from '@commander-js/extra-typings'
import { createLedger } from '../../ingest/ledger.ts'
import { type Extraction, extract } from '../../ingest/pipeline.ts'
import { read } from '../../ingest/readers/read.ts'
import { Unreadable } from '../../ingest/readers/unreadable.ts'
import type { UserNames } from '../../ingest/user-names.ts'
import { KithError } from '../errors.ts'
import { toExtracted } from '../extracted.ts'
import { extractFiles } from '../extraction.ts'
import { collectFiles } from '../files.ts'
import { loadLexicon } from '../lexicon.ts'
import { complain } from '../terminal.ts'
import { loadUserNames } from '../user-names.ts'

export function addExtract(program: Command): void {
  program
    .command('extract')
    .description('print the names in documents, one JSON object a line')
    .argument('<path...>', 'folders or files, or - for standard input')
    .action(async (paths) => {
      const { extractions, names } = paths.includes('-') ? await fromStandardInput() : await fromFiles(paths)
      let chunk = ''
      const ledger = createLedger([], names?.ignore)
      for (const mention of toExtracted(extractions, loadLexicon(names), ledger)) {
        chunk += `${JSON.stringify(mention)}\n`
        if (chunk.length > 1 << 16) {
          await write(chunk)
          chunk = ''
        }
      }
      await write(chunk)
    })
}

/** Waits where the reader of a pipe is slower than we are. */
async function write(chunk: string): Promise<void> {
  if (!process.stdout.write(chunk)) await new Promise((resolve) => process.stdout.once('drain', resolve))
}

interface Read {
  extractions: Extraction[]
  names: UserNames | null
}

async function fromFiles(paths: readonly string[]): Promise<Read> {
  const { files, root, skipped: unread } = await collectFiles(paths)
  const { names, troubles } = loadUserNames(paths, root)
  for (const sentence of troubles) complain(sentence)
  const { extractions, skipped } = await extractFiles(files, { names })
  for (const { path, reason } of [...unread, ...skipped]) complain(`${path} was skipped, because ${reason}.`)
  if (extractions.length === 0)
    throw new KithError(
      'not_found',
      `There are no notes in ${paths.join(', ')}. Give a folder or a file that holds some.`,
    )
  return { extractions, names }
}

async function fromStandardInput(): Promise<Read> {
  const chunks: Uint8Array[] = []
  for await (const chunk of process.stdin) chunks.push(chunk as Uint8Array)
  try {
    const document = read({ path: 'stdin.md', bytes: Buffer.concat(chunks) })
    return { extractions: [extract(document, loadLexicon(), new Map())], names: null }
  } catch (error) {
    if (error instanceof Unreadable) throw new KithError('invalid', `Standard input cannot be read: ${error.message}.`)
    throw error
  }
}
