/** `kith.yaml`: what it says, what of it cannot be read, and the word lists with it laid over them. */
import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { createLexicon } from '../../ingest/lexicon.ts'
import { type List, withUserNames } from '../../ingest/user-lists.ts'
import { readUserNames } from '../../ingest/user-names.ts'

const LISTS: List[] = [
  ['Model', '# a comment\nMamba\nRWKV\tRaven | 乌鸦?\n'],
  ['Method', 'mixture of experts\tMoE | 混合专家\n'],
]

/** The lists as that kith.yaml wants them, a line each. */
function linesWith(yaml: string): string[] {
  const { names, faults } = readUserNames(yaml)
  expect(faults).toEqual([])
  return withUserNames(LISTS, names).lists.flatMap(([kind, text]) =>
    text
      .trimEnd()
      .split('\n')
      .map((line) => `${kind}: ${line.trim().replace('\t', ' = ')}`),
  )
}

describe('kith.yaml', () => {
  it.each<[string, string, string[]]>([
    ['adds names', 'add:\n  Tool:\n    Kestrel: [kst, 红隼]\n', ['Tool: Kestrel = kst | 红隼']],
    ['adds a list of names without other spellings', 'add: {tool: [Kestrel, 4o]}', ['Tool: Kestrel', 'Tool: 4o']],
  ])('%s', (_what, yaml, expected) => {
    expect(linesWith(yaml)).toEqual([
      ...expected,
      'Model: Mamba',
      'Model: RWKV = Raven | 乌鸦?',
      'Method: mixture of experts = MoE | 混合专家',
    ])
  })

  it('takes a name over from a list, with all its spellings', () => {
    expect(linesWith('add: {Method: {RWKV: 雷文}}')).toEqual([
      'Method: RWKV = 雷文 | Raven | 乌鸦?',
      'Model: Mamba',
      'Method: mixture of experts = MoE | 混合专家',
    ])
  })

  it('takes a spelling from the name that had it', () => {
    expect(linesWith('add: {Organization: {Ministry of Energy: moe}}')).toEqual([
      'Organization: Ministry of Energy = moe',
      'Model: Mamba',
      'Model: RWKV = Raven | 乌鸦?',
      'Method: mixture of experts = 混合专家',
    ])
  })

  it('gives a listed name more spellings', () => {
    expect(linesWith('alias: {混合专家: [MoE层, raven]}')).toEqual([
      'Model: Mamba',
      'Model: RWKV = 乌鸦?',
      'Method: mixture of experts = MoE | 混合专家 | MoE层 | raven',
    ])
  })

  it('ignores a name with all its spellings, or one spelling', () => {
    expect(linesWith('ignore: [rwkv, moe]')).toEqual(['Model: Mamba', 'Method: mixture of experts = 混合专家'])
  })

  it('makes a lexicon that knows it', () => {
    const { names } = readUserNames('add: {Tool: {Kestrel: 红隼}}\nalias: {Mamba: 曼巴}\nignore: [RWKV]\n')
    const { find } = createLexicon(withUserNames(LISTS, names).lists)
    expect([find('红隼')?.id, find('曼巴')?.id, find('RWKV')?.id]).toEqual(['tool/kestrel', 'model/mamba', undefined])
  })

  it.each<[string, string, number[]]>([
    ['an open bracket', 'add:\n  Tool:\n    Owl: [o\n    Kestrel: [k]\nignore: [x]\n', [3]],
    ['an open quote', 'add:\n  Tool:\n    Owl: "o\n    Kestrel: [k]\nignore: [x]\n', [3]],
    ['a tab', 'add:\n  Tool:\n\tOwl: [o]\n    Kestrel: [k]\nignore: [x]\n', [3]],
    ['a step to the side', 'add:\n  Tool:\n    Kestrel: [k]\n   Owl: [o]\nignore: [x]\n', [4]],
    ['no kind', 'add:\n  Beast:\n    Owl: [o]\n  Tool:\n    Kestrel: [k]\nignore: [x]\n', [2]],
    ['no section', 'bless: Owl\nadd:\n  Tool:\n    Kestrel: [k]\nignore: [x]\n', [1]],
    ['no name', 'add:\n  Tool:\n    Kestrel: [k]\n    Owl: {a: b}\n    "-": [c]\nignore: [x]\n', [4, 5]],
    ['what a list cannot hold', 'add:\n  Tool:\n    "O|wl": [o]\n    Kestrel: [k]\nignore: [x]\n', [3]],
  ])('tells the line of %s, and the rest counts', (_what, yaml, lines) => {
    const { names, faults } = readUserNames(yaml)
    expect(faults.map(({ line }) => line)).toEqual(lines)
    expect(names.add).toContainEqual(expect.objectContaining({ kind: 'Tool', name: 'Kestrel', spellings: ['k'] }))
    expect(names.ignore).toEqual(['x'])
  })

  it('tells the line of an alias of what is in no list', () => {
    const { names } = readUserNames('alias:\n  Mamba: m\n  Owl: o\n')
    expect(withUserNames(LISTS, names).faults).toMatchObject([{ line: 3, message: expect.stringMatching(/"Owl"/) }])
  })

  it('may be anything, and comes to an end', () => {
    const part = fc.constantFrom(
      'add:',
      'Tool:',
      'x',
      '[',
      ']',
      '{',
      '}',
      '"',
      '\n',
      '\n  ',
      '- ',
      ': ',
      '&a',
      '*a',
      '\t',
    )
    fc.assert(
      fc.property(fc.array(part, { maxLength: 25 }), (parts) => {
        const { names } = readUserNames(parts.join(''))
        expect(withUserNames(LISTS, names).lists.length).toBeGreaterThan(0)
      }),
    )
  })
})
