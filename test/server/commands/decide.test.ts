/** `kith merge`, `split`, `rename`, `kind`, `ignore`, `undo`, and `kith.yaml`: what people know better than the rules. */

import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { beforeAll, beforeEach, describe, expect, it } from '@jest/globals'
import type { BuildReport } from '../../../server/build.ts'
import { testFolder } from '../../folder.ts'
import { type Ended, kith } from '../../kith.ts'

const folder = testFolder()
const LEDGER = folder('notes', 'kith.ledger.yaml')
const NAMES = folder('notes', 'kith.yaml')

async function run(...args: string[]): Promise<Ended> {
  return kith(args, { cwd: folder() })
}

/** What a command that goes well says. */
async function ask(...args: string[]): Promise<string> {
  const { code, stdout, stderr } = await run(...args)
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' })
  return stdout
}

async function build(...args: string[]): Promise<{ sha256: string; stderr: string }> {
  const { code, stdout, stderr } = await run('build', 'notes', '--json', ...args)
  expect(code).toBe(0)
  const report = JSON.parse(stdout) as BuildReport
  expect(report.skipped).toEqual([])
  return { sha256: report.sha256, stderr }
}

async function entities(): Promise<string[]> {
  const lines = (await ask('export')).trimEnd().split('\n')
  const records = lines.map((line) => JSON.parse(line) as { record: string; id: string; name: string })
  return records.filter(({ record }) => record === 'entity').map(({ id, name }) => `${id} ${name}`)
}

const PLAIN = ['method/mixture-of-experts mixture of experts', 'model/mamba Mamba', 'model/rwkv RWKV']
let before: string

beforeAll(async () => {
  mkdirSync(folder('notes'))
  writeFileSync(folder('notes', 'a.md'), 'RWKV 和 Mamba，MoE 和混合专家\n')
  writeFileSync(folder('notes', 'b.md'), 'MoE 又一次\n')
  before = (await build()).sha256
  expect(await entities()).toEqual(PLAIN)
})

beforeEach(() => {
  for (const file of [LEDGER, NAMES]) rmSync(file, { force: true })
})

