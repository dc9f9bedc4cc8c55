/** `kith build`: its report, and the same graph whatever the order, the workers, or how often. */

import {
  appendFileSync,
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { beforeAll, describe, expect, it } from '@jest/globals'
import { KINDS } from '../../../ingest/types.ts'
import type { BuildReport } from '../../../server/build.ts'
import { testFolder } from '../../folder.ts'
import { CLI, environment, kith, startKith } from '../../kith.ts'
import { SAMPLE } from '../../sample.ts'

const folder = testFolder()

async function build(graph: string, ...args: string[]): Promise<BuildReport> {
  const { code, stdout, stderr } = await kith(['build', '--json', '--graph', `file:${folder(graph)}`, ...args], {
    cwd: folder(),
  })
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' })
  return JSON.parse(stdout) as BuildReport
}

let report: BuildReport
beforeAll(async () => {
  cpSync(SAMPLE, folder('notes'), { recursive: true })
  writeFileSync(folder('notes', 'picture.png'), 'no note')
  writeFileSync(folder('notes', 'empty.md'), '')
  report = await build('first', folder('notes'))
})

describe('the report', () => {
  it('has the keys of the contract, in its order', () => {
    expect(Object.keys(report)).toEqual([
      ...['files', 'read', 'skipped', 'passages', 'repeated', 'mentions', 'entities', 'edges', 'relations'],
      ...['seconds', 'megabytesPerSecond', 'sha256'],
    ])
    expect(Object.keys(report.entities)).toEqual([...KINDS])
    expect(report.sha256).toMatch(/^[0-9a-f]{64}$/)
  })

  it('counts what was read, and says why the rest was not', () => {
    expect(report.skipped).toEqual([
      { path: 'picture.png', reason: expect.stringMatching(/^Kith reads \.md/) },
      { path: 'empty.md', reason: 'it is empty' },
    ])
    expect(report.files - report.read).toBe(1)
  })

  it('for people says the same', async () => {
    const { code, stdout, stderr } = await kith(['build', folder('notes'), '--graph', `file:${folder('people')}`])
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' })
    expect(stdout).toContain(`${report.read} of ${report.files} files read, 2 skipped`)
    expect(stdout).toContain('skipped empty.md: it is empty')
    expect(stdout).toContain(`sha256 ${report.sha256}`)
  })

  it('agrees with the export', async () => {
    const { stdout } = await kith(['export', '--graph', `file:${folder('first')}`])
    const records = stdout
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line) as { record: string; type?: string })
    const count = (record: string) => records.filter((one) => one.record === record).length
    expect(count('document')).toBe(report.read)
    expect(count('passage')).toBe(report.passages)
    expect(count('mention')).toBe(report.mentions)
    expect(count('edge')).toBe(report.edges + report.relations)
    expect(count('entity')).toBe(Object.values(report.entities).reduce((sum, n) => sum + n, 0))
  })
})

describe('the same notes give the same graph', () => {
  const files = () =>
    readdirSync(folder('notes'))
      .filter((name) => /\.(?:md|txt)$/.test(name))
      .map((name) => folder('notes', name))

  it.each<[string, () => Promise<BuildReport>]>([
    ['when they are built twice', () => build('first', folder('notes'))],
    ['with one worker', () => build('one', folder('notes'), '--jobs', '1')],
    ['with two workers', () => build('two', folder('notes'), '--jobs', '2')],
    ['named file by file', () => build('files', folder('notes', 'papers'), ...files())],
    ['named file by file, the last first', () => build('reverse', ...files().reverse(), folder('notes', 'papers'))],
    ['named twice', () => build('twice', folder('notes'), folder('notes'))],
    ['under a relative path', () => build('relative', 'notes')],
  ])('%s', async (_name, again) => {
    expect((await again()).sha256).toBe(report.sha256)
  })

  it('from a copy of the folder elsewhere', async () => {
    cpSync(folder('notes'), folder('else', 'where'), { recursive: true })
    expect((await build('copy', folder('else', 'where'))).sha256).toBe(report.sha256)
  })

  it('and other notes another', async () => {
    cpSync(folder('notes'), folder('other'), { recursive: true })
    writeFileSync(folder('other', 'more.md'), 'RWKV beside GPT-4.\n')
    expect((await build('other-graph', folder('other'))).sha256).not.toBe(report.sha256)
  })
})

it('holds no path of this machine in the graph', async () => {
  const { stdout } = await kith(['export', '--graph', `file:${folder('first')}`])
  expect(stdout).not.toContain(folder())
})

it('leaves one graph and its lock in the folder, and nothing half made', () => {
  const left = readdirSync(folder('first')).filter((name) => !/^(?:current|lock.*|sources|graph-\d+)$/.test(name))
  expect(left).toEqual([])
  expect(readdirSync(folder('first')).filter((name) => name.startsWith('graph-'))).toHaveLength(1)
})

describe('--watch', () => {
  it('builds again after a change, leaves the graph’s own changes alone, and stops when told', async () => {
    mkdirSync(folder('watched', 'deep'), { recursive: true })
    writeFileSync(folder('watched', 'a.md'), 'RWKV and Mamba.\n')
    const child = startKith([
      'build',
      folder('watched'),
      '--watch',
      '--json',
      '--graph',
      `file:${folder('watched', 'graph')}`,
    ])
    const reports: BuildReport[] = []
    let said = ''
    child.stdout.setEncoding('utf8').on('data', (chunk: string) => {
      said += chunk
      for (let end = said.indexOf('\n}\n'); end >= 0; end = said.indexOf('\n}\n')) {
        reports.push(JSON.parse(said.slice(0, end + 2)) as BuildReport)
        said = said.slice(end + 3)
      }
    })
    const built = async (count: number) => {
      for (let waited = 0; reports.length < count && waited < 200; waited++) await pause(100)
      return reports[count - 1]
    }
    try {
      expect((await built(1))?.read).toBe(1)
      await pause(500)
      writeFileSync(folder('watched', 'b.md'), 'GPT-4 beside LLaMA.\n')
      expect((await built(2))?.read).toBe(2)
      await pause(500)
      appendFileSync(folder('watched', 'a.md'), '\nDPO and RLHF.\n')
      const third = await built(3)
      expect(third?.mentions).toBeGreaterThan(reports[1]?.mentions ?? 0)
      await pause(500)
      rmSync(folder('watched', 'b.md'))
      expect((await built(4))?.read).toBe(1)
      // Nothing changes now, so nothing is built.
      await pause(1_500)
      expect(reports).toHaveLength(4)
      const ended = new Promise((resolve) => child.once('exit', (code, signal) => resolve({ code, signal })))
      child.kill('SIGINT')
      expect(await ended).toEqual({ code: 0, signal: null })
    } finally {
      child.kill('SIGKILL')
    }
  })
})

it('ends quietly when the reader of a pipe has read enough', async () => {
  const { spawnSync } = await import('node:child_process')
  const script = `"${process.execPath}" "${CLI}" export --graph "file:${folder('first')}" | head -1; exit \${PIPESTATUS[0]}`
  const { status, stdout, stderr } = spawnSync('bash', ['-c', script], { encoding: 'utf8', env: environment() })
  expect({ status, stderr }).toEqual({ status: 0, stderr: '' })
  expect(JSON.parse(stdout)).toMatchObject({ record: 'document' })
})

it('remembers where the documents lie beside the graph', () => {
  expect(existsSync(folder('first', 'sources'))).toBe(true)
  expect(readFileSync(folder('first', 'sources'), 'utf8').trim()).toBe(folder('notes'))
})

function pause(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds))
}
