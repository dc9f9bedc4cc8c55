/** `kith follow` and `kith unfollow`: whose papers and meetings `kith digest` tells first. */
import type { Command } from '@commander-js/extra-typings'
import type { KeptMarks } from '../api/keep.ts'
import { toChange, today, toMarks } from '../keep/marks.ts'
import { print, printJson, table } from '../terminal.ts'
import { withKept } from './keep.ts'

export function addFollow(program: Command): void {
  program
    .command('follow')
    .description('follow a name: what is new for it comes first in "kith digest"; alone, list what is followed')
    .argument('[names...]', 'ids, names or aliases; quote a name of several words')
    .option('--graph <url>', 'the graph whose names are meant')
    .option('--kept <file>', 'where it is kept; default kith.kept.yaml beside the documents')
    .option('--json', 'print what is followed as JSON')
    .action((texts, { json, ...options }) =>
      withKept(options, async ({ names, kept, change, file }) => {
        const found = texts.map((text) => names.require(text))
        const after = found.length ? await change(toChange({ follow: texts }, names, today())) : await kept()
        const { follows } = toMarks(after, names)
        if (json) return printJson({ items: follows, total: follows.length })
        if (found.length === 0) return print(describe(follows))
        print(`You follow ${found.map(({ name, id }) => `${name} (${id})`).join(', ')}: written to ${file}.`)
      }),
    )
}

export function addUnfollow(program: Command): void {
  program
    .command('unfollow')
    .description('follow a name no longer')
    .argument('<names...>', 'ids, names or aliases; quote a name of several words')
    .option('--graph <url>', 'the graph whose names are meant')
    .option('--kept <file>', 'where it is kept; default kith.kept.yaml beside the documents')
    .option('--json', 'print what is followed as JSON')
    .action((texts, { json, ...options }) =>
      withKept(options, async ({ names, kept, change }) => {
        const before = toMarks(await kept(), names).follows
        const after = await change(toChange({ unfollow: texts }, names, today()))
        const { follows } = toMarks(after, names)
        if (json) return printJson({ items: follows, total: follows.length })
        const gone = before.filter(({ id }) => !follows.some((one) => one.id === id))
        print(gone.length ? `No longer followed: ${gone.map(({ name }) => name).join(', ')}.` : NOTHING_GONE)
      }),
    )
}

const NOTHING_GONE = 'None of these was followed. "kith follow" alone shows what is.'

function describe(follows: KeptMarks['follows']): string {
  if (follows.length === 0) return 'Nothing is followed. "kith follow NAME" follows a model, a method, a concept.'
  return table(
    ['name', 'kind', 'id'],
    follows.map(({ name, kind, id }) => [name, kind, id]),
  )
}
