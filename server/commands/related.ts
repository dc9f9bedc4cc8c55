/** `kith related`: the papers that matter for a concept, each with the reason; or why one of them does not. */
import { type Command, InvalidArgumentError, Option } from '@commander-js/extra-typings'
import { PARTS, relatedRequest } from '../api/related.ts'
import { day } from '../api.ts'
import { readNames } from '../ask/names.ts'
import { readConfig } from '../config.ts'
import { loadEmbedder } from '../find/embedder.ts'
import { readPapers } from '../find/related.ts'
import { keptFile } from '../keep/kept.ts'
import { readPaperIds } from '../keep/marks.ts'
import { print, printJson } from '../terminal.ts'
import { describeRelated, describeWhy } from './related-text.ts'
import { withGraph } from './with-graph.ts'

/** A paper is weighed against the best ten, however few are to be printed. */
const BEST = 10

export function addRelated(program: Command): void {
  program
    .command('related')
    .description('rank the papers that matter for a concept, with the reason for each')
    .argument('<concept...>', 'an id, a name, any alias, or free text; a paper too')
    .option('--graph <url>', 'the graph to read')
    .option('--from <date>', 'only papers from this day, month or year on', toDay)
    .option('--to <date>', 'only papers up to this day, month or year', toDay)
    .addOption(new Option('--evidence <part>', 'only papers with something in this part').choices(PARTS))
    .addOption(new Option('--unread', 'only papers that are not marked as read').conflicts('read'))
    .option('--read', 'only papers that are marked as read')
    .option('--why <paper>', 'say why this paper is missing or low: an id, a name or an arXiv number')
    .option('--kept <file>', 'the file of what was read, where it is not beside the documents')
    .option('--limit <n>', 'at most this many, 1 to 100', toLimit, 10)
    .option('--json', 'print the answer as JSON')
    .action(async (words, { graph, kept, json, why, limit, from, to, evidence, unread, read }, command) => {
      const concept = words.join(' ')
      const seen = unread ? 'unread' : read ? 'read' : undefined
      const filters = { from, to, evidence, seen } as const
      const asked = relatedRequest.safeParse({ concept, limit, paper: why, ...filters })
      if (!asked.success) return command.error(toSentence(asked.error.issues[0], { from, to }))
      const related = await withGraph(graph, async (database) => {
        const names = await readNames(database)
        const config = readConfig({ graph, kept })
        const ids = await readPaperIds(await keptFile(config), names)
        const papers = await readPapers(database, names, { embedder: await loadEmbedder(config.embedder) })
        const most = why === undefined ? limit : Math.max(limit, BEST)
        return papers.related(concept, { ...filters, limit: most, paper: why, read: ids })
      })
      if (json) return printJson({ ...related, items: related.items.slice(0, limit) })
      print(why === undefined ? describeRelated(related, concept, isFiltered(filters)) : describeWhy(related))
    })
}

const isFiltered = (filters: object): boolean => Object.values(filters).some((value) => value !== undefined)

function toLimit(text: string): number {
  const { success, data } = relatedRequest.shape.limit.safeParse(text)
  if (!success) throw new InvalidArgumentError('It must be a whole number from 1 to 100.')
  return data
}

function toDay(text: string): string {
  if (!day.safeParse(text).success)
    throw new InvalidArgumentError('A date looks like 2023-12-10; a month and a year will do.')
  return text
}

interface Span {
  from: string | undefined
  to: string | undefined
}

function toSentence(issue: { path: PropertyKey[]; message: string } | undefined, { from, to }: Span): string {
  if (issue?.path[0] === 'from') return `--from ${from} is after --to ${to}.`
  return `${String(issue?.path[0] ?? 'The request')}: ${issue?.message ?? 'it cannot be'}.`
}
