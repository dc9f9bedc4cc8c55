/** The word lists themselves, written by hand and made of packages: sorted, and no spelling of two names unmarked. */
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from '@jest/globals'
import { order } from '../../ingest/entities.ts'
import { fold } from '../../ingest/fold.ts'
import { createLexicon } from '../../ingest/lexicon.ts'
import { KINDS } from '../../ingest/types.ts'
import { shippedLists } from '../../server/lexicon.ts'
import { ROOT } from '../../server/root.ts'

const files = KINDS.flatMap((kind) => [
  { kind, file: `${kind.toLowerCase()}.tsv` },
  { kind, file: `packages/${kind.toLowerCase()}.tsv` },
])

const lists = files.flatMap(({ kind, file }) => {
  const path = join(ROOT, 'ingest', 'lexicon', file)
  if (file.startsWith('packages/') && !existsSync(path)) return []
  const lines = readFileSync(path, 'utf8').trimEnd().split('\n')
  return { kind, file, lines: lines.filter((line) => !line.startsWith('#')) }
})

const bare = (spelling: string) => spelling.trim().replace(/[!?]$/, '')

function spellingsOf(line: string): string[] {
  const [name = '', rest = ''] = line.split('\t')
  return [name, ...rest.split('|').map((alias) => alias.trim())].filter((text) => text && !text.startsWith('arxiv:'))
}

const isByHand = ({ file }: { file: string }) => !file.startsWith('packages/')
const linesOf = (ofPackages: boolean) =>
  lists.filter((list) => isByHand(list) !== ofPackages).flatMap(({ lines }) => lines)

describe.each(lists)('$file', ({ lines }) => {
  it('has a name on each line, and its other spellings after one tab', () => {
    for (const line of lines) expect(line).toMatch(/^[^\t|]+(?:\t[^\t]*)?$/)
  })

  it('is sorted by the folded name', () => {
    const names = lines.map((line) => fold(bare(line.split('\t')[0] ?? '')))
    expect(names).toEqual(names.toSorted(order))
  })

  it('tells a name once', () => {
    const names = lines.map((line) => fold(bare(line.split('\t')[0] ?? '')))
    expect(names.filter((name, at) => names.indexOf(name) !== at)).toEqual([])
  })
})

describe('the lexicon', () => {
  it('gives no spelling to two names, unless both are marked as doubtful', () => {
    const owners = new Map<string, string[]>()
    for (const { file, lines } of lists) {
      for (const line of lines) {
        const [name = ''] = line.split('\t')
        for (const spelling of spellingsOf(line)) {
          if (spelling.endsWith('?')) continue
          const owner = `${file} ${bare(name)}`
          const known = owners.get(fold(bare(spelling))) ?? []
          if (!known.includes(owner)) owners.set(fold(bare(spelling)), [...known, owner])
        }
      }
    }
    expect([...owners].filter(([, names]) => names.length > 1)).toEqual([])
  })

  it('takes from packages only what no list written by hand has, marked or not', () => {
    const spellings = (ofPackages: boolean) => linesOf(ofPackages).flatMap(spellingsOf)
    const written = new Set(spellings(false).map((spelling) => fold(bare(spelling))))
    const made = spellings(true)
    expect(made.length).toBeGreaterThan(500)
    expect(made.filter((spelling) => written.has(fold(bare(spelling))))).toEqual([])
  })

  it('takes from packages no word of one or two letters', () => {
    expect(linesOf(true).flatMap(spellingsOf)).not.toContainEqual(expect.stringMatching(/^\w{1,2}[!?]?$/i))
  })

  it('keeps every name written by hand as it is beside those of packages', () => {
    const { byId } = createLexicon(shippedLists())
    const byHand = createLexicon(
      lists.filter(isByHand).map(({ kind, lines }) => [kind, lines.join('\n')] as const),
    ).byId
    expect([...byHand].filter(([id, { name }]) => byId.get(id)?.name !== name)).toEqual([])
    expect(byId.size).toBe(byHand.size + linesOf(true).length)
  })

  it('leaves out what names nothing in particular', () => {
    const all = new Set(
      lists.flatMap(({ lines }) => lines.flatMap(spellingsOf)).map((spelling) => fold(bare(spelling))),
    )
    for (const word of [
      '模型',
      '数据',
      '大模型',
      'LLM',
      'LLMs',
      'paper',
      'benchmark',
      '显存',
      'loss',
      'token',
      'prompt',
      '训练',
      '参数',
    ]) {
      expect(all.has(fold(word))).toBe(false)
    }
  })
})
