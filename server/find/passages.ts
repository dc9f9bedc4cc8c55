/**
 * The passages of a graph, found by their words as one types.
 *
 * The index of their words is made once for each graph, when it is first asked for, in slices between which the server
 * answers others. The texts themselves stay in the store: only those that are told are fetched.
 */
import { setImmediate } from 'node:timers/promises'
import { order } from '../../ingest/entities.ts'
import type { FoundPassage } from '../api/search.ts'
import type { Document } from '../api.ts'
import type { Database, Params } from '../store/database.ts'
import { load } from '../store/queries.ts'
import { createIndexBuilder, type WordIndex } from './passages-index.ts'
import { createNear } from './passages-near.ts'
import { toQuery } from './passages-query.ts'
import { createRanker, type Tier } from './passages-rank.ts'
import { createSnippets, type Snippet } from './passages-snippet.ts'

export interface PassageOptions {
  /** At most this many are told; all are counted. */
  limit: number
  /** Whether a word that stands nowhere may mean one that is spelled nearly so. Default true. */
  guess?: boolean
}

export interface Passages {
  /** Best first: the very phrase, then all words, then most of them. */
  search(typed: string, options: PassageOptions): Promise<PassageHits>
}

export interface PassageHits {
  items: FoundPassage[]
  total: number
  /** How well the best answers; null where there is none. */
  best: Tier | null
  /** How many words, or Chinese characters less one, were looked for. */
  words: number
  /** Whether a word was taken for another. */
  isGuess: boolean
}

/** A passage at one of its places. */
interface Stored {
  passage: string
  /** A place in the list of documents. */
  document: number
  start: number
  line: number
  date: string | null
}

/** A passage at the first of its places, by date. */
interface Place extends Stored {
  /** How many places it has. */
  count: number
  worth: number
}

/** Front matter, markup and what a hundred documents repeat hold words, too, but nobody writes them to say something. */
const APART = 0.5
const REPEATED = 20

/** Documents read at a time: some milliseconds' work. */
const PAGE = 50

export async function readPassages(database: Database): Promise<Passages> {
  const documents = await readDocuments(database)
  const places = new Map<string, Place>()
  const builder = createIndexBuilder()
  const kept: string[] = []
  for (let from = 0; from < documents.length; from += PAGE) {
    for (const { text, ...row } of await readPage(database, documents, from)) {
      const known = places.get(row.passage)
      const count = (known?.count ?? 0) + 1
      if (!known) {
        places.set(row.passage, { ...row, count, worth: isApart(text) ? APART : 1 })
        if (builder.add(text)) kept.push(row.passage)
      } else Object.assign(known, { ...(isBefore(row, known) && row), count })
    }
    await setImmediate()
  }
  const index = builder.finish()
  const told = kept.map((passage) => places.get(passage) as Place)
  return createPassages(database, index, documents, told)
}

async function readDocuments(database: Database): Promise<Document[]> {
  const rows = await load<Params, { properties: Document }>('documents')(database, {})
  return rows.map(({ properties }) => properties).sort((a, b) => order(a.id, b.id))
}

async function readPage(
  database: Database,
  documents: readonly Document[],
  from: number,
): Promise<(Stored & { text: string })[]> {
  type Row = Omit<Stored, 'document'> & { document: string; text: string }
  const ids = documents.slice(from, from + PAGE).map(({ id }) => id)
  const rows = await load<{ ids: string[] }, Row>('passages-of-documents')(database, { ids })
  return rows
    .map((row) => ({ ...row, document: from + ids.indexOf(row.document), date: row.date ?? null }))
    .sort((a, b) => a.document - b.document || a.start - b.start)
}

function isApart(text: string): boolean {
  return /^(?:---\n|<[a-z])/.test(text)
}

/** As places are told everywhere: by date, what has none last; documents stand by their ids already. */
function isBefore(one: Stored, other: Stored): boolean {
  const byDate = order(one.date ?? '9999', other.date ?? '9999')
  return (byDate || one.document - other.document || one.start - other.start) < 0
}

/** @param places of the texts of the index, by their numbers */
function createPassages(
  database: Database,
  index: WordIndex,
  documents: readonly Document[],
  places: readonly Place[],
): Passages {
  const worths = Float64Array.from(places, ({ count, worth }) => (count > REPEATED ? APART : worth))
  const rank = createRanker(index, { worthOf: (text) => worths[text] as number })
  const near = createNear(index)
  return {
    async search(typed, { limit, guess = true }) {
      const query = toQuery(index, typed, guess ? near : undefined)
      const { items, total } = rank(query, limit)
      const found = items.map(({ text, ...rest }) => ({ ...rest, place: places[text] as Place }))
      const texts = await textsOf(
        database,
        found.map(({ place }) => place.passage),
      )
      const toSnippet = createSnippets(index, query)
      return {
        items: found.flatMap(({ place, score }) => {
          const text = texts.get(place.passage)
          return text === undefined ? [] : [toHit(text, place, documents, toSnippet, score)]
        }),
        total,
        best: items[0]?.tier ?? null,
        words: query.slots.length,
        isGuess: query.isGuess,
      }
    },
  }
}

async function textsOf(database: Database, ids: string[]): Promise<Map<string, string>> {
  if (ids.length === 0) return new Map()
  const rows = await load<{ ids: string[] }, { id: string; text: string }>('read-passages')(database, { ids })
  return new Map(rows.map(({ id, text }) => [id, text]))
}

function toHit(
  text: string,
  { passage, document, start, line, date }: Place,
  documents: readonly Document[],
  toSnippet: (text: string) => Snippet,
  score: number,
): FoundPassage {
  const { id, path, title } = documents[document] as Document
  const stretch = toSnippet(text)
  return {
    passage,
    document: id,
    path,
    title,
    line: line + text.slice(0, stretch.start).split('\n').length - 1,
    start: start + stretch.start,
    end: start + stretch.end,
    date,
    snippet: text.slice(stretch.start, stretch.end),
    marks: stretch.marks,
    score,
  }
}
