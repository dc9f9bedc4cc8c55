/** `kith demo`: the shipped sample notes, built and opened. */
import { join } from 'node:path'
import type { Command } from '@commander-js/extra-typings'
import { build } from '../build.ts'
import { readConfig } from '../config.ts'
import { ROOT } from '../root.ts'
import { print } from '../terminal.ts'
import { describe } from './build.ts'
import { serve, toPort } from './serve.ts'

export function addDemo(program: Command): void {
  program
    .command('demo')
    .description('build the graph of the sample notes and open the explorer')
    .option('--graph <url>', 'where the graph goes', 'file:.kith/demo')
    .option('--port <n>', 'the port to listen on', toPort)
    .option('--no-open', 'do not open a browser')
    .action(async ({ graph, port, open }) => {
      const config = readConfig({ graph, port })
      const report = await build([join(ROOT, 'sample')], { graph: config.graph, credentials: config.credentials })
      print(describe(report, config.graph))
      await serve(config, { open })
    })
}
