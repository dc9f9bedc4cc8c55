/** Search: what may be asked, and the one answer of entities, papers and passages. */
import { z } from 'zod'
import { commaList, date, HOWS, hits, kind, limit, list } from '../api.ts'

/** What is found, in the order in which groups that answer equally well are told. */
export const FOUND_GROUPS = ['entities', 'papers', 'passages'] as const
export type FoundGroup = (typeof FOUND_GROUPS)[number]
const group = z.enum(FOUND_GROUPS).meta({ id: 'FoundGroup' })

const marks = z
  .array(z.object({ start: z.int(), end: z.int() }))
  .meta({ description: 'the words that were looked for; offsets into the snippet' })

export const foundPaper = z
  .object({
    id: z.string().meta({ example: 'paper/arxiv-2312.00752' }),
    title: z.string(),
    authors: z.array(z.string()),
    year: z.int().nullable(),
    arxiv: z.string().nullable(),
    snippet: z.string().meta({ description: 'what was hit: the title, a stretch of the authors, or the arXiv id' }),
    marks,
    how: z.enum([...HOWS, 'words']).meta({ description: 'by its name as an entity, or by words of the snippet' }),
    score: z.number(),
  })
  .meta({ id: 'FoundPaper' })
export type FoundPaper = z.infer<typeof foundPaper>

export const foundPassage = z
  .object({
    passage: z.string(),
    document: z.string(),
    path: z.string(),
    title: z.string().meta({ description: 'of the document' }),
    line: z.int().meta({ description: 'of the snippet, from 1' }),
    start: z.int().meta({ description: 'offset of the snippet in the decoded text, UTF-16 code units' }),
    end: z.int(),
    date,
    snippet: z.string().meta({ description: 'a verbatim stretch of the passage' }),
    marks,
    score: z.number(),
  })
  .meta({ id: 'FoundPassage' })
export type FoundPassage = z.infer<typeof foundPassage>

export const found = hits
  .extend({
    asked: z.string().meta({ description: 'what was looked for: of a long text the beginning, cut at a word' }),
    groups: z.array(group).meta({ description: 'those that were asked for, the one that answers best first' }),
    papers: list(foundPaper),
    passages: list(foundPassage).extend({
      meant: z
        .string()
        .nullable()
        .meta({ description: 'where no passage holds what was asked: the name that was looked for instead' }),
    }),
  })
  .meta({ id: 'Found' })
export type Found = z.infer<typeof found>

export const searchRequest = z.strictObject({
  q: z.string().max(10_000).meta({ description: 'names, words, "a phrase"; the first 200 letters are looked for' }),
  kind: commaList
    .pipe(z.array(kind))
    .optional()
    .meta({ description: 'only entities of these kinds, and neither papers nor passages' }),
  in: commaList.pipe(z.array(group)).optional().meta({ description: 'only these groups; default all' }),
  limit: limit(100, 20).meta({ description: 'of each group' }),
})
