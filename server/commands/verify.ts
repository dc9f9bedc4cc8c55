/** `kith verify`: re-opens every receipt; exit 1 where one no longer matches. */
import type { Command } from '@commander-js/extra-typings'
import { readConfig } from '../config.ts'
import { KithError } from '../errors.ts'
import { rootOf } from '../sources.ts'
import { openGraph } from '../store/open.ts'
import { readGraph } from '../store/read.ts'
import { print, printJson } from '../terminal.ts'
import { type Mismatch, verify } from '../verify.ts'

/** How many mismatches are named before the rest is only counted. */
const NAMED = 20

export function addVerify(program: Command): void {
  program
    .command('verify')
    .description('re-open every receipt and compare it with the documents')
    .option('--graph <url>', 'the graph to verify')
    .option('--root <folder>', 'where the documents lie, if they have moved')
    .option('--json', 'print the outcome as JSON')
    .action(async ({ graph: url, root, json }) => {
      const config = readConfig({ graph: url })
      const folder = root ?? (await rootOf(config.graph))
      if (!folder)
        throw new KithError(
          'not_found',
          `Where the documents of ${config.graph} lie is not known here. Say it with --root <folder>.`,
        )
      const database = openGraph(config.graph, config.credentials)
      const graph = await readGraph(database).finally(() => database.close())
      const result = await verify(graph, folder)
      if (json) printJson(result)
      else {
        print(`${result.matching} of ${result.receipts} receipts match`)
        for (const line of places(result.mismatches)) print(line)
      }
      if (result.mismatches.length > 0) process.exitCode = 1
    })
}

/** A changed word breaks the passage, its names and its edges: each place is named once. */
function places(mismatches: readonly Mismatch[]): string[] {
  const lines = new Map(
    mismatches.map(({ path, line, reason, quote }) => [
      `${path}:${line}`,
      `${path}:${line}: ${reason}: “${shorten(quote)}”`,
    ]),
  )
  const named = [...lines.values()].slice(0, NAMED)
  return lines.size > NAMED ? [...named, `… and ${lines.size - NAMED} more places`] : named
}

function shorten(quote: string): string {
  const line = quote.replace(/\s+/g, ' ')
  return line.length > 80 ? `${line.slice(0, 79)}…` : line
}
