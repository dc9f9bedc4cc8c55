/** `kith verify`: one changed word is found, and told by its file and line. */

import { cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { beforeAll, expect, it } from '@jest/globals'
import { testFolder } from '../../folder.ts'
import { kith } from '../../kith.ts'

const folder = testFolder()
const LINES = ['# Log', '', 'RWKV beside Mamba, at last.', '', 'GPT-4 beside LLaMA.', '']

beforeAll(async () => {
  mkdirSync(folder('notes', 'deep'), { recursive: true })
  writeFileSync(folder('notes', 'deep', 'log.md'), LINES.join('\n'))
  writeFileSync(folder('notes', 'other.md'), 'DPO and RLHF.\n')
  expect((await kith(['build', 'notes'], { cwd: folder() })).code).toBe(0)
})

const verify = (...args: string[]) => kith(['verify', ...args], { cwd: folder() })

it('opens every receipt again', async () => {
  const { code, stdout, stderr } = await verify()
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' })
  expect(stdout).toMatch(/^(\d+) of \1 receipts match\n$/)
})

it('finds the same in a copy elsewhere, and one changed word by its file and line', async () => {
  cpSync(folder('notes'), folder('copy'), { recursive: true })
  expect((await verify('--root', folder('copy'))).code).toBe(0)
  writeFileSync(folder('copy', 'deep', 'log.md'), LINES.join('\n').replace('LLaMA', 'LLama'))
  const { code, stdout, stderr } = await verify('--root', folder('copy'))
  expect({ code, stderr }).toEqual({ code: 1, stderr: '' })
  const [first = '', ...places] = stdout.trimEnd().split('\n')
  const [, matching, all] = /^(\d+) of (\d+) receipts match$/.exec(first) ?? []
  expect(Number(matching)).toBeLessThan(Number(all))
  expect(places).toEqual([expect.stringMatching(/^deep\/log\.md:5: the words there are others now: “/)])
  const told = JSON.parse((await verify('--root', folder('copy'), '--json')).stdout) as { mismatches: object[] }
  expect(told.mismatches).toContainEqual(expect.objectContaining({ path: 'deep/log.md', line: 5, quote: 'LLaMA' }))
})

it('says which document is gone', async () => {
  cpSync(folder('notes'), folder('less'), { recursive: true })
  rmSync(folder('less', 'other.md'))
  const { code, stdout } = await verify('--root', folder('less'))
  expect(code).toBe(1)
  expect(stdout).toMatch(/^other\.md:1: the document cannot be opened \(it does not exist\)/m)
})

it('asks for the folder where it is not known', async () => {
  cpSync(folder('.kith', 'graph'), folder('moved'), { recursive: true })
  rmSync(folder('moved', 'sources'))
  const { code, stdout, stderr } = await verify('--graph', 'file:moved')
  expect({ code, stdout }).toEqual({ code: 1, stdout: '' })
  expect(stderr).toMatch(
    /^kith: Where the documents of file:moved lie is not known here\. Say it with --root <folder>\.\n$/,
  )
  expect((await verify('--graph', 'file:moved', '--root', 'notes')).code).toBe(0)
})

it('reads nothing outside the folder, whatever the graph says', async () => {
  expect(readFileSync(folder('notes', 'other.md'), 'utf8')).toContain('DPO')
  const { stdout } = await verify('--root', folder('nowhere'))
  expect(stdout).toMatch(/the document cannot be opened/)
})
