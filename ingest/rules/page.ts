/** What a rule is given: one text, where names may stand in it, and what is known beforehand. */
import type { Lexicon } from '../lexicon.ts'
import type { Span } from '../sentences.ts'
import type { PaperFacts } from '../types.ts'

export interface Page {
  text: string
  /** Where the words are: passages without code and without their speakers' marks, in reading order. */
  stretches: readonly Span[]
  lexicon: Lexicon
  /** Lines that carry no mentions. */
  isTemplate: ((line: string) => boolean) | null
  /** What a page of one paper says of its paper. */
  paper: { id: string; facts: PaperFacts } | null
}
