/** The embedded graph: one whole graph at any moment, whatever happens to builds and to files. */

import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { readdirSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, it } from '@jest/globals'
import type { Graph } from '../../../ingest/types.ts'
import { sha256Of } from '../../../server/canonical.ts'
import { ROOT } from '../../../server/root.ts'
import { currentGraph, openEmbedded, replaceEmbedded } from '../../../server/store/embedded.ts'
import { readGraph } from '../../../server/store/read.ts'
import { fillGraph } from '../../../server/store/save.ts'
import { testFolder } from '../../folder.ts'
import { graphOf } from '../../ingest/graph-of.ts'
import { CLI, type Ended, ended, environment, kith, startKith } from '../../kith.ts'
import { writeNotes } from '../../notes.ts'
import { SAMPLE } from '../../sample.ts'

const folder = testFolder()
let folders = 0
const newFolder = () => folder(`graph-folder-${folders++}`)

const SHORT = graphOf({ 'a.md': 'RWKV and Mamba are linear attention.' })
const LONG = graphOf({ 'a.md': 'RWKV and Mamba are linear attention.', 'b.md': 'DPO and RLHF, and 外推 with GPT-4' })

const build = (at: string, graph: Graph) =>
  replaceEmbedded(at, (database) => fillGraph(database, graph, { sha256: sha256Of(graph) }))

async function shaAt(at: string): Promise<string> {
  const database = openEmbedded(at)
  try {
    return sha256Of(await readGraph(database))
  } finally {
    await database.close()
  }
}

describe('a reader', () => {
  it('follows every swap by itself, and reads one whole graph at a time', async () => {
    const at = newFolder()
    await build(at, SHORT)
    const database = openEmbedded(at)
    const seen = new Set<string>()
    let done = false
    const reading = (async () => {
      while (!done) seen.add(sha256Of(await readGraph(database)))
    })()
    for (const graph of [LONG, SHORT, LONG, SHORT, LONG]) {
      await build(at, graph)
      await new Promise((resolve) => setTimeout(resolve, 150))
    }
    done = true
    await reading
    expect([...seen].sort()).toEqual([sha256Of(SHORT), sha256Of(LONG)].sort())
    expect(await readGraph(database)).toEqual(LONG)
    await database.close()
  })
  it('ends the query that runs while its graph is replaced', async () => {
    const at = newFolder()
    await build(at, SHORT)
    const database = openEmbedded(at)
    const running = Array.from({ length: 50 }, () => database.run('MATCH (e:Entity) RETURN e.id AS id'))
    await build(at, LONG)
    for (const rows of await Promise.all(running)) expect(rows).toHaveLength(SHORT.entities.length)
    await database.close()
  })
  it('asks one graph to the end, though another takes its place meanwhile', async () => {
    const at = newFolder()
    await build(at, SHORT)
    const database = openEmbedded(at)
    const names = 'MATCH (e:Entity) RETURN e.id AS id'
    await database.read(async (transaction) => {
      expect(await transaction.run(names)).toHaveLength(SHORT.entities.length)
      await build(at, LONG)
      await new Promise((resolve) => setTimeout(resolve, 150))
      expect(await database.run(names)).toHaveLength(LONG.entities.length)
      expect(await transaction.run(names)).toHaveLength(SHORT.entities.length)
    })
    await database.close()
  })
  it('notices a graph that was built anew under the same name', async () => {
    const at = newFolder()
    await build(at, SHORT)
    const database = openEmbedded(at)
    expect(await readGraph(database)).toEqual(SHORT)
    rmSync(at, { recursive: true })
    await build(at, LONG)
    await new Promise((resolve) => setTimeout(resolve, 150))
    expect(await readGraph(database)).toEqual(LONG)
    await database.close()
  })
  it('is refused every write', async () => {
    const at = newFolder()
    await build(at, SHORT)
    const database = openEmbedded(at)
    const write = { access: 'write' } as const
    await expect(database.run('CREATE (:Sneaked)', {}, write)).rejects.toMatchObject({ code: 'refused' })
    await expect(database.run('CREATE (:Sneaked)')).rejects.toMatchObject({ code: 'refused' })
    await expect(database.write(async () => {})).rejects.toMatchObject({ code: 'refused' })
    expect(await readGraph(database)).toEqual(SHORT)
    await database.close()
  })
})

