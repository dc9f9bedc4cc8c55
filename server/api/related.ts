/** Papers for a concept: what may be asked, and the answer. */
import { z } from 'zod'
import { date, day, isStretch, kind, limit, list, NO_STRETCH, receipt, seenState } from '../api.ts'

/** What a score is made of, in the order of the bars. Each is something that a reader can check. */
export const PARTS = ['words', 'phrase', 'prominence', 'company', 'likeness', 'recency'] as const
export type Part = (typeof PARTS)[number]
const part = z.enum(PARTS).meta({ id: 'Part' })

export const relatedPaper = z
  .object({
    id: z.string().meta({ example: 'paper/arxiv-2312.00752' }),
    title: z.string(),
    authors: z.array(z.string()),
    year: z.int().nullable(),
    date: date.meta({ description: 'of its page, else the month of its arXiv number or its year' }),
    arxiv: z.string().nullable(),
    url: z.string().nullable().meta({ description: 'where to read it; http and https only' }),
    pages: z.array(z.string()).meta({ description: 'ids of the documents that are a page of it' }),
    read: z.boolean().meta({ description: 'whether it was marked as read' }),
    score: z.number(),
    parts: z.record(part, z.number()).meta({ description: 'they add up to the score' }),
    receipts: z.array(receipt).meta({ description: 'the lines that made it rank; at most 3' }),
  })
  .meta({ id: 'RelatedPaper' })
export type RelatedPaper = z.infer<typeof relatedPaper>

const named = z.object({ id: z.string(), name: z.string(), kind })

/** Why one paper stands where it stands. */
export const whyNot = z
  .object({
    paper: relatedPaper.meta({ description: 'its parts are 0 where nothing speaks for it' }),
    rank: z.int().nullable().meta({ description: 'from 1, among all that pass the filters; null where it is not' }),
    weakest: part.nullable().meta({ description: 'the part it loses most by, beside the best ten; null at rank 1' }),
    missing: z.number().meta({ description: 'how much of that part it has less than the best ten have on average' }),
    filtered: z.boolean().meta({ description: 'whether a filter leaves it out' }),
  })
  .meta({ id: 'WhyNot' })
export type WhyNot = z.infer<typeof whyNot>

export const related = list(relatedPaper).extend({
  concept: named.nullable().meta({ description: 'the entity that was meant; null for free text' }),
  nearest: z.array(named).meta({ description: 'for free text: names that come near it' }),
  years: z
    .array(z.object({ year: z.int(), papers: z.int() }))
    .meta({ description: 'the ranked papers by year, before the date filter' }),
  months: z
    .array(z.object({ month: z.string().meta({ example: '2023-12' }), papers: z.int() }))
    .meta({ description: 'those whose month is known, before the date filter' }),
  asked: whyNot.nullable().meta({ description: 'about the paper of the request' }),
})
export type Related = z.infer<typeof related>

export const relatedRequest = z
  .strictObject({
    concept: z.string().min(1).max(20_000).meta({ description: 'an id, a name, any alias, or free text' }),
    limit: limit(100, 10),
    from: day.optional(),
    to: day.optional(),
    evidence: part.optional().meta({ description: 'only papers with something in this part' }),
    seen: seenState.optional().meta({ description: 'only papers marked as read, or only the others' }),
    paper: z.string().min(1).max(500).optional().meta({ description: 'ask why this one is missing or low' }),
  })
  .refine(isStretch, NO_STRETCH)
