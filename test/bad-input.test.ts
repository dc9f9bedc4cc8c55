/**
 * Bad input never costs data: each gets one clear sentence and the right exit code, the rest of the work goes on, and
 * the graph before it is as it was.
 */
import { spawn, spawnSync } from 'node:child_process'
import {
  appendFileSync,
  chmodSync,
  chownSync,
  cpSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  truncateSync,
  writeFileSync,
} from 'node:fs'
import { type AddressInfo, createServer } from 'node:net'
import { join } from 'node:path'
import { beforeAll, describe, expect, it } from '@jest/globals'
import type { BuildReport } from '../server/build.ts'
import { sha256Of } from '../server/canonical.ts'
import { replaceEmbedded } from '../server/store/embedded.ts'
import { openGrafeo } from '../server/store/grafeo.ts'
import { openGraph } from '../server/store/open.ts'
import { readGraph } from '../server/store/read.ts'
import { fillGraph } from '../server/store/save.ts'
import { testFolder } from './folder.ts'
import { CLI, type Ended, ended, environment, kith, startKith } from './kith.ts'
import { skipAloud } from './needs.ts'
import { writeNotes } from './notes.ts'
import { smallGraph } from './server/graph.ts'

const folder = testFolder()
const NOBODY = { username: '', password: '', database: '' }
/** The user that may do nothing; only root can become it. */
const STRANGER = 65_534
const isRoot = process.getuid?.() === 0

/** One place for one bad input: good notes, and a graph that was built of them before. */
interface Place {
  at: string
  notes: (...parts: string[]) => string
  graph: (...parts: string[]) => string
}

let before: string
beforeAll(async () => {
  mkdirSync(folder('good', 'notes'), { recursive: true })
  writeFileSync(folder('good', 'notes', 'good.md'), 'RWKV beside Mamba.\n')
  before = (await build(place('good'))).sha256
})

function place(name: string): Place {
  const at = folder(name)
  return { at, notes: (...parts) => join(at, 'notes', ...parts), graph: (...parts) => join(at, 'graph', ...parts) }
}

let places = 0
function newPlace(): Place {
  const name = `place-${++places}`
  cpSync(folder('good'), folder(name), { recursive: true })
  return place(name)
}

async function build({ at }: Place, ...args: string[]): Promise<BuildReport> {
  const { code, stdout, stderr } = await kith(['build', 'notes', '--json', '--graph', 'file:graph', ...args], {
    cwd: at,
  })
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' })
  return JSON.parse(stdout) as BuildReport
}

/** The graph that stands there now, all of it. */
async function graphAt({ graph }: Place): Promise<string> {
  const database = openGraph(`file:${graph()}`, NOBODY)
  try {
    return sha256Of(await readGraph(database))
  } finally {
    await database.close()
  }
}

function expectSentence({ code, stdout, stderr }: Ended, says: RegExp): void {
  expect({ code, stdout }).toEqual({ code: 1, stdout: '' })
  expect(stderr).toMatch(/^kith: [^\n]+[.)]\n$/)
  expect(stderr).not.toMatch(/\n {4}at |node:internal|Something broke/)
  expect(stderr).toMatch(says)
}

function expectNothingHalf({ graph }: Place): void {
  const left = readdirSync(graph()).filter((name) => /^graph-\d+$|\.next$|\.tmp$/.test(name))
  expect(left).toHaveLength(1)
}

