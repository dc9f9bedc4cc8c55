/** `kith bridge`: what joins two names, with the lines that say so. */
import { type Command, InvalidArgumentError } from '@commander-js/extra-typings'
import { type Bridge, requests, type Way } from '../api.ts'
import { readAdjacency } from '../ask/adjacency.ts'
import { askBridge } from '../ask/bridge.ts'
import { readNames } from '../ask/names.ts'
import { readNamings } from '../ask/namings.ts'
import { print, printJson } from '../terminal.ts'
import { describeReceipt } from './show.ts'
import { withGraph } from './with-graph.ts'

export function addBridge(program: Command): void {
  program
    .command('bridge')
    .description('what joins two names: the most telling ways from one to the other, with their lines')
    .argument('<from>', 'an id, a name or any alias')
    .argument('<to>', 'another one')
    .option('--graph <url>', 'the graph to read')
    .option('--k <n>', 'at most this many ways, 1 to 10', toWays, 3)
    .option('--json', 'print the answer as JSON')
    .action(async (from, to, { graph, k, json }) => {
      const bridge = await withGraph(graph, async (database) => {
        const names = await readNames(database)
        const ends = [names.require(from).id, names.require(to).id] as const
        const tables = { adjacency: await readAdjacency(database), namings: await readNamings(database) }
        return askBridge(database, tables, ...ends, k)
      })
      if (json) return printJson(bridge)
      print(describe(bridge))
    })
}

function toWays(text: string): number {
  const { success, data } = requests.bridge.shape.k.safeParse(text)
  if (!success) throw new InvalidArgumentError('It must be a whole number from 1 to 10.')
  return data
}

function describe({ from, to, items, nearest }: Bridge): string {
  if (items.length) return items.map(describeWay).join('\n\n')
  const near = nearest.length ? ` Nearest to them: ${nearest.map(({ name }) => name).join(', ')}.` : ''
  return `No way of four hops or fewer leads from ${from.name} to ${to.name}.${near}`
}

/** `RWKV – Mamba – linear attention`, then for each hop the line that proves it; both lines of a thread. */
function describeWay({ nodes, edges, receipts }: Way): string {
  const lines = receipts.flatMap((own, hop) => own.slice(0, edges[hop]?.scope === 'thread' ? 2 : 1))
  return [nodes.map(({ name }) => name).join(' – '), ...lines.map(describeReceipt)].join('\n')
}
