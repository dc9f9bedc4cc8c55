/** `kith export`: the graph in a format of others. `jsonl` is the canonical one; `html` is a page to hand to a friend. */
import { createWriteStream } from 'node:fs'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { type Command, Option } from '@commander-js/extra-typings'
import { askNeighbors } from '../ask/entities.ts'
import { readNames } from '../ask/names.ts'
import { KithError } from '../errors.ts'
import { exportGraph, FORMATS } from '../export/export.ts'
import { reasonOf } from '../files.ts'
import type { Database } from '../store/database.ts'
import { toCount } from './count.ts'
import { withGraph } from './with-graph.ts'

/** More than that nobody reads, and no browser draws well. */
const MOST = 1_000

export function addExport(program: Command): void {
  program
    .command('export')
    .description('write the graph out')
    .addOption(new Option('--format <format>', 'the format').choices(FORMATS).default('jsonl' as const))
    .addOption(
      new Option('--what <table>', 'which table, for csv').choices(['entities', 'edges']).default('entities' as const),
    )
    .option('--ids <list>', 'only these entities: ids, names or aliases, with commas between')
    .option('--around <entity>', 'only this entity and its closest company')
    .option('--limit <n>', 'entities around one, or in the first picture of a page', toCount, 48)
    .option('--title <text>', 'the title of a page', 'Kith')
    .option('--no-documents', 'leave the text of whole documents out of a page; the lines stay')
    .option('--graph <url>', 'the graph to read')
    .option('--out <file>', 'write to a file instead of the terminal')
    .action(({ format, what, ids, around, limit, title, documents, graph, out }) =>
      withGraph(graph, async (database) => {
        if (limit > MOST)
          throw new KithError('invalid', `--limit takes at most ${MOST}. Export a graph of that size as jsonl or csv.`)
        const chosen = await choose(database, { ids, around, limit })
        const chunks = await exportGraph(database, { format, what, ids: chosen, limit, view: { title, documents } })
        const source = Readable.from(chunks)
        if (out) await pipeline(source, createWriteStream(out)).catch((error: unknown) => refuse(out, error))
        else await pipeline(source, process.stdout, { end: false })
      }),
    )
}

interface Choice {
  ids: string | undefined
  around: string | undefined
  limit: number
}

/** @throws KithError `not_found`, with what comes nearest */
async function choose(database: Database, { ids, around, limit }: Choice): Promise<string[] | undefined> {
  if (ids !== undefined && around !== undefined)
    throw new KithError('invalid', '--ids and --around cannot be given together. Leave one of them out.')
  if (ids === undefined && around === undefined) return undefined
  const names = await readNames(database)
  if (around !== undefined) {
    const { id } = names.require(around)
    const company = limit > 1 ? (await askNeighbors(database, id, { limit: limit - 1 })).items : []
    return [id, ...company.map(({ entity }) => entity.id)]
  }
  const wanted = (ids ?? '').split(',').map((text) => text.trim())
  const found = [...new Set(wanted.filter(Boolean).map((text) => names.require(text).id))]
  if (found.length === 0) throw new KithError('invalid', '--ids names no entity. Give some, with commas between.')
  if (found.length > MOST) throw new KithError('invalid', `--ids takes at most ${MOST} entities.`)
  return found
}

function refuse(out: string, error: unknown): never {
  throw new KithError('unavailable', `${out} cannot be written (${reasonOf(error)}). Choose another with --out.`, {
    cause: error,
  })
}
