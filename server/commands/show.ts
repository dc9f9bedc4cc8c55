/** `kith show`: one entity with its company and its lines. */
import type { Command } from '@commander-js/extra-typings'
import type { EntityDetail, Neighbors, Receipt } from '../api.ts'
import { askEntity } from '../ask/detail.ts'
import { askNeighbors } from '../ask/entities.ts'
import { readNames } from '../ask/names.ts'
import { print, printJson, table } from '../terminal.ts'
import { withGraph } from './with-graph.ts'

/** What one reads at a glance; --json tells all. */
const COMPANY = 12
const LINES = 8

export function addShow(program: Command): void {
  program
    .command('show')
    .description('show one entity: its names, its company, its lines')
    .argument('<entity>', 'an id, a name or any alias')
    .option('--graph <url>', 'the graph to read')
    .option('--json', 'print the answer as JSON')
    .action(async (text, { graph, json }) =>
      withGraph(graph, async (database) => {
        const { id } = (await readNames(database)).require(text)
        const entity = await askEntity(database, id)
        if (json) return printJson(entity)
        print(describe(entity, await askNeighbors(database, id, { limit: COMPANY })))
      }),
    )
}

function describe(entity: EntityDetail, company: Neighbors): string {
  const { name, kind, id, aliases, mentions, documents, firstSeen, lastSeen } = entity
  const { definition, links, receipts } = entity
  const seen = firstSeen ? `, ${firstSeen}${lastSeen === firstSeen ? '' : ` – ${lastSeen}`}` : ''
  const rows = company.items.map(({ entity: other, edge }) => [
    other.name,
    other.kind,
    edge.scope,
    edge.weight.toFixed(2),
    String(edge.support),
  ])
  return [
    `${name} · ${kind} · ${id}`,
    ...(aliases.length ? [`also ${aliases.join(', ')}`] : []),
    `${mentions} mentions in ${documents} documents${seen}`,
    ...links.map(({ url }) => url),
    ...(definition ? ['', 'What it is', describeReceipt(definition)] : []),
    '',
    `Company (${company.items.length} of ${company.total})`,
    table(['name', 'kind', 'closest', 'weight', 'support'], rows),
    '',
    'Lines',
    ...receipts.slice(0, LINES).map(describeReceipt),
    ...(receipts.length > LINES ? [`… ${receipts.length - LINES} more with --json`] : []),
  ].join('\n')
}

export function describeReceipt({ path, line, quote, speaker }: Receipt): string {
  return `  ${path}:${line}${speaker ? ` · ${speaker}` : ''}\n    ${quote.replace(/\s+/g, ' ')}`
}
