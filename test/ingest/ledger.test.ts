/** What people decide: laid over what the rules found, and gone without a trace when it is taken back. */
import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { createLedger, type Decision, type Ledger } from '../../ingest/ledger.ts'
import { readLedger, removeDecision, writeDecision } from '../../ingest/ledger-text.ts'
import { extract, toGraph } from '../../ingest/pipeline.ts'
import { read } from '../../ingest/readers/read.ts'
import { type Graph, KINDS } from '../../ingest/types.ts'
import { lexicon } from './graph-of.ts'

function graphOf(texts: Record<string, string>, ledger: Ledger): Graph {
  const extractions = Object.entries(texts).map(([path, text]) =>
    extract(read({ path, bytes: new TextEncoder().encode(text) }), lexicon, new Map()),
  )
  return toGraph(extractions, lexicon, ledger)
}

function entitiesOf(text: string, decisions: Decision[]): [id: string, name: string, mentions: number][] {
  const { entities } = graphOf({ 'n.md': text }, createLedger(decisions))
  return entities.map(({ id, name, mentions }) => [id, name, mentions])
}

describe('the ledger', () => {
  it.each<[string, Decision[], [string, string, number][]]>([
    [
      'merges',
      [{ op: 'merge', from: 'model/gpt-4v', into: 'model/gpt-4' }],
      [
        ['model/gpt-4', 'GPT-4', 2],
        ['model/rwkv', 'RWKV', 1],
      ],
    ],
    [
      'merges what was merged before, whatever the order',
      [
        { op: 'merge', from: 'model/gpt-4', into: 'model/rwkv' },
        { op: 'merge', from: 'model/gpt-4v', into: 'model/gpt-4' },
      ],
      [['model/rwkv', 'RWKV', 3]],
    ],
    [
      'renames',
      [{ op: 'rename', id: 'model/rwkv', name: 'Receptance' }],
      [
        ['model/gpt-4', 'GPT-4', 1],
        ['model/gpt-4v', 'GPT-4V', 1],
        ['model/rwkv', 'Receptance', 1],
      ],
    ],
    [
      'changes a kind, and the name people gave stays',
      [
        { op: 'rename', id: 'model/rwkv', name: 'Receptance' },
        { op: 'kind', id: 'model/rwkv', kind: 'Method' },
      ],
      [
        ['method/rwkv', 'Receptance', 1],
        ['model/gpt-4', 'GPT-4', 1],
        ['model/gpt-4v', 'GPT-4V', 1],
      ],
    ],
    [
      'changes a kind back',
      [
        { op: 'kind', id: 'model/rwkv', kind: 'Method' },
        { op: 'kind', id: 'method/rwkv', kind: 'Model' },
        { op: 'ignore', id: 'model/gpt-4v' },
      ],
      [
        ['model/gpt-4', 'GPT-4', 1],
        ['model/rwkv', 'RWKV', 1],
      ],
    ],
    [
      'ignores',
      [
        { op: 'ignore', id: 'model/rwkv' },
        { op: 'ignore', id: 'model/gpt-4v' },
      ],
      [['model/gpt-4', 'GPT-4', 1]],
    ],
    [
      'lets the later of two decisions about one name count',
      [
        { op: 'ignore', id: 'model/rwkv' },
        { op: 'merge', from: 'model/rwkv', into: 'model/gpt-4' },
        { op: 'merge', from: 'model/gpt-4v', into: 'model/rwkv' },
        { op: 'merge', from: 'model/gpt-4v', into: 'model/gpt-4' },
      ],
      [['model/gpt-4', 'GPT-4', 3]],
    ],
    [
      'ends a circle of merges where the last one says',
      [
        { op: 'merge', from: 'model/gpt-4v', into: 'model/rwkv' },
        { op: 'merge', from: 'model/rwkv', into: 'model/gpt-4' },
        { op: 'merge', from: 'model/gpt-4', into: 'model/gpt-4v' },
      ],
      [['model/gpt-4v', 'GPT-4V', 3]],
    ],
  ])('%s', (_what, decisions, expected) => {
    expect(entitiesOf('GPT-4, GPT-4V, RWKV', decisions)).toEqual(expected)
  })

  it('keeps the listed spellings of what was merged, for search', () => {
    const ledger = createLedger([{ op: 'merge', from: 'concept/length-extrapolation', into: 'method/dpo' }])
    const { entities } = graphOf({ 'n.md': 'DPO 和 外推' }, ledger)
    expect(entities).toMatchObject([{ id: 'method/dpo', aliases: ['length extrapolation', '外推', '长度外推'] }])
  })

  it('tells of a circle, and of no other decisions', () => {
    const circle: Decision = { op: 'merge', from: 'model/b', into: 'model/a' }
    expect(createLedger([{ op: 'merge', from: 'model/a', into: 'model/b' }, circle]).circles).toEqual([circle])
    expect(createLedger([{ op: 'merge', from: 'model/a', into: 'model/b' }]).circles).toEqual([])
  })

  it('tells which decisions are about what is not there', () => {
    const idle: Decision[] = [
      { op: 'merge', from: 'model/gone', into: 'model/rwkv' },
      { op: 'split', id: 'model/rwkv', surfaces: ['RavenKV'] },
    ]
    const ledger = createLedger([{ op: 'merge', from: 'model/gpt-4v', into: 'model/gpt-4' }, ...idle])
    graphOf({ 'n.md': 'GPT-4, GPT-4V, RWKV' }, ledger)
    expect(ledger.idle()).toEqual(idle)
  })
})

