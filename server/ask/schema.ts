/**
 * A graph → what it is made of: labels with their properties, relation types with what they join, functions. Made once
 * for each graph; both stores tell the same, but for functions that only one of them has.
 */
import { order } from '../../ingest/entities.ts'
import { KINDS, RELATION_TYPES } from '../../ingest/types.ts'
import type { Schema, SchemaLabel, SchemaProperty, SchemaRelation } from '../api/schema.ts'
import type { Database, Params, Row, Value } from '../store/database.ts'
import { load, type Words } from '../store/queries.ts'
import { functionsOf } from './functions.ts'
import { entitiesById } from './picture.ts'
import {
  CUE,
  EDGE_PROPERTIES,
  type EdgeProperty,
  MENTION_PROPERTIES,
  NODE_TYPES,
  PLACE_PROPERTIES,
} from './schema-words.ts'

export async function readSchema(database: Database): Promise<Schema> {
  const labels = [await documents(database), await passages(database), ...(await entities(database))]
  return { labels, relations: await relations(database), functions: functionsOf(database.store) }
}

/** Characters an example has at most. */
const EXAMPLE = 80

async function documents(database: Database): Promise<SchemaLabel> {
  const rows = await load<Params, { id: string; properties: Row }>('schema-documents')(database, {})
  rows.sort((a, b) => order(a.id, b.id))
  const found = new Map<string, Found>()
  for (const { properties } of rows) count(found, Object.keys(properties), () => properties)
  return toLabel(
    'Document',
    rows.length,
    found,
    'RETURN document.path, document.date, document.title\nORDER BY document.path',
  )
}

async function passages(database: Database): Promise<SchemaLabel> {
  const [row] = await load<Params, { total: number; properties: Row }>('schema-passage')(database, {})
  const found = new Map<string, Found>()
  for (const name of Object.keys(row?.properties ?? {}))
    found.set(name, { count: row?.total ?? 0, from: row?.properties ?? {} })
  return toLabel('Passage', row?.total ?? 0, found, 'RETURN passage\nORDER BY passage.id')
}

type EntityKeys = { id: string; label: string; mentions: number; names: string[] }

/** All of them, then each kind; an example is of the entity that is named most. */
async function entities(database: Database): Promise<SchemaLabel[]> {
  const rows = await load<Params, EntityKeys>('schema-entities')(database, {})
  rows.sort((a, b) => b.mentions - a.mentions || order(a.id, b.id))
  const byLabel = new Map<string, Map<string, { count: number; id: string }>>()
  const totals = new Map<string, number>()
  for (const { id, label, names } of rows) {
    for (const one of ['Entity', label]) {
      totals.set(one, (totals.get(one) ?? 0) + 1)
      const found = byLabel.get(one) ?? new Map<string, { count: number; id: string }>()
      byLabel.set(one, found)
      for (const name of names) found.set(name, { id, ...found.get(name), count: (found.get(name)?.count ?? 0) + 1 })
    }
  }
  const ids = [...byLabel.values()].flatMap((found) => [...found.values()].map(({ id }) => id))
  const examples = new Map((await entitiesById(database, ids)).map((entity) => [entity.id, entity as unknown as Row]))
  return ['Entity', ...KINDS].map((label) => {
    const found = [...(byLabel.get(label) ?? [])].map(
      ([name, { count, id }]) => [name, { count, from: examples.get(id) ?? {} }] as const,
    )
    const name = label.toLowerCase()
    const rest = `RETURN ${name}\nORDER BY ${name}.mentions DESC, ${name}.id`
    return toLabel(label, totals.get(label) ?? 0, new Map(found), rest)
  })
}

/** How many have a property, and the first that has it. */
interface Found {
  count: number
  from: Row
}

function count(found: Map<string, Found>, names: readonly string[], from: () => Row): void {
  for (const name of names) {
    const known = found.get(name)
    if (known) known.count++
    else found.set(name, { count: 1, from: from() })
  }
}

/** @param rest of a query that shows some of them, after its MATCH */
function toLabel(label: string, total: number, found: ReadonlyMap<string, Found>, rest: string): SchemaLabel {
  const names = [...found.keys()].sort(order)
  return {
    name: label,
    count: total,
    properties: names.map((name) => toProperty(name, found.get(name) as Found)),
    sample: `MATCH (${label.toLowerCase()}:${label})\n${rest}\nLIMIT 25`,
  }
}

function toProperty(name: string, { count, from }: Found): SchemaProperty {
  const value = from[name] ?? null
  return { name, type: NODE_TYPES[name] ?? typeOf(value), count, example: cut(value) }
}

function typeOf(value: Value): SchemaProperty['type'] {
  if (typeof value === 'number') return Number.isInteger(value) ? 'integer' : 'float'
  if (typeof value === 'boolean') return 'boolean'
  return Array.isArray(value) ? 'list of strings' : 'string'
}

/** Of a list its first. */
function cut(value: Value): SchemaProperty['example'] {
  const [one] = Array.isArray(value) ? value : [value]
  if (typeof one === 'string') return [...one].slice(0, EXAMPLE).join('')
  return typeof one === 'number' || typeof one === 'boolean' ? one : null
}

type RelationName = NonNullable<Words['RELATION']>

const PROPERTIES_OF: Partial<Record<RelationName, readonly EdgeProperty[]>> = {
  CO_MENTION: EDGE_PROPERTIES,
  HAS: PLACE_PROPERTIES,
  MENTIONS: MENTION_PROPERTIES,
  ABOUT: [],
}
const TYPED = [CUE, ...EDGE_PROPERTIES]

async function relations(database: Database): Promise<SchemaRelation[]> {
  const all: SchemaRelation[] = []
  for (const name of ['CO_MENTION', ...RELATION_TYPES, 'MENTIONS', 'HAS', 'ABOUT'] as const) {
    const rows = await load<Params, { source: string; target: string; total: number }>('schema-ends', {
      RELATION: name,
    })(database, {})
    const ends = rows.map(({ source, target, total }) => ({ source, target, count: total }))
    all.push({
      name,
      count: ends.reduce((sum, { count }) => sum + count, 0),
      ends: ends.sort((a, b) => b.count - a.count || order(a.source, b.source) || order(a.target, b.target)),
      properties: (PROPERTIES_OF[name] ?? TYPED).map((property) => ({ ...property, count: null })),
      sample: sampleOf(name),
    })
  }
  return all
}

/** Edges between entities have a weight, and the heaviest tell most. */
function sampleOf(name: RelationName): string {
  const first = name in PROPERTIES_OF && name !== 'CO_MENTION' ? '' : 'edge.weight DESC, '
  return `MATCH (a)-[edge:${name}]->(b)\nRETURN a, edge, b\nORDER BY ${first}a.id, b.id\nLIMIT 25`
}
