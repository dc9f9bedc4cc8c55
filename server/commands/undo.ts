/** `kith undo`: takes a decision back. */
import type { Command } from '@commander-js/extra-typings'
import type { Decision } from '../../ingest/ledger.ts'
import { readDecisions, undoDecision } from '../ledger.ts'
import { print, printJson, table } from '../terminal.ts'
import { toCount } from './count.ts'
import { ledgerFile } from './decide.ts'

export function addUndo(program: Command): void {
  program
    .command('undo')
    .description('take back the last decision, or the one with a number')
    .argument('[number]', 'its place in the ledger, from 1', toCount)
    .option('--list', 'show the decisions with their numbers, and change nothing')
    .option('--graph <url>', 'the graph whose ledger is meant')
    .option('--ledger <file>', 'the ledger; default kith.ledger.yaml beside the documents')
    .option('--json', 'print the list as JSON')
    .action(async (number, { graph, ledger, list, json }) => {
      const file = await ledgerFile({ graph, ledger })
      if (list) return show(file, json)
      const { decision } = undoDecision(file, number)
      print(`Taken back from ${file}: ${describe(decision)}. The next "kith build" is without it.`)
    })
}

function show(file: string, json: true | undefined): void {
  const { written } = readDecisions(file)
  if (json) return printJson(written.map(({ decision, line }) => ({ line, ...decision })))
  if (written.length === 0) return print(`${file} holds no decision.`)
  const rows = written.map(({ decision }, at) => [String(at + 1), describe(decision), decision.reason ?? ''])
  print(table(['', 'decision', 'reason'], rows))
}

function describe(decision: Decision): string {
  switch (decision.op) {
    case 'merge':
      return `merge ${decision.from} into ${decision.into}`
    case 'split': {
      const { id, surfaces, into, document } = decision
      return `split ${surfaces.join(', ')} from ${id}${into ? ` into ${into}` : ''}${document ? ` in ${document}` : ''}`
    }
    case 'rename':
      return `rename ${decision.id} to ${decision.name}`
    case 'kind':
      return `make ${decision.id} a ${decision.kind}`
    case 'ignore':
      return `ignore ${decision.id}`
  }
}
