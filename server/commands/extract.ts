/** `kith extract`: the names in documents, one JSON object a line, with offsets into each file's decoded text. */
import { basename } from 'node:path'
import type { Command } from '@commander-js/extra-typings'
import { type ReadPassage, toEntities } from '../../ingest/entities.ts'
import { passageId } from '../../ingest/passages.ts'
import { type Extraction, extract } from '../../ingest/pipeline.ts'
import { read } from '../../ingest/readers/read.ts'
import { Unreadable } from '../../ingest/readers/unreadable.ts'
import { KithError } from '../errors.ts'
import { extractFiles } from '../extraction.ts'
import { collectFiles } from '../files.ts'
import { loadLexicon } from '../lexicon.ts'
import { complain } from '../terminal.ts'

export function addExtract(program: Command): void {
  program
    .command('extract')
    .description('print the names in documents, one JSON object a line')
    .argument('<path...>', 'folders or files, or - for standard input')
    .action(async (paths) => {
      const extractions = paths.includes('-') ? [await fromStandardInput()] : await fromFiles(paths)
      let chunk = ''
      for (const mention of toExtracted(extractions)) {
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

async function fromFiles(paths: readonly string[]): Promise<Extraction[]> {
  const { files, skipped: unread } = await collectFiles(paths)
  const { extractions, skipped } = await extractFiles(files)
  for (const { path, reason } of [...unread, ...skipped]) complain(`${path} was skipped, because ${reason}.`)
  if (extractions.length === 0)
    throw new KithError(
      'not_found',
      `There are no notes in ${paths.join(', ')}. Give a folder or a file that holds some.`,
    )
  return extractions
}

async function fromStandardInput(): Promise<Extraction> {
  const chunks: Uint8Array[] = []
  for await (const chunk of process.stdin) chunks.push(chunk as Uint8Array)
  try {
    return extract(read({ path: 'stdin.md', bytes: Buffer.concat(chunks) }), loadLexicon(), new Map())
  } catch (error) {
    if (error instanceof Unreadable) throw new KithError('invalid', `Standard input cannot be read: ${error.message}.`)
    throw error
  }
}

/** A title is one name here: the names inside it join entities, but are no mentions of their own. */
function* toExtracted(extractions: readonly Extraction[]): Generator<object> {
  const passages: ReadPassage[] = extractions.flatMap(({ passages }) =>
    passages.map(({ text, place, finds }) => ({ id: passageId(text), text, places: [place], finds })),
  )
  const { idOf, nameOf } = resolver(passages)
  for (const { document, passages } of extractions) {
    const doc = basename(document.path)
    for (const { text, place, finds } of passages) {
      for (const { start, end, rule, named, inTitle } of finds) {
        const id = idOf(named)
        if (inTitle || id === null) continue
        const { kind, name } = nameOf(id)
        yield {
          doc,
          start: place.start + start,
          end: place.start + end,
          surface: text.slice(start, end),
          kind,
          type: kind,
          id,
          name,
          rule,
        }
      }
    }
  }
}

function resolver(passages: ReadPassage[]) {
  const { entities, idOf } = toEntities(passages, loadLexicon())
  const byId = new Map(entities.map((entity) => [entity.id, entity]))
  return {
    idOf,
    nameOf: (id: string) => {
      const entity = byId.get(id)
      if (!entity) throw new Error(`no entity was made of ${id}`)
      return entity
    },
  }
}
