/** `kith merge`: two entities are one. */
import type { Command } from '@commander-js/extra-typings'
import { KithError } from '../errors.ts'
import { called, decide, decisionCommand } from './decide.ts'

export function addMerge(program: Command): void {
  decisionCommand(program, 'merge', 'decide that two names mean the same: the first becomes the second')
    .argument('<from>', 'an id, a name or any alias')
    .argument('<into>', 'what it is from now on')
    .action(async (from, into, options) =>
      decide(options, (names) => {
        const one = names.require(from)
        const other = names.require(into)
        if (one.id === other.id)
          throw new KithError('invalid', `"${from}" and "${into}" are one already: ${called(one)}.`)
        return {
          decision: { op: 'merge', from: one.id, into: other.id },
          says: `${called(one)} becomes ${called(other)}`,
        }
      }),
    )
}