describe('a document that cannot be read is skipped with its reason, and the rest is built', () => {
  const text = (content: string | Uint8Array) => (file: string) => writeFileSync(file, content)
  const link = (to: string) => (file: string) => symlinkSync(to, file)
  const picture = Buffer.from('\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\0', 'latin1')
  const noise = Buffer.from(Array.from({ length: 4_000 }, (_, at) => 128 + ((at * 7_919) % 127)))
  const SKIPPED: readonly (readonly [what: string, name: string, make: (file: string) => unknown, reason: RegExp])[] = [
    ['no bytes', 'a.md', text(''), /^it is empty$/],
    ['blanks and line ends', 'b.md', text(' \n\t\n'.repeat(10_000)), /^it is empty$/],
    ['60 MB', 'c.md', (file) => sparse(file, 60_000_000), /^it has 60 MB, and 50 MB is the most$/],
    ['a picture named .md', 'd.md', text(picture), /^it is a binary file$/],
    ['noise', 'e.txt', text(noise), /^it is neither UTF-8, UTF-16 nor GB18030 text$/],
    ['a link in a circle', 'f.md', link('f.md'), /^it is a link that leads nowhere \(its links run in a circle\)$/],
    ['a link to nothing', 'g.md', link('none.md'), /^it is a link that leads nowhere \(it does not exist\)$/],
    ['a link out of the folder', 'h.md', (file) => link(folder('outside.md'))(file), /^it is a link that leads out of/],
    [
      'a linked folder outside',
      'i',
      (file) => link(folder('good'))(file),
      /^it is a link that leads out of the folder$/,
    ],
    ['a pipe', 'j.md', (file) => spawnSync('mkfifo', [file]), /^it is no ordinary file$/],
    ['a format it does not know', 'k.docx', text('PK'), /^Kith reads \.md, \.markdown, \.txt, \.text$/],
  ]

  let here: Place
  let report: BuildReport
  beforeAll(async () => {
    writeFileSync(folder('outside.md'), 'GPT-4 is outside.\n')
    here = newPlace()
    for (const [, name, make] of SKIPPED) make(here.notes(name))
    report = await build(here)
  })

  it.each(SKIPPED)('%s', (_what, name, _make, reason) => {
    expect(report.skipped).toContainEqual({ path: name, reason: expect.stringMatching(reason) })
  })

  it('and the graph is that of the rest', async () => {
    expect(report.skipped).toHaveLength(SKIPPED.length)
    expect({ read: report.read, same: report.sha256 === before }).toEqual({ read: 1, same: true })
    expect(await graphAt(here)).toBe(before)
    expectNothingHalf(here)
  })

  it('a folder linked in a circle is walked once', async () => {
    const here = newPlace()
    symlinkSync('.', here.notes('again'))
    mkdirSync(here.notes('deep'))
    symlinkSync('..', here.notes('deep', 'up'))
    const report = await build(here)
    expect({ read: report.read, sha256: report.sha256 }).toEqual({ read: 1, sha256: before })
  })

  it('files and folders one has no right to', async () => {
    if (!isRoot) return skipAloud('no right to read', 'only root can lock a file away from the test’s own user')
    const here = newPlace()
    writeFileSync(here.notes('secret.md'), 'GPT-4.\n', { mode: 0o600 })
    mkdirSync(here.notes('closed'), { mode: 0o700 })
    give(here.graph())
    openUp(here)
    const { code, stdout } = await kith(['build', 'notes', '--json', '--graph', 'file:graph'], {
      cwd: here.at,
      uid: STRANGER,
      gid: STRANGER,
    })
    expect(code).toBe(0)
    expect((JSON.parse(stdout) as BuildReport).skipped).toEqual([
      { path: 'closed', reason: 'it cannot be opened (permission is denied)' },
      { path: 'secret.md', reason: 'it cannot be read (permission is denied)' },
    ])
    expect(await graphAt(here)).toBe(before)
  })
})

