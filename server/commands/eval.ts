/** `kith eval`: how well names are found, against hand annotations. */
import { readFile } from 'node:fs/promises'
import { basename } from 'node:path'
import type { Command } from '@commander-js/extra-typings'
import { ZodError, z } from 'zod'
import { KINDS } from '../../ingest/types.ts'
import { KithError } from '../errors.ts'
import { compare } from '../evaluate.ts'
import { reasonOf } from '../files.ts'
import type { Gold } from '../gold.ts'
import { type EntityRecall, type Score, toScores, toSlices } from '../scores.ts'
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
      const documents = await compare(golds, text)
      const { strict, span, ...others } = toScores(documents)
      const kinds = [...toSlices(documents, ({ kind }) => kind)].sort(([a], [b]) => (a < b ? -1 : 1))
      const scores: Record<string, Score | EntityRecall> = { strict, span, ...Object.fromEntries(kinds), ...others }
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

const gold: z.ZodType<Gold> = z.object({
  doc: z.string(),
  entities: z.array(
    z.object({
      surface: z.string().min(1),
      type: z.enum(KINDS),
      canonical: z.string(),
      only: z.array(z.int()).optional(),
      except: z.array(z.int()).optional(),
    }),
  ),
}) as z.ZodType<Gold>

async function readGold(file: string): Promise<Gold> {
  try {
    return gold.parse(JSON.parse(await readFile(file, 'utf8')))
  } catch (error) {
    throw new KithError('invalid', `${basename(file)} is no annotation: ${describe(error)}.`, { cause: error })
  }
}

function describe(error: unknown): string {
  if (!(error instanceof ZodError)) return reasonOf(error)
  const [issue] = error.issues
  return `${issue?.path.join('.') || 'it'}: ${issue?.message ?? 'it cannot be'}`
}

/** Entities have a recall alone. */
function row(score: Score | EntityRecall): string[] {
  const { precision = null, f1 = null } = 'f1' in score ? score : {}
  const figures = [precision, score.recall, f1].map((value) => value?.toFixed(3) ?? '')
  return [...figures, String(score.gold), String(score.found)]
}
