/** What joins two names, over invented notes as people write them; and what is said where nothing can. */
import { afterAll, describe, expect, it } from '@jest/globals'
import request from 'supertest'
import type { Graph } from '../../../ingest/types.ts'
import * as api from '../../../server/api.ts'
import { graphOf } from '../../ingest/graph-of.ts'
import { type Serving, serving } from '../app/serving.ts'

/** A paper opens the thread, an answer below it names another model: the two share no line. */
const THREAD = `D： [Mamba: Linear-Time Sequence Modeling](https://arxiv.org/abs/2312.00752)，速度快了不少。

F1：先看看实验再说。

F2：连rwkv都改用多头了。

D： 下一个话题：DPO 的损失和对比学习很像。
`
const ELSEWHERE = `# 周会

LoRA 和张量并行一起用过，没有出问题。
`

const open: Serving[] = []
afterAll(async () => {
  for (const kith of open) await kith.close()
})

async function asking(graph: Graph | null) {
  const kith = await serving(graph)
  open.push(kith)
  return async (from: string, to: string, k = 3) => {
    const { status, body } = await request(kith.app).get('/api/bridge').query({ from, to, k })
    return { status, body: body as unknown }
  }
}

const notes = graphOf({ '20231210.md': THREAD, 'weekly.md': ELSEWHERE })

describe('a thread whose opening names one and whose answer names the other', () => {
  it('joins the two by both its lines', async () => {
    const ask = await asking(notes)
    const { items, total } = api.bridge.parse((await ask('RWKV', 'Mamba')).body)
    const [way] = items
    expect(total).toBe(1)
    expect(way?.nodes.map(({ id }) => id)).toEqual(['model/rwkv', 'model/mamba'])
    expect(way?.edges.map(({ type, scope }) => [type, scope])).toEqual([['CO_MENTION', 'thread']])
    const lines = way?.receipts.map((hop) => hop.map(({ line, speaker, quote }) => `${line} ${speaker} ${quote}`))
    expect(lines).toEqual([
      [
        '1 D D： [Mamba: Linear-Time Sequence Modeling](https://arxiv.org/abs/2312.00752)，速度快了不少。',
        '5 F2 F2：连rwkv都改用多头了。',
      ],
    ])
  })

  it('is told the same from the other end, turned round', async () => {
    const ask = await asking(notes)
    const there = api.bridge.parse((await ask('RWKV', 'Mamba')).body)
    const back = api.bridge.parse((await ask('Mamba', 'RWKV')).body)
    expect(back.items.map(({ nodes }) => nodes.map(({ id }) => id).reverse())).toEqual(
      there.items.map(({ nodes }) => nodes.map(({ id }) => id)),
    )
    expect(back.items.map(({ receipts }) => receipts.flat())).toEqual(
      there.items.map(({ receipts }) => receipts.flat()),
    )
  })

  it('does not join them to what the next topic names', async () => {
    const ask = await asking(notes)
    expect(api.bridge.parse((await ask('RWKV', 'DPO')).body).items).toEqual([])
  })
})

describe('where there is no way', () => {
  it('between two parts of the graph that nothing joins, what comes nearest to both is told', async () => {
    const ask = await asking(notes)
    const { items, total, nearest } = api.bridge.parse((await ask('RWKV', 'LoRA')).body)
    expect({ items, total }).toEqual({ items: [], total: 0 })
    // No document names both: the closest company of each.
    expect(nearest.map(({ id }) => id)).toEqual(expect.arrayContaining(['model/mamba', 'method/tensor-parallelism']))
    expect(nearest.map(({ id }) => id)).not.toContain('model/rwkv')
  })

  it.each<[string, Graph | null, string, string, number, RegExp]>([
    ['both ends are the same', notes, 'RWKV', 'rwkv', 400, /^Both ends are "model\/rwkv": a bridge needs two/],
    [
      'an end is unknown',
      notes,
      'RWKV',
      'model/mmaba',
      404,
      /^No entity is called "model\/mmaba"\. Near it: .*model\/mamba/,
    ],
    ['an end is no word at all', notes, 'RWKV', '🚀', 404, /^No entity is called "🚀"\./],
    ['an end is 10 kB of text', notes, 'RWKV', 'x'.repeat(10_000), 400, /^to: /],
    ['nothing is named in the notes', graphOf({ 'a.md': '今天下雨。' }), 'RWKV', 'Mamba', 404, /^No entity is called/],
    ['nothing was built', null, 'RWKV', 'Mamba', 404, /^There is no graph at .*Run "kith build/],
  ])('one sentence says that %s', async (_name, graph, from, to, status, says) => {
    const ask = await asking(graph)
    const answer = await ask(from, to)
    expect(answer.status).toBe(status)
    const { message } = api.failure.parse(answer.body).error
    expect(message).toMatch(says)
    expect(message).not.toContain('\n')
    expect(message.length).toBeLessThan(300)
  })
})
