/** `kith gaps`: names with much company in common that nothing joins, and papers that nobody discusses. */
import { type Command, Option } from '@commander-js/extra-typings'
import { KINDS } from '../../ingest/types.ts'
import type { GapPair, GapPaper, Gaps, PaperBetween } from '../api/gaps.ts'
import type { Receipt } from '../api.ts'
import { readNames } from '../ask/names.ts'
import { readTables } from '../ask/picture.ts'
import { readGaps } from '../find/gaps.ts'
import { readLibrary } from '../find/library.ts'
import { print, printJson } from '../terminal.ts'
import { toCount } from './count.ts'
import { describeReceipt } from './show.ts'
import { withGraph } from './with-graph.ts'

export function addGaps(program: Command): void {
  program
    .command('gaps')
    .description('names that share much company and are never joined, and papers that nobody discusses')
    .argument('[concept...]', 'only gaps around it: an id, a name or any alias')
    .option('--between <name>', 'the papers that speak of the concept and of this name, in no line of both')
    .addOption(new Option('--kind <kind...>', 'only pairs of these kinds').choices(KINDS))
    .option('--graph <url>', 'the graph to read')
    .option('--limit <n>', 'of each list at most this many', toCount, 10)
    .option('--json', 'print the answer as JSON')
    .action(async (words, { between, kind: kinds, graph, limit, json }, command) => {
      const concept = words.join(' ') || undefined
      if (between !== undefined && concept === undefined)
        command.error('error: --between takes two names: kith gaps <concept> --between <name>', { exitCode: 2 })
      const answer = await withGraph(graph, async (database) => {
        const names = await readNames(database)
        const gaps = await readGaps(database, names, await readTables(database), await readLibrary(database))
        if (between === undefined || concept === undefined) return gaps.ask({ kinds, limit, concept })
        return gaps.between(concept, between, limit)
      })
      if (json) return printJson(answer)
      print('pairs' in answer ? describe(answer) : describePapers(answer.items, answer.total))
    })
}

function describe({ concept, pairs, undiscussed, between }: Gaps): string {
  const around = concept ? ` around ${concept.name}` : ''
  const parts = [
    pairs.total === 0
      ? `No two names${around} share much company without being joined.`
      : [`Names that share company and are never joined${around}:`, ...pairs.items.map(describePair)].join('\n\n'),
    undiscussed.total === 0
      ? `No paper${around} was put down without a word.`
      : [
          `Papers that nobody discusses${around} (${undiscussed.items.length} of ${undiscussed.total}):`,
          ...undiscussed.items.map((paper) => `${describePaper(paper)}\n${describeReceipt(paper.receipt)}`),
        ].join('\n'),
  ]
  if (between.total > 0)
    parts.push(['Papers that speak of both, in no line of both:', ...between.items.map(describeBetween)].join('\n'))
  return parts.join('\n\n')
}

function describeBetween(paper: PaperBetween): string {
  return `  ${paper.a.name} – ${paper.b.name}: ${describePaper(paper)}`
}

/** `RWKV – scaling`, how much they share, and for each shared name the line of either side. */
function describePair({ a, b, score, shared, company, papers }: GapPair): string {
  const facts = [
    `${shared} names in common`,
    `score ${score.toFixed(3)}`,
    ...(papers ? [`${papers} papers of both`] : []),
  ]
  const lines = company
    .slice(0, 2)
    .flatMap((name) => [
      `  ${a.name} – ${name.name} – ${b.name}`,
      ...[name.a, name.b].flatMap((receipts): Receipt[] => receipts.slice(0, 1)).map(describeReceipt),
    ])
  return [`${a.name} – ${b.name}: ${facts.join(', ')}`, ...lines].join('\n')
}

function describePapers(papers: readonly PaperBetween[], total: number): string {
  if (total === 0) return 'No paper speaks of both without a line of both.'
  const told = papers.map((paper) => [describePaper(paper), ...paper.receipts.map(describeReceipt)].join('\n'))
  return [...told, ...(total > papers.length ? [`${papers.length} of ${total}`] : [])].join('\n')
}

function describePaper({ title, year, arxiv }: GapPaper): string {
  const number = arxiv && !title.includes(arxiv) ? ` arXiv:${arxiv}` : ''
  return `${title}${year ? ` (${year})` : ''}${number}`
}
