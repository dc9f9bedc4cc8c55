/** `kith export`: the graph in a format of others. `jsonl` is the canonical one. */
import { createWriteStream } from 'node:fs'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { type Command, Option } from '@commander-js/extra-typings'
import { toLines } from '../canonical.ts'
import { readConfig } from '../config.ts'
import { openGraph } from '../store/open.ts'
import { readGraph } from '../store/read.ts'

export function addExport(program: Command): void {
  program
    .command('export')
    .description('write the graph out')
    .addOption(new Option('--format <format>', 'the format').choices(['jsonl']).default('jsonl'))
    .option('--graph <url>', 'the graph to read')
    .option('--out <file>', 'write to a file instead of the terminal')
    .action(async ({ graph, out }) => {
      const config = readConfig({ graph })
      const database = openGraph(config.graph, config.credentials)
      try {
        const target = out ? createWriteStream(out) : process.stdout
        await pipeline(Readable.from(toLines(await readGraph(database))), target, { end: out !== undefined })
      } finally {
        await database.close()
      }
    })
}
