/** The server's shapes under one roof. The client takes nothing else from the rest of Kith. */

export type { Part, Related, RelatedPaper, WhyNot } from '../server/api/related.ts'
export type {
  About,
  Bridge,
  CypherAnswer,
  DocumentDetail,
  Edge,
  EdgeDetail,
  EdgeList,
  Entity,
  EntityDetail,
  Failure,
  Hit,
  Hits,
  Mark,
  Meeting,
  Neighbors,
  Overview,
  PictureData,
  Receipt,
  Snapshot,
} from '../server/api.ts'

import type { Edge, Entity } from '../server/api.ts'

export type Kind = Entity['kind']
export type Scope = Edge['scope']
export type EdgeType = Edge['type']
