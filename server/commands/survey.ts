/** `kith survey`: a concept's sections, papers, timeline and open questions, all of it quoted, as Markdown. */
import { writeFileSync } from 'node:fs'
import { type Command, InvalidArgumentError, Option } from '@commander-js/extra-typings'
import { readNames } from '../ask/names.ts'
import { readTables } from '../ask/picture.ts'
import { KithError } from '../errors.ts'
import { reasonOf } from '../files.ts'
import { readPapers } from '../find/related.ts'
import { bibtexOf } from '../survey/bibliography.ts'
import { toMarkdown } from '../survey/markdown.ts'
import { askSurvey, requireSome } from '../survey/survey.ts'
import { SURVEY_LANGUAGES } from '../survey/words.ts'
import { print, printJson } from '../terminal.ts'
import { toCount } from './count.ts'
import { withGraph } from './with-graph.ts'

const MOST_PAPERS = 100

export function addSurvey(program: Command): void {
  program
    .command('survey')
    .description('start a survey of a concept: sections, papers, timeline, open questions, all quoted, as Markdown')
    .argument('<concept...>', 'an id, a name, any alias, or free text')
    .option('--graph <url>', 'the graph to read')
    .option('--papers <n>', `at most this many papers, up to ${MOST_PAPERS}`, toPapers, 30)
    .addOption(
      new Option('--lang <lang>', 'of the words around the quotes').choices(SURVEY_LANGUAGES).default('en' as const),
    )
    .option('--out <file>', 'write to a file instead of the terminal')
    .option('--json', 'print the answer as JSON')
    .action((words, { graph, papers: limit, lang, out, json }) =>
      withGraph(graph, async (database) => {
        const names = await readNames(database)
        const [tables, papers] = [await readTables(database), await readPapers(database, names)]
        const survey = await askSurvey({ database, names, tables, papers }, words.join(' '), { papers: limit })
        requireSome(survey)
        if (json && !out) return printJson(survey)
        const text = json
          ? `${JSON.stringify(survey, null, 2)}\n`
          : toMarkdown(survey, { language: lang, bibtex: bibtexOf(survey, papers.library) })
        if (out) write(out, text)
        else print(text.trimEnd())
      }),
    )
}

function toPapers(text: string): number {
  const count = toCount(text)
  if (count > MOST_PAPERS) throw new InvalidArgumentError(`It must be at most ${MOST_PAPERS}.`)
  return count
}

function write(out: string, text: string): void {
  try {
    writeFileSync(out, text)
  } catch (cause) {
    throw new KithError('unavailable', `${out} cannot be written (${reasonOf(cause)}). Choose another with --out.`, {
      cause,
    })
  }
}
