/** A passage as receipts: its words with the names in them marked, once for each place it stands in. */

import { byPlace } from '../../ingest/place.ts'
import type { Place } from '../../ingest/types.ts'
import type { Passages, Receipt } from '../api.ts'
import { KithError } from '../errors.ts'
import type { Database } from '../store/database.ts'
import { load } from '../store/queries.ts'
import { toPlace } from '../store/read.ts'
import { readMarks } from './receipts.ts'

interface Quoted {
  id: string
  text: string
  document: string
  path: string
  place: Omit<Place, 'document'>
}

const readQuoted = load<{ ids: string[] }, Quoted>('quoted')

/**
 * In the order of the places.
 *
 * @throws KithError `not_found`
 */
export async function askPassage(database: Database, id: string): Promise<Passages> {
  const rows = await readQuoted(database, { ids: [id] })
  if (!rows.length) throw new KithError('not_found', `No passage has the id "${id.slice(0, 120)}".`)
  const marks = ((await readMarks(database, [id])).get(id) ?? []).map(({ name: _, ...mark }) => mark)
  const items = rows
    .map(({ text, document, path, place: stored }) => ({ text, path, place: toPlace(document, stored) }))
    .sort((a, b) => byPlace(a.place, b.place))
    .map(({ text, path, place: { document, line, start, date, speaker } }): Receipt => {
      return { document, path, line, start, end: start + text.length, quote: text, passage: id, date, speaker, marks }
    })
  return { items, total: items.length }
}
