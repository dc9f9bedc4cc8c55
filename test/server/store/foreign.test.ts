/** A build removes what is not in its graph, so it must not take a database that is somebody else's. */
import { afterAll, beforeAll, expect, it } from '@jest/globals'
import type { Database } from '../../../server/store/database.ts'
import { openNeo4j } from '../../../server/store/neo4j.ts'
import { replaceGraph } from '../../../server/store/open.ts'
import { describeWith, testNeo4j } from '../../needs.ts'
import { smallGraph } from '../graph.ts'

describeWith('Neo4j', 'a Neo4j that others use', () => {
  const { url, credentials } = testNeo4j()
  const write = { access: 'write', timeout: 120_000 } as const
  let others: Database
  const clear = () => others.run('MATCH (n) DETACH DELETE n', {}, write)
  beforeAll(async () => {
    others = openNeo4j(url, credentials)
    await clear()
  })
  afterAll(async () => {
    await clear()
    await others.close()
  })
  const save = () => replaceGraph(url, credentials, smallGraph(), { sha256: 'small' })

  it('keeps its documents: a build is refused before it changes anything', async () => {
    await others.run("CREATE (:Document {id: 'invoice'})-[:HAS]->(:Page {id: 1})", {}, write)
    await expect(save()).rejects.toMatchObject({ code: 'refused' })
    const kept = 'MATCH (d:Document)-[:HAS]->(p:Page) RETURN d.id AS document, p.id AS page'
    expect(await others.run(kept)).toEqual([{ document: 'invoice', page: 1 }])
    await clear()
  })
  it('keeps what bears no label of Kith', async () => {
    await others.run("CREATE (:Customer {id: 1})-[:USES]->(:Product {id: 'p'})", {}, write)
    await save()
    await save()
    const kept = 'MATCH (c:Customer)-[:USES]->(p:Product) RETURN c.id AS customer, p.id AS product'
    expect(await others.run(kept)).toEqual([{ customer: 1, product: 'p' }])
  })
})