describe('a split', () => {
  const texts = { 'a.md': 'MoE 和混合专家', 'b.md': 'MoE, mixture of experts' }
  const after = (...decisions: Decision[]) => {
    const { mentions, entities } = graphOf(texts, createLedger(decisions))
    const counts = new Map<string, number>()
    for (const { entity, surface } of mentions) {
      counts.set(`${surface} → ${entity}`, (counts.get(`${surface} → ${entity}`) ?? 0) + 1)
    }
    return { counts: Object.fromEntries([...counts].sort()), entities }
  }

  it('takes spellings out of an entity, into one of their own', () => {
    const { counts, entities } = after({ op: 'split', id: 'method/mixture-of-experts', surfaces: ['MoE'] })
    expect(counts).toEqual({
      'MoE → method/moe': 2,
      'mixture of experts → method/mixture-of-experts': 1,
      '混合专家 → method/mixture-of-experts': 1,
    })
    expect(entities.map(({ name, aliases }) => [name, aliases])).toEqual([
      ['mixture of experts', ['混合专家']],
      ['MoE', []],
    ])
  })

  it('into a name, or into an entity that is there', () => {
    const id = 'method/mixture-of-experts'
    const named = after({ op: 'split', id, surfaces: ['MoE', '混合专家'], into: 'Ministry of Energy' })
    expect(named.entities.map((entity) => entity.id)).toEqual(['method/ministry-of-energy', id])
    expect(named.entities[0]).toMatchObject({ name: 'Ministry of Energy', aliases: ['MoE', '混合专家'], mentions: 3 })
    const moved = after({ op: 'split', id, surfaces: ['MoE'], into: 'organization/moe' })
    expect(moved.entities[1]).toMatchObject({ id: 'organization/moe', kind: 'Organization', mentions: 2 })
  })

  it('for one document only', () => {
    const { counts } = after({
      op: 'split',
      id: 'method/mixture-of-experts',
      surfaces: ['MoE'],
      document: 'doc/b.md',
    })
    expect(counts).toMatchObject({ 'MoE → method/moe': 1, 'MoE → method/mixture-of-experts': 1 })
  })

  it('that is merged back is none', () => {
    const { counts } = after(
      { op: 'split', id: 'method/mixture-of-experts', surfaces: ['MoE'] },
      { op: 'merge', from: 'method/moe', into: 'method/mixture-of-experts' },
    )
    expect(counts).toMatchObject({ 'MoE → method/mixture-of-experts': 2 })
  })

  it('out of a merge counts after it', () => {
    const { counts } = after(
      { op: 'merge', from: 'method/mixture-of-experts', into: 'method/dpo' },
      { op: 'split', id: 'method/dpo', surfaces: ['MoE'], into: 'method/mixture-of-experts' },
    )
    expect(counts).toMatchObject({ 'MoE → method/mixture-of-experts': 2, '混合专家 → method/dpo': 1 })
  })
})

