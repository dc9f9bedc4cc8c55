/** The word lists themselves: one line a name, sorted, and no spelling of two names unless it is marked. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from '@jest/globals'
import { order } from '../../ingest/entities.ts'
import { fold } from '../../ingest/fold.ts'
import { KINDS } from '../../ingest/types.ts'
import { ROOT } from '../../server/root.ts'

const lists = KINDS.map((kind) => {
  const file = `${kind.toLowerCase()}.tsv`
  const lines = readFileSync(join(ROOT, 'ingest', 'lexicon', file), 'utf8')
    .trimEnd()
    .split('\n')
  return { kind, file, lines: lines.filter((line) => !line.startsWith('#')) }
})

const bare = (spelling: string) => spelling.trim().replace(/[!?]$/, '')

function spellingsOf(line: string): string[] {
  const [name = '', rest = ''] = line.split('\t')
  return [name, ...rest.split('|').map((alias) => alias.trim())].filter((text) => text && !text.startsWith('arxiv:'))
}

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
    for (const { kind, lines } of lists) {
      for (const line of lines) {
        const [name = ''] = line.split('\t')
        for (const spelling of spellingsOf(line)) {
          if (spelling.endsWith('?')) continue
          const owner = `${kind} ${bare(name)}`
          const known = owners.get(fold(bare(spelling))) ?? []
          if (!known.includes(owner)) owners.set(fold(bare(spelling)), [...known, owner])
        }
      }
    }
    expect([...owners].filter(([, names]) => names.length > 1)).toEqual([])
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
