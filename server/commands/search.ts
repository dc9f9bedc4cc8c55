/** `kith search`: entities by any of their names, papers by their words, passages by theirs. */
import { type Command, InvalidArgumentError } from '@commander-js/extra-typings'
import { FOUND_GROUPS, type Found, type FoundGroup } from '../api/search.ts'
import { readNames } from '../ask/names.ts'
import { readPassages } from '../find/passages.ts'
import { readTitles } from '../find/passages-papers.ts'
import { createSearch } from '../find/search.ts'
import type { Database } from '../store/database.ts'
import { print, printJson, table } from '../terminal.ts'
import { toCount } from './count.ts'
import { withGraph } from './with-graph.ts'

/** Papers and passages one reads at a glance; --json tells as many as of names. */
const FEW = 5

export function addSearch(program: Command): void {
  program
    .command('search')
    .description('find names, papers and passages: Chinese or English, by pinyin, misspelled, or as a "phrase"')
    .argument('<words...>', 'a name or a part of one, or words of a passage')
    .option('--graph <url>', 'the graph to search')
    .option('--limit <n>', 'at most this many of each', toCount, 20)
    .option('--in <groups>', `only some of ${FOUND_GROUPS.join(',')}`, toGroups)
    .option('--json', 'print the answer as JSON')
    .action(async (words, { graph, limit, in: groups, json }) => {
      const query = words.join(' ')
      const found = await withGraph(graph, (database) => searchIn(database)(query, { limit, groups }))
      if (json) return printJson(found)
      const parts = found.groups.flatMap((group) => LISTS[group](found))
      print(parts.length > 0 ? parts.join('\n\n') : `Nothing is called or holds "${found.asked}".`)
    })
}

function searchIn(database: Database) {
  return createSearch({
    names: () => readNames(database),
    titles: () => readTitles(database),
    passages: () => readPassages(database),
  })
}

function toGroups(text: string): FoundGroup[] {
  return text.split(',').map((one) => {
    const group = FOUND_GROUPS.find((known) => known === one.trim())
    if (!group) throw new InvalidArgumentError(`Name some of ${FOUND_GROUPS.join(', ')}, with commas.`)
    return group
  })
}

/** Each as a paragraph, or as none where there is nothing. */
const LISTS: Readonly<Record<FoundGroup, (found: Found) => string[]>> = {
  entities({ items, total }) {
    const rows = items.map(({ id, name, kind, alias, how, mentions }) => [id, name, kind, alias, how, String(mentions)])
    return lines(table(['id', 'name', 'kind', 'found as', 'how', 'mentions'], rows), items.length, total)
  },
  papers({ papers: { items, total } }) {
    const few = items.slice(0, FEW).map(({ title, authors, year, arxiv, snippet }) => {
      const facts = [
        authors[0] && `${authors[0]}${authors.length > 1 ? ' et al.' : ''}`,
        year,
        arxiv && `arXiv:${arxiv}`,
      ]
      const hit = snippet === title || snippet === `arXiv:${arxiv}` ? [] : [`    ${snippet}`]
      return [`  ${title}`, `    ${facts.filter(Boolean).join(', ')}`, ...hit].join('\n')
    })
    return lines(`Papers\n${few.join('\n')}`, few.length, total)
  },
  passages({ passages: { items, total, meant } }) {
    const few = items
      .slice(0, FEW)
      .map(({ path, line, snippet }) => `  ${path}:${line}\n    ${snippet.replace(/\s+/g, ' ')}`)
    return lines(`Passages${meant ? ` with ${meant}` : ''}\n${few.join('\n')}`, few.length, total)
  },
}

function lines(text: string, told: number, total: number): string[] {
  if (total === 0) return []
  return [total > told ? `${text}\n${told} of ${total}` : text]
}
