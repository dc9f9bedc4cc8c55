/** Where in a document certain entities are named, and which names it holds. */
import { KINDS } from '../kinds.ts'
import { toPieces } from '../pieces.ts'
import type { DocumentDetail, Kind } from '../types.ts'
import type { Passage } from './chunks.ts'

export interface Place {
  /** Index of the passage. */
  readonly passage: number
  /** Which of the passage's marks of these entities it is, from 0, as they are drawn. */
  readonly nth: number
}

/** In the order of reading. */
export function placesOf(passages: readonly Passage[], ids: readonly string[]): Place[] {
  return passages.flatMap(({ text, marks }, passage) => {
    if (!marks.some(({ entity }) => ids.includes(entity))) return []
    const drawn = toPieces(text, marks).filter(({ mark }) => mark && ids.includes(mark.entity))
    return drawn.map((_, nth) => ({ passage, nth }))
  })
}

/** The place a step further; past the last comes the first. From a passage: the first place in it or after it. */
export function stepFrom(places: readonly Place[], at: number | null, passage: number, step: 1 | -1): number {
  if (!places.length) return -1
  if (at !== null) return (at + step + places.length) % places.length
  const after = places.findIndex((place) => place.passage >= passage)
  return step > 0 ? Math.max(0, after) : (after <= 0 ? places.length : after) - 1
}

export interface NameCount {
  readonly id: string
  readonly name: string
  readonly kind: Kind
  readonly mentions: number
}

/** The names of a document, the most mentioned first. */
export function countNames({ names, passages }: Pick<DocumentDetail, 'names' | 'passages'>): NameCount[] {
  const counts = new Map<string, number>()
  for (const { marks } of passages) {
    for (const { entity } of marks) counts.set(entity, (counts.get(entity) ?? 0) + 1)
  }
  return names
    .map((name) => ({ ...name, mentions: counts.get(name.id) ?? 0 }))
    .sort((a, b) => b.mentions - a.mentions || (a.id < b.id ? -1 : 1))
}

/** Kinds in the order of the legend, without those that have no name here. */
export function byKind(names: readonly NameCount[]): { kind: Kind; names: readonly NameCount[] }[] {
  return KINDS.map((kind) => ({ kind, names: names.filter((name) => name.kind === kind) })).filter(
    (group) => group.names.length > 0,
  )
}
