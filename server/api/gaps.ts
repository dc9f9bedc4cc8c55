/** What the notes leave open: what may be asked, and the answer. */
import { z } from 'zod'
import { commaList, date, kind, limit, list, receipt } from '../api.ts'

const named = z.object({ id: z.string(), name: z.string(), kind })

/** A name that two others keep company with, and the lines that say so on either side. */
export const sharedName = named
  .extend({
    share: z.number().meta({ description: 'of the score' }),
    a: z.array(receipt).meta({ description: 'the best line that joins it to the one; both lines of a thread' }),
    b: z.array(receipt).meta({ description: 'and to the other' }),
  })
  .meta({ id: 'SharedName' })
export type SharedName = z.infer<typeof sharedName>

const end = named.extend({ mentions: z.int() })

/** Two names with much company in common that no line and no thread joins. */
export const gapPair = z
  .object({
    a: end,
    b: end,
    score: z.number().meta({ description: 'how much the company they share speaks for them; the higher, the more' }),
    shared: z.int().meta({ description: 'names that both keep company with' }),
    company: z.array(sharedName).meta({ description: 'the most telling of these; at most 4' }),
    papers: z.int().meta({ description: 'papers that speak of both, in no line together' }),
  })
  .meta({ id: 'GapPair' })
export type GapPair = z.infer<typeof gapPair>

export const gapPaper = z.object({
  id: z.string().meta({ example: 'paper/arxiv-2312.00752' }),
  title: z.string(),
  year: z.int().nullable(),
  date: date.meta({ description: 'of its page, else the first day on which the notes name it' }),
  arxiv: z.string().nullable(),
  url: z.string().nullable().meta({ description: 'where to read it; http and https only' }),
})
export type GapPaper = z.infer<typeof gapPaper>

/** A paper that one line names and nobody says a word about. */
export const undiscussedPaper = gapPaper
  .extend({ words: z.int().meta({ description: 'beside the link in its line' }), receipt })
  .meta({ id: 'UndiscussedPaper' })
export type UndiscussedPaper = z.infer<typeof undiscussedPaper>

/** A paper that speaks of two names, in no line together. */
export const paperBetween = gapPaper
  .extend({
    a: named,
    b: named,
    passages: z.object({ a: z.int(), b: z.int() }).meta({ description: 'of it that name the one, and the other' }),
    receipts: z.array(receipt).meta({ description: 'a line that names the one, then a line that names the other' }),
  })
  .meta({ id: 'PaperBetween' })
export type PaperBetween = z.infer<typeof paperBetween>

export const gaps = z.object({
  concept: named.nullable().meta({ description: 'what was asked about; null for the whole graph' }),
  pairs: list(gapPair).meta({ description: 'the clearest first; at most 200 are found, and 3 of one name' }),
  undiscussed: list(undiscussedPaper).meta({ description: 'the latest first' }),
  between: list(paperBetween).meta({ description: 'for each pair told, the paper that speaks most of both' }),
})
export type Gaps = z.infer<typeof gaps>

export const papersBetween = list(paperBetween).extend({ a: named, b: named })
export type PapersBetween = z.infer<typeof papersBetween>

const anyName = z.string().min(1).max(500)

export const gapsRequest = z.strictObject({
  kind: commaList
    .pipe(z.array(kind).min(1, 'name a kind'))
    .optional()
    .meta({ description: 'of both names of a pair; all but Person and Paper where nothing is asked for' }),
  limit: limit(100, 20).meta({ description: 'of each list' }),
  concept: anyName.optional().meta({ description: 'an id, a name or any alias: only gaps around it' }),
})

export const papersBetweenRequest = z.strictObject({ a: anyName, b: anyName, limit: limit(100, 10) })
