/** `kith split`: some spellings of an entity are something else. */
import type { Command } from '@commander-js/extra-typings'
import { fold } from '../../ingest/fold.ts'
import type { Decision } from '../../ingest/ledger.ts'
import { splitInto } from '../../ingest/ledger.ts'
import { askDocuments } from '../ask/documents.ts'
import type { NamedEntity } from '../ask/names.ts'
import { KithError } from '../errors.ts'
import type { Database } from '../store/database.ts'
import { called, decide, decisionCommand } from './decide.ts'

export function addSplit(program: Command): void {
  decisionCommand(program, 'split', 'decide that some spellings of a name mean something else')
    .argument('<entity>', 'an id, a name or any alias')
    .requiredOption('--surface <spelling...>', 'the spellings to take out of it')
    .option('--into <name>', 'what they are: an id or a name, there or new; default the first spelling')
    .option('--document <path>', 'only in this document')
    .action(async (text, { surface, into, document, ...options }) =>
      decide(options, async (names, database) => {
        const entity = names.require(text)
        const surfaces = [...new Set(surface.flatMap((one) => spellingsLike(one, entity)))]
        const known = into === undefined ? undefined : names.find(into)
        const target = known?.id ?? into
        const decision = {
          op: 'split',
          id: entity.id,
          surfaces,
          ...(target !== undefined && { into: target }),
          ...(document !== undefined && { document: await documentId(database, document) }),
        } satisfies Decision
        const id = splitInto(decision)
        if (id === entity.id)
          throw new KithError(
            'invalid',
            `Taken out of ${called(entity)}, they would be ${id} again. Say with --into what they are.`,
          )
        const where = decision.document ? ` in ${decision.document}` : ''
        return {
          decision,
          says: `${surfaces.join(', ')} of ${called(entity)} becomes ${known ? called(known) : id}${where}`,
        }
      }),
    )
}

/** The spelling as it is written, or else those of any case and width. */
function spellingsLike(text: string, { id, name, aliases }: NamedEntity): string[] {
  const all = [name, ...(aliases ?? [])]
  if (all.includes(text)) return [text]
  const alike = all.filter((spelling) => fold(spelling) === fold(text))
  if (alike.length > 0) return alike
  throw new KithError('not_found', `${id} is not spelled "${text.slice(0, 80)}". It is spelled ${all.join(', ')}.`)
}

async function documentId(database: Database, text: string): Promise<string> {
  const { items } = await askDocuments(database)
  const wanted = text.replaceAll('\\', '/')
  const found = items.filter(({ id, path }) => id === wanted || path === wanted || path.endsWith(`/${wanted}`))
  const [only, ...others] = found
  if (only && others.length === 0) return only.id
  if (!only)
    throw new KithError('not_found', `No document is called "${text.slice(0, 120)}". Give its path in the notes.`)
  throw new KithError(
    'invalid',
    `"${text}" could be ${found.map(({ path }) => path).join(' or ')}. Give the whole path.`,
  )
}
