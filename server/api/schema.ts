/** What a graph is made of, for people who write queries: what `/api/schema` answers. */
import { z } from 'zod'

export const PROPERTY_TYPES = ['string', 'integer', 'float', 'boolean', 'date', 'list of strings'] as const
export type PropertyType = (typeof PROPERTY_TYPES)[number]

const property = z
  .object({
    name: z.string().meta({ example: 'firstSeen' }),
    type: z
      .enum(PROPERTY_TYPES)
      .meta({ description: 'a date is a string YYYY-MM-DD, and compares as one: firstSeen >= "2023-12"' }),
    count: z.int().nullable().meta({ description: 'how many have it; null where that is not counted' }),
    example: z
      .union([z.string(), z.number(), z.boolean(), z.null()])
      .meta({ description: 'of one that has it, cut to 80 characters; null where none has' }),
  })
  .meta({ id: 'SchemaProperty' })
export type SchemaProperty = z.infer<typeof property>

const label = z
  .object({
    name: z.string().meta({ example: 'Model' }),
    count: z.int(),
    properties: z.array(property).meta({ description: 'by name' }),
    sample: z.string().meta({ description: 'a query that shows some of them' }),
  })
  .meta({ id: 'SchemaLabel' })
export type SchemaLabel = z.infer<typeof label>

const relation = z
  .object({
    name: z.string().meta({ example: 'CO_MENTION' }),
    count: z.int(),
    ends: z
      .array(z.object({ source: z.string(), target: z.string(), count: z.int() }))
      .meta({ description: 'which labels it joins, and how often; the most frequent first' }),
    properties: z.array(property),
    sample: z.string(),
  })
  .meta({ id: 'SchemaRelation' })
export type SchemaRelation = z.infer<typeof relation>

const callable = z
  .object({
    name: z.string().meta({ example: 'substring' }),
    signature: z.string().meta({ example: 'substring(text, start, length)' }),
    group: z.enum(['aggregating', 'list', 'math', 'text', 'graph', 'value', 'predicate']),
  })
  .meta({ id: 'SchemaFunction' })
export type SchemaFunction = z.infer<typeof callable>

export const schema = z.object({
  labels: z
    .array(label)
    .meta({ description: 'Document, Passage, Entity, then the nine kinds; those without a node, too' }),
  relations: z.array(relation),
  functions: z.array(callable).meta({ description: 'those that the console runs on this store' }),
})
export type Schema = z.infer<typeof schema>
