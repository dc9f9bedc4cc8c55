/** What the newest documents added: by their own dates, ranked, without noise, the same on any day. */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import type { Graph } from '../../../ingest/types.ts'
import { digest as shape } from '../../../server/api/keep.ts'
import type { RelatedPaper } from '../../../server/api/related.ts'
import { sha256Of } from '../../../server/canonical.ts'
import type { Papers } from '../../../server/find/related.ts'
import { readDays } from '../../../server/keep/days.ts'
import { askDigest, type DigestOptions } from '../../../server/keep/digest.ts'
import { digestAtom } from '../../../server/keep/digest-atom.ts'
import { digestMarkdown } from '../../../server/keep/digest-markdown.ts'
import type { Database } from '../../../server/store/database.ts'
import { openGraph, replaceGraph } from '../../../server/store/open.ts'
import { testFolder } from '../../folder.ts'
import { graphOf } from '../../ingest/graph-of.ts'
import { parseXml } from './xml.ts'

const folder = testFolder()
const NOBODY = { username: '', password: '', database: '' }

const NOTES = {
  '2024-03-01.md': 'RWKV uses linear attention.\n',
  '2024-03-02.md': 'DPO is contrastive learning.\n\nMamba came before.\n',
  '2024-03-05.md': 'RWKV and Mamba are compared here.\n\nMoE is what Mixtral is.\n',
  'undated.md': 'LoRA is for LLaMA.\n',
}

const open: Database[] = []
async function databaseOf(graph: Graph, name: string): Promise<Database> {
  const url = `file:${folder(name)}`
  await replaceGraph(url, NOBODY, graph, { sha256: sha256Of(graph) })
  const database = openGraph(url, NOBODY)
  open.push(database)
  return database
}
afterAll(async () => {
  for (const database of open) await database.close()
})

const ZERO = { words: 0, phrase: 0, prominence: 0, company: 0, likeness: 0, recency: 0 }
const paper = (id: string, date: string, score: number, phrase = 0): RelatedPaper => ({
  ...{
    id: `paper/${id}`,
    title: `On ${id} & <others>`,
    authors: ['A. Uthor'],
    year: 2024,
    date,
    pages: [],
    read: false,
  },
  ...{ arxiv: null, url: `https://example.org/?a=${id}&b=1`, score, parts: { ...ZERO, words: score - phrase, phrase } },
  receipts: [],
})
const PAPERS = [
  paper('best', '2023-01-01', 10, 5),
  paper('says-so', '2024-03-05', 3, 2),
  paper('much-alike', '2024-03-02', 7),
  paper('noise', '2024-03-05', 3),
  paper('newest-before', '2024-02-01', 4, 2),
]

/** As `readPapers` promises: ranked, and filtered by time and by what was read. */
const papers: Papers = {
  library: [],
  async related(concept, { limit, from = '', to = '~', seen, read = new Set() }) {
    const items = PAPERS.filter(({ id, date }) => {
      const within = (date ?? '') >= from && (date ?? '') <= `${to}~`
      return within && (!seen || (seen === 'read') === read.has(id))
    }).sort((a, b) => b.score - a.score)
    const named = { id: 'model/rwkv', name: 'RWKV', kind: 'Model' as const }
    const about = { concept: concept === 'model/rwkv' ? named : null, nearest: [], years: [], months: [], asked: null }
    return { items: items.slice(0, limit), total: items.length, ...about }
  },
}

let database: Database
beforeAll(async () => {
  database = await databaseOf(graphOf(NOTES), 'notes')
})

const RWKV = { text: 'model/rwkv', id: 'model/rwkv' }
async function ask(options: Partial<DigestOptions> = {}, on = database) {
  const digest = await askDigest(
    { database: on, days: await readDays(on), papers },
    { concepts: [], read: new Set(), ...options },
  )
  expect(digest).toEqual(shape.parse(digest))
  return digest
}
const ids = (items: readonly { id: string }[]) => items.map(({ id }) => id)

