/** `kith rename`: an entity by another name. */
import type { Command } from '@commander-js/extra-typings'
import { KithError } from '../errors.ts'
import { called, decide, decisionCommand } from './decide.ts'

export function addRename(program: Command): void {
  decisionCommand(program, 'rename', 'decide what an entity is called')
    .argument('<entity>', 'an id, a name or any alias')
    .argument('<name>', 'its name from now on')
    .action(async (text, wanted, options) =>
      decide(options, (names) => {
        const entity = names.require(text)
        const name = wanted.trim()
        if (!name) throw new KithError('invalid', 'A name cannot be empty. Give one with letters in it.')
        if (name === entity.name) throw new KithError('invalid', `${called(entity)} is called so already.`)
        return { decision: { op: 'rename', id: entity.id, name }, says: `${called(entity)} is called ${name}` }
      }),
    )
}
