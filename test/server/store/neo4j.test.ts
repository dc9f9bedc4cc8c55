/** Neo4j keeps what every store promises. */
import { openNeo4j } from '../../../server/store/neo4j.ts'
import { testDatabase } from '../../database.ts'
import { describeWith, testNeo4j } from '../../needs.ts'

describeWith('Neo4j', 'Neo4j', () => {
  testDatabase('Neo4j', async () => {
    const { url, credentials } = testNeo4j()
    const scratch = openNeo4j(url, credentials)
    const empty = async () => {
      await scratch.run('MATCH (n) DETACH DELETE n', {}, { access: 'write', timeout: 120_000 })
    }
    await empty()
    return { scratch, url, credentials, hub: 5_000, empty, close: () => scratch.close() }
  })
})
