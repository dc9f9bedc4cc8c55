/** `kith search`: entities by any of their names. */
import type { Command } from '@commander-js/extra-typings'
import { readNames } from '../ask/names.ts'
import { print, printJson, table } from '../terminal.ts'
import { toCount } from './count.ts'
import { withGraph } from './with-graph.ts'

export function addSearch(program: Command): void {
  program
    .command('search')
    .description('find entities by any of their names, Chinese or English, by pinyin, or misspelled')
    .argument('<words...>', 'a name or a part of one')
    .option('--graph <url>', 'the graph to search')
    .option('--limit <n>', 'at most this many', toCount, 20)
    .option('--json', 'print the answer as JSON')
    .action(async (words, { graph, limit, json }) => {
      const query = words.join(' ')
      const hits = await withGraph(graph, async (database) => (await readNames(database)).search(query, { limit }))
      if (json) return printJson(hits)
      if (hits.total === 0) return print(`Nothing is called "${query}".`)
      print(
        table(
          ['id', 'name', 'kind', 'found as', 'how', 'mentions'],
          hits.items.map(({ id, name, kind, alias, how, mentions }) => [id, name, kind, alias, how, String(mentions)]),
        ),
      )
      if (hits.total > hits.items.length) print(`${hits.items.length} of ${hits.total}`)
    })
}
