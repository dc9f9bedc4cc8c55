/**
 * The nouns of Kith. Every offset counts UTF-16 code units, as `String.prototype.slice` does.
 */

export const KINDS = [
  'Model',
  'Method',
  'Paper',
  'Hardware',
  'Dataset',
  'Tool',
  'Organization',
  'Person',
  'Concept',
] as const
export type Kind = (typeof KINDS)[number]

/** Where two names met, closest first. */
export const SCOPES = ['sentence', 'turn', 'thread'] as const
export type Scope = (typeof SCOPES)[number]

export const RELATION_TYPES = [
  'VARIANT_OF',
  'INTRODUCED_IN',
  'EVALUATED_ON',
  'IMPLEMENTED_IN',
  'RUNS_ON',
  'COMPARED_WITH',
  'USES',
] as const
export type RelationType = (typeof RELATION_TYPES)[number]
export type EdgeType = 'CO_MENTION' | RelationType

export type Language = 'zh' | 'en' | 'mixed'

/** What is given to a reader: bytes, and the name they are known by. */
export interface Source {
  /** Relative to the nearest folder that holds everything given, with `/` between its parts. */
  path: string
  bytes: Uint8Array
}

export const BLOCK_TYPES = ['heading', 'paragraph', 'item', 'row', 'code', 'matter'] as const
export type BlockType = (typeof BLOCK_TYPES)[number]

/** A stretch of a document's text as its format lays it out; `depth` is a heading's level or a list's nesting, from 1. */
export interface Block {
  type: BlockType
  start: number
  end: number
  depth: number
}

/** What a page of one paper says of its paper. */
export interface PaperFacts {
  arxiv?: string
  doi?: string
  title?: string
  authors?: string[]
  year?: number
  url?: string
  abstract?: string
}

export interface Document {
  /** `doc/` and the path. */
  id: string
  path: string
  title: string
  /** `2023-12-10`, or null where the document does not tell. */
  date: string | null
  lang: Language
  sha256: string
  bytes: number
  /** The id of the Paper entity this document is the page of. */
  about?: string
}

/** A document as a reader hands it on: with its decoded text and the layout of that text. */
export interface ReadDocument extends Document {
  text: string
  blocks: Block[]
  paper?: PaperFacts
}

/** One place where a passage stands. `start` and `end` are offsets into the document's decoded text; `line` counts from 1. */
export interface Place {
  document: string
  start: number
  end: number
  line: number
  /** Position among the document's passages, from 0. */
  order: number
  /** The thread the passage belongs to there; threads of the same opening words share an id across documents. */
  thread: string
  speaker: string | null
  heading: string | null
  /** The date in force there (a dated heading's, else the document's). */
  date: string | null
}

/** One turn, paragraph, list item or table row. The same text in several places is one passage. */
export interface Passage {
  /** `p/` and the first 16 hexadecimal digits of the text's SHA-256. */
  id: string
  text: string
  /** By date, then document, then start; never empty. */
  places: Place[]
}

/** One name in one place: `passage.text.slice(start, end) === surface`. */
export interface Mention {
  passage: string
  start: number
  end: number
  surface: string
  /** The id of the entity it names. */
  entity: string
  /** The rule that found it. */
  rule: string
}

export interface Entity {
  /** Semantic and stable: `model/rwkv`, `paper/arxiv-2312.00752`. */
  id: string
  name: string
  kind: Kind
  /** Every spelling the notes use and the lexicon knows to be the same, without the name itself; sorted. */
  aliases: string[]
  /** Distinct passages' mentions. */
  mentions: number
  documents: number
  firstSeen: string | null
  lastSeen: string | null
  title?: string
  authors?: string[]
  year?: number
  arxiv?: string
  doi?: string
  url?: string
  abstract?: string
}

/** A stretch of one passage that proves an edge. A meeting at thread scope takes two of them. */
export interface Evidence {
  passage: string
  start: number
  end: number
  scope: Scope
}

export interface Edge {
  type: EdgeType
  /** CO_MENTION runs from the smaller id to the larger. */
  source: string
  target: string
  /** The sum of `parts`. */
  weight: number
  /** Distinct passages and threads in which the two meet. */
  support: number
  /** The closest scope at which they meet. */
  scope: Scope
  parts: Record<Scope, number>
  /** Normalised pointwise mutual information, −1 to 1; 0 for typed relations. */
  npmi: number
  firstSeen: string | null
  lastSeen: string | null
  /** The closest first; two in a row for each meeting at thread scope. */
  receipts: Evidence[]
  /** The words that say the relation; on typed relations only. */
  cue?: string
}

/** All of it, each list sorted by id, so that the same documents always make the same graph. */
export interface Graph {
  documents: Document[]
  passages: Passage[]
  entities: Entity[]
  mentions: Mention[]
  edges: Edge[]
}
