/** One entity: what it is, where it is at home, and the documents, months and lines that name it. */
import { order } from '../../ingest/entities.ts'
import type { Entity } from '../../ingest/types.ts'
import type { EntityDetail } from '../api.ts'
import { KithError } from '../errors.ts'
import type { Database } from '../store/database.ts'
import { load } from '../store/queries.ts'
import { toEntity } from '../store/read.ts'
import { askDefinition } from './definition.ts'
import { countCompany } from './entities.ts'
import { askLinks } from './links.ts'
import { toReceipts } from './receipts.ts'

/** Documents and lines an answer names at most. */
const MOST_DOCUMENTS = 200
const MOST_LINES = 50

const readEntity = load<{ id: string }, { properties: Entity }>('entity')
const readDocuments = load<{ id: string; limit: number }, EntityDetail['perDocument'][number]>('entity-documents')
const readLines = load<{ id: string; limit: number }, { id: string; start: number; end: number }>('entity-lines')

interface Dated {
  date: string
  mentions: number
}
const readDates = load<{ id: string }, Dated>('entity-dates')

/** @throws KithError `not_found` */
export async function askEntity(database: Database, id: string): Promise<EntityDetail> {
  const [row] = await readEntity(database, { id })
  if (!row)
    throw new KithError('not_found', `No entity has the id "${id.slice(0, 120)}". Search for a part of its name.`)
  const entity = toEntity(row.properties)
  const lines = await readLines(database, { id, limit: MOST_LINES })
  const perDocument = await readDocuments(database, { id, limit: MOST_DOCUMENTS })
  const byDocument = new Map(perDocument.map(({ document, mentions }) => [document, mentions]))
  return {
    ...entity,
    perDocument: perDocument.map((document) => ({ ...document, date: document.date ?? null })),
    perMonth: toMonths(await readDates(database, { id })),
    neighbors: await countCompany(database, id),
    definition: await askDefinition(database, id, byDocument),
    links: await askLinks(database, entity),
    receipts: await toReceipts(database, await wholeLines(database, lines)),
  }
}

function toMonths(days: readonly Dated[]): EntityDetail['perMonth'] {
  const months = new Map<string, number>()
  for (const { date, mentions } of days) {
    const month = /^\d{4}-\d{2}/.exec(date)?.[0]
    if (month) months.set(month, (months.get(month) ?? 0) + mentions)
  }
  return [...months].map(([month, mentions]) => ({ month, mentions })).sort((a, b) => order(a.month, b.month))
}

/** The line (or lines) around the names, so that a quote can be read. */
async function wholeLines(database: Database, lines: { id: string; start: number; end: number }[]) {
  const rows = await load<{ ids: string[] }, { id: string; text: string }>('quoted')(database, {
    ids: lines.map(({ id }) => id),
  })
  const texts = new Map(rows.map(({ id, text }) => [id, text]))
  return lines.map(({ id, start, end }) => {
    const text = texts.get(id) ?? ''
    const from = Math.max(text.lastIndexOf('\n', start - 1) + 1, start - AROUND)
    const after = text.indexOf('\n', end)
    return {
      passage: id,
      start: from,
      end: Math.min(after < 0 ? text.length : after, Math.max(end, start + AROUND) + AROUND),
    }
  })
}

/** Code units of context on either side of a name, where its line is very long. */
const AROUND = 300
