/** The JSON the server speaks. One zod schema for each shape: it checks requests, types answers and makes openapi.json. */
import { z } from 'zod'
import { KINDS, RELATION_TYPES, SCOPES } from '../ingest/types.ts'

export const kind = z.enum(KINDS).meta({ id: 'Kind' })
export const scope = z.enum(SCOPES).meta({ id: 'Scope' })
const date = z
  .string()
  .nullable()
  .meta({ description: 'YYYY-MM-DD, or null where the notes do not tell', example: '2023-12-10' })

export const entity = z
  .object({
    id: z.string().meta({ example: 'model/rwkv' }),
    name: z.string(),
    kind,
    aliases: z.array(z.string()),
    mentions: z.int(),
    documents: z.int(),
    firstSeen: date,
    lastSeen: date,
    title: z.string().optional(),
    authors: z.array(z.string()).optional(),
    year: z.int().optional(),
    arxiv: z.string().optional(),
    doi: z.string().optional(),
    url: z.string().optional(),
    abstract: z.string().optional(),
  })
  .meta({ id: 'Entity' })
export type Entity = z.infer<typeof entity>

/** A stretch of a quote that names an entity; offsets into the quote. */
export const mark = z.object({ start: z.int(), end: z.int(), entity: z.string(), kind }).meta({ id: 'Mark' })
export type Mark = z.infer<typeof mark>

export const receipt = z
  .object({
    document: z.string(),
    path: z.string(),
    line: z.int().meta({ description: 'from 1' }),
    start: z.int().meta({ description: 'offset of the quote in the decoded text, UTF-16 code units' }),
    end: z.int(),
    quote: z.string(),
    passage: z.string(),
    date,
    speaker: z.string().nullable(),
    marks: z.array(mark),
  })
  .meta({ id: 'Receipt' })
export type Receipt = z.infer<typeof receipt>

export const edge = z
  .object({
    type: z.enum(['CO_MENTION', ...RELATION_TYPES]),
    source: z.string(),
    target: z.string(),
    weight: z.number(),
    support: z.int(),
    scope,
    parts: z.object({ sentence: z.number(), turn: z.number(), thread: z.number() }),
    npmi: z.number(),
    firstSeen: date,
    lastSeen: date,
    cue: z.string().optional(),
  })
  .meta({ id: 'Edge' })
export type Edge = z.infer<typeof edge>

/** One meeting of two entities: a line that names both, or the two lines of a thread. */
export const meeting = z.object({ scope, receipts: z.array(receipt) }).meta({ id: 'Meeting' })
export type Meeting = z.infer<typeof meeting>

export const edgeDetail = edge
  .extend({ meetings: z.array(meeting), receipts: z.array(receipt) })
  .meta({ id: 'EdgeDetail' })
export type EdgeDetail = z.infer<typeof edgeDetail>

const list = <T extends z.ZodType>(item: T) => z.object({ items: z.array(item), total: z.int() })

export const health = z.object({
  status: z.enum(['ok', 'building', 'empty']),
  version: z.string(),
  store: z.enum(['grafeo', 'neo4j']),
  sha256: z.string().nullable(),
})
export type Health = z.infer<typeof health>

export const stats = z.object({
  documents: z.int(),
  passages: z.int(),
  mentions: z.int(),
  edges: z.int(),
  relations: z.int(),
  entities: z.record(kind, z.int()),
  firstSeen: date,
  lastSeen: date,
  sha256: z.string().nullable(),
})
export type Stats = z.infer<typeof stats>

/** The first picture: the graph's most telling neighbourhood, and up to three stories to click. */
export const overview = z.object({
  nodes: z.array(entity),
  edges: z.array(edge),
  total: z.int().meta({ description: 'entities in the whole graph' }),
  stories: z.array(z.object({ ids: z.array(z.string()), names: z.array(z.string()) })),
})
export type Overview = z.infer<typeof overview>

export const hit = z.object({
  id: z.string(),
  name: z.string(),
  kind,
  alias: z.string().meta({ description: 'the spelling that was hit' }),
  mentions: z.int(),
})
export type Hit = z.infer<typeof hit>
export const hits = list(hit)
export type Hits = z.infer<typeof hits>

