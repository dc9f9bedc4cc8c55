/** The server's shapes under one roof. The client takes nothing else from the rest of Kith. */

export type {
  Cell,
  CypherAnswer,
  CypherPlan,
  EdgeCell,
  NodeCell,
  PathCell,
  PlanStep,
  TaggedCell,
} from '../server/api/console.ts'
export type { Group, SavedQueries, SavedQuery } from '../server/api/gallery.ts'
export type { GapPair, Gaps, PaperBetween, PapersBetween, SharedName, UndiscussedPaper } from '../server/api/gaps.ts'
export type { ConceptNews, Digest, FirstMeeting, KeptMarks, Named } from '../server/api/keep.ts'
export type { Part, Related, RelatedPaper, WhyNot } from '../server/api/related.ts'
export type { Schema, SchemaLabel, SchemaRelation } from '../server/api/schema.ts'
export type { Found, FoundGroup, FoundPaper, FoundPassage } from '../server/api/search.ts'
export type { Survey, SurveyPaper, SurveySection } from '../server/api/survey.ts'
export type {
  About,
  Bridge,
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
  Passages,
  PictureData,
  QueryPlace,
  Receipt,
  Snapshot,
} from '../server/api.ts'

import type { Edge, Entity } from '../server/api.ts'

export type Kind = Entity['kind']
export type Scope = Edge['scope']
export type EdgeType = Edge['type']
