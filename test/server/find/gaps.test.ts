/** What notes leave open, over invented notes: pairs that nothing joins, papers between them, papers nobody discusses. */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import request from 'supertest'
import { gaps, papersBetween } from '../../../server/api/gaps.ts'
import * as api from '../../../server/api.ts'
import { areNearlyOne } from '../../../server/find/gaps-names.ts'
import { graphOf } from '../../ingest/graph-of.ts'
import { type Serving, serving } from '../../server/app/serving.ts'

/** RWKV and Mamba stand beside the same names, and never beside each other; GPT-4 and GPT-4V stand apart, too. */
const SHARED = ['linear attention', 'length extrapolation', 'LoRA', 'contrastive learning']
const meet = (name: string) => SHARED.map((other) => `${name} with ${other} was tried.`).join('\n\n')
const NOTES = {
  'rwkv.md': `# One\n\n${meet('RWKV')}`,
  'mamba.md': `# Two\n\n${meet('Mamba')}`,
  'versions.md': `# Three\n\n${meet('GPT-4')}\n\n${meet('GPT-4V')}`,
  'list.md': `# Four

- [A paper of two](https://arxiv.org/abs/2401.00001) tries RWKV at length, and reports how that went.
- https://arxiv.org/abs/2401.00002
- [Of its own](https://example.org) says a good deal about something else.
- 链接：https://arxiv.org/abs/2401.00003
`,
  'talk.md': `D： [Some title](https://arxiv.org/abs/2401.00004)

F1：这篇讲得很清楚，实验也做得很扎实，值得细读。

D： [Another title](https://arxiv.org/abs/2401.00005)
`,
  'later.md': `# Five

[A paper of two](https://arxiv.org/abs/2401.00001) tries Mamba as well, in its last pages.
`,
}

let kith: Serving
beforeAll(async () => {
  kith = await serving(graphOf(NOTES))
})
afterAll(() => kith.close())

const ask = async (query: object, app = kith.app) => gaps.parse((await request(app).get('/api/gaps').query(query)).body)
const namesOf = ({ items }: { items: { a: { id: string }; b: { id: string } }[] }) =>
  items.map(({ a, b }) => `${a.id} ${b.id}`)

describe('pairs', () => {
  it('are those that share company and are never joined, with a line for each side', async () => {
    const { pairs } = await ask({ kind: 'Model' })
    expect(namesOf(pairs)).toContain('model/mamba model/rwkv')
    const pair = pairs.items.find(({ a, b }) => a.id === 'model/mamba' && b.id === 'model/rwkv')
    // The paper that names both, each in a line of its own, is the fifth.
    expect(pair?.shared).toBe(5)
    const company = pair?.company.filter(({ kind }) => kind !== 'Paper') ?? []
    expect(company.length).toBeGreaterThan(2)
    for (const { name, a, b } of company) {
      expect(SHARED).toContain(name)
      expect(a.map(({ path, quote }) => [path, quote])).toEqual([['mamba.md', `Mamba with ${name} was tried.`]])
      expect(b.map(({ path, quote }) => [path, quote])).toEqual([['rwkv.md', `RWKV with ${name} was tried.`]])
    }
    const told = pair?.company.reduce((sum, { share }) => sum + share, 0) ?? 0
    expect(told).toBeGreaterThan(0)
    expect(told).toBeLessThanOrEqual((pair?.score ?? 0) + 1e-5)
  })

  it('are not two names of one thing, nor two versions of it', async () => {
    expect(namesOf((await ask({ limit: 100 })).pairs)).not.toContain('model/gpt-4 model/gpt-4v')
  })

  it('are only of the kinds that are asked for', async () => {
    const { pairs } = await ask({ kind: 'Method', limit: 100 })
    for (const { a, b } of pairs.items) expect([a.kind, b.kind]).toEqual(['Method', 'Method'])
    expect((await ask({ kind: 'Person' })).pairs).toEqual({ items: [], total: 0 })
  })

  it('around a name begin with it, by whatever name it is asked for', async () => {
    const byId = await ask({ concept: 'model/rwkv', limit: 100 })
    expect(byId.concept).toEqual({ id: 'model/rwkv', name: 'RWKV', kind: 'Model' })
    expect(byId.pairs.total).toBeGreaterThan(0)
    for (const { a } of byId.pairs.items) expect(a.id).toBe('model/rwkv')
    expect(await ask({ concept: 'rwkv', limit: 100 })).toEqual(byId)
  })

  it('are no more than asked for, the clearest first, and the same each time', async () => {
    const all = await ask({ limit: 100 })
    const scores = all.pairs.items.map(({ score }) => score)
    expect(scores).toEqual([...scores].sort((a, b) => b - a))
    const one = await ask({ limit: 1 })
    expect([one.pairs.items, one.pairs.total]).toEqual([all.pairs.items.slice(0, 1), all.pairs.total])
    expect(await ask({ limit: 100 })).toEqual(all)
  })
})

