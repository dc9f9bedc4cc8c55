/** The JSON the server speaks. One zod schema for each shape: it checks requests, types answers and makes openapi.json. */
import { z } from 'zod'
import { KINDS, RELATION_TYPES, SCOPES } from '../ingest/types.ts'

export const kind = z.enum(KINDS).meta({ id: 'Kind' })
export const scope = z.enum(SCOPES).meta({ id: 'Scope' })
export const date = z
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

export const edgeType = z.enum(['CO_MENTION', ...RELATION_TYPES]).meta({ id: 'EdgeType' })

export const edge = z
  .object({
    type: edgeType,
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

export const list = <T extends z.ZodType>(item: T) => z.object({ items: z.array(item), total: z.int() })

export const health = z.object({
  status: z.enum(['ok', 'building', 'empty']),
  version: z.string(),
  store: z.enum(['grafeo', 'neo4j']),
  sha256: z.string().nullable(),
})
export type Health = z.infer<typeof health>

/** One passage: its whole words, once for each place it stands in. */
export const passages = list(receipt)
export type Passages = z.infer<typeof passages>

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

/** Everything needed to show some entities and nothing beside them. */
export const picture = z
  .object({
    nodes: z.array(entity),
    edges: z.array(edge).meta({ description: 'among the nodes, of every type; the heaviest where there are many' }),
    edgesTotal: z.int().meta({ description: 'edges among the nodes, with those that are not told' }),
    missing: z.array(z.string()).meta({ description: 'ids that the graph does not hold' }),
    documents: z
      .array(z.object({ id: z.string(), path: z.string(), date }))
      .meta({ description: 'those that name a node, by path' }),
    named: z
      .record(z.string(), z.array(z.tuple([z.int(), z.int()])))
      .meta({ description: 'by id, where each node is named: [index into documents, mentions]' }),
  })
  .meta({ id: 'Picture' })
export type PictureData = z.infer<typeof picture>

/** The first picture: the graph's most telling neighbourhood, and up to three stories to click. */
export const overview = picture.extend({
  total: z.int().meta({ description: 'entities in the whole graph' }),
  stories: z.array(z.object({ ids: z.array(z.string()), names: z.array(z.string()) })),
})
export type Overview = z.infer<typeof overview>

/** How a query came to a name, the surest first. */
export const HOWS = ['exact', 'prefix', 'part', 'pinyin', 'typo'] as const
export type How = (typeof HOWS)[number]

export const hit = z.object({
  id: z.string(),
  name: z.string(),
  kind,
  alias: z.string().meta({ description: 'the spelling that was hit' }),
  mentions: z.int(),
  how: z.enum(HOWS).meta({ description: 'how the spelling was hit; hits come in this order, then by mentions' }),
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
    definition: receipt.nullable().meta({ description: 'the sentence that says what it is; null where none does' }),
    links: z
      .array(z.object({ name: z.string().meta({ example: 'arXiv' }), url: z.string() }))
      .meta({ description: 'where it is at home on the web, http and https only; at most 6' }),
    perMonth: z
      .array(z.object({ month: z.string().meta({ example: '2023-12' }), mentions: z.int() }))
      .meta({ description: 'mentions by the month that the notes date them, the months without any left out' }),
  })
  .meta({ id: 'EntityDetail' })
export type EntityDetail = z.infer<typeof entityDetail>

const share = z.number().min(0).max(1)
/** What `npm run eval -- --write` measured, as docs/quality.json keeps it. */
export const qualityCard = z
  .object({
    measuredOn: z.string().meta({ description: 'a sentence: what the figures were measured on' }),
    groups: z.array(
      z.object({
        group: z.string(),
        documents: z.int(),
        names: z.int().meta({ description: 'marked by hand' }),
        seen: z.boolean().meta({ description: 'whether the documents were looked at while the rules were written' }),
        strictF1: share,
        precision: share,
        recall: share,
      }),
    ),
    kinds: z.array(z.object({ kind, names: z.int(), precision: share, recall: share, f1: share })),
    languages: z.array(
      z.object({ language: z.enum(['zh', 'en', 'mixed']), names: z.int(), precision: share, recall: share, f1: share }),
    ),
  })
  .meta({ id: 'Quality' })
export type QualityCard = z.infer<typeof qualityCard>

/** What a build did not read, and why. */
export const skippedFiles = z.object({
  items: z.array(z.object({ path: z.string(), reason: z.string() })).meta({ description: 'at most 200' }),
  total: z.int(),
})
export type SkippedFiles = z.infer<typeof skippedFiles>

/** What this graph is made of, and how far it can be trusted. */
export const about = z
  .object({
    version: z.string(),
    licence: z.string().meta({ description: 'of Kith, an SPDX identifier', example: 'Apache-2.0' }),
    store: z.enum(['grafeo', 'neo4j']),
    sha256: z.string().nullable().meta({ description: 'of the canonical export' }),
    corpus: z.object({
      documents: z.int(),
      bytes: z.int(),
      byLanguage: z.record(z.enum(['zh', 'en', 'mixed']), z.int()),
      byFolder: z
        .array(z.object({ folder: z.string().meta({ description: "'' for the top" }), documents: z.int() }))
        .meta({ description: 'the fullest first; at most 200' }),
      folders: z.int(),
      firstSeen: date,
      lastSeen: date,
    }),
    counts: z.object({
      entities: z.record(kind, z.int()),
      mentions: z.int(),
      passages: z.int(),
      edges: z.int().meta({ description: 'co-mentions' }),
      relations: z.record(z.enum(RELATION_TYPES), z.int()),
    }),
    skipped: skippedFiles.nullable().meta({ description: 'null where the graph does not remember' }),
    quality: qualityCard.nullable().meta({ description: 'null where it was not measured' }),
  })
  .meta({ id: 'About' })
export type About = z.infer<typeof about>

export const neighbors = z.object({
  items: z.array(z.object({ entity, edge })),
  total: z.int().meta({ description: 'neighbours that pass the filters' }),
  edges: z.array(edge).meta({ description: 'edges among the items, and between them and the ids in `with`' }),
})
export type Neighbors = z.infer<typeof neighbors>

export const edgeList = list(edgeDetail)
export type EdgeList = z.infer<typeof edgeList>

/** One way from an entity to another: each hop is an edge between a node and the next. */
export const way = z
  .object({
    nodes: z.array(entity).meta({ description: 'from one end to the other' }),
    edges: z.array(edge).meta({ description: 'one for each hop, in order' }),
    receipts: z.array(z.array(receipt)).meta({ description: 'the best lines of each hop, at most two' }),
    cost: z.number().meta({ description: 'the lower, the more telling' }),
  })
  .meta({ id: 'Way' })
export type Way = z.infer<typeof way>

/** What joins two entities. */
export const bridge = z.object({
  from: entity,
  to: entity,
  items: z.array(way).meta({ description: 'the best ways, each through company that no other goes through' }),
  total: z.int().meta({ description: 'ways told' }),
  nearest: z.array(entity).meta({ description: 'where there is no way: what comes nearest to both' }),
})
export type Bridge = z.infer<typeof bridge>

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

/** What `kith export --format html` puts into its page: the answers to all that the explorer asks there. */
export interface Snapshot {
  title: string
  /** Of Kith. */
  version: string
  /** Entities in the whole graph. */
  total: number
  stats: Stats
  about: About
  stories: Overview['stories']
  view: {
    /** The page's first address: focus and filters. */
    hash: string | null
    positions: [id: string, x: number, y: number][]
  }
  /** In the picture's order; their lines, and those of the edges' meetings, are places in `receipts`. */
  entities: (Omit<EntityDetail, 'receipts' | 'definition' | 'perDocument'> & {
    receipts: number[]
    definition: number | null
    /** A place in `sources`, and how often it is named there. */
    perDocument: [source: number, mentions: number][]
  })[]
  /** The documents that name an entity or hold a line, whether the page has their text or not. */
  sources: { document: string; path: string; title: string; date: string | null }[]
  edges: (Edge & { meetings: { scope: Edge['scope']; receipts: number[] }[] })[]
  /** Places in `edges`: those the first picture draws; null for all. */
  drawn: number[] | null
  receipts: (Omit<Packed<Receipt>, 'document' | 'path'> & { source: number })[]
  /** Those that the lines stand in, where there was room. */
  documents: (Omit<DocumentDetail, 'passages' | 'names'> & { passages: Packed<DocumentDetail['passages'][number]>[] })[]
}
/** With its marks as numbers: start, end and a place in `entities`, one after the other. Others are not marked here. */
export type Packed<T extends { marks: Mark[] }> = Omit<T, 'marks'> & { marks: number[] }

/** A place in the text of a query. */
export const queryPlace = z
  .object({
    line: z.int().meta({ description: 'from 1' }),
    column: z.int().meta({ description: 'from 1, in UTF-16 code units' }),
    offset: z.int().meta({ description: 'from 0, in UTF-16 code units of the whole text' }),
    length: z.int().meta({ description: 'code units that are meant; 0 for a place between two' }),
  })
  .meta({ id: 'QueryPlace' })
export type QueryPlace = z.infer<typeof queryPlace>

export const failure = z
  .object({
    error: z.object({
      code: z.string(),
      message: z.string(),
      at: queryPlace.optional().meta({ description: 'where a query is wrong' }),
      suggestion: z.string().optional().meta({ description: 'what may stand there instead' }),
    }),
  })
  .meta({ id: 'Failure' })
export type Failure = z.infer<typeof failure>

export const limit = (most: number, otherwise: number) => z.coerce.number().int().min(1).max(most).default(otherwise)
/** A day, a month or a year. */
export const day = z
  .string()
  .regex(/^\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?$/, 'a date looks like 2023-12-10')
export const commaList = z
  .string()
  .max(20_000)
  .transform((text) => text.split(',').filter(Boolean))
const kinds = commaList.pipe(z.array(kind))
const edgeTypes = commaList.pipe(z.array(edgeType).min(1, 'name an edge type'))
export const seenState = z.enum(['read', 'unread'])
const anyName = z.string().min(1).max(500)

const what = z.enum(['entities', 'edges']).default('entities').meta({ description: 'which table, for csv' })

/** Whether `from` is before `to`. 2023-05 to 2023 is a stretch of time, too: a year ends with its last day. */
export function isStretch({ from = '', to }: { from?: string | undefined; to?: string | undefined }): boolean {
  return to === undefined || from <= `${to}~`
}
export const NO_STRETCH = { path: ['from'], message: 'it is after to' }

/** What each request may ask. Unknown parameters are refused, so a misspelled one is not silently ignored. */
export const requests = {
  nothing: z.strictObject({}),
  overview: z.strictObject({ limit: limit(200, 48) }),
  neighbors: z
    .strictObject({
      limit: limit(200, 12),
      kind: kinds.optional(),
      relation: edgeTypes.optional(),
      from: day.optional(),
      to: day.optional(),
      minWeight: z.coerce.number().min(0).default(0),
      with: commaList.optional(),
    })
    .refine(isStretch, NO_STRETCH),
  picture: z.strictObject({ ids: z.array(z.string().max(500)).min(1).max(1_000) }),
  bridge: z.strictObject({ from: anyName, to: anyName, k: limit(10, 3) }),
  edges: z.strictObject({ a: z.string().max(500), b: z.string().max(500) }),
  export: z.strictObject({ format: z.enum(['jsonl', 'csv', 'bibtex', 'html']).default('jsonl'), what }),
  exportPart: z.strictObject({
    format: z.enum(['jsonl', 'csv', 'bibtex', 'html']),
    what,
    ids: z.array(z.string().max(500)).min(1).max(1_000).optional().meta({ description: 'default: the whole graph' }),
    view: z
      .strictObject({
        title: z.string().max(200).optional(),
        hash: z.string().startsWith('#/').max(20_000).optional(),
        positions: z
          .array(z.tuple([z.string().max(500), z.number(), z.number()]))
          .max(1_000)
          .optional(),
        documents: z.boolean().default(true).meta({ description: 'whether whole documents go into the page' }),
      })
      .prefault({})
      .meta({ description: 'how the page of the format html looks at first' }),
  }),
}
