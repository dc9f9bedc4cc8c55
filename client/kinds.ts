/** What each kind looks like: a colour of the style sheet and a shape, the same in the graph, the lists and the legend. */
import type { EdgeType, Kind, Scope } from './types.ts'

export type Shape =
  | 'ellipse'
  | 'diamond'
  | 'rectangle'
  | 'hexagon'
  | 'barrel'
  | 'round-octagon'
  | 'pentagon'
  | 'round-triangle'
  | 'tag'
  | 'round-rectangle'

interface Look {
  shape: Shape
  /** The same shape for lists and legend, as an SVG path in a box of 16 by 16. */
  path: string
}

const LOOKS: Record<Kind, Look> = {
  Model: { shape: 'ellipse', path: 'M8 1.5a6.5 6.5 0 1 1 0 13a6.5 6.5 0 1 1 0-13z' },
  Method: { shape: 'diamond', path: 'M8 .8 15.2 8 8 15.2.8 8z' },
  Paper: { shape: 'rectangle', path: 'M3.2 1.2h9.6v13.6H3.2z' },
  Hardware: { shape: 'hexagon', path: 'M4.4 1.8h7.2L15.2 8l-3.6 6.2H4.4L.8 8z' },
  Dataset: {
    shape: 'barrel',
    path: 'M1.8 4Q1.8 2 4.5 1.6 8 1.1 11.5 1.6 14.2 2 14.2 4v8q0 2-2.7 2.4-3.5.5-7 0Q1.8 14 1.8 12z',
  },
  Tool: { shape: 'round-octagon', path: 'M5 1.4h6L14.6 5v6L11 14.6H5L1.4 11V5z' },
  Organization: { shape: 'pentagon', path: 'M8 1 15.2 6.3l-2.7 8.3h-9L.8 6.3z' },
  Person: { shape: 'round-triangle', path: 'M7 2.2q1-1.6 2 0l5.8 10.6q.6 1.4-1 1.5H2.2q-1.6-.1-1-1.5z' },
  Concept: { shape: 'tag', path: 'M1.2 3h8.6L15 8l-5.2 5H1.2z' },
}

export const KINDS = Object.keys(LOOKS) as Kind[]
export const SCOPES: readonly Scope[] = ['sentence', 'turn', 'thread']
export const TYPES: readonly EdgeType[] = [
  'CO_MENTION',
  'INTRODUCED_IN',
  'VARIANT_OF',
  'USES',
  'COMPARED_WITH',
  'EVALUATED_ON',
  'RUNS_ON',
  'IMPLEMENTED_IN',
]

/** What an answer to a query may hold beside entities. */
const PLAIN: Readonly<Record<Plain, Shape>> = {
  Document: 'rectangle',
  Passage: 'round-rectangle',
  Other: 'rectangle',
}
export type Plain = 'Document' | 'Passage' | 'Other'

export const isPlain = (kind: Kind | Plain): kind is Plain => Object.hasOwn(PLAIN, kind)
export const shapeOf = (kind: Kind | Plain): Shape => (isPlain(kind) ? PLAIN[kind] : LOOKS[kind].shape)
export const pathOf = (kind: Kind): string => LOOKS[kind].path
/** The class that sets `--kind` to the kind's colour. */
export const classOf = (kind: Kind): string => `kind-${kind.toLowerCase()}`
