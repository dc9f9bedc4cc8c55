/** What `kith merge`, `split`, `rename`, `kind`, `ignore` and `undo` share: names are looked up, a decision is written. */
import { join } from 'node:path'
import type { Command } from '@commander-js/extra-typings'
import type { Decision } from '../../ingest/ledger.ts'
import { type NamedEntity, type Names, readNames } from '../ask/names.ts'
import { readConfig } from '../config.ts'
import { KithError } from '../errors.ts'
import { addDecision, LEDGER } from '../ledger.ts'
import { rootOf } from '../sources.ts'
import type { Database } from '../store/database.ts'
import { print } from '../terminal.ts'
import { withGraph } from './with-graph.ts'

export interface DecideOptions {
  graph?: string | undefined
  ledger?: string | undefined
  reason?: string | undefined
}

/** What was decided, and the words that say so. */
export interface Decided {
  decision: Decision
  /** Goes before ": written to …". */
  says: string
}

/** A command that writes one decision. */
export function decisionCommand(program: Command, name: string, description: string) {
  return program
    .command(name)
    .description(description)
    .option('--reason <words>', 'why; kept with the decision')
    .option('--graph <url>', 'the graph whose names are meant')
    .option('--ledger <file>', 'where it is written; default kith.ledger.yaml beside the documents')
}

/** Looks names up, writes what is decided about them, and says so in a sentence. */
export async function decide(
  { graph, ledger, reason }: DecideOptions,
  toDecided: (names: Names, database: Database) => Decided | Promise<Decided>,
): Promise<void> {
  const { decision, says } = await withGraph(graph, async (database) => toDecided(await readNames(database), database))
  const file = await ledgerFile({ graph, ledger })
  addDecision(file, reason?.trim() ? { ...decision, reason: reason.trim() } : decision)
  print(`${says}: written to ${file}. The next "kith build" applies it, "kith undo" takes it back.`)
}

/** @throws KithError `not_found` where it is not known where the documents lie */
export async function ledgerFile({ graph, ledger }: DecideOptions): Promise<string> {
  const config = readConfig({ graph, ledger })
  if (config.ledger) return config.ledger
  const root = await rootOf(config.graph)
  if (root) return join(root, LEDGER)
  throw new KithError(
    'not_found',
    'Where the documents lie is not known here. Run "kith build <folder>" first, or say with --ledger where the ledger is.',
  )
}

/** `RWKV (model/rwkv)` */
export function called({ name, id }: NamedEntity): string {
  return `${name} (${id})`
}
