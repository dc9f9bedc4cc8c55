/** `kith related`: the papers that matter for a concept, each with the reason. */
import type { Command } from '@commander-js/extra-typings'
import { readNames } from '../ask/names.ts'
import { readPapers } from '../find/related.ts'
import { print, printJson } from '../terminal.ts'
import { toCount } from './count.ts'
import { describeReceipt } from './show.ts'
import { withGraph } from './with-graph.ts'

export function addRelated(program: Command): void {
  program
    .command('related')
    .description('rank the papers that matter for a concept, with the reason for each')
    .argument('<concept...>', 'an id, a name, any alias, or free text')
    .option('--graph <url>', 'the graph to read')
    .option('--limit <n>', 'at most this many', toCount, 10)
    .option('--json', 'print the answer as JSON')
    .action(async (words, { graph, limit, json }) => {
      const concept = words.join(' ')
      const related = await withGraph(graph, async (database) =>
        (await readPapers(database, await readNames(database))).related(concept, { limit }),
      )
      if (json) return printJson(related)
      if (related.total === 0) return print(`No paper speaks of "${concept}".`)
      for (const { title, arxiv, year, score, parts, receipts } of related.items) {
        const reasons = Object.entries(parts).filter(([, part]) => part > 0)
        print(`${title}${year ? ` (${year})` : ''}${arxiv ? ` arXiv:${arxiv}` : ''}`)
        print(`  ${score.toFixed(2)} = ${reasons.map(([name, part]) => `${name} ${part.toFixed(2)}`).join(' + ')}`)
        for (const receipt of receipts.slice(0, 1)) print(describeReceipt(receipt))
      }
      if (related.total > related.items.length) print(`${related.items.length} of ${related.total}`)
    })
}
