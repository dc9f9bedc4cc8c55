import { describe, expect, it } from '@jest/globals'
import { markdownBlocks } from '../../ingest/readers/markdown.ts'
import { read } from '../../ingest/readers/read.ts'
import { graphOf } from './graph-of.ts'

const utf8 = (text: string) => new TextEncoder().encode(text)
const NOTE = '# 长度外推\n\nRWKV 没训过 100k 的，拿来比较不大公平。'

function utf16(text: string, { bigEndian = false, mark = true } = {}): Uint8Array {
  const bytes = Buffer.from(mark ? `\ufeff${text}` : text, 'utf16le')
  return bigEndian ? bytes.swap16() : bytes
}

describe('a text', () => {
  it.each([
    ['UTF-8', utf8(NOTE)],
    ['UTF-8 with a byte order mark', Buffer.concat([Buffer.from([0xef, 0xbb, 0xbf]), utf8(NOTE)])],
    ['UTF-16, little end first', utf16(NOTE)],
    ['UTF-16, big end first', utf16(NOTE, { bigEndian: true })],
    ['UTF-16 without a mark', utf16(NOTE, { mark: false })],
    // The same note in GB18030, as iconv writes it.
    [
      'GB18030',
      Buffer.from(
        '2320b3a4b6c8cde2cdc60a0a52574b5620c3bbd1b5b9fd203130306b20b5c4a3acc4c3c0b4b1c8bdcfb2bbb4f3b9abc6bda1a3',
        'hex',
      ),
    ],
  ])('is read from %s', (_encoding, bytes) => {
    expect(read({ path: 'n.md', bytes }).text).toBe(NOTE)
  })

  it('keeps its line ends, and its offsets with them', () => {
    const { text, blocks } = read({ path: 'n.md', bytes: utf8('# a\r\n\r\nRWKV\r\n') })
    expect(blocks.map(({ start, end }) => text.slice(start, end))).toEqual(['# a', 'RWKV'])
  })

  it('with a few broken bytes is read all the same', () => {
    const bytes = Buffer.concat([utf8(`${NOTE.repeat(5)}x`), Buffer.from([0xe6, 0x88]), utf8('y')])
    expect(read({ path: 'n.md', bytes }).text).toContain('x\ufffdy')
  })

  it('has a title: its front matter’s, else its first heading’s, else its name', () => {
    expect(read({ path: 'n.md', bytes: utf8('---\ntitle: "A: b"\n---\n# c') }).title).toBe('A: b')
    expect(read({ path: 'n.md', bytes: utf8('# **c** d') }).title).toBe('c d')
    expect(read({ path: 'x/n.md', bytes: utf8('e') }).title).toBe('n')
  })

  it.each([
    ['is neither a list nor a map', '---\n[: \n---\nRWKV'],
    ['is never closed', '---\ntitle: x\nRWKV'],
    ['would touch a prototype', '---\n__proto__:\n  polluted: 1\n---\nRWKV'],
    ['bites its own tail', '---\na: &a [*a]\n---\nRWKV'],
  ])('with front matter that %s is read all the same', (_what, text) => {
    expect(graphOf({ 'n.md': text }).mentions.map(({ entity }) => entity)).toContain('model/rwkv')
  })
})

describe('bytes that are no note', () => {
  it.each([
    ['nothing', new Uint8Array(), 'it is empty'],
    ['only space', utf8(' \n\n\t'), 'it is empty'],
    ['an image', Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex'), 'it is a binary file'],
    [
      'noise',
      Uint8Array.from({ length: 4_000 }, (_, at) => 128 + ((at * 7919) % 127)),
      'it is neither UTF-8, UTF-16 nor GB18030 text',
    ],
  ])('are refused with a reason: %s', (_what, bytes, reason) => {
    expect(() => read({ path: 'n.md', bytes })).toThrow(reason)
  })
})

describe('strange layouts', () => {
  it.each([
    ['a line of a megabyte', `RWKV ${'字'.repeat(350_000)} Mamba`],
    ['ten thousand empty lines', `RWKV${'\n'.repeat(10_000)}Mamba`],
    [
      'lists nested five hundred deep',
      Array.from({ length: 500 }, (_, at) => `${'  '.repeat(at)}- x${at}`)
        .join('\n')
        .concat('\n\nRWKV Mamba'),
    ],
    ['a thousand quotes in quotes', `${'> '.repeat(1_000)}RWKV Mamba`],
    ['a hundred thousand brackets', `${'['.repeat(100_000)}\n\nRWKV Mamba`],
    ['a megabyte of links', `${'https://arxiv.org/abs/2312.00752 '.repeat(30_000)} RWKV Mamba`],
  ])('are read: %s', (_what, text) => {
    const { mentions } = graphOf({ 'n.md': text, 'n.txt': text })
    expect(mentions.map(({ entity }) => entity)).toEqual(expect.arrayContaining(['model/rwkv', 'model/mamba']))
  })

  it('keep every block inside the text, in reading order', () => {
    const text = '# a\n\n- b\n  - c\n\n| d | e |\n|---|---|\n| f | g |\n\n```\nh\n```\n\n<p>i</p>\n\nj\n'
    const blocks = markdownBlocks(text)
    expect(blocks.map(({ type, start, end }) => [type, text.slice(start, end)])).toEqual([
      ['heading', '# a'],
      ['item', 'b'],
      ['item', 'c'],
      ['row', '| d | e |'],
      ['row', '| f | g |'],
      ['code', '```\nh\n```'],
      ['paragraph', '<p>i</p>'],
      ['paragraph', 'j'],
    ])
  })
})
