/**
 * Where what is on the screen is named: for each entity, in which documents and how often; for each document, its date.
 *
 * It grows with every answer of the server and is never undone: it says what the notes hold, not what is drawn. All
 * filters by time and source are answered from it, so that a brush moves without asking anybody.
 */

import type { PictureData } from '../types.ts'
import { createStore } from './store.ts'

export interface Source {
  readonly id: string
  readonly path: string
  /** YYYY-MM-DD, or null where the notes do not tell. */
  readonly date: string | null
}

export interface Sources {
  readonly documents: ReadonlyMap<string, Source>
  /** By entity and document id. */
  readonly named: ReadonlyMap<string, ReadonlyMap<string, number>>
}

export const NO_SOURCES: Sources = { documents: new Map(), named: new Map() }

export const learn =
  ({ documents, named }: Pick<PictureData, 'documents' | 'named'>) =>
  (now: Sources): Sources => ({
    documents: new Map([...now.documents, ...documents.map((document) => [document.id, document] as const)]),
    named: new Map([
      ...now.named,
      ...Object.entries(named).map(([id, places]) => {
        const counts = places.flatMap(([at, mentions]) => {
          const document = documents[at]
          return document ? [[document.id, mentions] as const] : []
        })
        return [id, new Map(counts)] as const
      }),
    ]),
  })

export const sources = createStore<Sources>(NO_SOURCES)
