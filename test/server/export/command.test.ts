/** `kith export` for those who take a part of the graph away. */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { beforeAll, expect, it } from '@jest/globals'
import { testFolder } from '../../folder.ts'
import { kith } from '../../kith.ts'

const folder = testFolder()

beforeAll(async () => {
  mkdirSync(folder('notes'))
  writeFileSync(folder('notes', 'a.md'), 'F1：Mamba 和 RWKV 都是 linear attention 的亲戚\n\nF2：DPO 的损失像对比学习\n')
  const { code } = await kith(['build', 'notes'], { cwd: folder() })
  expect(code).toBe(0)
})

const run = (...args: string[]) => kith(['export', ...args], { cwd: folder() })

it('writes tables of the whole graph and of a part', async () => {
  const { stdout } = await run('--format', 'csv')
  expect(stdout).toContain('\r\nmodel/rwkv,RWKV,Model,')
  const part = await run('--format', 'csv', '--ids', 'rwkv, 线性attention')
  expect(part.stdout.split('\r\n').map((line) => line.split(',')[0])).toEqual([
    '\ufeffid',
    'method/linear-attention',
    'model/rwkv',
    '',
  ])
  const around = await run('--format', 'csv', '--what', 'edges', '--around', 'rwkv', '--limit', '2')
  expect(around.stdout.trimEnd().split('\r\n')).toHaveLength(2)
})

it('writes a page over one that was there', async () => {
  writeFileSync(folder('page.html'), 'old')
  const { code, stdout, stderr } = await run('--format', 'html', '--title', 'A <view>', '--out', 'page.html')
  expect({ code, stdout, stderr }).toEqual({ code: 0, stdout: '', stderr: '' })
  const page = readFileSync(folder('page.html'), 'utf8')
  expect(page).toContain('<title>A &lt;view&gt; · Kith</title>')
  expect(page).toMatch(/content="default-src 'none'; script-src 'sha256-/)
})

it.each([
  [['--format', 'html', '--ids', 'nosuch'], 1, /No entity is called "nosuch"/],
  [['--format', 'html', '--around', 'rwvk'], 1, /No entity is called "rwvk".* Near it: model\/rwkv/],
  [['--format', 'html', '--limit', '1e9'], 1, /--limit takes at most 1000/],
  [['--format', 'html', '--limit', '0'], 2, /--limit.*whole number from 1/],
  [['--format', 'csv', '--ids', ' , '], 1, /--ids names no entity/],
  [['--format', 'csv', '--ids', 'rwkv', '--around', 'mamba'], 1, /--ids and --around/],
  [
    ['--format', 'html', '--out', 'no/such/page.html'],
    1,
    /no\/such\/page\.html cannot be written \(it does not exist\)/,
  ],
  [['--format', 'docx'], 2, /jsonl, csv, bibtex, html/],
])('%j ends with %d and one sentence', async (args, code, says) => {
  const ended = await run(...args)
  expect({ code: ended.code, stdout: ended.stdout }).toEqual({ code, stdout: '' })
  expect(ended.stderr).toMatch(says)
  expect(ended.stderr).toMatch(/^kith: [^\n]+\n$/)
})
