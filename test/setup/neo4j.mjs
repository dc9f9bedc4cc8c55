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
  if (uri) return borrow({ uri, username, password })
  const reasons = []
  for (const start of [startDocker, startMaven]) {
    const secret = randomBytes(18).toString('base64url')
    try {
      const server = { ...(await start(secret)), username: 'neo4j', password: secret }
      await whenReady(server).catch(async (error) => {
        await server.stop()
        throw error
      })
      return server
    } catch (error) {
      reasons.push(error.message)
    }
  }
  return { missing: reasons.join('; ') }
}

/** The tests empty what they are given, so they take a database only if it is empty, and leave it so. */
async function borrow(server) {
  try {
    await whenReady(server)
    if ((await ask(server, 'MATCH (n) RETURN n LIMIT 1')).length > 0)
      return { missing: 'the Neo4j of NEO4J_URI holds data, which the tests would remove; name an empty one, or none' }
    return { ...server, stop: async () => void (await ask(server, 'MATCH (n) DETACH DELETE n')) }
  } catch (error) {
    return { missing: error.message }
  }
}

async function ask({ uri, username, password }, query) {
  const driver = neo4j.driver(uri, neo4j.auth.basic(username, password), { connectionTimeout: 2_000 })
  try {
    return (await driver.executeQuery(query, {}, { database: 'neo4j' })).records
  } finally {
    await driver.close()
  }
}

/** Milliseconds a server may take to come up. */
const PATIENCE = 120_000

async function whenReady(server) {
  for (const end = Date.now() + PATIENCE; ; ) {
    try {
      await ask(server, 'RETURN 1')
      return
    } catch (error) {
      // A wrong password does not become right by waiting.
      if (Date.now() > end || error.code?.includes('Security'))
        throw new Error(`Neo4j at ${server.uri}: ${error.message}`)
      await new Promise((resolve) => setTimeout(resolve, 500))
    }
  }
}
