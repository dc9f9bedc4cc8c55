/** `kith digest`: what the newest documents added. */
import { writeFile } from 'node:fs/promises'
import { type Command, InvalidArgumentError, Option } from '@commander-js/extra-typings'
import { DIGEST_FORMATS, type Digest, type DigestFormat } from '../api/keep.ts'
import { day } from '../api.ts'
import { KithError } from '../errors.ts'
import { reasonOf } from '../files.ts'
import { readPapers } from '../find/related.ts'
import { readDays } from '../keep/days.ts'
import { askDigest } from '../keep/digest.ts'
import { digestAtom } from '../keep/digest-atom.ts'
import { digestMarkdown } from '../keep/digest-markdown.ts'
import { toMarks, toWanted } from '../keep/marks.ts'
import { print } from '../terminal.ts'
import { withKept } from './keep.ts'

export function addDigest(program: Command): void {
  program
    .command('digest')
    .description('tell what the newest documents added: papers for what you follow, first meetings, new names')
    .option('--since <date>', 'a day, a month or a year; default the last dated day before the newest', toDay)
    .option('--until <date>', 'default the newest', toDay)
    .option('--concept <names...>', 'instead of what you follow: ids, names or words')
    .addOption(new Option('--format <format>', 'the format').choices(DIGEST_FORMATS).default('md' as const))
    .option('--graph <url>', 'the graph to read')
    .option('--kept <file>', 'what is followed and was read; default kith.kept.yaml beside the documents')
    .option('--out <file>', 'write to a file instead of the terminal')
    .option('--json', 'the same as --format json')
    .action(({ since, until, concept, format, out, json, ...options }) =>
      withKept(options, async ({ database, names, kept }) => {
        if (since !== undefined && until !== undefined && since > `${until}~`)
          throw new KithError('invalid', `--since ${since} is after --until ${until}. Give them the other way round.`)
        const marks = toMarks(await kept(), names)
        const sources = { database, days: await readDays(database), papers: await readPapers(database, names) }
        const concepts = toWanted(concept, marks, names)
        const digest = await askDigest(sources, { since, until, concepts, read: new Set(marks.read) })
        const text = WRITERS[json ? 'json' : format](digest, concept)
        if (out === undefined) return print(text.trimEnd())
        await writeFile(out, text).catch((error: unknown) => refuse(out, error))
      }),
    )
}

const WRITERS: Readonly<Record<DigestFormat, (digest: Digest, asked?: readonly string[]) => string>> = {
  md: digestMarkdown,
  atom: (digest, asked) => digestAtom(digest, { asked }),
  json: (digest) => `${JSON.stringify(digest, null, 2)}\n`,
}

function toDay(text: string): string {
  if (day.safeParse(text).success) return text
  throw new InvalidArgumentError('A date looks like 2023-12-10, 2023-12 or 2023.')
}

function refuse(out: string, error: unknown): never {
  throw new KithError('unavailable', `${out} cannot be written (${reasonOf(error)}). Choose another with --out.`, {
    cause: error,
  })
}
