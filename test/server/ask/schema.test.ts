/** What the graph is made of is told as it is, and the same on both stores. */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import type { Graph } from '../../../ingest/types.ts'
import { type Schema, schema as shape } from '../../../server/api/schema.ts'
import { functionsOf } from '../../../server/ask/functions.ts'
import { readSchema } from '../../../server/ask/schema.ts'
import { sha256Of } from '../../../server/canonical.ts'
import type { Database } from '../../../server/store/database.ts'
import { openGraph, replaceGraph } from '../../../server/store/open.ts'
import { testFolder } from '../../folder.ts'
import { describeWith, testNeo4j } from '../../needs.ts'
import { sampleGraph } from '../../sample.ts'

const NOBODY = { username: '', password: '', database: '' }
const folder = testFolder()
const url = `file:${folder('graph')}`
let graph: Graph
let database: Database
let schema: Schema
beforeAll(async () => {
  graph = await sampleGraph()
  await replaceGraph(url, NOBODY, graph, { sha256: sha256Of(graph) })
  database = openGraph(url, NOBODY)
  schema = await readSchema(database)
}, 60_000)
afterAll(() => database.close())

const labelOf = (name: string) => schema.labels.find((label) => label.name === name)
const relationOf = (name: string) => schema.relations.find((relation) => relation.name === name)

describe('the labels', () => {
  it('are counted', () => {
    const { documents, passages, entities } = graph
    expect([labelOf('Document')?.count, labelOf('Passage')?.count, labelOf('Entity')?.count]).toEqual([
      documents.length,
      passages.length,
      entities.length,
    ])
    expect(labelOf('Model')?.count).toBe(entities.filter(({ kind }) => kind === 'Model').length)
    expect(shape.parse(schema)).toEqual(schema)
  })

  it('tell of each property how many have it, its type, and an example from the graph', () => {
    const papers = graph.entities.filter(({ kind }) => kind === 'Paper')
    const years = labelOf('Paper')?.properties.find(({ name }) => name === 'year')
    expect(years).toMatchObject({ type: 'integer', count: papers.filter(({ year }) => year !== undefined).length })
    expect(papers.map(({ year }) => year)).toContain(years?.example)
    expect(labelOf('Entity')?.properties.find(({ name }) => name === 'firstSeen')).toMatchObject({
      type: 'date',
      example: expect.stringMatching(/^\d{4}-\d{2}-\d{2}$/),
    })
  })

  it('are told where no node has them, too', async () => {
    const empty = `file:${folder('empty')}`
    const none: Graph = { documents: [], passages: [], entities: [], mentions: [], edges: [] }
    await replaceGraph(empty, NOBODY, none, { sha256: sha256Of(none) })
    const other = openGraph(empty, NOBODY)
    const { labels, relations } = await readSchema(other)
    expect(labels.map(({ count }) => count)).toEqual(labels.map(() => 0))
    expect(labels).toHaveLength(12)
    expect(relations.every(({ count, ends }) => count === 0 && ends.length === 0)).toBe(true)
    await other.close()
  })
})

describe('the relation types', () => {
  it('say what they join, and how often', () => {
    const met = graph.edges.filter(({ type }) => type === 'CO_MENTION')
    expect(relationOf('CO_MENTION')?.count).toBe(met.length)
    expect(relationOf('MENTIONS')).toMatchObject({ count: graph.mentions.length })
    expect(relationOf('HAS')?.ends).toEqual([
      { source: 'Document', target: 'Passage', count: relationOf('HAS')?.count },
    ])
  })

  it('have the properties that the graph has, and no others', async () => {
    for (const { name, count, properties } of schema.relations) {
      const rows = await database.run<{ name: string }>(
        `MATCH ()-[edge:${name}]->() UNWIND keys(edge) AS name RETURN DISTINCT name`,
      )
      const known = properties.map((property) => property.name)
      for (const { name: there } of rows)
        expect({ name, known }).toEqual({ name, known: expect.arrayContaining([there]) })
      if (count) expect(rows.length).toBeLessThanOrEqual(known.length)
    }
  })
})

it('gives each label and relation type a query that runs', async () => {
  for (const { name, count, sample } of [...schema.labels, ...schema.relations])
    expect([name, (await database.run(sample)).length]).toEqual([name, Math.min(count, 25)])
})

describe('the functions', () => {
  it('run on the embedded store, each of them', () => run(database))
})

describeWith('Neo4j', 'on a Neo4j', () => {
  const { url: neo4j, credentials } = testNeo4j()
  let other: Database
  beforeAll(async () => {
    await replaceGraph(neo4j, credentials, graph, { sha256: 'schema' })
    other = openGraph(neo4j, credentials)
  }, 120_000)
  afterAll(() => other.close())

  it('tells the same labels and relation types as the embedded store', async () => {
    const { labels, relations } = await readSchema(other)
    expect({ labels, relations }).toEqual({ labels: schema.labels, relations: schema.relations })
  }, 60_000)

  it('runs each function', () => run(other), 60_000)
})

/** Values for the words of a signature. */
const VALUES: Readonly<Record<string, string>> = {
  value: 'x.n',
  truth: "'true'",
  share: '0.5',
  list: '[3, 1, 2]',
  text: "'2024-01-05'",
  number: '2.25',
  old: "'2'",
  new: "'3'",
  mark: "'-'",
  start: '1',
  length: '2',
  first: '1',
  last: '3',
  step: '2',
  edge: 'e',
  node: 'a',
  thing: 'a',
  path: 'p',
  otherwise: '0',
  other: '0',
}

async function run(on: Database): Promise<void> {
  for (const { signature } of functionsOf(on.store)) {
    const filled = signature.replace(/\((.*)\)/, (_, inner: string) => `(${fill(inner)})`)
    const from = 'MATCH p = (a:Model)-[e:VARIANT_OF]->(b:Model) WITH p, a, e, b ORDER BY a.id LIMIT 1'
    const rows = await on.run(`${from} UNWIND [{n: 1}, {n: 2}] AS x RETURN ${filled} AS answer`)
    expect([signature, rows.length > 0 && rows[0]?.answer !== null]).toEqual([signature, true])
  }
}

/** `one IN list WHERE one > 0` names its own variable; the rest are words of the table. */
const fill = (inner: string): string =>
  / IN /.test(inner)
    ? inner.replace('list', '[3, 1, 2]').replace(/\bstart\b/, '0')
    : inner
        .split(', ')
        .filter(Boolean)
        .map((word) => VALUES[word] ?? `no value for ${word}`)
        .join(', ')
