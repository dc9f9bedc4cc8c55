/**
 * Where every entity is named: the whole graph's documents and counts as typed arrays, read once for each graph, so that
 * a picture of hundreds of hubs knows its documents without a question to the database.
 *
 * The namings of one entity run from `starts[place]` to `starts[place + 1]`, by the document's place; documents stand by
 * path. 8 bytes a naming.
 */
import { order } from '../../ingest/entities.ts'
import type { PictureData } from '../api.ts'
import type { Database, Params } from '../store/database.ts'
import { load } from '../store/queries.ts'

export type NamingDocument = PictureData['documents'][number]

export interface Namings {
  /** By path. */
  documents: readonly NamingDocument[]
  /** The place of each entity that is named at all. */
  places: ReadonlyMap<string, number>
  starts: Uint32Array
  /** Of each naming: the place of its document, and how often the entity is named there. */
  inDocuments: Uint32Array
  mentions: Uint32Array
}

interface Row {
  entity: string
  documents: string[]
  mentions: number[]
}

const LONG = { timeout: 120_000 } as const

export async function readNamings(database: Database): Promise<Namings> {
  const documents = (await load<Params, { properties: NamingDocument }>('documents')(database, {}, LONG))
    .map(({ properties: { id, path, date } }) => ({ id, path, date: date ?? null }))
    .sort((a, b) => order(a.path, b.path))
  const rows = await load<Params, Row>('namings')(database, {}, LONG)
  rows.sort((a, b) => order(a.entity, b.entity))
  return pack(documents, rows)
}

function pack(documents: readonly NamingDocument[], rows: readonly Row[]): Namings {
  const placeOf = new Map(documents.map(({ id }, place) => [id, place]))
  const size = rows.reduce((sum, row) => sum + row.documents.length, 0)
  const packed = {
    documents,
    places: new Map(rows.map(({ entity }, place) => [entity, place])),
    starts: new Uint32Array(rows.length + 1),
    inDocuments: new Uint32Array(size),
    mentions: new Uint32Array(size),
  }
  let naming = 0
  for (const [place, row] of rows.entries()) {
    packed.starts[place] = naming
    const own = row.documents.map((id, at) => ({ document: placeOf.get(id) ?? 0, mentions: row.mentions[at] ?? 0 }))
    for (const { document, mentions } of own.sort((a, b) => a.document - b.document)) {
      packed.inDocuments[naming] = document
      packed.mentions[naming] = mentions
      naming++
    }
  }
  packed.starts[rows.length] = naming
  return packed
}

/** The places of the documents that name an entity, and how often each does. */
export function namingsOf(
  { places, starts, inDocuments, mentions }: Namings,
  id: string,
): { documents: Uint32Array; mentions: Uint32Array } {
  const place = places.get(id)
  const [from, to] = place === undefined ? [0, 0] : [starts[place], starts[place + 1]]
  return { documents: inDocuments.subarray(from, to), mentions: mentions.subarray(from, to) }
}
