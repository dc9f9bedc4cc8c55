/** Follows and what was read, over HTTP and on the terminal: kept in one file, and found again when ids change. */
import { readFileSync, writeFileSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import type { Express } from 'express'
import request from 'supertest'
import { digest, kept } from '../../../server/api/keep.ts'
import { createNames } from '../../../server/ask/names.ts'
import { toChange, toMarks } from '../../../server/keep/marks.ts'
import { testFolder } from '../../folder.ts'
import { kith } from '../../kith.ts'
import { type Serving, serving } from '../app/serving.ts'
import { DPO_PAPER, MAMBA_PAPER } from '../graph.ts'

const folder = testFolder()

describe('over HTTP', () => {
  let server: Serving
  let app: Express
  const file = folder('http.yaml')
  beforeAll(async () => {
    server = await serving()
    app = server.behind({ keptFile: async () => file })
  })
  afterAll(() => server.close())
  const post = (body: object) => request(app).post('/api/kept').set('X-Kith', '1').send(body)
  const get = (path: string) => request(app).get(path)

  it('follows and unfollows, marks as read and not, and answers with all that is kept', async () => {
    expect((await get('/api/kept')).body).toEqual({ follows: [], read: [] })
    await post({ follow: 'rwkv' })
    const { body } = await post({ follow: '对比学习', read: [MAMBA_PAPER, '2305.18290'] })
    expect(body).toEqual(kept.parse(body))
    expect(body.follows.map(({ id }: { id: string }) => id)).toEqual(['model/rwkv', 'method/contrastive-learning'])
    expect(body.read).toEqual([MAMBA_PAPER, DPO_PAPER])
    const after = await post({ unfollow: 'model/rwkv', unread: [MAMBA_PAPER] })
    expect(after.body).toMatchObject({ follows: [{ name: 'contrastive learning', kind: 'Method' }], read: [DPO_PAPER] })
    expect((await get('/api/kept')).body).toEqual(after.body)
  })

  it.each([
    [{}, 400, /say what to follow/],
    [{ follow: 'nobody' }, 404, /No entity is called "nobody"/],
    [{ read: ['model/rwkv'] }, 400, /RWKV \(model\/rwkv\) is no paper/],
    [{ read: [] }, 400, /read/],
    [{ star: 'model/rwkv' }, 400, /star/i],
  ])('refuses %j with a sentence', async (body, status, says) => {
    const answer = await post(body)
    expect([answer.status, answer.body.error.message]).toEqual([status, expect.stringMatching(says)])
  })

  it('marks ranked papers as read', async () => {
    await post({ read: [MAMBA_PAPER] })
    const { body } = await get('/api/related?concept=RWKV')
    const mamba = body.items.find(({ id }: { id: string }) => id === MAMBA_PAPER)
    expect(mamba).toMatchObject({ read: true })
  })

  it('tells what is new for what is followed, in three formats', async () => {
    const json = await get('/api/digest?since=2024')
    expect(json.body).toEqual(digest.parse(json.body))
    expect(json.body.concepts.map(({ asked }: { asked: string }) => asked)).toEqual(['method/contrastive-learning'])
    const asked = await get('/api/digest?concept=RWKV&concept=words%20of%20no%20name')
    expect(asked.body.concepts.map(({ concept }: { concept: unknown }) => concept)).toMatchObject([
      { id: 'model/rwkv' },
      null,
    ])
    const markdown = await get('/api/digest?format=md')
    expect([markdown.type, markdown.text]).toEqual(['text/markdown', expect.stringMatching(/^# What is new/)])
    const atom = await get('/api/digest?format=atom').buffer(true)
    expect([atom.type, atom.text]).toEqual(['application/atom+xml', expect.stringContaining('<link rel="self"')])
  })

  it.each([
    ['since=yesterday', /a date looks like/],
    ['since=2024&until=2023', /it is after until/],
    ['format=pdf', /format/],
    ['sinse=2024', /sinse/i],
  ])('refuses a digest of %s with a sentence', async (query, says) => {
    const { status, body } = await get(`/api/digest?${query}`)
    expect([status, body.error.message]).toEqual([400, expect.stringMatching(says)])
  })

  it('tells of a file that cannot be read where it is asked for, and ranks papers all the same', async () => {
    const broken = server.behind({ keptFile: async () => folder('broken.yaml') })
    writeFileSync(folder('broken.yaml'), 'follows: RWKV\n')
    const { status, body } = await request(broken).get('/api/kept')
    expect([status, body.error.message]).toEqual([400, expect.stringMatching(/broken\.yaml line 1/)])
    expect((await request(broken).get('/api/related?concept=RWKV')).status).toBe(200)
  })

  it('says where to keep, where the notes are not known', async () => {
    const { status, body } = await request(server.app).post('/api/kept').set('X-Kith', '1').send({ follow: 'RWKV' })
    expect([status, body.error.message]).toEqual([503, expect.stringMatching(/KITH_KEPT/)])
  })
})

describe('after a build that calls things otherwise', () => {
  const entity = (id: string, name: string, aliases: string[] = []) =>
    ({ id, name, kind: 'Method', aliases, mentions: 1 }) as const
  const names = createNames(
    [entity('method/linear-attention', 'linear attention', ['线性注意力', 'LinAttn'])],
    () => [],
  )
  const mark = (id: string, name: string) => ({ id, name, day: null })

  it('finds what was merged or renamed by the name that was written beside it', () => {
    const follows = [
      mark('method/linattn', 'LinAttn'),
      mark('model/gone', 'Gone'),
      mark('concept/线性注意力', '线性注意力'),
    ]
    expect(toMarks({ follows, read: [] }, names).follows).toEqual([
      { id: 'method/linear-attention', name: 'linear attention', kind: 'Method' },
      { id: 'model/gone', name: 'Gone', kind: 'Model' },
    ])
  })

  it('unfollows all that has become one, and what is gone', () => {
    const { follows } = toChange({ unfollow: ['linear attention', 'Gone'] }, names, '2024-05-06')
    const dropped = (id: string, name: string) => follows?.drop(mark(id, name))
    expect([dropped('method/linattn', 'LinAttn'), dropped('model/gone', 'Gone'), dropped('a/b', 'B')]).toEqual([
      true,
      true,
      false,
    ])
  })
})

describe('on the terminal', () => {
  const graph = `file:${folder('graph')}`
  const run = (...args: string[]) => kith([...args, '--graph', graph])
  beforeAll(async () => {
    for (const [name, text] of [
      ['2024-01-01.md', '[RWKV](https://arxiv.org/abs/2305.13048) 和 Mamba 都不是 Transformer。'],
      ['2024-01-02.md', 'DPO 像 contrastive learning。'],
    ] as const)
      writeFileSync(folder(name), text)
    expect((await kith(['build', folder('2024-01-01.md'), folder('2024-01-02.md'), '--graph', graph])).code).toBe(0)
  })

  it('keeps follows and reads beside the notes, lists them, and takes them back', async () => {
    expect((await run('follow', 'rwkv', 'DPO')).stdout).toMatch(
      /You follow RWKV \(model\/rwkv\), DPO .*kith\.kept\.yaml/,
    )
    expect((await run('read', '2305.13048')).stdout).toMatch(/Marked 1 paper as read/)
    expect(readFileSync(folder('kith.kept.yaml'), 'utf8')).toContain('id: model/rwkv')
    expect(JSON.parse((await run('follow', '--json')).stdout)).toMatchObject({ total: 2 })
    expect((await run('unfollow', 'RWKV')).stdout).toBe('No longer followed: RWKV.\n')
    expect((await run('unfollow', 'RWKV')).stdout).toMatch(/None of these was followed/)
    expect((await run('read', '--not', 'paper/arxiv-2305.13048')).stdout).toMatch(/Marked 1 paper as not read/)
    expect((await run('read')).stdout).toMatch(/Nothing is marked as read/)
    expect((await run('follow')).stdout).toMatch(/^name +kind +id\n.*\nDPO +Method +method\/dpo\n$/)
  })

  it('loses nothing when several commands write at once', async () => {
    const names = ['Mamba', 'Transformer', 'contrastive learning']
    const kept = ['--kept', folder('together.yaml')]
    await Promise.all(names.map((name) => run('follow', name, ...kept)))
    expect(JSON.parse((await run('follow', '--json', ...kept)).stdout).total).toBe(names.length)
  })

  it('prints a digest and a diff', async () => {
    const digested = await run('digest', '--since', '2024-01-02', '--concept', 'DPO', '--concept', 'no such thing')
    expect(digested).toMatchObject({ code: 0, stdout: expect.stringContaining('## Papers for no such thing') })
    expect((await run('digest', '--format', 'atom')).stdout).toMatch(/^<\?xml/)
    expect((await run('digest', '--since', '2024', '--until', '2023')).stderr).toMatch(/--since 2024 is after/)
    expect((await run('digest', '--out', folder('no', 'where.md'))).stderr).toMatch(/cannot be written.*--out/)
    expect((await kith(['diff', folder('graph'), graph])).stdout).toContain('Nothing: the two graphs are the same.')
  })
})
