/**
 * The properties of Kith's graph and what they hold, as DESIGN lays the graph out. What a store keeps without a type of
 * its own (a date is a string there) has its type here; the test compares these names with those in a built graph.
 */
import type { PropertyType } from '../api/schema.ts'

/** Of nodes. What is not told here is told by its value. */
export const NODE_TYPES: Readonly<Record<string, PropertyType>> = {
  aliases: 'list of strings',
  authors: 'list of strings',
  bytes: 'integer',
  date: 'date',
  documents: 'integer',
  firstSeen: 'date',
  lastSeen: 'date',
  mentions: 'integer',
  year: 'integer',
}

export interface EdgeProperty {
  name: string
  type: PropertyType
  example: string | number
}

const property = (name: string, type: PropertyType, example: string | number): EdgeProperty => ({ name, type, example })

/** Of an edge between entities; typed relations also have a cue. */
export const EDGE_PROPERTIES: readonly EdgeProperty[] = [
  property('firstSeen', 'date', '2023-12-10'),
  property('lastSeen', 'date', '2024-03-06'),
  property('npmi', 'float', 0.41),
  property('receipts', 'list of strings', 'p/0123456789abcdef:0:24:sentence'),
  property('scope', 'string', 'sentence'),
  property('sentence', 'float', 1.5),
  property('support', 'integer', 3),
  property('thread', 'float', 0.3),
  property('turn', 'float', 0.6),
  property('weight', 'float', 2.4),
]
export const CUE = property('cue', 'string', 'compared with')

/** Of the relationships that tell where words stand. */
export const PLACE_PROPERTIES: readonly EdgeProperty[] = [
  property('date', 'date', '2023-12-10'),
  property('end', 'integer', 532),
  property('heading', 'string', 'Linear models'),
  property('line', 'integer', 15),
  property('order', 'integer', 7),
  property('speaker', 'string', 'F1'),
  property('start', 'integer', 370),
  property('thread', 'string', 't/0123456789abcdef'),
]
export const MENTION_PROPERTIES: readonly EdgeProperty[] = [
  property('end', 'integer', 8),
  property('rule', 'string', 'lexicon'),
  property('start', 'integer', 2),
  property('surface', 'string', 'rwkv'),
]
