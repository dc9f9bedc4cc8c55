/** A stranger's query on Neo4j: the same promises as on the embedded graph. */
import { afterAll, beforeAll, expect, it } from '@jest/globals'
import { sha256Of } from '../../../server/canonical.ts'
import { type Console, openConsole } from '../../../server/console/console.ts'
import { openGraph, replaceGraph } from '../../../server/store/open.ts'
import { readGraph } from '../../../server/store/read.ts'
import { describeWith, testNeo4j } from '../../needs.ts'
import { smallGraph } from '../graph.ts'
import { PARAMS, READS, READS_OF_NEO4J, WRITES } from './queries.ts'

describeWith('Neo4j', 'the console on Neo4j', () => {
  let console: Console
  let patient: Console
  beforeAll(async () => {
    const { url, credentials } = testNeo4j()
    await replaceGraph(url, credentials, smallGraph(), { sha256: 'console' })
    console = openConsole(url, credentials)
    // A server that has just begun is slow to plan; how long a query may take is not the question here.
    patient = openConsole(url, credentials, { deadline: 50_000 })
  }, 120_000)
  afterAll(() => Promise.all([console.close(), patient.close()]))

  it('answers nodes and edges without the database’s own ids', async () => {
    const query = "MATCH (a {id: 'model/mamba'})-[e:CO_MENTION]->(b:Model) RETURN a, e, [b.name] AS names"
    const { rows } = await patient.query(query)
    expect(rows).toMatchObject([
      [
        { $: 'node', labels: ['Entity', 'Model'], properties: { id: 'model/mamba' } },
        { $: 'edge', type: 'CO_MENTION', properties: { weight: 3 } },
        ['RWKV'],
      ],
    ])
  })

  it('takes whole numbers as such, and stops at 1,000 rows', async () => {
    const query = 'UNWIND range(1, $most) AS x RETURN x LIMIT $limit'
    const { rows, truncated } = await patient.query(query, { most: 5_000, limit: 2_000 })
    expect({ rows: rows.length, truncated }).toEqual({ rows: 1_000, truncated: true })
  })

  it.each([
    ['CREATE (n)', 'refused'],
    ["LOAD CSV FROM 'file:///etc/hostname' AS line RETURN line", 'refused'],
    ["LO\\u0041D CSV FROM 'file:///etc/hostname' AS line RETURN line", 'refused'],
    ['MATCH (n) S\\u0045T n.x = 1', 'refused'],
    ['C\\u0041LL dbms.components()', 'refused'],
    ['U\\u0053E system SHOW USERS', 'refused'],
    ['UNWIND range(1, 100000) AS a UNWIND range(1, 100000) AS b RETURN count(*)', 'timeout'],
    ['RETURN 1/0', 'invalid'],
  ])(
    'refuses %j as %s',
    async (query, code) => {
      await expect(console.query(query)).rejects.toMatchObject({ name: 'KithError', code })
    },
    60_000,
  )

  it.each(WRITES)('does not run %j', async (query) => {
    await expect(console.query(query, PARAMS)).rejects.toMatchObject({ name: 'KithError' })
  })

  it.each([...READS, ...READS_OF_NEO4J])('answers %j', async (query) => {
    const { columns, rows } = await patient.query(query, PARAMS)
    for (const row of rows) expect(row).toHaveLength(columns.length)
  })

  it('has written nothing after all of that', async () => {
    const { url, credentials } = testNeo4j()
    const database = openGraph(url, credentials)
    expect(await database.run('MATCH (n) WHERE n.x IS NOT NULL RETURN n')).toEqual([])
    expect(sha256Of(await readGraph(database))).toBe(sha256Of(smallGraph()))
    await database.close()
  })
})