describe('a decision', () => {
  it.each<[args: string[], says: RegExp, line: string, names: string[]]>([
    [
      ['merge', 'rwkv', 'Mamba', '--reason', 'just to see'],
      /^RWKV \(model\/rwkv\) becomes Mamba \(model\/mamba\): written to .*\. The next "kith build" applies it/,
      '- { op: merge, from: model/rwkv, into: model/mamba, reason: just to see }\n',
      [PLAIN[0] as string, PLAIN[1] as string],
    ],
    [
      ['split', '混合专家', '--surface', 'moe', '--into', 'Ministry of Energy'],
      /^MoE of mixture of experts .* becomes method\/ministry-of-energy:/,
      '- { op: split, id: method/mixture-of-experts, surfaces: [ MoE ], into: Ministry of Energy }\n',
      ['method/ministry-of-energy Ministry of Energy', ...PLAIN],
    ],
    [
      ['split', 'MoE', '--surface', 'MoE', '--document', 'b.md'],
      /^MoE of .* becomes method\/moe in doc\/b\.md:/,
      '- { op: split, id: method/mixture-of-experts, surfaces: [ MoE ], document: doc/b.md }\n',
      [PLAIN[0] as string, 'method/moe MoE', PLAIN[1] as string, PLAIN[2] as string],
    ],
    [
      ['rename', 'model/rwkv', 'RWKV: all of it'],
      /^RWKV \(model\/rwkv\) is called RWKV: all of it:/,
      '- { op: rename, id: model/rwkv, name: "RWKV: all of it" }\n',
      [PLAIN[0] as string, PLAIN[1] as string, 'model/rwkv RWKV: all of it'],
    ],
    [
      ['kind', 'mamba', 'Method'],
      /^Mamba \(model\/mamba\) is a Method:/,
      '- { op: kind, id: model/mamba, kind: Method }\n',
      ['method/mamba Mamba', PLAIN[0] as string, PLAIN[2] as string],
    ],
    [
      ['ignore', 'rwkv'],
      /^RWKV \(model\/rwkv\) is ignored:/,
      '- { op: ignore, id: model/rwkv }\n',
      [PLAIN[0] as string, PLAIN[1] as string],
    ],
  ])(
    'kith %j is a line of the ledger that a build applies, and undone it leaves nothing',
    async (args, says, line, names) => {
      await build()
      expect(await ask(...args)).toMatch(says)
      expect(readFileSync(LEDGER, 'utf8')).toBe(line)
      expect((await build()).stderr).toBe('')
      expect(await entities()).toEqual(names)
      expect(await ask('undo')).toMatch(/^Taken back from .*: \w+ .*\. The next "kith build" is without it\.\n$/)
      expect(readFileSync(LEDGER, 'utf8')).toBe('')
      expect((await build()).sha256).toBe(before)
      expect(readdirSync(folder('notes'))).toEqual(['a.md', 'b.md', 'kith.ledger.yaml'])
    },
  )

  it.each<[string[], RegExp]>([
    [['merge', 'rwkv', 'RWKV'], /"rwkv" and "RWKV" are one already: RWKV \(model\/rwkv\)/],
    [['merge', 'rwvk', 'Mamba'], /No entity is called "rwvk"\. Near it: model\/rwkv/],
    [['split', 'rwkv', '--surface', 'raven'], /model\/rwkv is not spelled "raven"\. It is spelled RWKV/],
    [['split', 'rwkv', '--surface', 'RWKV'], /they would be model\/rwkv again\. Say with --into/],
    [['split', 'MoE', '--surface', 'MoE', '--document', 'c.md'], /No document is called "c\.md"/],
    [['rename', 'rwkv', 'RWKV'], /is called so already/],
    [['rename', 'rwkv', ' '], /cannot be empty/],
    [['kind', 'rwkv', 'Model'], /is a Model already/],
    [['undo'], /holds no decision/],
    [
      ['ignore', 'rwkv', '--ledger', 'none/ledger.yaml'],
      /ledger none\/ledger\.yaml cannot be written \(it does not exist\)/,
    ],
  ])('kith %j is refused in a sentence, and nothing is written', async (args, says) => {
    const { code, stdout, stderr } = await run(...args)
    expect({ code, stdout }).toEqual({ code: 1, stdout: '' })
    expect(stderr).toMatch(/^kith: [^\n]+\n$/)
    expect(stderr).toMatch(says)
    expect(existsSync(LEDGER)).toBe(false)
  })

  it('that would close a circle is refused', async () => {
    await ask('merge', 'rwkv', 'mamba')
    const { code, stderr } = await run('merge', 'mamba', 'rwkv')
    expect({ code, stderr }).toEqual({ code: 1, stderr: expect.stringMatching(/the other way round already/) })
  })

  it('may be taken back by its number, and the others stay as they were written', async () => {
    writeFileSync(LEDGER, '# ours\n- op: ignore # for now\n  id: model/rwkv\n\n{"op":"ignore","id":"model/mamba"}\n')
    expect(await ask('undo', '--list')).toMatch(/1 +ignore model\/rwkv\n2 +ignore model\/mamba\n$/)
    expect(JSON.parse(await ask('undo', '--list', '--json'))).toMatchObject([{ line: 2 }, { line: 5, op: 'ignore' }])
    await ask('undo', '1')
    expect(readFileSync(LEDGER, 'utf8')).toBe('# ours\n\n{"op":"ignore","id":"model/mamba"}\n')
    expect((await run('undo', '2')).stderr).toMatch(/holds 1 decisions?\. "kith undo --list"/)
  })

  it('goes where --ledger or KITH_LEDGER says, through a link too', async () => {
    writeFileSync(folder('shared.yaml'), '')
    symlinkSync(folder('shared.yaml'), LEDGER)
    await ask('ignore', 'rwkv')
    expect(readFileSync(folder('shared.yaml'), 'utf8')).toContain('model/rwkv')
    const { code } = await kith(['ignore', 'mamba'], { cwd: folder(), env: { KITH_LEDGER: 'elsewhere.yaml' } })
    expect(code).toBe(0)
    expect(readFileSync(folder('elsewhere.yaml'), 'utf8')).toContain('model/mamba')
  })
})