describe('what is no graph is said in one sentence', () => {
  const fail = async (at: string) => kith(['show', 'RWKV', '--graph', `file:${at}`])
  it('nothing was built yet', async () => {
    const { code, stderr } = await fail(newFolder())
    expect([code, stderr]).toEqual([
      1,
      expect.stringMatching(/^kith: There is no graph at .* yet\. Run "kith build .*\n$/),
    ])
  })
  it.each<[string, (at: string, file: string) => void | Promise<void>]>([
    ['"current" names a file that is gone', (at) => writeFileSync(join(at, 'current'), 'graph-77\n')],
    ['"current" names no graph', (at) => writeFileSync(join(at, 'current'), '../../etc/passwd\n')],
    ['the file is empty', (_at, file) => truncateSync(file, 0)],
    ['the file is cut in half', (_at, file) => truncateSync(file, readFileSync(file).length / 2)],
    ['the file is of another kind', (_at, file) => writeFileSync(file, 'no graph at all '.repeat(10_000))],
    [
      'the graph is of another version',
      (at) =>
        replaceEmbedded(at, async (database) => {
          await database.run("CREATE (:Graph {id: 'kith', schema: 0, whole: true})", {}, { access: 'write' })
        }),
    ],
  ])('%s', async (_name, break_) => {
    const at = newFolder()
    await build(at, SHORT)
    await break_(at, currentGraph(at) ?? '')
    const { code, stderr } = await fail(at)
    expect(code).toBe(1)
    expect(stderr).toMatch(
      /^kith: .*(?:damaged|is gone|does not name a graph|another version of Kith).*kith build.*\n$/,
    )
  })
  it.each<[string, (at: string) => void]>([
    ['a damaged file', (at) => truncateSync(currentGraph(at) ?? '', 100)],
    ['a "current" that names no graph', (at) => writeFileSync(join(at, 'current'), 'nonsense\n')],
    ['a lock that is none', (at) => writeFileSync(join(at, 'lock'), 'nonsense')],
  ])('a build puts it right: %s', async (_name, break_) => {
    const at = newFolder()
    await build(at, SHORT)
    break_(at)
    await build(at, LONG)
    expect(await shaAt(at)).toBe(sha256Of(LONG))
  })
})

describe('a build', () => {
  it('is refused while another one is at work, and not after that one was killed', async () => {
    const at = newFolder()
    await build(at, SHORT)
    const holder = spawn(process.execPath, ['--input-type=module', '--eval', HOLD], {
      env: { ...environment(), AT: at, EMBEDDED: join(ROOT, 'dist', 'server', 'store', 'embedded.js') },
      stdio: ['ignore', 'pipe', 'inherit'],
    })
    await once(holder.stdout, 'data')
    const second = await kith(['build', SAMPLE, '--graph', `file:${at}`])
    expect([second.code, second.stderr]).toEqual([1, expect.stringMatching(/^kith: Another build is writing .*\n$/)])
    expect(await shaAt(at)).toBe(sha256Of(SHORT))
    holder.kill('SIGKILL')
    await once(holder, 'close')
    expect(await kith(['build', SAMPLE, '--graph', `file:${at}`])).toMatchObject({ code: 0, stderr: '' })
  })

  const HOLD = `
    const { replaceEmbedded } = await import(process.env.EMBEDDED)
    await replaceEmbedded(process.env.AT, async () => {
      console.log('at work')
      await new Promise((resolve) => setTimeout(resolve, 60_000))
    })`
})

describe('a build that dies', () => {
  const [notes, more, at] = [folder('notes'), folder('more'), folder('dying')]
  const run = (from: string, to: string) => ['build', from, '--graph', `file:${to}`, '--json']
  const shaOf = ({ stdout }: Ended) => (JSON.parse(stdout) as { sha256: string }).sha256
  let before = ''
  let after = ''
  let duration = 0
  beforeAll(async () => {
    writeNotes(notes, 4)
    writeNotes(more, 12)
    before = shaOf(await kith(run(notes, at)))
    const started = performance.now()
    after = shaOf(await kith(run(more, folder('elsewhere'))))
    duration = performance.now() - started
  })

  it.each([1, 2, 3, 4, 5, 6, 7, 8])('changes nothing when it is killed (%i/9 of its time)', async (part) => {
    const child = startKith(run(more, at))
    const gone = once(child, 'close')
    await new Promise((resolve) => setTimeout(resolve, (duration * part) / 9))
    child.kill('SIGKILL')
    await gone
    // On a machine that was busy only before, a build may have ended in time.
    expect([before, after]).toContain(await shaAt(at))
  })
  it('is made good by the next one, to the byte, and leaves nothing behind', async () => {
    expect(shaOf(await kith(run(more, at)))).toBe(after)
    expect(await shaAt(at)).toBe(after)
    const file = readFileSync(join(at, 'current'), 'utf8').trim()
    expect(readdirSync(at).sort()).toEqual(['current', file, 'lock', 'sources'].sort())
  })
  it('says so where the disk is full, and leaves the graph and the room as they were', async () => {
    const shell = spawn(
      'bash',
      ['-c', `trap '' XFSZ; ulimit -f 64; exec "$@"`, 'bash', process.execPath, CLI, ...run(notes, at)],
      {
        env: environment(),
      },
    )
    const { code, stderr } = await ended(shell)
    expect([code, stderr]).toEqual([1, expect.stringMatching(/^kith: .*cannot be written.*as it was\.\n$/)])
    expect(await shaAt(at)).toBe(after)
    expect(readdirSync(at)).toHaveLength(4)
  })
  it('says so where it may not write', async () => {
    const { code, stderr } = await kith(run(notes, join(folder('notes'), '0-20231210.md', 'graph')))
    expect([code, stderr]).toEqual([1, expect.stringMatching(/^kith: The graph at .* cannot be written .*\n$/)])
  })
})