describe('a document that is odd is read all the same', () => {
  const deepList = Array.from({ length: 500 }, (_, depth) => `${'  '.repeat(depth)}- RWKV at ${depth}`).join('\n')
  const bomb = [
    'a: &a [x,x,x,x,x,x,x,x,x]',
    ...'bcdefghi'.split('').map((name, at) => `${name}: &${name} [${Array(9).fill(`*${'abcdefgh'[at]}`).join(',')}]`),
  ]
  const ODD: readonly (readonly [what: string, name: string, content: string | Uint8Array])[] = [
    [
      'a few broken bytes',
      'odd.md',
      Buffer.concat([
        Buffer.from('RWKV beside Mamba, 线性attention. '.repeat(50)),
        Buffer.from([0xff, 0xc3]),
        Buffer.from(' GPT-4.'),
      ]),
    ],
    ['a byte order mark', 'odd.md', '\ufeffRWKV beside GPT-4.\n'],
    ['a line of a megabyte', 'odd.md', `${'word '.repeat(200_000)}RWKV beside GPT-4.`],
    ['a line of a megabyte without a space', 'odd.txt', `${'长'.repeat(350_000)}RWKV beside GPT-4.`],
    ['10,000 empty lines', 'odd.md', `RWKV.${'\n'.repeat(10_000)}GPT-4.\n`],
    ['lists 500 deep', 'odd.md', deepList],
    ['quotes 5,000 deep', 'odd.md', `${'>'.repeat(5_000)} RWKV\n`],
    ['50,000 open brackets', 'odd.md', `${'['.repeat(50_000)} RWKV\n`],
    ['50,000 open emphases', 'odd.md', `${'*a _b '.repeat(25_000)} RWKV\n`],
    [
      'a table of 1,000 columns',
      'odd.md',
      `${'| a '.repeat(1_000)}|\n${'|---'.repeat(1_000)}|\n${'| RWKV '.repeat(1_000)}|\n`,
    ],
    ['control characters', 'odd.txt', 'RWKV\x01\x02\x1b[31m beside \u202eGPT-4\u2028.\n'],
    ['half an emoji', 'odd.txt', 'RWKV \ud83e beside \udd99 GPT-4.\n'],
    [
      'the names of prototypes',
      '__proto__.md',
      '# constructor\n\n__proto__ toString hasOwnProperty RWKV beside `constructor`.\n',
    ],
    ['a file called constructor', 'constructor.md', 'RWKV beside GPT-4.\n'],
    ['a name with spaces, quotes and Chinese', '论 "文" \' $(x).md', 'RWKV beside GPT-4.\n'],
    ['a name of two lines', 'two\nlines.md', 'RWKV beside GPT-4.\n'],
    ['front matter that is no YAML', 'odd.md', '---\ntitle: [unclosed\n  : : {\n---\nRWKV beside GPT-4.\n'],
    ['front matter that never ends', 'odd.md', '---\ntitle: RWKV\nGPT-4.\n'],
    [
      'front matter of prototypes',
      'odd.md',
      '---\n__proto__: {polluted: true}\nconstructor: 1\ntitle: {a: b}\ndate: [1]\n---\nRWKV beside GPT-4.\n',
    ],
    ['front matter that explodes', 'odd.md', `---\n${bomb.join('\n')}\n---\nRWKV beside GPT-4.\n`],
    ['a date that is none', '2023-99-99.md', '# 2023.13.45\n\nRWKV beside GPT-4.\n'],
    [
      'links to nowhere',
      'odd.md',
      '[RWKV](javascript:alert(1)) [x](https://arxiv.org/abs/9999.99999999) <http://[::1> GPT-4\n',
    ],
  ]

  let here: Place
  let report: BuildReport
  let exported: string
  beforeAll(async () => {
    here = newPlace()
    for (const [at, [, name, content]] of ODD.entries()) {
      mkdirSync(here.notes(String(at)))
      writeFileSync(here.notes(String(at), name), content)
    }
    report = await build(here)
    exported = (await kith(['export', '--graph', 'file:graph'], { cwd: here.at })).stdout
  })

  it.each(ODD.map(([what, name], at) => [what, `${at}/${name}`] as const))('%s', (_what, path) => {
    const id = JSON.stringify(`doc/${path}`)
    expect(exported).toContain(`{"record":"document","id":${id},`)
    const passages = exported.split('\n').filter((line) => line.startsWith('{"record":"passage"'))
    expect(passages.some((line) => line.includes(`"document":${id}`))).toBe(true)
  })

  it('and every receipt holds', async () => {
    expect({ read: report.read, skipped: report.skipped }).toEqual({ read: ODD.length + 1, skipped: [] })
    expect(await graphAt(here)).toBe(report.sha256)
    const { code, stdout } = await kith(['verify', '--graph', 'file:graph'], { cwd: here.at })
    expect({ code, stdout }).toEqual({ code: 0, stdout: expect.stringMatching(/^(\d+) of \1 receipts match\n$/) })
    expect(({} as { polluted?: true }).polluted).toBeUndefined()
  })
})

