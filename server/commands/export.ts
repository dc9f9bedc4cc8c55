/** `kith export`: the graph in a format of others. `jsonl` is the canonical one. */
import { createWriteStream } from 'node:fs'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { type Command, Option } from '@commander-js/extra-typings'
import { toLines } from '../canonical.ts'
import { readConfig } from '../config.ts'
import { KithError } from '../errors.ts'
import { reasonOf } from '../files.ts'
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
        const lines = Readable.from(toLines(await readGraph(database)))
        if (out) await pipeline(lines, createWriteStream(out)).catch((error: unknown) => refuse(out, error))
        else await pipeline(lines, process.stdout, { end: false })
      } finally {
        await database.close()
      }
    })
}

function refuse(out: string, error: unknown): never {
  throw new KithError('unavailable', `${out} cannot be written (${reasonOf(error)}). Choose another with --out.`, {
    cause: error,
  })
}
