/**
 * The console: what may be asked, and the answer. `kith cypher` prints the same.
 *
 * What JSON says exactly is said as it is: null, truths, texts, numbers, lists, maps. Everything else is a map with a
 * `$` that says what it is, so a value of the graph is never taken for another.
 */
import { z } from 'zod'
import { queryPlace } from '../api.ts'

/** Characters a query may have. */
export const LONGEST_QUERY = 100_000
/** Rows an answer may have; `limit` may ask for fewer. */
export const MOST_ROWS = 1_000

/** What both stores pass over in silence and a person wants to know: a label, type or property that the graph has not. */
export const queryNote = z
  .object({
    message: z.string(),
    at: queryPlace,
    suggestion: z.string().nullable().meta({ description: 'what may stand there instead: the nearest the graph has' }),
  })
  .meta({ id: 'QueryNote' })
export type QueryNote = z.infer<typeof queryNote>

export interface NodeCell {
  $: 'node'
  /** The semantic id, such as `model/rwkv`; null for a node that has none. */
  id: string | null
  labels: string[]
  properties: Record<string, Cell>
}

export interface EdgeCell {
  $: 'edge'
  type: string
  /** Semantic ids of its ends, null where the store cannot tell. */
  source: string | null
  target: string | null
  properties: Record<string, Cell>
}

export interface PathCell {
  $: 'path'
  /** In the order of the path: one more than edges. */
  nodes: NodeCell[]
  edges: EdgeCell[]
}

/** What JSON would round, or cannot say at all. */
export interface NumberCell {
  $: 'int' | 'float'
  /** The digits of a whole number beyond 2^53; `NaN`, `Infinity` or `-Infinity`. */
  value: string
}

export const MOMENTS = ['date', 'time', 'localtime', 'datetime', 'localdatetime', 'duration'] as const

export interface MomentCell {
  $: (typeof MOMENTS)[number]
  /** As ISO 8601 writes it. */
  value: string
}

export interface PointCell {
  $: 'point'
  srid: number
  x: number
  y: number
  z: number | null
}

export interface BytesCell {
  $: 'bytes'
  /** Base64. */
  value: string
}

/** A map of the graph's that has a key `$` of its own. */
export interface MapCell {
  $: 'map'
  value: Record<string, Cell>
}

export type TaggedCell = NodeCell | EdgeCell | PathCell | NumberCell | MomentCell | PointCell | BytesCell | MapCell
/** A map without a `$` is a map. */
export type Cell = null | boolean | number | string | Cell[] | TaggedCell | { [key: string]: Cell }

const CELLS = `null, truths, texts, numbers, lists and maps as JSON has them; everything else has a "$":
{$: "node", id, labels, properties}, {$: "edge", type, source, target, properties}, {$: "path", nodes, edges},
{$: "int", value} beyond 2^53, {$: "float", value} for NaN and the infinities, {$: "date" | "time" | "localtime" |
"datetime" | "localdatetime" | "duration", value}, {$: "point", srid, x, y, z}, {$: "bytes", value} in base64, and
{$: "map", value} for a map that has a key "$" of its own`

export const cypherAnswer = z.object({
  columns: z.array(z.string()),
  rows: z.array(z.array(z.unknown())).meta({ description: CELLS }),
  truncated: z.boolean(),
  stopped: z
    .enum(['rows', 'bytes'])
    .nullable()
    .meta({ description: `why it is not whole: more than the limit's rows, or more than 2 MB` }),
  milliseconds: z.number().meta({ description: 'of the query itself' }),
  waited: z.number().meta({ description: 'milliseconds in the queue' }),
  notes: z.array(queryNote),
})
export type CypherAnswer = Omit<z.infer<typeof cypherAnswer>, 'rows'> & { rows: Cell[][] }

/** One step of a plan, with those that it takes its rows from. */
export interface PlanStep {
  operator: string
  /** What the store says of it, as it says it. */
  details: string
  children: PlanStep[]
}

const planStep = z
  .object({
    operator: z.string(),
    details: z.string(),
    children: z.array(z.unknown()).meta({ description: 'steps of the same shape: those it takes its rows from' }),
  })
  .meta({ id: 'PlanStep' })

export const cypherPlan = z.object({
  plan: planStep,
  store: z.enum(['grafeo', 'neo4j']),
  notes: z.array(queryNote),
})
export type CypherPlan = Omit<z.infer<typeof cypherPlan>, 'plan'> & { plan: PlanStep }

const question = {
  query: z.string().meta({ description: `one statement, at most ${LONGEST_QUERY} characters` }),
  params: z.record(z.string(), z.unknown()).default({}).meta({ description: 'the values of $parameters' }),
}

export const cypherRequest = z.strictObject({
  ...question,
  limit: z.int().min(1).max(MOST_ROWS).default(MOST_ROWS).meta({ description: 'rows at most' }),
})
export const cypherPlanRequest = z.strictObject(question)