describe('what stops a build is one sentence, and the graph before it is as it was', () => {
  type Make = (at: Place) => (() => unknown) | undefined | Promise<(() => unknown) | undefined>
  const plain =
    (make: (at: Place) => unknown): Make =>
    (at) =>
      void make(at)
  const STOPPED: readonly (readonly [what: string, args: readonly string[], make: Make, says: RegExp])[] = [
    [
      'an empty folder',
      ['empty'],
      plain(({ at }) => mkdirSync(join(at, 'empty'))),
      /There are no notes in empty\. Put Markdown/,
    ],
    [
      'no such path',
      ['none'],
      plain(() => {}),
      /There is nothing to read at none \(it does not exist\)\. Give a folder/,
    ],
    ['a path below a file', ['notes/good.md/x'], plain(() => {}), /nothing to read at notes\/good\.md\/x/],
    ['a device', ['/dev/zero'], plain(() => {}), /\/dev\/zero is no ordinary file/],
    [
      'nothing but what cannot be read',
      ['notes'],
      plain((here) => writeFileSync(here.notes('good.md'), '')),
      /good\.md was skipped, because it is empty.*The graph is as it was/,
    ],
    [
      'a ledger that is not there',
      ['notes', '--ledger', 'none.jsonl'],
      plain(() => {}),
      /ledger none\.jsonl cannot be read \(it does not exist\)/,
    ],
    [
      'a ledger that is a folder',
      ['notes', '--ledger', 'notes'],
      plain(() => {}),
      /ledger notes cannot be read \(it is a folder\)/,
    ],
    [
      'another build at work',
      ['notes'],
      ({ graph }) => holdLock(graph('lock')),
      /Another build is writing the graph at graph\. Wait/,
    ],
    [
      'a graph that is a file',
      ['notes', '--graph', 'file:notes/good.md'],
      plain(() => {}),
      /notes\/good\.md cannot be written/,
    ],
    ['an address of no graph', ['notes', '--graph', 'mysql://x'], plain(() => {}), /"mysql:\/\/x" is no graph/],
    [
      'a Neo4j that refuses',
      ['notes', '--graph', 'bolt://127.0.0.1:1'],
      plain(() => {}),
      /Neo4j does not answer at bolt:\/\/127\.0\.0\.1:1\. Start it/,
    ],
    [
      'something that is no Neo4j',
      ['notes', '--graph', 'bolt://127.0.0.1:PORT'],
      startStranger,
      /What answers at bolt:.* is no Neo4j/,
    ],
  ]

  it.each(STOPPED)('%s', async (_what, args, make, says) => {
    const here = newPlace()
    const undo = await make(here)
    const given = args.map((arg) => arg.replace('PORT', String(strangePort)))
    const graph = args.includes('--graph') ? [] : ['--graph', 'file:graph']
    const said = await kith(['build', ...given, ...graph], { cwd: here.at })
    await undo?.()
    expectSentence(said, says)
    expect(await graphAt(here)).toBe(before)
    expectNothingHalf(here)
  })

  it('a folder one may not write to', async () => {
    if (!isRoot) return skipAloud('no right to write', 'only root can lock a folder away from the test’s own user')
    const here = newPlace()
    openUp(here)
    const said = await kith(['build', 'notes', '--graph', 'file:graph'], { cwd: here.at, uid: STRANGER, gid: STRANGER })
    expectSentence(said, /graph at graph cannot be written \(permission is denied\)/)
    expect(await graphAt(here)).toBe(before)
  })

  it.each([8, 60, 400])('a disk that is full after %d kB', async (kilobytes) => {
    const here = newPlace()
    writeNotes(here.notes(), 1)
    const said = await limited(kilobytes, ['build', 'notes', '--graph', 'file:graph'], here)
    expectSentence(said, /disk is full/i)
    expect(await graphAt(here)).toBe(before)
    expectNothingHalf(here)
    // With room again, the same command goes through.
    expect((await build(here)).read).toBeGreaterThan(1)
  })

  it('a disk that is full of an export', async () => {
    const here = newPlace()
    writeNotes(here.notes(), 1)
    await build(here)
    const said = await limited(4, ['export', '--graph', 'file:graph', '--out', 'out.jsonl'], here)
    expectSentence(said, /out\.jsonl cannot be written \(the disk is full\)/)
  })

  it('a kill in mid-build', async () => {
    const here = newPlace()
    writeNotes(here.notes(), 3)
    for (const milliseconds of [300, 900, 1_500]) {
      const child = startKith(['build', 'notes', '--graph', 'file:graph', '--jobs', '1'], { cwd: here.at })
      const end = ended(child)
      setTimeout(() => child.kill('SIGKILL'), milliseconds)
      await end
      const { code } = await kith(['search', 'rwkv', '--graph', 'file:graph'], { cwd: here.at })
      expect(code).toBe(0)
    }
    const report = await build(here)
    expect(await graphAt(here)).toBe(report.sha256)
    expectNothingHalf(here)
  })
})

