/**
 * Which names are one: the tables of `identity/`, two surfaces a line, are read through the public door with the lists
 * that ship; the laws with a lexicon of a few lines.
 */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { toEntities } from '../../ingest/entities.ts'
import type { Named } from '../../ingest/finds.ts'
import { isAcronym } from '../../ingest/identity/aliases.ts'
import { areVersions, keyOf } from '../../ingest/identity/keys.ts'
import type { Lexicon } from '../../ingest/lexicon.ts'
import { extract, toGraph } from '../../ingest/pipeline.ts'
import { read } from '../../ingest/readers/read.ts'
import type { Graph, Mention } from '../../ingest/types.ts'
import { loadLexicon } from '../../server/lexicon.ts'
import { ROOT } from '../../server/root.ts'
import { lexicon } from './graph-of.ts'

type Pair = [a: string, b: string]

/** The pairs of a table, with the reason that stands above them. */
function tableOf(name: string): { why: string; pairs: Pair[] }[] {
  const text = readFileSync(join(ROOT, 'test', 'ingest', 'identity', `${name}.tsv`), 'utf8').trimEnd()
  return text.split(/^# /m).flatMap((group) => {
    const [why = '', ...lines] = group.trimEnd().split('\n')
    return why ? [{ why, pairs: lines.map((line) => line.split('\t') as Pair) }] : []
  })
}

function extracted(path: string, text: string, known: Lexicon) {
  return extract(read({ path, bytes: new TextEncoder().encode(text) }), known, new Map())
}

function graphOf(texts: Record<string, string>, known: Lexicon): Graph {
  return toGraph(
    Object.entries(texts).map(([path, text]) => extracted(path, text, known)),
    known,
  )
}

/** What two surfaces name in a note that holds both. */
function entitiesOf([a, b]: Pair): (string | undefined)[] {
  const { mentions } = graphOf({ 'note.md': `第一个是（${a}），不错。\n\n第二个是（${b}），也不错。\n` }, loadLexicon())
  const of = (wanted: string) => mentions.filter((mention: Mention) => mention.surface === wanted)
  return [of(a).at(0)?.entity, of(b).at(-1)?.entity]
}

describe.each(['must-merge', 'must-link'])('%s.tsv', (name) => {
  const table = tableOf(name)

  it('is long enough to mean something', () => {
    const [all] = [table.flatMap(({ pairs }) => pairs)]
    expect(all.length).toBeGreaterThanOrEqual(name === 'must-link' ? 30 : 200)
    expect(new Set(all.map(String)).size).toBe(all.length)
  })

  it.each(table)('$why', ({ pairs }) => {
    const apart = pairs.filter((pair) => {
      const [a, b] = name === 'must-link' ? linked(pair) : entitiesOf(pair)
      return a === undefined || a !== b
    })
    expect(apart).toEqual([])
  })
})

/** A bare identifier is marked from its number on, so links are compared by place. */
function linked([a, b]: Pair): (string | undefined)[] {
  const { mentions, entities } = graphOf({ 'note.md': `看（${a}），不错。\n\n看（${b}），不错。` }, loadLexicon())
  return mentions.length === 2 && entities.length === 1 ? mentions.map(({ entity }) => entity) : [undefined]
}

describe('never-merge.tsv', () => {
  const table = tableOf('never-merge')

  it('is long enough to mean something', () => {
    const all = table.flatMap(({ pairs }) => pairs)
    expect(all.length).toBeGreaterThanOrEqual(200)
    expect(new Set(all.map(String)).size).toBe(all.length)
  })

  it.each(table)('$why', ({ pairs }) => {
    const joined = pairs.filter((pair) => {
      const [a, b] = entitiesOf(pair)
      return a === undefined || b === undefined || a === b
    })
    expect(joined).toEqual([])
  })
})

/** By document: names as rules would find them, a surface and what is known of it. */
type Documents = Record<string, [surface: string, named: Partial<Named>][]>

/** The ids of those names, in documents of one line each. */
function idsOf(documents: Documents, between = ' · ', after = ''): Record<string, string[]> {
  const passages = Object.entries(documents).map(([document, names]) => {
    const text = names.map(([surface]) => surface).join(between) + after
    let end = -between.length
    const finds = names.map(([surface, more]) => {
      const start = end + between.length
      end = start + surface.length
      const named: Named = { kind: 'Concept', name: surface, ...more }
      return { start, end, rule: 'test', named, inTitle: false }
    })
    const place = { document, start: 0, end: text.length, line: 1, order: 0, thread: 't' }
    return { id: `p/${document}`, text, places: [{ ...place, speaker: null, heading: null, date: null }], finds }
  })
  const { mentions } = toEntities(passages, lexicon)
  return Object.fromEntries(
    passages.map(({ id }) => [
      id.slice(2),
      mentions.filter(({ passage }) => passage === id).map(({ entity }) => entity),
    ]),
  )
}

