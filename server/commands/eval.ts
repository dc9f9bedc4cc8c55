/** `kith eval`: how well names are found, against hand annotations. */
import { readFile } from 'node:fs/promises'
import { basename } from 'node:path'
import type { Command } from '@commander-js/extra-typings'
import { KithError } from '../errors.ts'
import { evaluate, type Gold, type Score } from '../evaluate.ts'
import { print, printJson, table } from '../terminal.ts'

export function addEval(program: Command): void {
  program
    .command('eval')
    .description('compare the names found with hand annotations')
    .argument('<gold...>', 'JSON files of annotations')
    .requiredOption('--text <path...>', 'the folders or files that were annotated')
    .option('--json', 'print the scores as JSON')
    .action(async (files, { text, json }) => {
      const golds = await Promise.all(files.map(readGold))
      const scores = await evaluate(golds, text)
      if (json) printJson(scores)
      else
        print(
          table(
            ['', 'P', 'R', 'F1', 'gold', 'found'],
            Object.entries(scores).map(([name, score]) => [name, ...row(score)]),
          ),
        )
    })
}

async function readGold(file: string): Promise<Gold> {
  try {
    return JSON.parse(await readFile(file, 'utf8')) as Gold
  } catch (error) {
    throw new KithError(
      'invalid',
      `${basename(file)} is no annotation: ${error instanceof Error ? error.message : String(error)}.`,
    )
  }
}

function row({ precision, recall, f1, gold, found }: Score): string[] {
  return [precision, recall, f1].map((value) => value.toFixed(3)).concat(String(gold), String(found))
}
