/** The documents of the graph; one of them as its passages, with the names in it marked. */
import type { Place } from '../../ingest/types.ts'
import type { Document, DocumentDetail, Documents } from '../api.ts'
import { KithError } from '../errors.ts'
import type { Database, Params } from '../store/database.ts'
import { load } from '../store/queries.ts'
import { toPlace } from '../store/read.ts'
import { readMarks } from './receipts.ts'

interface Row {
  properties: Document
  about: string | null
}

export async function askDocuments(database: Database): Promise<Documents> {
  const rows = await load<Params, Row>('documents')(database, {})
  return { items: rows.map(toDocument), total: rows.length }
}

/** @throws KithError `not_found` */
export async function askDocument(database: Database, id: string): Promise<DocumentDetail> {
  const [row] = await load<{ id: string }, Row>('document')(database, { id })
  if (!row) throw new KithError('not_found', `No document has the id "${id.slice(0, 120)}".`)
  type Stored = { id: string; text: string; place: Omit<Place, 'document'> }
  const passages = await load<{ id: string }, Stored>('document-passages')(database, { id })
  const marks = await readMarks(database, [...new Set(passages.map((passage) => passage.id))])
  const names = new Map<string, DocumentDetail['names'][number]>()
  for (const { entity, name, kind } of [...marks.values()].flat()) names.set(entity, { id: entity, name, kind })
  return {
    ...toDocument(row),
    passages: passages.map(({ id: passage, text, place: stored }) => {
      const { line, start, end, thread, speaker, heading } = toPlace(id, stored)
      const own = (marks.get(passage) ?? []).map(({ start, end, entity, kind }) => ({ start, end, entity, kind }))
      return { id: passage, text, line, start, end, thread, speaker, heading, marks: own }
    }),
    names: [...names.values()].sort((a, b) => (a.id < b.id ? -1 : 1)),
  }
}

function toDocument({ properties: { id, path, title, date, lang, sha256, bytes }, about }: Row): Document {
  return { id, path, title, date: date ?? null, lang, sha256, bytes, ...(about && { about }) }
}