describe('names that no list knows', () => {
  it.each<[string, string, string]>([
    ['a plural', 'Quokka Models', 'quokka model'],
    ['an irregular plural', 'quokka policies', 'Quokka policy'],
    ['a plural in -es', 'quokka batches', 'quokka-batch'],
    ['accents', 'Schölkopf loss', 'Scholkopf loss'],
    ['what cannot be seen', 'quok\u200bka', 'quokka'],
    ['combining marks', 'que\u0301bec net', 'québec net'],
    ['a times sign', 'Quokka-8×7B', 'quokka 8x7b'],
    ['traditional characters', '線性聽覺網', '线性听觉网'],
  ])('are one but for %s', (_what, a, b) => {
    const [one, other] =
      idsOf({
        d: [
          [a, {}],
          [b, {}],
        ],
      })['d'] ?? []
    expect(other).toBe(one)
  })

  it.each<[string, string]>([
    ['Quokka', 'Quokka 2'],
    ['Quokka-2-7B', 'Quokka-27B'],
    ['Quokka-4.1', 'Quokka-41'],
    ['Quokka-1 8', 'Quokka-18'],
    ['Quokka*', 'Quokka'],
    ['Quokka+', 'Quokka'],
    ['quokka loss', 'quokka los'],
    ['a quokka bias', 'a quokka bia'],
  ])('are two: %s and %s', (a, b) => {
    const [one, other] =
      idsOf({
        d: [
          [a, { kind: 'Model' }],
          [b, { kind: 'Model' }],
        ],
      })['d'] ?? []
    expect(other).not.toBe(one)
  })

  it('of people have no plural', () => {
    const names: [string, Partial<Named>][] = [
      ['Ann Roberts', { kind: 'Person' }],
      ['Ann Robert', { kind: 'Person' }],
    ]
    expect(new Set(idsOf({ d: names })['d']).size).toBe(2)
  })

  it('are of the kind most finds give, between equals of the first', () => {
    const kinds = (...all: Named['kind'][]) =>
      idsOf({ d: all.map((kind): [string, Partial<Named>] => ['Quokka', { kind }]) })['d']?.[0]
    expect(kinds('Tool', 'Method', 'Tool')).toBe('tool/quokka')
    expect(kinds('Tool', 'Method')).toBe('method/quokka')
    expect(kinds('Method', 'Tool')).toBe('method/quokka')
  })

  it('are called by their singular', () => {
    expect(
      idsOf({
        a: [
          ['quokka nets', {}],
          ['quokka nets', {}],
        ],
        b: [['quokka net', {}]],
      })['a'],
    ).toEqual(['concept/quokka-net', 'concept/quokka-net'])
  })

  it('are listed ones where the list knows their spelling', () => {
    expect(idsOf({ d: [['线性attention', { kind: 'Concept' }]] })['d']).toEqual(['method/linear-attention'])
  })
})

describe('acronyms', () => {
  it.each<[string, string, boolean]>([
    ['QPO', 'Quokka Policy Optimization', true],
    ['QuPO', 'Quokka policy optimization', true],
    ['HMM', 'hidden Markov model', true],
    ['QPX', 'Quokka Policy Optimization', false],
    ['QPO', 'the Quokka Policy Optimization', false],
    ['QPO2', 'Quokka Policy Optimization', false],
    ['QPO', 'Quokka 2 Policy Optimization', false],
    ['is', 'intelligent system', false],
  ])('%s for %s: %s', (short, long, expected) => {
    expect(isAcronym(short, long)).toBe(expected)
  })

  it.each([
    ['Quokka Policy Optimization', ' (', 'QPO', ')'],
    ['QPO', ' (', 'Quokka Policy Optimization', ')'],
    ['Quokka Policy Optimization', '（', 'QPO', '）'],
    ['QPO', '（', 'Quokka Policy Optimization', '）'],
  ])('in brackets are the name beside them: %s%s%s%s', (outside, open, inside, close) => {
    const documents: Documents = {
      a: [
        [outside, {}],
        [inside, {}],
      ],
    }
    expect(idsOf(documents, open, close)['a']).toEqual(Array(2).fill('concept/quokka-policy-optimization'))
    // Without the closing bracket it is no definition.
    expect(new Set(idsOf(documents, open)['a']).size).toBe(2)
  })

  it('never take a version for the name', () => {
    const documents: Documents = {
      a: [
        ['Quokka Policy Optimization 2', {}],
        ['QPO', {}],
      ],
    }
    expect(new Set(idsOf(documents, ' (', ')')['a']).size).toBe(2)
  })

  it('count in the document that defines them, elsewhere only if no other defines them otherwise', () => {
    const policy: [string, Partial<Named>][] = [
      ['QPO', { name: 'Quokka Policy Optimization' }],
      ['Quokka Policy Optimization', {}],
    ]
    const phase: [string, Partial<Named>][] = [
      ['QPO', { name: 'Quiet Phase Order' }],
      ['Quiet Phase Order', {}],
    ]
    const bare: [string, Partial<Named>][] = [['QPO', {}]]
    expect(idsOf({ a: policy, c: bare })['c']).toEqual(['concept/quokka-policy-optimization'])
    // There it is a name of its own, with another spelling.
    const other: [string, Partial<Named>][] = [['quokka park', { name: 'QPO' }], ...bare]
    expect(idsOf({ a: policy, c: other })['c']).toEqual(['concept/qpo', 'concept/qpo'])
    expect(idsOf({ a: policy, b: phase, c: bare })).toEqual({
      a: ['concept/quokka-policy-optimization', 'concept/quokka-policy-optimization'],
      b: ['concept/quiet-phase-order', 'concept/quiet-phase-order'],
      c: ['concept/qpo'],
    })
  })
})

