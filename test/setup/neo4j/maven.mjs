/**
 * Neo4j without Docker: its own Maven artifacts, the same kernel, Bolt server, Cypher and Lucene as in the container,
 * on a Java of this machine. The jars (116 MB) are fetched once and kept in the user's cache folder.
 */
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdirSync, mkdtempSync, readdirSync, renameSync, rmSync, statSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import envPaths from 'env-paths'
import neo4j from 'neo4j-driver'
import { canInstall, install, onPath, outputOf, run } from '../shell.mjs'

const HERE = dirname(fileURLToPath(import.meta.url))
const VERSION = '5.26.25'
/** Neo4j 5 wants this Java or a newer one. */
const JAVA = 17

export async function startMaven(password) {
  await requireTools()
  const jars = await fetchJars()
  const home = mkdtempSync(join(tmpdir(), 'kith-neo4j-'))
  const port = await freePort()
  const child = spawn('java', ['-Xmx1g', '-cp', join(jars, '*'), join(HERE, 'Neo4j.java'), home, String(port)], {
    // A group of its own, so that all of it can be stopped; and it stops by itself when its input ends.
    detached: true,
    stdio: ['pipe', 'pipe', 'pipe'],
  })
  const stop = () => stopGroup(child, home)
  try {
    await readiness(child)
    const uri = `bolt://127.0.0.1:${port}`
    await changePassword(uri, password)
    return { uri, stop }
  } catch (error) {
    await stop()
    throw error
  }
}

async function requireTools() {
  const java = /version "(\d+)/.exec(outputOf('java', ['-version']) ?? '')?.[1]
  // The server is started from its source, and only a JDK compiles that.
  const missing = !(Number(java) >= JAVA) || !onPath('javac') ? ['default-jdk-headless'] : []
  if (!onPath('mvn')) missing.push('maven')
  if (missing.length === 0) return
  if (!canInstall()) throw new Error(`a JDK ${JAVA} or newer and Maven are needed to run Neo4j without Docker`)
  await install(...missing)
}

/** A folder is whole or not there: jars are fetched beside it, and the folder is then given its name. */
async function fetchJars() {
  const cache = envPaths('kith', { suffix: '' }).cache
  const jars = join(cache, `neo4j-${VERSION}`)
  if (existsSync(jars)) return jars
  process.stderr.write(`Fetching Neo4j ${VERSION} from Maven …\n`)
  mkdirSync(cache, { recursive: true })
  removeStale(cache)
  const next = mkdtempSync(`${jars}-`)
  try {
    const goal = ['dependency:copy-dependencies', '-DincludeScope=runtime', `-DoutputDirectory=${next}`]
    await run('mvn', ['-q', '-B', '-f', join(HERE, 'pom.xml'), `-Dneo4j.version=${VERSION}`, ...goal], {
      timeout: 480_000,
    })
    renameSync(next, jars)
  } catch (error) {
    // Another run may have been quicker.
    if (!existsSync(jars)) throw new Error(`Neo4j could not be fetched from Maven (${error.message})`, { cause: error })
  } finally {
    rmSync(next, { recursive: true, force: true })
  }
  return jars
}

/** Milliseconds after which a download that is not whole was broken off. */
const STALE = 3_600_000

function removeStale(cache) {
  for (const name of readdirSync(cache)) {
    const folder = join(cache, name)
    if (!name.startsWith(`neo4j-${VERSION}-`) || Date.now() - statSync(folder).mtimeMs < STALE) continue
    rmSync(folder, { recursive: true, force: true })
  }
}

async function freePort() {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address()
  server.close()
  await once(server, 'close')
  return port
}

/** Milliseconds until it says that it is ready; a cold Java on a busy machine needs its time. */
const PATIENCE = 120_000

function readiness(child) {
  return new Promise((resolve, reject) => {
    let said = ''
    const fail = (why) => {
      clearTimeout(timer)
      reject(new Error(`Neo4j did not start: ${why}. ${said.slice(-600)}`))
    }
    const timer = setTimeout(fail, PATIENCE, `it said nothing for ${PATIENCE / 1_000} seconds`)
    child.on('error', (error) => fail(error.message))
    child.on('exit', (code, signal) => fail(`Java ended with ${code ?? signal}`))
    const listen = (chunk) => {
      said = (said + chunk).slice(-4_000)
      if (!said.includes('ready on bolt://')) return
      clearTimeout(timer)
      resolve()
    }
    child.stdout.on('data', listen)
    child.stderr.on('data', listen)
  })
}

/** A new Neo4j has the password `neo4j`, good for nothing but being changed. */
async function changePassword(uri, password) {
  const driver = neo4j.driver(uri, neo4j.auth.basic('neo4j', 'neo4j'))
  try {
    const change = "ALTER CURRENT USER SET PASSWORD FROM 'neo4j' TO $password"
    await driver.executeQuery(change, { password }, { database: 'system' })
  } finally {
    await driver.close()
  }
}

/** Nothing of it is to be kept, so it need not close its files. */
async function stopGroup(child, home) {
  if (child.exitCode === null && child.signalCode === null) {
    const ended = once(child, 'exit')
    process.kill(-child.pid, 'SIGKILL')
    await ended
  }
  rmSync(home, { recursive: true, force: true })
}
