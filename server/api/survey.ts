/** A survey of a concept: what may be asked, and the answer. All of it is quoted from the notes, but for the frame's words. */
import { z } from 'zod'
import { date, edgeType, kind, limit, receipt } from '../api.ts'

const named = z.object({ id: z.string(), name: z.string(), kind }).meta({ id: 'NamedEntity' })

export const surveyPaper = z
  .object({
    id: z.string().meta({ example: 'paper/arxiv-2312.00752' }),
    title: z.string(),
    authors: z.array(z.string()),
    year: z.int().nullable(),
    date: date.meta({ description: 'of its page, else the first day on which the notes name it' }),
    arxiv: z.string().nullable(),
    url: z.string().nullable().meta({ description: 'where to read it; http and https only' }),
    pages: z.array(z.string()).meta({ description: 'ids of the documents that are a page of it' }),
    quote: receipt.nullable().meta({ description: 'the sentence that places it where it stands' }),
  })
  .meta({ id: 'SurveyPaper' })
export type SurveyPaper = z.infer<typeof surveyPaper>

export const surveySection = z
  .object({
    names: z.array(named).meta({ description: 'the most characteristic first; the first ones name the section' }),
    title: z.array(z.string()).meta({ description: 'one to three of the names' }),
    lines: z.array(receipt).meta({ description: 'what the notes say of it; at most 3' }),
    papers: z.array(surveyPaper),
  })
  .meta({ id: 'SurveySection' })
export type SurveySection = z.infer<typeof surveySection>

export const UNITS = ['day', 'month', 'year'] as const

export const survey = z.object({
  concept: named.nullable().meta({ description: 'the entity that was meant; null for free text' }),
  title: z.string().meta({ description: 'its name, or the words that were asked; at most 120 letters' }),
  nearest: z.array(named).meta({ description: 'for free text: names that come near it' }),
  lines: z.array(receipt).meta({ description: 'what the notes say of the concept, the definition first; at most 4' }),
  sections: z.array(surveySection).meta({ description: 'the largest first' }),
  others: z
    .object({ names: z.array(named), papers: z.array(surveyPaper) })
    .meta({ description: 'what belongs to no section' }),
  timeline: z.object({
    unit: z.enum(UNITS),
    items: z.array(
      z.object({
        period: z
          .string()
          .meta({ description: 'as long as the unit, or shorter where no more is known', example: '2023-12' }),
        papers: z.array(z.object({ id: z.string(), title: z.string() })),
        meetings: z
          .array(z.object({ names: z.array(named), receipt }))
          .meta({ description: 'sentences that first name others together with the concept; at most 4' }),
      }),
    ),
  }),
  comparisons: z
    .array(z.object({ type: edgeType, source: named, target: named, cue: z.string(), receipt }))
    .meta({ description: 'what was compared, evaluated or varied, in whose words; at most 15' }),
  questions: z.array(receipt).meta({ description: 'what is asked or left open; at most 10' }),
  method: z.object({
    papers: z.int().meta({ description: 'papers in the survey' }),
    ranked: z.int().meta({ description: 'papers that the concept found at all' }),
    passages: z.int().meta({ description: 'passages that were read for it' }),
    naming: z.int().meta({ description: 'passages that name the concept' }),
    names: z.int().meta({ description: 'names that were grouped' }),
    groups: z.int().meta({ description: 'groups found, the small ones with them' }),
    seed: z.int().meta({ description: 'of the grouping' }),
  }),
})
export type Survey = z.infer<typeof survey>

export const surveyRequest = z.strictObject({
  concept: z.string().min(1).max(20_000).meta({ description: 'an id, a name, any alias, or free text' }),
  papers: limit(100, 30).meta({ description: 'at most this many papers' }),
  format: z
    .enum(['json', 'markdown', 'bibtex'])
    .default('json')
    .meta({ description: 'the answer as JSON, the survey as Markdown, or its papers as BibTeX' }),
  lang: z.enum(['en', 'zh']).default('en').meta({ description: 'of the words around the quotes, in Markdown' }),
})
