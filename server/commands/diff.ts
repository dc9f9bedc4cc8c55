/** `kith diff`: what one graph has that another has not. */
import { type Command, Option } from '@commander-js/extra-typings'
import { readConfig } from '../config.ts'
import { diff } from '../keep/diff.ts'
import { diffMarkdown } from '../keep/diff-markdown.ts'
import { withSide } from '../keep/diff-read.ts'
import { print, printJson } from '../terminal.ts'
import { toCount } from './count.ts'

export function addDiff(program: Command): void {
  program
    .command('diff')
    .description('tell what a graph has that an older one has not: papers, first meetings, names; and the reverse')
    .argument('<old>', 'a graph’s URL or folder, or a canonical export: .jsonl or .jsonl.gz')
    .argument('[new]', 'the same; default the graph of --graph')
    .addOption(new Option('--format <format>', 'the format').choices(['md', 'json']).default('md'))
    .option('--limit <n>', 'items of each list, at most', toCount, 20)
    .option('--graph <url>', 'the new graph, where it is not given')
    .option('--json', 'the same as --format json')
    .action((old, now, { format, limit, graph, json }) =>
      withSide(old, (before) =>
        withSide(now ?? readConfig({ graph }).graph, async (after) => {
          const answer = await diff(before, after, { limit })
          if (json || format === 'json') printJson(answer)
          else print(diffMarkdown(answer).trimEnd())
        }),
      ),
    )
}