describe('time', () => {
  it('begins with the last dated day before the newest, and says so', async () => {
    const digest = await ask()
    expect(digest).toMatchObject({ since: '2024-03-02', until: '2024-03-05', newest: '2024-03-05', chosen: false })
    expect(digest).toMatchObject({ documents: 2, outOf: 4, undated: 1 })
    expect(digest.days.map(({ date }) => date)).toEqual(['2024-03-05', '2024-03-02', '2024-03-01'])
    expect(digestMarkdown(digest)).toContain('2024-03-02 is the last dated day before the newest')
  })

  it.each([
    ['2024-03-05', undefined, '2024-03-05', 1],
    ['2024-03', undefined, '2024-03-05', 3],
    ['2024-03-01', '2024-03-02', '2024-03-02', 2],
    [undefined, '2024-03-02', '2024-03-02', 2],
    ['2025', undefined, '2025', 0],
    [undefined, '2020', '2020', 0],
  ])('from %s to %s is what was asked for', async (since, until, end, documents) => {
    expect(await ask({ since, until })).toMatchObject({ until: until && since ? until : end, documents })
  })

  it('is nothing where no document is dated', async () => {
    const digest = await ask({ concepts: [RWKV] }, await databaseOf(graphOf({ 'a.md': 'RWKV and Mamba' }), 'undated'))
    expect(digest).toMatchObject({ since: null, until: null, undated: 1, concepts: [], meetings: { total: 0 } })
    expect(digestMarkdown(digest)).toContain('No document tells of a day')
    expect(parseXml(digestAtom(digest)).children.filter(({ name }) => name === 'entry')).toEqual([])
  })
})

describe('first meetings', () => {
  it('are of those who were both known before', async () => {
    const { meetings } = await ask({ since: '2024-03-05' })
    expect(meetings.items.map(({ source, target }) => [source.id, target.id])).toEqual([['model/mamba', 'model/rwkv']])
    expect(meetings).toMatchObject({ total: 1, items: [{ date: '2024-03-05', scope: 'sentence' }] })
    expect(meetings.items[0]?.receipts.map(({ quote }) => quote)).toEqual(['RWKV and Mamba are compared here.'])
  })

  it('are of anybody on the first days, when nobody is known, and say how where the words do', async () => {
    const { meetings } = await ask({ since: '2024-03-01', until: '2024-03-01' })
    expect(meetings.items.map(({ source, type, target }) => [source.id, type, target.id])).toEqual([
      ['model/rwkv', 'USES', 'method/linear-attention'],
    ])
  })
})

it('tells new names with their line, and leaves those out that undated documents name', async () => {
  const { entities } = await ask()
  expect(entities.items.map(({ entity }) => entity.id).sort()).toEqual([
    'method/contrastive-learning',
    'method/dpo',
    'method/mixture-of-experts',
    'model/mamba',
    'model/mixtral',
  ])
  for (const { entity, receipts } of entities.items)
    expect(receipts.every(({ marks }) => marks.some((mark) => mark.entity === entity.id))).toBe(true)
})

describe('papers of a concept', () => {
  it('are near it beside the best of the graph, and of the time', async () => {
    const [news] = (await ask({ concepts: [RWKV] })).concepts
    expect(ids(news?.items ?? [])).toEqual(['paper/much-alike', 'paper/says-so'])
    expect(news).toMatchObject({ total: 2, read: 0, before: null, concept: { name: 'RWKV' } })
  })

  it('are not told when they were read, but counted', async () => {
    const [news] = (await ask({ concepts: [RWKV], read: new Set(['paper/says-so', 'paper/noise']) })).concepts
    expect(ids(news?.items ?? [])).toEqual(['paper/much-alike'])
    expect(news?.read).toBe(1)
    expect(digestMarkdown(await ask({ concepts: [RWKV], read: new Set(['paper/says-so']) }))).toContain(
      '1 paper that you have read left out.',
    )
  })

  it('give way to the newest one before, where there are none', async () => {
    const [news] = (await ask({ concepts: [RWKV], since: '2024-04' })).concepts
    expect(news).toMatchObject({ items: [], before: { id: 'paper/says-so' } })
  })
})