describe('papers', () => {
  it('between two names speak of both, in no line of both', async () => {
    const { body } = await request(kith.app).get('/api/gaps/papers').query({ a: 'RWKV', b: 'Mamba' })
    const { items, total } = papersBetween.parse(body)
    expect(total).toBe(1)
    expect(items[0]).toMatchObject({ id: 'paper/arxiv-2401.00001', passages: { a: 1, b: 1 } })
    const [one, other] = items[0]?.receipts ?? []
    expect([one?.path, other?.path]).toEqual(['list.md', 'later.md'])
    expect([one?.quote, other?.quote]).toEqual([expect.stringContaining('RWKV'), expect.stringContaining('Mamba')])
  })

  it('between are counted with their pair, and the best is told beside it', async () => {
    const { pairs, between } = await ask({ kind: 'Model' })
    expect(pairs.items.find(({ a, b }) => `${a.id} ${b.id}` === 'model/mamba model/rwkv')?.papers).toBe(1)
    expect(between.items.map(({ id, a, b }) => [id, a.name, b.name])).toEqual([
      ['paper/arxiv-2401.00001', 'Mamba', 'RWKV'],
    ])
  })

  it('that nobody discusses are named once, with no word and no answer', async () => {
    const { undiscussed } = await ask({})
    expect(undiscussed.items.map(({ id }) => id).sort()).toEqual([
      'paper/arxiv-2401.00002',
      'paper/arxiv-2401.00003',
      'paper/arxiv-2401.00005',
    ])
    expect(undiscussed.items.find(({ arxiv }) => arxiv === '2401.00002')?.receipt).toMatchObject({
      path: 'list.md',
      quote: 'https://arxiv.org/abs/2401.00002',
    })
  })
})

describe('one sentence says', () => {
  const refused = async (path: string, app = kith.app) => {
    const { status, body } = await request(app).get(path)
    return [status, api.failure.parse(body).error.message] as const
  }

  it.each<[string, string, number, RegExp]>([
    ['that nobody is called so', '/api/gaps?concept=zzzzzz', 404, /^No entity is called "zzzzzz"\./],
    ['which kinds there are', '/api/gaps?kind=Beast', 400, /^kind\.0: .*Model/],
    ['that a kind must be named', '/api/gaps?kind=', 400, /^kind: name a kind/],
    ['how many at most', '/api/gaps?limit=1e9', 400, /^limit: .*100/],
    ['that no other question is understood', '/api/gaps?min=3', 400, /min/],
    ['that two names are needed', '/api/gaps/papers?a=rwkv', 400, /^b: /],
    ['that both are the same', '/api/gaps/papers?a=rwkv&b=RWKV', 400, /^Both are "model\/rwkv"/],
  ])('%s', async (_name, path, status, says) => {
    const [code, message] = await refused(path)
    expect(code).toBe(status)
    expect(message).toMatch(says)
  })

  it('nothing where nothing is named, and that there is no graph where there is none', async () => {
    const silent = await serving(graphOf({ 'a.md': '今天下雨。' }))
    const nothing = { items: [], total: 0 }
    expect(await ask({}, silent.app)).toEqual({ concept: null, pairs: nothing, undiscussed: nothing, between: nothing })
    await silent.close()
    const none = await serving(null)
    expect(await refused('/api/gaps', none.app)).toEqual([404, expect.stringMatching(/^There is no graph/)])
    await none.close()
  })
})

describe('two names', () => {
  const named = (name: string, ...aliases: string[]) => ({ name, aliases })

  it.each([
    ['a plural', named('reward model'), named('reward models')],
    ['a short form', named('RLHF'), named('reinforcement learning from human feedback')],
    ['a version', named('GPT-4'), named('GPT-3.5')],
    ['a size', named('Llama-7B'), named('Llama-13B')],
    ['a name within the other', named('retrieval'), named('retrieval-augmented generation')],
    ['a Chinese name within the other', named('扩散模型'), named('去噪扩散模型')],
    ['an alias of the one', named('MoE', '混合专家'), named('混合专家模型')],
  ])('are nearly one: %s', (_name, a, b) => {
    expect([areNearlyOne(a, b), areNearlyOne(b, a)]).toEqual([true, true])
  })

  it.each([
    ['other models', named('Mistral'), named('Mixtral')],
    ['a shared word', named('semantic coherence'), named('semantic consistency')],
    ['letters within a word', named('RAG'), named('storage')],
    ['two Chinese names', named('张量并行'), named('流水线并行')],
  ])('are two: %s', (_name, a, b) => {
    expect([areNearlyOne(a, b), areNearlyOne(b, a)]).toEqual([false, false])
  })
})