describe('the ledger as text', () => {
  it.each<[string, string]>([
    ['a line', '- { op: merge, from: model/a, into: model/b, reason: one model }\n'],
    ['several lines', '- op: merge\n  from: model/a\n  into: model/b\n  reason: one model\n'],
    ['a JSON object', '{"op":"merge","from":"model/a","into":"model/b","reason":"one model"}\n'],
  ])('has a decision in %s', (_what, text) => {
    expect(readLedger(`# why\n\n${text}- { op: ignore, id: model/c }`)).toMatchObject({
      written: [
        { decision: { op: 'merge', from: 'model/a', into: 'model/b', reason: 'one model' }, line: 3 },
        { decision: { op: 'ignore', id: 'model/c' } },
      ],
      faults: [],
    })
  })

  it.each([
    ['merge a b', /no decision/],
    ['- [1, 2]', /no decision/],
    ['- { op: merge, from: model/a', /no decision/],
    ['{"op":"merge","from":"model/a"}', /this merge needs two ids/],
    ['- { op: merge, from: model/a, into: model/a }', /with itself/],
    ['- { op: split, id: model/a, surfaces: A }', /list of spellings/],
    ['- { op: split, id: model/a, surfaces: [A], into: A }', /back there/],
    ['- { op: rename, id: model/a, name: " " }', /a name/],
    ['- { op: kind, id: model/a, kind: Beast }', /a kind: Model, Method/],
    ['- { op: ignore, id: __proto__ }', /needs an id/],
    ['- { op: constructor, id: model/a }', /nothing to decide/],
  ])('tells the place of what is none, and reads on: %s', (line, says) => {
    const { written, faults } = readLedger(`- { op: ignore, id: model/x }\n${line}\n- { op: ignore, id: model/y }\n`)
    expect(written.map(({ decision }) => decision)).toEqual([
      { op: 'ignore', id: 'model/x' },
      { op: 'ignore', id: 'model/y' },
    ])
    expect(faults).toEqual([{ line: 2, message: expect.stringMatching(says) }])
  })
})

const ids = fc.constantFrom('model/rwkv', 'model/gpt-4', 'model/gpt-4v', 'method/dpo', 'method/rwkv', 'concept/new')
const text = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 12 }).filter((one) => one.trim() !== '')
const decision: fc.Arbitrary<Decision> = fc
  .oneof(
    fc.record({ op: fc.constant('merge' as const), from: ids, into: ids }).filter(({ from, into }) => from !== into),
    fc.record({ op: fc.constant('rename' as const), id: ids, name: text, reason: text }),
    fc.record({ op: fc.constant('kind' as const), id: ids, kind: fc.constantFrom(...KINDS) }),
    fc.record({ op: fc.constant('ignore' as const), id: ids }),
    fc.record({
      op: fc.constant('split' as const),
      id: ids,
      surfaces: fc.subarray(['RWKV', 'rwkv', 'GPT-4', 'DPO'], { minLength: 1 }),
      into: fc.constantFrom('concept/new', 'model/rwkv', 'model/mamba'),
    }),
  )
  .filter((one) => one.op !== 'split' || one.id !== one.into)

describe('any ledger', () => {
  const note = { 'a.md': 'RWKV and rwkv beside GPT-4.\n\nGPT-4V with DPO', 'b.md': 'DPO, gpt4, Mamba' }

  it('comes to an end, and gives the same graph each time', () => {
    fc.assert(
      fc.property(fc.array(decision, { maxLength: 12 }), (decisions) => {
        expect(graphOf(note, createLedger(decisions))).toEqual(graphOf(note, createLedger(decisions)))
      }),
    )
  })

  it('may be told twice', () => {
    fc.assert(
      fc.property(fc.array(decision, { maxLength: 8 }), (decisions) => {
        const merges = decisions.filter(({ op }) => op !== 'split' && op !== 'kind')
        expect(graphOf(note, createLedger([...merges, ...merges])).entities.map(({ id }) => id)).toEqual(
          graphOf(note, createLedger(merges)).entities.map(({ id }) => id),
        )
      }),
    )
  })

  it('is written and read back as it was', () => {
    fc.assert(
      fc.property(fc.array(decision, { maxLength: 8 }), (decisions) => {
        const { written, faults } = readLedger(decisions.reduce(writeDecision, '# notes of a group\n'))
        expect(faults).toEqual([])
        expect(written.map((one) => one.decision)).toEqual(decisions)
      }),
    )
  })

  it('is the former one, byte for byte, when its last decision is taken back, and so is the graph', () => {
    fc.assert(
      fc.property(fc.array(decision, { maxLength: 6 }), decision, (decisions, last) => {
        const former = decisions.reduce(writeDecision, '# notes of a group\n')
        const text = writeDecision(former, last)
        const one = readLedger(text).written.at(-1)
        if (!one) throw new Error('nothing was written')
        expect(removeDecision(text, one)).toBe(former)
        const again = readLedger(removeDecision(text, one)).written.map(({ decision }) => decision)
        expect(graphOf(note, createLedger(again))).toEqual(graphOf(note, createLedger(decisions)))
      }),
    )
  })
})
