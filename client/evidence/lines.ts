/** The lines that name an entity, gathered by the document they stand in. */
import { cut } from '../pieces.ts'
import type { DocumentDetail, EntityDetail, Receipt } from '../types.ts'

export const ORDERS = ['newest', 'oldest'] as const
export type Order = (typeof ORDERS)[number]

export type DocumentLines = EntityDetail['perDocument'][number] & {
  /** Of the lines that came with the answer, those of this document; none where there were too many. */
  readonly receipts: readonly Receipt[]
}

/** Documents without a date come last either way; those of one day by path. Lines stand as in the document. */
export function linesByDocument(
  { perDocument, receipts }: Pick<EntityDetail, 'perDocument' | 'receipts'>,
  order: Order,
): DocumentLines[] {
  const lines = new Map<string, Receipt[]>()
  for (const receipt of receipts) {
    const own = lines.get(receipt.document)
    if (own) own.push(receipt)
    else lines.set(receipt.document, [receipt])
  }
  const way = order === 'newest' ? -1 : 1
  return perDocument
    .map((document) => ({
      ...document,
      receipts: (lines.get(document.document) ?? []).sort((a, b) => a.line - b.line || a.start - b.start),
    }))
    .sort((a, b) => {
      if (a.date === null || b.date === null) return Number(a.date === null) - Number(b.date === null)
      return way * compare(a.date, b.date) || compare(a.path, b.path)
    })
}

/** The lines of a document that name an entity, each once, at most so many; made from the document itself. */
export function linesOf({ id, path, date, passages }: DocumentDetail, entity: string, most: number): Receipt[] {
  const found: Receipt[] = []
  for (const passage of passages) {
    let end = -1
    for (const mark of passage.marks) {
      if (mark.entity !== entity || mark.start < end) continue
      if (found.length >= most) return found
      const start = passage.text.lastIndexOf('\n', mark.start - 1) + 1
      const after = passage.text.indexOf('\n', mark.end)
      end = after < 0 ? passage.text.length : after
      found.push({
        document: id,
        path,
        line: passage.line + passage.text.slice(0, start).split('\n').length - 1,
        start: passage.start + start,
        end: passage.start + end,
        quote: passage.text.slice(start, end),
        passage: passage.id,
        date,
        speaker: passage.speaker,
        marks: cut(passage.text, passage.marks, start, end).marks,
      })
    }
  }
  return found
}

const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0)