describe('the feed', () => {
  it('is well-formed, and has what RFC 4287 asks of it', async () => {
    const feed = parseXml(
      digestAtom(await ask({ concepts: [RWKV], since: '2024-03-05' }), { self: 'http://localhost/?a=1&b=2' }),
    )
    expect(feed.name).toBe('feed')
    expect(feed.attributes.xmlns).toBe('http://www.w3.org/2005/Atom')
    const entries = feed.children.filter(({ name }) => name === 'entry')
    expect(entries.map(idOf)).toEqual([
      'tag:kith.invalid,2024:meeting:model%2Fmamba:model%2Frwkv',
      'tag:kith.invalid,2024:paper/says-so',
    ])
    for (const element of [feed, ...entries]) {
      for (const name of ['id', 'title', 'updated'])
        expect([name, element.children.filter((child) => child.name === name).length]).toEqual([name, 1])
      const [updated] = element.children.filter(({ name }) => name === 'updated')
      expect(updated?.text).toMatch(/^\d{4}-\d\d-\d\dT00:00:00Z$/)
    }
    const links = entries.flatMap(({ children }) => children).filter(({ name }) => name === 'link')
    expect(links.map(({ attributes }) => attributes.href)).toContain('https://example.org/?a=says-so&b=1')
    expect(feed.children.find(({ name }) => name === 'author')?.children.map(({ text }) => text)).toEqual(['Kith'])
    const titles = entries.map(({ children }) => children.find(({ name }) => name === 'title')?.text)
    expect(titles).toContain('On says-so & <others>')
  })

  it('has an entry for each paper, with an id that never changes, whatever it is told for', async () => {
    const idsOf = (xml: string) =>
      parseXml(xml)
        .children.filter(({ name }) => name === 'entry')
        .map(idOf)
    const one = idsOf(digestAtom(await ask({ concepts: [RWKV] })))
    const both = idsOf(digestAtom(await ask({ concepts: [{ text: 'words', id: null }, RWKV], since: '2024-03-01' })))
    expect(new Set(both).size).toBe(both.length)
    expect(one).toContain('tag:kith.invalid,2024:paper/says-so')
    expect(both).toEqual(expect.arrayContaining(one.filter((id) => id.includes('paper/'))))
  })

  it('holds no character that XML cannot hold', async () => {
    const digest = await ask({ concepts: [RWKV] })
    const [news] = digest.concepts
    if (news?.items[0]) news.items[0].title = 'a\u0000b\u001fc\ud800d\ufffe 𝒳 ]]>'
    const titles = parseXml(digestAtom(digest)).children.flatMap(({ children }) => children.map(({ text }) => text))
    expect(titles).toContain('abcd 𝒳 ]]>')
  })
})

const idOf = ({ children }: ReturnType<typeof parseXml>) => children.find(({ name }) => name === 'id')?.text ?? ''

it('reads so in Markdown', async () => {
  expect(digestMarkdown(await ask({ concepts: [RWKV], since: '2024-03-05' }))).toBe(`# What is new on 2024-03-05

1 of 4 documents tells of this time. 1 document without a date can never be counted as new.

## Papers for RWKV

1. [**On says-so & \\<others\\>**](https://example.org/?a=says-so&b=1)  
   2024-03-05 · 3.00 = phrase 2.00 + words 1.00

## First meetings

Known before, and never named together.

- **Mamba — RWKV** (2024-03-05)
  > RWKV and Mamba are compared here. (2024-03-05.md:1)

## New names

- **mixture of experts** · Method · 1 mention · 2024-03-05
  > MoE is what Mixtral is. (2024-03-05.md:3)
- **Mixtral** · Model · 1 mention · 2024-03-05
  > MoE is what Mixtral is. (2024-03-05.md:3)
`)
})
