/** What a reader keeps: follows and what was read; and what is new, with the requests for both. */
import { z } from 'zod'
import { date, day, edgeType, entity, kind, list, receipt, scope } from '../api.ts'
import { relatedPaper } from './related.ts'

const named = z.object({ id: z.string(), name: z.string(), kind })
export type Named = z.infer<typeof named>

export const kept = z
  .object({
    follows: z.array(named).meta({ description: 'in the order in which they were followed' }),
    read: z.array(z.string()).meta({ description: 'ids of papers' }),
  })
  .meta({ id: 'Kept' })
export type KeptMarks = z.infer<typeof kept>

const anyName = z.string().min(1).max(500)
const ids = z.array(anyName).min(1).max(500)

export const keepRequest = z
  .strictObject({
    follow: anyName.optional().meta({ description: 'an id, a name or an alias' }),
    unfollow: anyName.optional(),
    read: ids.optional().meta({ description: 'papers: ids, names or aliases' }),
    unread: ids.optional(),
  })
  .refine((body) => Object.values(body).some((value) => value !== undefined), 'say what to follow or what was read')

/** A meeting of two entities that had both been named before, and never together. */
export const firstMeeting = z
  .object({
    type: edgeType,
    source: named,
    target: named,
    scope,
    weight: z.number(),
    date: date.meta({ description: 'of the meeting' }),
    receipts: z.array(receipt).meta({ description: 'the line that joins them; two lines for a thread' }),
  })
  .meta({ id: 'FirstMeeting' })
export type FirstMeeting = z.infer<typeof firstMeeting>

export const newEntity = z
  .object({ entity, receipts: z.array(receipt).meta({ description: 'the line that says what it is, or names it' }) })
  .meta({ id: 'NewEntity' })
export type NewEntity = z.infer<typeof newEntity>

export const conceptNews = list(relatedPaper)
  .extend({
    concept: named.nullable().meta({ description: 'null for free text' }),
    asked: z.string(),
    before: relatedPaper.nullable().meta({ description: 'where there is none: the newest before that time' }),
    read: z.int().meta({ description: 'papers of that time that were left out because they are marked as read' }),
  })
  .meta({ id: 'ConceptNews' })
export type ConceptNews = z.infer<typeof conceptNews>

/** What the documents of a stretch of time added. */
export const digest = z
  .object({
    since: z.string().nullable().meta({ description: 'the first day, month or year; null where nothing is dated' }),
    until: z.string().nullable(),
    newest: date.meta({ description: 'the newest day that the notes tell of' }),
    chosen: z
      .boolean()
      .meta({ description: 'whether `since` was asked for; otherwise it is the day before the newest' }),
    days: z
      .array(z.object({ date: z.string(), documents: z.int() }))
      .meta({ description: 'all days that documents tell of, the newest first' }),
    documents: z.int().meta({ description: 'that tell of the time' }),
    outOf: z.int().meta({ description: 'documents of the graph' }),
    undated: z.int().meta({ description: 'documents that tell of no day at all, and so are never new' }),
    concepts: z.array(conceptNews),
    meetings: list(firstMeeting),
    entities: list(newEntity).extend({
      papers: z.int().meta({ description: 'new papers, which are not among the items' }),
      people: z.int().meta({ description: 'new people, which are not among the items' }),
    }),
  })
  .meta({ id: 'Digest' })
export type Digest = z.infer<typeof digest>

export const DIGEST_FORMATS = ['json', 'md', 'atom'] as const
export type DigestFormat = (typeof DIGEST_FORMATS)[number]

export const digestRequest = z
  .strictObject({
    since: day.optional().meta({ description: 'default: the last dated day before the newest' }),
    until: day.optional(),
    concept: z
      .union([anyName.transform((one) => [one]), z.array(anyName).max(50)])
      .optional()
      .meta({ description: 'may be given more than once; default: what is followed' }),
    format: z.enum(DIGEST_FORMATS).default('json'),
  })
  // 2023-05 to 2023 is a stretch of time, too: a year ends with its last day.
  .refine(({ since = '', until }) => until === undefined || since <= `${until}~`, {
    path: ['since'],
    message: 'it is after until',
  })
