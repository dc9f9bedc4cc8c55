/** The papers of a graph, found by words of their titles, by their authors and by their arXiv ids, in any order. */
import { order } from '../../ingest/entities.ts'
import type { Entity } from '../../ingest/types.ts'
import type { FoundPaper } from '../api/search.ts'
import type { Database, Params } from '../store/database.ts'
import { load } from '../store/queries.ts'
import { toEntity } from '../store/read.ts'
import { createIndexBuilder } from './passages-index.ts'
import { toQuery } from './passages-query.ts'
import { createRanker, type Tier } from './passages-rank.ts'
import { createSnippets, type Snippet } from './passages-snippet.ts'

export interface FoundTitle {
  id: string
  tier: Tier
  score: number
}

export interface TitleHits {
  /** All whose lines hold the words, best first. */
  items: FoundTitle[]
  /** A paper, however it was found, with the words marked where they stand. */
  describe(id: string): Omit<FoundPaper, 'how' | 'score'> | undefined
}

export interface Titles {
  search(typed: string): TitleHits
}

export async function readTitles(database: Database): Promise<Titles> {
  const rows = await load<Params, { properties: Entity }>('papers')(database, {})
  return createTitles(rows.map(({ properties }) => toEntity(properties)))
}

export function createTitles(entities: readonly Entity[]): Titles {
  const builder = createIndexBuilder({ twins: true })
  const papers = [...entities]
    .sort((a, b) => order(a.id, b.id))
    .filter((paper) => builder.add(linesOf(paper).join('\n')))
  const byId = new Map(papers.map((paper) => [paper.id, paper]))
  const index = builder.finish()
  const rank = createRanker(index, { nearest: false })
  return {
    search(typed) {
      const query = toQuery(index, typed)
      const toSnippet = createSnippets(index, query)
      const items = rank(query, papers.length).items.map(({ text, ...found }) => ({
        id: papers[text]?.id ?? '',
        ...found,
      }))
      return {
        items,
        describe(id) {
          const paper = byId.get(id)
          if (!paper) return undefined
          const { title, name, authors, year, arxiv } = paper
          const facts = { id, title: title ?? name, authors: authors ?? [], year: year ?? null, arxiv: arxiv ?? null }
          return { ...facts, ...mostMarked(linesOf(paper), toSnippet) }
        },
      }
    },
  }
}

type Marked = Pick<FoundPaper, 'snippet' | 'marks'>

/** The line with most of the words; the title where they stand nowhere. */
function mostMarked(lines: readonly string[], toSnippet: (text: string) => Snippet): Marked {
  const snippets = lines.map((line): Marked => {
    const { start, end, marks } = toSnippet(line)
    return { snippet: line.slice(start, end), marks }
  })
  return snippets.reduce((most, one) => (one.marks.length > most.marks.length ? one : most))
}

/** What a paper is found by; the first is what it is called. */
function linesOf({ title, name, authors, arxiv }: Entity): string[] {
  return [title ?? name, authors?.join(', ') ?? '', arxiv ? `arXiv:${arxiv}` : ''].filter(Boolean)
}