describe('a store that is not what it should be is told as such, and the next build puts it right', () => {
  const BROKEN: readonly (readonly [what: string, make: (at: Place) => void | Promise<void>, says: RegExp])[] = [
    [
      'none',
      ({ graph }) => rmSync(graph(), { recursive: true }),
      /There is no graph at graph yet\. Run "kith build <folder>" first/,
    ],
    [
      'names no graph',
      ({ graph }) => writeFileSync(graph('current'), '../../etc/passwd\n'),
      /current does not name a graph\..*kith build <folder>/,
    ],
    ['names a graph that is gone', (here) => rmSync(present(here)), /names is gone\. Build it again/],
    ['cut short', (here) => truncateSync(present(here), 5_000), /damaged\. Build it again from the notes/],
    ['empty', (here) => truncateSync(present(here), 0), /damaged\. Build it again from the notes/],
    [
      'something else',
      (here) => writeFileSync(present(here), 'no database\n'.repeat(1_000)),
      /damaged\. Build it again from the notes/,
    ],
    ['of an older schema', olderSchema, /made by another version of Kith\. Build it again from the notes/],
  ]

  it.each(BROKEN)('%s', async (_what, make, says) => {
    const here = newPlace()
    await make(here)
    expectSentence(await kith(['search', 'rwkv', '--graph', 'file:graph'], { cwd: here.at }), says)
    const report = await build(here)
    expect(report.sha256).toBe(before)
    expect(await graphAt(here)).toBe(before)
    expectNothingHalf(here)
  })

  it('a lock that is no database holds nothing', async () => {
    const here = newPlace()
    writeFileSync(here.graph('lock'), 'x')
    expect((await build(here)).sha256).toBe(before)
  })

  it('a stale file of a killed build is cleared away', async () => {
    const here = newPlace()
    writeFileSync(here.graph('graph-99'), 'half')
    writeFileSync(here.graph('current.next'), 'graph-99\n')
    expect((await build(here)).sha256).toBe(before)
    expectNothingHalf(here)
  })
})

function sparse(file: string, bytes: number): void {
  writeFileSync(file, 'RWKV\n')
  truncateSync(file, bytes)
}

function present({ graph }: Place): string {
  return graph(readFileSync(graph('current'), 'utf8').trim())
}

async function olderSchema({ graph }: Place): Promise<void> {
  await replaceEmbedded(graph(), async (database) => {
    await fillGraph(database, smallGraph(), { sha256: 'older' })
    await database.run('MATCH (graph:Graph) SET graph.schema = 0', {}, { access: 'write' })
  })
}

/** Holds the lock as a build does, from another process. */
function holdLock(file: string): () => Promise<void> {
  const lock = openGrafeo(file, 'create')
  return () => lock.close()
}

let strangePort = 0
/** A server that speaks something else. */
function startStranger(): Promise<() => void> {
  const server = createServer((socket) => {
    socket.on('error', () => {})
    socket.end('HTTP/1.1 400 Bad Request\r\n\r\n')
  })
  return new Promise((resolve) => {
    server.listen(0, '127.0.0.1', () => {
      strangePort = (server.address() as AddressInfo).port
      resolve(() => server.close())
    })
  })
}

/** A command that may write no file larger than that: the nearest thing to a full disk that needs no disk. */
function limited(kilobytes: number, args: readonly string[], { at }: Place): Promise<Ended> {
  const script = `ulimit -f ${kilobytes}; exec "$0" "$@"`
  return ended(spawn('bash', ['-c', script, process.execPath, CLI, ...args], { cwd: at, env: environment() }))
}

function give(path: string): void {
  chownSync(path, STRANGER, STRANGER)
  for (const name of readdirSync(path)) chownSync(join(path, name), STRANGER, STRANGER)
}

/** The test's own folder is its owner's alone; the stranger must get as far as the notes. */
function openUp({ at }: Place): void {
  for (const path of [folder(), at]) chmodSync(path, 0o755)
  appendFileSync(join(at, 'notes', 'good.md'), '')
}
