/**
 * A real Neo4j for the tests: the one that is named, else one in Docker, else the same server from its Maven artifacts.
 * Returns `{uri, username, password, stop}`, or `{missing}`: why there is none.
 */
import { randomBytes } from 'node:crypto'
import neo4j from 'neo4j-driver'
import { startDocker } from './neo4j/docker.mjs'
import { startMaven } from './neo4j/maven.mjs'

export async function startNeo4j() {
  const { NEO4J_URI: uri, NEO4J_USERNAME: username = 'neo4j', NEO4J_PASSWORD: password = '' } = process.env
  if (uri) return { uri, username, password, stop: async () => {} }
  const reasons = []
  for (const start of [startDocker, startMaven]) {
    const secret = randomBytes(18).toString('base64url')
    try {
      const server = await start(secret)
      await whenReady({ uri: server.uri, password: secret }).catch(async (error) => {
        await server.stop()
        throw error
      })
      return { ...server, username: 'neo4j', password: secret }
    } catch (error) {
      reasons.push(error.message)
    }
  }
  return { missing: reasons.join('; ') }
}

/** Milliseconds a server may take to come up. */
const PATIENCE = 120_000

async function whenReady({ uri, password }) {
  const driver = neo4j.driver(uri, neo4j.auth.basic('neo4j', password), { connectionTimeout: 2_000 })
  try {
    for (const end = Date.now() + PATIENCE; ; ) {
      try {
        await driver.executeQuery('RETURN 1', {}, { database: 'neo4j' })
        return
      } catch (error) {
        if (Date.now() > end)
          throw new Error(`the Neo4j that was started does not answer (${error.message})`, { cause: error })
        await new Promise((resolve) => setTimeout(resolve, 500))
      }
    }
  } finally {
    await driver.close()
  }
}
