/** `kith ignore`: what is no entity at all. */
import type { Command } from '@commander-js/extra-typings'
import { called, decide, decisionCommand } from './decide.ts'

export function addIgnore(program: Command): void {
  decisionCommand(program, 'ignore', 'decide that a name means nothing here')
    .argument('<entity>', 'an id, a name or any alias')
    .action(async (text, options) =>
      decide(options, (names) => {
        const entity = names.require(text)
        return { decision: { op: 'ignore', id: entity.id }, says: `${called(entity)} is ignored` }
      }),
    )
}
