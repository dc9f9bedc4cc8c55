/** `kith extract`: one JSON object for each name, with offsets that hold in the file's decoded text. */

import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { expect, it } from '@jest/globals'
import { KINDS } from '../../../ingest/types.ts'
import { testFolder } from '../../folder.ts'
import { type Ended, ended, kith, startKith } from '../../kith.ts'
import { SAMPLE } from '../../sample.ts'

const folder = testFolder()

interface Extracted {
  doc: string
  start: number
  end: number
  surface: string
  kind: string
  type: string
  id: string
  name: string
  rule: string
}

function lines({ code, stdout, stderr }: Ended): Extracted[] {
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' })
  return stdout
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line) as Extracted)
}

it('prints the keys of the contract, and each surface is what the file says there', async () => {
  const files = ['20231210.md', 'infra-log.txt', 'long-context.md'].map((name) => join(SAMPLE, name))
  const found = lines(await kith(['extract', ...files]))
  const texts = new Map(files.map((file) => [basename(file), readFileSync(file, 'utf8')]))
  expect(found.length).toBeGreaterThan(30)
  expect(new Set(found.map(({ doc }) => doc))).toEqual(new Set(texts.keys()))
  for (const mention of found) {
    expect(Object.keys(mention)).toEqual(['doc', 'start', 'end', 'surface', 'kind', 'type', 'id', 'name', 'rule'])
    expect(texts.get(mention.doc)?.slice(mention.start, mention.end)).toBe(mention.surface)
    expect(KINDS).toContain(mention.kind)
    expect(mention.type).toBe(mention.kind)
    expect(mention.id.startsWith(`${mention.kind.toLowerCase()}/`)).toBe(true)
  }
})

it('counts UTF-16 code units of the decoded text, whatever the encoding', async () => {
  mkdirSync(folder('encodings'), { recursive: true })
  const text = '🦙 比 RWKV 快\r\n连rwkv都开始改\n'
  writeFileSync(folder('encodings', 'utf8.md'), text)
  writeFileSync(folder('encodings', 'mark.md'), `\ufeff${text}`)
  writeFileSync(
    folder('encodings', 'utf16.md'),
    Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(text, 'utf16le')]),
  )
  const found = lines(await kith(['extract', folder('encodings')]))
  for (const doc of ['utf8.md', 'mark.md', 'utf16.md']) {
    const own = found.filter((mention) => mention.doc === doc && mention.id === 'model/rwkv')
    expect(own.map(({ start, end }) => text.slice(start, end))).toEqual(['RWKV', 'rwkv'])
  }
})

it('reads standard input', async () => {
  const child = startKith(['extract', '-'])
  child.stdin.end('连rwkv都开始改multi head，线性attention 又回来了\n')
  const found = lines(await ended(child))
  expect(found.map(({ surface, id }) => [surface, id])).toEqual(
    expect.arrayContaining([
      ['rwkv', 'model/rwkv'],
      ['线性attention', 'method/linear-attention'],
    ]),
  )
  expect(found[0]).toMatchObject({ start: 1, end: 5 })
})

it.each([
  ['nothing', Buffer.alloc(0)],
  ['a picture', Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 13, 1, 2, 3, 0])],
])('says what is wrong with %s on standard input', async (_name, bytes) => {
  const child = startKith(['extract', '-'])
  child.stdin.end(bytes)
  const { code, stdout, stderr } = await ended(child)
  expect({ code, stdout }).toEqual({ code: 1, stdout: '' })
  expect(stderr).toMatch(/^kith: Standard input cannot be read: it is [^\n]+\n$/)
})

it('names what it skips on stderr, and reads the rest', async () => {
  mkdirSync(folder('some'), { recursive: true })
  writeFileSync(folder('some', 'good.md'), 'RWKV.\n')
  writeFileSync(folder('some', 'empty.md'), '')
  const { code, stdout, stderr } = await kith(['extract', folder('some')])
  expect({ code, stderr }).toEqual({ code: 0, stderr: 'kith: empty.md was skipped, because it is empty.\n' })
  expect(JSON.parse(stdout)).toMatchObject({ doc: 'good.md', surface: 'RWKV' })
})
