/**
 * A graph or a part of it → a file's text, for `kith export` and `/api/export` alike.
 *
 * `ids` are entities that are all there; without them it is the whole graph, or, for a page, its first picture.
 */

import { askOverview } from '../ask/overview.ts'
import { toLines } from '../canonical.ts'
import { KithError } from '../errors.ts'
import type { Database, Params } from '../store/database.ts'
import { load } from '../store/queries.ts'
import { readGraph, requireWhole } from '../store/read.ts'
import { toBibtex } from './bibtex.ts'
import { edgesCsv, entitiesCsv } from './csv.ts'
import { toPage } from './page.ts'
import { partOf, readAllEntities, readEdgesAmong } from './part.ts'
import { takeSnapshot, type View } from './snapshot.ts'

export const FORMATS = ['jsonl', 'csv', 'bibtex', 'html'] as const
export type Format = (typeof FORMATS)[number]

export const TYPES: Readonly<Record<Format, string>> = {
  jsonl: 'application/x-ndjson',
  csv: 'text/csv; charset=utf-8',
  bibtex: 'application/x-bibtex; charset=utf-8',
  html: 'text/html; charset=utf-8',
}

export interface ExportOptions {
  format: Format
  /** Which table, for csv. Default entities. */
  what?: 'entities' | 'edges' | undefined
  ids?: readonly string[] | undefined
  /** How a page looks at first; its title is "Kith" when there is none. */
  view?: { [Name in 'title' | 'hash' | 'positions' | 'documents']?: View[Name] | undefined } | undefined
  /** Entities of a page's first picture. Default 48. */
  limit?: number | undefined
}

/** @throws KithError where there is no graph, or none of the ids is in it */
export async function exportGraph(database: Database, options: ExportOptions): Promise<Iterable<string>> {
  await requireWhole(database)
  return WRITERS[options.format](database, options)
}

const WRITERS: Readonly<Record<Format, (database: Database, options: ExportOptions) => Promise<Iterable<string>>>> = {
  jsonl: async (database, { ids }) => {
    const graph = await readGraph(database)
    return toLines(ids ? partOf(graph, ids) : graph)
  },
  csv: async (database, { ids, what }) => {
    const all = await readAllEntities(database)
    const entities = chosen(all, ids)
    if (what !== 'edges') return [entitiesCsv(entities)]
    const edges = await readEdgesAmong(
      database,
      entities.map(({ id }) => id),
    )
    return [
      edgesCsv(
        edges.map(({ edge }) => edge),
        entities,
      ),
    ]
  },
  bibtex: async (database, { ids }) => {
    const all = await readAllEntities(database)
    return [toBibtex(chosen(all, ids), all)]
  },
  html: async (database, { ids, view = {}, limit = FIRST }) => {
    const { title = 'Kith', ...rest } = view
    const [counted] = await load<Params, { total: number }>('count-entities')(database, {})
    const total = counted?.total ?? 0
    if (total === 0)
      throw new KithError('not_found', 'The graph has no entities to show. Build it from notes that name some.')
    const picture = ids ? { ids } : await firstPicture(database, limit)
    return [toPage(await takeSnapshot(database, { title, ...rest, total, ...picture }))]
  },
}

async function firstPicture(database: Database, limit: number): Promise<Pick<View, 'ids' | 'drawn' | 'stories'>> {
  const { nodes, edges, stories } = await askOverview(database, limit)
  return { ids: nodes.map(({ id }) => id), drawn: edges, stories }
}

/** Entities of a page's first picture, as the explorer's. */
const FIRST = 48

/** In the order of their ids. */
function chosen<T extends { id: string }>(all: readonly T[], ids: readonly string[] | undefined): readonly T[] {
  if (!ids) return all
  const wanted = new Set(ids)
  return all.filter(({ id }) => wanted.has(id))
}

/** Of the ids those that are there. @throws KithError `not_found` where none is */
export async function requireSome(database: Database, ids: readonly string[]): Promise<string[]> {
  const known = new Set((await readAllEntities(database)).map(({ id }) => id))
  const found = [...new Set(ids)].filter((id) => known.has(id))
  if (found.length === 0)
    throw new KithError('not_found', 'None of these entities is in the graph any more. Search for them by name.')
  return found
}