describe('a ledger', () => {
  it('that is broken in places is told line by line, and the rest counts', async () => {
    writeFileSync(LEDGER, 'merge a b\n- { op: ignore, id: model/rwkv }\n- { op: bless, id: model/mamba }\n')
    const { stderr } = await build()
    expect(stderr).toMatch(
      /^kith: \S+kith\.ledger\.yaml line 1: "merge a b" is no decision[^\n]*\nkith: [^\n]*line 3: [^\n]*\n$/,
    )
    expect(await entities()).toEqual([PLAIN[0], PLAIN[1]])
  })

  it('of names that are no longer there is kept, and told in one line', async () => {
    writeFileSync(LEDGER, '- { op: ignore, id: model/gone }\n- { op: rename, id: model/lost, name: Found }\n')
    const { stderr, sha256 } = await build()
    expect(stderr).toMatch(
      /^kith: [^\n]*2 decisions are about names that are not in these notes, and kept: line 1 \(model\/gone\), line 2[^\n]*\n$/,
    )
    expect(sha256).toBe(before)
    expect(readFileSync(LEDGER, 'utf8')).toContain('model/gone')
  })

  it('that merges in a circle is told in one sentence, and comes to an end', async () => {
    writeFileSync(
      LEDGER,
      '{"op":"merge","from":"model/rwkv","into":"model/mamba"}\n{"op":"merge","from":"model/mamba","into":"model/rwkv"}\n',
    )
    const { stderr } = await build()
    expect(stderr).toMatch(/^kith: [^\n]*line 2: [^\n]*circle[^\n]*model\/rwkv now\.\n$/)
    expect(await entities()).toEqual([PLAIN[0], PLAIN[2]])
  })
})

describe('kith.yaml', () => {
  const OWN = 'add:\n  Tool:\n    Kestrel: [又一次]\n    Mamba:\nalias:\n  RWKV: 和\nignore: [混合专家]\n'

  it('adds names, kinds and spellings, and ignores, whatever the lists say', async () => {
    writeFileSync(NAMES, OWN)
    expect((await build()).stderr).toBe('')
    expect(await entities()).toEqual([PLAIN[0], 'model/rwkv RWKV', 'tool/kestrel Kestrel', 'tool/mamba Mamba'])
    const extracted = (await ask('extract', 'notes')).trimEnd().split('\n')
    const surfaces = extracted.map((line) => (JSON.parse(line) as { surface: string }).surface)
    expect(surfaces.toSorted()).toEqual(['Mamba', 'MoE', 'MoE', 'RWKV', '又一次', '和', '和'])
  })

  it('is the same for every worker, and gone when it is taken away', async () => {
    writeFileSync(NAMES, OWN)
    expect((await build('--jobs', '2')).sha256).toBe((await build('--jobs', '1')).sha256)
    rmSync(NAMES)
    expect((await build('--jobs', '2')).sha256).toBe(before)
  })

  it('that is broken in places is told line by line, and the rest counts', async () => {
    writeFileSync(
      NAMES,
      'add:\n  Tool:\n    Owl: [o\n    Mamba: 树\n  Beast: [x]\nignore: [RWKV]\nbless: me\nalias:\n  Nothing So: y\n',
    )
    const { stderr } = await build()
    const places = [...stderr.matchAll(/^kith: \S+kith\.yaml line (\d+): .*$/gm)].map(([, line]) => Number(line))
    expect(places).toEqual([3, 5, 7, 9])
    expect(await entities()).toEqual([PLAIN[0], 'tool/mamba Mamba'])
  })
})
