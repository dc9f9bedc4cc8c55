/** The questions that come with Kith: what `/api/queries` answers. */
import { z } from 'zod'
import { list } from '../api.ts'

/** What one wants to know, in the order of the screen. */
export const GROUPS = ['papers', 'company', 'words', 'time', 'overview'] as const
export type Group = (typeof GROUPS)[number]

const inBoth = z.object({ en: z.string(), zh: z.string() })

export const savedQuery = z
  .object({
    name: z.string().meta({ description: 'of its file in cypher/gallery', example: 'shared-concepts' }),
    group: z.enum(GROUPS),
    title: inBoth.meta({ description: 'what it asks, in both languages' }),
    params: z
      .array(z.object({ name: z.string(), value: z.union([z.string(), z.number(), z.boolean()]), about: inBoth }))
      .meta({ description: 'its parameters, each with a value that answers' }),
    query: z.string(),
  })
  .meta({ id: 'SavedQuery' })
export type SavedQuery = z.infer<typeof savedQuery>

export const savedQueries = list(savedQuery)
export type SavedQueries = z.infer<typeof savedQueries>
