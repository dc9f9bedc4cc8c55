/** Extractions → every name as `kith extract` prints it, with offsets into its document's decoded text. */
import { basename } from 'node:path'
import { type ReadPassage, toEntities } from '../ingest/entities.ts'
import type { Ledger } from '../ingest/ledger.ts'
import type { Lexicon } from '../ingest/lexicon.ts'
import { passageId } from '../ingest/passages.ts'
import type { Extraction } from '../ingest/pipeline.ts'
import type { Kind } from '../ingest/types.ts'

export interface Extracted {
  /** The base name of the file. */
  doc: string
  /** UTF-16 code units into the decoded text. */
  start: number
  end: number
  surface: string
  kind: Kind
  /** The kind again, under the name that scorers know it by. */
  type: Kind
  /** The id of the entity named. */
  id: string
  /** What that entity is called. */
  name: string
  /** The rule that found it. */
  rule: string
}

/**
 * In the order of the extractions, then of the text. A title is one name here: the names inside it join entities, but
 * are no mentions of their own.
 */
export function* toExtracted(
  extractions: readonly Extraction[],
  lexicon: Lexicon,
  ledger?: Ledger,
): Generator<Extracted> {
  const read: ReadPassage[] = extractions.flatMap(({ passages }) =>
    passages.map(({ text, place, finds }) => ({ id: passageId(text), text, places: [place], finds })),
  )
  const { entities, idOf } = toEntities(read, lexicon, ledger)
  const byId = new Map(entities.map((entity) => [entity.id, entity]))
  for (const { document, passages } of extractions) {
    const doc = basename(document.path)
    for (const { text, place, finds } of passages) {
      for (const { start, end, rule, named, inTitle } of finds) {
        const surface = text.slice(start, end)
        const id = idOf(named, { surface, documents: [document.id] })
        if (inTitle || id === null) continue
        const entity = byId.get(id)
        if (!entity) throw new Error(`no entity was made of ${id}`)
        const { kind, name } = entity
        yield { doc, start: place.start + start, end: place.start + end, surface, kind, type: kind, id, name, rule }
      }
    }
  }
}
