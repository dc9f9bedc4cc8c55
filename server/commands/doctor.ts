/** `kith doctor`: what Kith needs, each ok or what to do. */
import { accessSync, constants, existsSync } from 'node:fs'
import { statfs } from 'node:fs/promises'
import { dirname, resolve } from 'node:path'
import type { Command } from '@commander-js/extra-typings'
import { type Config, readConfig } from '../config.ts'
import { checkConsole, type Finding } from '../console/doctor.ts'
import { KithError } from '../errors.ts'
import { rootOf } from '../sources.ts'
import { openGrafeo } from '../store/grafeo.ts'
import { openGraph, parseGraphUrl } from '../store/open.ts'
import { requireWhole } from '../store/read.ts'
import { graphState } from '../store/state.ts'
import { print, printJson } from '../terminal.ts'

type Check = (config: Config) => Promise<string>

/** A check gives what it found, or throws what to do. */
const CHECKS: readonly (readonly [string, Check])[] = [
  ['Node', checkNode],
  ['explorer', checkExplorer],
  ['store', checkStore],
  ['lock', checkLock],
  ['disk', checkDisk],
  ['documents', checkDocuments],
]

export function addDoctor(program: Command): void {
  program
    .command('doctor')
    .description('check what Kith needs')
    .option('--graph <url>', 'the graph to look at')
    .option('--console', 'try whether the console refuses what it must, on this very graph')
    .option('--json', 'print the findings as JSON')
    .action(async ({ graph, console = false, json }) => {
      const config = readConfig({ graph })
      const findings = await (console ? checkConsole(config) : checkAll(config))
      if (json) printJson(findings)
      else for (const { what, ok, found } of findings) print(`${ok ? 'ok  ' : 'no  '} ${what}: ${found}`)
      if (findings.some(({ ok }) => !ok)) process.exitCode = 1
    })
}

async function checkAll(config: Config): Promise<Finding[]> {
  const findings: Finding[] = []
  for (const [what, check] of CHECKS) {
    findings.push(
      await check(config).then(
        (found) => ({ what, ok: true, found }),
        (error: unknown) => ({ what, ok: false, found: error instanceof Error ? error.message : String(error) }),
      ),
    )
  }
  return findings
}

async function checkNode(): Promise<string> {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number)
  if (major < 20 || (major === 20 && minor < 19))
    throw new KithError('invalid', `${process.version} is too old. Install Node 20.19 or newer.`)
  return process.version
}

async function checkExplorer(): Promise<string> {
  const { ROOT } = await import('../root.ts')
  if (!existsSync(resolve(ROOT, 'dist', 'client', 'index.html')))
    throw new KithError('not_found', 'The explorer is not built. Run "npm run build".')
  return 'built; it runs in any browser of the last two years'
}

async function checkStore({ graph, credentials }: Config): Promise<string> {
  const database = openGraph(graph, credentials)
  try {
    const version = database.store === 'neo4j' ? await neo4jVersion(database) : 'Grafeo, embedded'
    await requireWhole(database)
    const state = await graphState(database)
    return `${version}; a graph of ${state?.documents} documents and ${state?.edges} edges`
  } finally {
    await database.close()
  }
}

async function neo4jVersion(database: ReturnType<typeof openGraph>): Promise<string> {
  const [row] = await database.run<{ versions: string[]; edition: string }>(
    'CALL dbms.components() YIELD versions, edition RETURN versions, edition',
  )
  const version = row?.versions[0] ?? '?'
  if (Number(version.split('.')[0]) < 5) throw new KithError('invalid', `Neo4j ${version} is too old. Install Neo4j 5.`)
  return `Neo4j ${version} ${row?.edition ?? ''}`.trim()
}

async function checkLock({ graph }: Config): Promise<string> {
  const target = parseGraphUrl(graph)
  if (target.store === 'neo4j') return 'Neo4j keeps its own'
  const file = resolve(target.folder, 'lock')
  if (!existsSync(file)) return 'free'
  await openGrafeo(file, 'write').close()
  return 'free'
}

/** Bytes that a build should find free. */
const ROOM = 500_000_000

async function checkDisk({ graph }: Config): Promise<string> {
  const target = parseGraphUrl(graph)
  if (target.store === 'neo4j') return 'Neo4j keeps its own'
  let folder = resolve(target.folder)
  while (!existsSync(folder)) folder = dirname(folder)
  try {
    accessSync(folder, constants.W_OK)
  } catch {
    throw new KithError('unavailable', `${folder} cannot be written. Choose another place with --graph file:<folder>.`)
  }
  const { bavail, bsize } = await statfs(folder)
  const free = bavail * bsize
  const gigabytes = (free / 1e9).toFixed(1)
  if (free < ROOM) throw new KithError('unavailable', `${gigabytes} GB are free. Make room for a graph of your notes.`)
  return `${gigabytes} GB free`
}

async function checkDocuments({ graph }: Config): Promise<string> {
  const root = await rootOf(graph)
  if (!root) throw new KithError('not_found', 'Where the documents lie is not known here. Run "kith build <folder>".')
  if (!existsSync(root))
    throw new KithError('not_found', `${root} is gone. "kith verify" needs it: say where it is with --root.`)
  return root
}
