/** What reading a document gives: finds, and the stretches of text that already have one. */
import type { Span } from './sentences.ts'
import type { Kind, PaperFacts } from './types.ts'

/** What a find names: an entity the lexicon or a link knows by id, or a name to be gathered by its spelling. */
export interface Named {
  kind: Kind
  name: string
  id?: string
  facts?: PaperFacts
}

/** One name in one place. */
export interface Find {
  start: number
  end: number
  rule: string
  named: Named
  /** Inside a title that is itself a find. */
  inTitle: boolean
}

/** The finds of one text so far. No name stands inside another, so each takes its place. */
export interface Claims {
  /** Every find, in the order of claiming. */
  finds: Find[]
  /** Takes the place for a name and tells true, or tells false where something stands there already. */
  claim(start: number, end: number, rule: string, named: Named): boolean
  /** Takes a place where no name may stand. */
  close(start: number, end: number): void
  /** Whether nothing stands there yet. */
  isFree(start: number, end: number): boolean
}

/** One for each text; the longest text's buffer serves them all. */
let buffer = new Uint8Array(1 << 16)

/** Claims on a text of `length` code units, open where its words are. The ones before it are over: they share a buffer. */
export function createClaims(length: number, open: readonly Span[]): Claims {
  if (buffer.length < length) buffer = new Uint8Array(length * 2)
  buffer.fill(1, 0, length)
  for (const { start, end } of open) buffer.fill(0, start, end)
  const units = buffer
  const finds: Find[] = []
  const isFree = (start: number, end: number) => {
    for (let at = start; at < end; at++) if (units[at]) return false
    return true
  }
  return {
    finds,
    isFree,
    claim(start, end, rule, named) {
      if (!isFree(start, end)) return false
      units.fill(1, start, end)
      finds.push({ start, end, rule, named, inTitle: false })
      return true
    },
    close: (start, end) => void units.fill(1, start, end),
  }
}
