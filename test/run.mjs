/**
 * `npm test`: builds Kith, gets the tests what they need (a browser, a Neo4j), runs Jest, and says what was skipped and,
 * alone on the last line, how many passed and failed. Arguments go to Jest: `npm test -- test/ingest`.
 *
 * With CI=true nothing is skipped for want of a browser or a Neo4j: without them the tests fail.
 */
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { chmodSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { stripVTControlCharacters } from 'node:util'
import { findBrowser } from './setup/browser.mjs'
import { startNeo4j } from './setup/neo4j.mjs'

const ROOT = dirname(dirname(fileURLToPath(import.meta.url)))
const JEST = join(ROOT, 'node_modules', 'jest', 'bin', 'jest.js')

const VM_MODULES = '--experimental-vm-modules --disable-warning=ExperimentalWarning'

/** What is to be undone at the end, however it ends; the last first. */
const undo = []

for (const signal of ['SIGINT', 'SIGTERM']) {
  process.once(signal, async () => {
    await clean()
    process.exit(130)
  })
}

try {
  process.exitCode = await main(process.argv.slice(2))
} finally {
  await clean()
}

async function main(args) {
  const tests = await testsFor(args)
  const [built, browser, neo4j] = await Promise.all([
    build(),
    tests.some((text) => text.includes('browser')) ? findBrowser() : {},
    tests.some((text) => text.includes('Neo4j')) ? startNeo4j() : {},
  ])
  if (neo4j.stop) undo.push(neo4j.stop)
  if (!built) return conclude({ passed: 0, failed: 1, skipped: 0 })
  const { counts, skips } = await runJest(args, {
    ...ownEnvironment(),
    ...present('KITH_TEST_BROWSER', browser.file),
    ...present('KITH_TEST_BROWSER_MISSING', browser.missing),
    ...present('KITH_TEST_NEO4J_URI', neo4j.uri),
    ...present('KITH_TEST_NEO4J_USERNAME', neo4j.username),
    ...present('KITH_TEST_NEO4J_PASSWORD', neo4j.password),
    ...present('KITH_TEST_NEO4J_MISSING', neo4j.missing),
  })
  for (const skip of skips) process.stdout.write(`\n!!! ${skip}`)
  return conclude(counts)
}

/** The texts of the tests that will run: what they need can be read in them. */
async function testsFor(args) {
  const { said } = await run(process.execPath, [JEST, '--listTests', '--json', ...args], { quiet: true })
  const files = /^\[.*\]$/m.exec(said)?.[0]
  return files ? JSON.parse(files).map((file) => readFileSync(file, 'utf8')) : []
}

async function build() {
  process.stderr.write('Building …\n')
  const { code, said } = await run('npm', ['run', '--silent', 'build'], { quiet: true })
  if (code !== 0) process.stderr.write(`${said}\nThe build failed, so nothing was tested.\n`)
  return code === 0
}

async function runJest(args, env) {
  const folder = mkdtempSync(join(tmpdir(), 'kith-test-'))
  // Some tests run Kith as somebody else, who must be able to reach the folders in it.
  chmodSync(folder, 0o755)
  undo.push(async () => rmSync(folder, { recursive: true, force: true }))
  const report = join(folder, 'report.json')
  // Locks between the tests of one run, and whatever they write, go into its own folder.
  const own = { ...env, TMPDIR: folder, NODE_OPTIONS: `${env.NODE_OPTIONS ?? ''} ${VM_MODULES}`.trim() }
  const { code, said } = await run(process.execPath, [JEST, '--json', `--outputFile=${report}`, ...args], { env: own })
  const counts = readCounts(report)
  // Jest itself broke, or nothing was found to run.
  if (code !== 0 && counts.failed === 0) counts.failed = 1
  const lines = stripVTControlCharacters(said).matchAll(/^\s*(skipped: .+ because .+)$/gm)
  const skips = new Set([...lines].map(([, line]) => line))
  return { counts, skips }
}

function readCounts(report) {
  try {
    const { numPassedTests, numFailedTests, numPendingTests, numRuntimeErrorTestSuites } = JSON.parse(
      readFileSync(report, 'utf8'),
    )
    return { passed: numPassedTests, failed: numFailedTests + numRuntimeErrorTestSuites, skipped: numPendingTests }
  } catch {
    return { passed: 0, failed: 1, skipped: 0 }
  }
}

function conclude({ passed, failed, skipped }) {
  process.stdout.write(`\n${passed} passed, ${failed} failed${skipped ? `, ${skipped} skipped` : ''}\n`)
  return failed === 0 ? 0 : 1
}

/** The settings of whoever runs the tests are not the tests'. */
function ownEnvironment() {
  return Object.fromEntries(Object.entries(process.env).filter(([name]) => !/^(?:KITH|NEO4J)_/.test(name)))
}

function present(name, value) {
  return value === undefined ? {} : { [name]: value }
}

/** Runs a program, shows what it says (unless `quiet`), and gives it back. */
async function run(program, args, { quiet = false, env = process.env } = {}) {
  const colours = process.stderr.isTTY && !quiet ? { FORCE_COLOR: '1' } : {}
  const child = spawn(program, args, { cwd: ROOT, env: { ...env, ...colours }, stdio: ['inherit', 'pipe', 'pipe'] })
  const stop = async () => void child.kill('SIGTERM')
  undo.push(stop)
  let said = ''
  const listen = (chunk) => {
    said += chunk
    if (!quiet) process.stderr.write(chunk)
  }
  child.stdout.on('data', listen)
  child.stderr.on('data', listen)
  const [code] = await once(child, 'close')
  undo.splice(undo.indexOf(stop), 1)
  return { code, said }
}

async function clean() {
  while (undo.length) await undo.pop()()
}
