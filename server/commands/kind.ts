/** `kith kind`: an entity is of another kind. */
import { Argument, type Command } from '@commander-js/extra-typings'
import { KINDS } from '../../ingest/types.ts'
import { KithError } from '../errors.ts'
import { called, decide, decisionCommand } from './decide.ts'

export function addKind(program: Command): void {
  decisionCommand(program, 'kind', 'decide of what kind an entity is')
    .argument('<entity>', 'an id, a name or any alias')
    .addArgument(new Argument('<kind>', 'its kind from now on').choices(KINDS))
    .action(async (text, kind, options) =>
      decide(options, (names) => {
        const entity = names.require(text)
        if (kind === entity.kind) throw new KithError('invalid', `${called(entity)} is a ${kind} already.`)
        return { decision: { op: 'kind', id: entity.id, kind }, says: `${called(entity)} is a ${kind}` }
      }),
    )
}