export const entityDetail = entity
  .extend({
    perDocument: z.array(
      z.object({ document: z.string(), path: z.string(), title: z.string(), date, mentions: z.int() }),
    ),
    neighbors: z.int().meta({ description: 'how many entities it is joined to' }),
    receipts: z.array(receipt).meta({ description: 'the lines that name it, by date; at most 50' }),
  })
  .meta({ id: 'EntityDetail' })
export type EntityDetail = z.infer<typeof entityDetail>

export const neighbors = z.object({
  items: z.array(z.object({ entity, edge })),
  total: z.int().meta({ description: 'neighbours that pass the filters' }),
  edges: z.array(edge).meta({ description: 'edges among the items, and between them and the ids in `with`' }),
})
export type Neighbors = z.infer<typeof neighbors>

export const edgeList = list(edgeDetail)
export type EdgeList = z.infer<typeof edgeList>

export const document = z
  .object({
    id: z.string(),
    path: z.string(),
    title: z.string(),
    date,
    lang: z.string(),
    sha256: z.string(),
    bytes: z.int(),
    about: z.string().optional(),
  })
  .meta({ id: 'Document' })
export type Document = z.infer<typeof document>
export const documents = list(document)
export type Documents = z.infer<typeof documents>

/** A document as its passages in order; a passage's marks are offsets into its text. */
export const documentDetail = document
  .extend({
    passages: z.array(
      z.object({
        id: z.string(),
        text: z.string(),
        line: z.int(),
        start: z.int(),
        end: z.int(),
        thread: z.string(),
        speaker: z.string().nullable(),
        heading: z.string().nullable(),
        marks: z.array(mark),
      }),
    ),
    names: z
      .array(z.object({ id: z.string(), name: z.string(), kind }))
      .meta({ description: 'the entities its marks point at' }),
  })
  .meta({ id: 'DocumentDetail' })
export type DocumentDetail = z.infer<typeof documentDetail>

export const relatedPaper = z.object({
  id: z.string(),
  title: z.string(),
  arxiv: z.string().nullable(),
  year: z.int().nullable(),
  score: z.number(),
  parts: z.record(z.string(), z.number()).meta({ description: 'they add up to the score' }),
  receipts: z.array(receipt),
})
export type RelatedPaper = z.infer<typeof relatedPaper>
export const related = list(relatedPaper)
export type Related = z.infer<typeof related>

export const cypherAnswer = z.object({
  columns: z.array(z.string()),
  rows: z
    .array(z.array(z.unknown()))
    .meta({ description: 'nodes are {$: "node", labels, properties}, relationships {$: "edge", type, properties}' }),
  truncated: z.boolean(),
  milliseconds: z.number(),
})
export type CypherAnswer = z.infer<typeof cypherAnswer>

export const failure = z.object({ error: z.object({ code: z.string(), message: z.string() }) }).meta({ id: 'Failure' })
export type Failure = z.infer<typeof failure>

const limit = (most: number, otherwise: number) => z.coerce.number().int().min(1).max(most).default(otherwise)
const day = z.string().regex(/^\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?$/, 'a date looks like 2023-12-10')
const commaList = z
  .string()
  .max(20_000)
  .transform((text) => text.split(',').filter(Boolean))
const kinds = commaList.pipe(z.array(kind))

/** What each request may ask. Unknown parameters are refused, so a misspelled one is not silently ignored. */
export const requests = {
  nothing: z.strictObject({}),
  overview: z.strictObject({ limit: limit(200, 48) }),
  search: z.strictObject({ q: z.string().max(200), kind: kinds.optional(), limit: limit(100, 20) }),
  neighbors: z
    .strictObject({
      limit: limit(200, 12),
      kind: kinds.optional(),
      from: day.optional(),
      to: day.optional(),
      minWeight: z.coerce.number().min(0).default(0),
      with: commaList.optional(),
    })
    // 2023-05 to 2023 is a stretch of time, too: a year ends with its last day.
    .refine(({ from = '', to }) => to === undefined || from <= `${to}~`, {
      path: ['from'],
      message: 'it is after to',
    }),
  edges: z.strictObject({ a: z.string().max(500), b: z.string().max(500) }),
  related: z.strictObject({ concept: z.string().min(1).max(2_000), limit: limit(100, 10) }),
  export: z.strictObject({ format: z.enum(['jsonl']).default('jsonl') }),
  cypher: z.strictObject({ query: z.string().max(100_000), params: z.record(z.string(), z.unknown()).default({}) }),
}
