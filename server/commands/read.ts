/** `kith read`: papers that were read, so that a digest leaves them out. */
import type { Command } from '@commander-js/extra-typings'
import { toChange, today, toMarks } from '../keep/marks.ts'
import { print, printJson, table } from '../terminal.ts'
import { withKept } from './keep.ts'

export function addRead(program: Command): void {
  program
    .command('read')
    .description('mark papers as read, so that "kith digest" leaves them out; alone, list those that are')
    .argument('[papers...]', 'ids, titles or aliases; quote a title')
    .option('--not', 'mark them as not read')
    .option('--graph <url>', 'the graph whose papers are meant')
    .option('--kept <file>', 'where it is kept; default kith.kept.yaml beside the documents')
    .option('--json', 'print what was read as JSON')
    .action((texts, { json, not = false, ...options }) =>
      withKept(options, async ({ names, kept, change, file }) => {
        const asked = not ? { unread: texts } : { read: texts }
        const after = texts.length ? await change(toChange(asked, names, today())) : await kept()
        const { read } = toMarks(after, names)
        if (json) return printJson({ items: read, total: read.length })
        if (texts.length)
          return print(`${describeCount(texts.length)} ${not ? 'not read' : 'read'}: written to ${file}.`)
        if (read.length === 0) return print('Nothing is marked as read. "kith read PAPER" marks a paper.')
        print(
          table(
            ['paper', 'id'],
            read.map((id) => [names.find(id)?.name ?? '', id]),
          ),
        )
      }),
    )
}

function describeCount(count: number): string {
  return count === 1 ? 'Marked 1 paper as' : `Marked ${count} papers as`
}
