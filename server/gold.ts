/**
 * An annotation → the names it marks.
 *
 * It lists surfaces; each stands for all its occurrences, the longest first, without overlaps, and a Latin end must not
 * touch a Latin letter or digit. `only` and `except` pick among the occurrences, counted from 0.
 */
import type { Kind } from '../ingest/types.ts'

export interface Gold {
  /** The base name of the annotated file. */
  doc: string
  entities: { surface: string; type: Kind; canonical: string; only?: number[]; except?: number[] }[]
}

/** One name in one place; `id` tells which names name the same thing (an entity's id, or an annotator's word for it). */
export interface Name {
  start: number
  end: number
  surface: string
  kind: Kind
  id: string
}

export function toNames(text: string, { entities }: Gold): Name[] {
  const taken = new Uint8Array(text.length)
  const surfaces = [...new Set(entities.map(({ surface }) => surface))].sort((a, b) => b.length - a.length)
  const names: Name[] = []
  for (const surface of surfaces) {
    const places = occurrences(text, surface, taken)
    for (const { type, canonical, only, except = [] } of entities.filter((entity) => entity.surface === surface)) {
      places.forEach((start, at) => {
        if ((only && !only.includes(at)) || except.includes(at)) return
        names.push({ start, end: start + surface.length, surface, kind: type, id: canonical })
        taken.fill(1, start, start + surface.length)
      })
    }
  }
  return names
}

function occurrences(text: string, surface: string, taken: Uint8Array): number[] {
  const places = []
  for (let start = text.indexOf(surface); start >= 0; ) {
    const end = start + surface.length
    const touches = (inside: string | undefined, outside: string | undefined) => isWord(inside) && isWord(outside)
    const fits =
      !taken.subarray(start, end).includes(1) &&
      !touches(surface[0], text[start - 1]) &&
      !touches(surface.at(-1), text[end])
    if (fits) places.push(start)
    start = text.indexOf(surface, fits ? end : start + 1)
  }
  return places
}

function isWord(character: string | undefined): boolean {
  return character !== undefined && /[a-zA-Z0-9]/.test(character)
}