describe('papers', () => {
  const openreview = 'https://openreview.net/forum?id=quokka1'
  const arxiv = 'https://arxiv.org/abs/2401.12345'
  const title = 'Quokkas Are Small Wallabies of the West'

  it('of one title on two sites are one', () => {
    const { entities } = graphOf(
      { 'a.md': `[${title}](${openreview})`, 'b.md': `[${title}](${arxiv})\n\n《${title}》` },
      lexicon,
    )
    expect(entities.map(({ id, mentions }) => [id, mentions])).toEqual([['paper/arxiv-2401.12345', 5]])
  })

  it('of two arXiv ids are two, though a link calls them the same', () => {
    const { entities } = graphOf(
      { 'a.md': `[${title}](${arxiv})\n\n[${title}](https://arxiv.org/abs/2402.54321)` },
      lexicon,
    )
    expect(entities.map(({ id }) => id)).toEqual(['paper/arxiv-2401.12345', 'paper/arxiv-2402.54321'])
  })

  it('are known by their own page', () => {
    const page = `# ${title}\n\n**Authors**: Ann Roe, Bo Lin\n\n${arxiv}\n\nText.\n`
    const { entities } = graphOf({ 'page.md': page, 'note.md': `I read 《${title}》 today.` }, lexicon)
    expect(entities.filter(({ kind }) => kind === 'Paper')).toMatchObject([
      { id: 'paper/arxiv-2401.12345', name: title, authors: ['Ann Roe', 'Bo Lin'], documents: 2 },
    ])
  })
})

describe('laws', () => {
  const words = fc.constantFrom(
    ...['RWKV', 'rwkv', 'linear attention', '线性attention', 'MoE', 'GPT-4', 'LLaMA-7B', 'Llama 7B', 'DPO'],
    ...['Quokka Net (QN)', 'QN', 'Quiet Node (QN)', 'we propose QuokkaNet, a net', 'QuokkaNet', '提出了QuokkaNet，'],
    ...['[Quokkas Are Small Wallabies](https://arxiv.org/abs/2401.12345)', '《Quokkas Are Small Wallabies》'],
    ...['https://openreview.net/forum?id=q1', '[Quokkas Are Small Wallabies](https://openreview.net/forum?id=q1)'],
  )
  const texts = fc.array(
    fc.array(words, { minLength: 1, maxLength: 5 }).map((parts) => parts.join('，\n\n')),
    { minLength: 1, maxLength: 5 },
  )

  it('the same documents make the same entities in any order', () => {
    fc.assert(
      fc.property(texts, fc.infiniteStream(fc.nat()), (documents, keys) => {
        const all = documents.map((text, at) => extracted(`${at}.md`, text, lexicon))
        const shuffled = all
          .map((one) => ({ one, key: keys.next().value ?? 0 }))
          .sort((a, b) => a.key - b.key)
          .map(({ one }) => one)
        expect(toGraph(shuffled, lexicon)).toEqual(toGraph(all, lexicon))
      }),
    )
  })

  it('names of one key have the same numbers', () => {
    const part = fc.constantFrom('Quokka', '-', ' ', '2', '7', '27', '.', 'B', 's', 'v', 'x', '_')
    const name = fc.array(part, { minLength: 1, maxLength: 7 }).map((parts) => `Q${parts.join('')}`)
    fc.assert(
      fc.property(name, name, (a, b) => {
        if (keyOf(a, 'Model') === keyOf(b, 'Model')) expect(areVersions(a, b)).toBe(false)
      }),
      { numRuns: 2_000 },
    )
  })
})
