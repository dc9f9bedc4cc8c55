/** What one graph has that another has not: the same from a store and from an export, and the same the other way round. */
import { writeFileSync } from 'node:fs'
import { gzipSync } from 'node:zlib'
import { beforeAll, describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import type { Edge, Graph, Kind } from '../../../ingest/types.ts'
import type { Diff } from '../../../server/api/diff.ts'
import { sha256Of, sortGraph, toLines } from '../../../server/canonical.ts'
import { diff } from '../../../server/keep/diff.ts'
import { diffMarkdown } from '../../../server/keep/diff-markdown.ts'
import { withSide } from '../../../server/keep/diff-read.ts'
import type { DiffEdge, DiffEntity, Side } from '../../../server/keep/diff-side.ts'
import { replaceGraph } from '../../../server/store/open.ts'
import { testFolder } from '../../folder.ts'
import { LOG, smallGraph } from '../graph.ts'

const folder = testFolder()
const NOBODY = { username: '', password: '', database: '' }

/** The small graph before its second document was written, when linear attention had not met anybody. */
function olderGraph(): Graph {
  const graph = smallGraph()
  const there = graph.entities.filter(({ id }) => !/dpo|2305|contrastive/.test(id)).map(({ id }) => id)
  const isThere = ({ source, target }: Edge) => there.includes(source) && there.includes(target)
  const passages = graph.passages
    .map((passage) => ({ ...passage, places: passage.places.filter(({ document }) => document === LOG) }))
    .filter(({ places }) => places.length > 0)
  return sortGraph({
    documents: graph.documents.filter(({ id }) => id === LOG),
    passages,
    mentions: graph.mentions.filter(
      ({ entity: id, passage }) => there.includes(id) && passages.some((one) => one.id === passage),
    ),
    edges: graph.edges
      .filter((edge) => isThere(edge) && edge.source !== 'method/linear-attention')
      .map((edge) => (edge.source === 'model/mamba' ? { ...edge, weight: 0.5 } : edge)),
    entities: graph.entities
      .filter(({ id }) => there.includes(id))
      // Mamba's other name was a model of its own.
      .concat({ ...must(graph, 'model/mamba'), id: 'model/s6', name: 'S6', aliases: [] }),
  })
}

function newerGraph(): Graph {
  const graph = smallGraph()
  must(graph, 'model/mamba').aliases.push('S6')
  return graph
}

function must({ entities }: Graph, id: string) {
  const found = entities.find((entity) => entity.id === id)
  if (!found) throw new Error(id)
  return found
}

const PLACES = { old: { url: '', jsonl: '', gz: '' }, new: { url: '', jsonl: '', gz: '' } }

beforeAll(async () => {
  for (const [name, graph] of [
    ['old', olderGraph()],
    ['new', newerGraph()],
  ] as const) {
    const lines = [...toLines(graph)].join('')
    const place = { url: folder(name), jsonl: folder(`${name}.jsonl`), gz: folder(`${name}.jsonl.gz`) }
    writeFileSync(place.jsonl, lines)
    writeFileSync(place.gz, gzipSync(lines))
    await replaceGraph(`file:${place.url}`, NOBODY, graph, { sha256: sha256Of(graph) })
    PLACES[name] = place
  }
})

const between = (a: string, b: string) => withSide(a, (before) => withSide(b, (after) => diff(before, after)))

it('tells what the newer graph added, as a reader wants it', async () => {
  expect(diffMarkdown(await between(PLACES.old.url, PLACES.new.url))).toBe(`# What was added

1 document, 1 paper, 2 names, 2 first meetings.

## New documents

- papers/2305.18290.md · Direct Preference Optimization · 2024-01-05

## New papers

- [**Direct Preference Optimization**](https://arxiv.org/abs/2305.18290) · 2023 · arXiv:2305.18290

## First meetings

- **linear attention — RWKV**
  > F1：Mamba 和 RWKV 都是 linear attention 的亲戚 (notes/2023-12-10.txt:3)
- **linear attention — Mamba**
  > F1：Mamba 和 RWKV 都是 linear attention 的亲戚 (notes/2023-12-10.txt:3)

## New names

- **contrastive learning** · Method · 2 mentions in 1 document
- **DPO** · Method · 2 mentions in 1 document

## Called otherwise, merged or split

- **Mamba** (model/mamba) and **S6** (model/s6) → **Mamba** (model/mamba)

## Joined much more strongly

- **Mamba — RWKV** 0.5 → 3.0
`)
})

it('is the same from a folder, a URL, an export and a packed export', async () => {
  const wanted = await between(PLACES.old.url, PLACES.new.url)
  expect(await between(`file:${PLACES.old.url}`, PLACES.new.jsonl)).toEqual(wanted)
  expect(await between(PLACES.old.gz, PLACES.new.gz)).toEqual(wanted)
})

it('says the same the other way round, with the sides swapped', async () => {
  const there = await between(PLACES.old.url, PLACES.new.url)
  expect(await between(PLACES.new.url, PLACES.old.url)).toEqual(reverse(there))
})

it('finds no difference between a graph and itself', async () => {
  expect(diffMarkdown(await between(PLACES.new.jsonl, PLACES.new.url))).toBe(
    '# What was added\n\nNothing: the two graphs are the same.\n',
  )
})

it('cuts its lists, and tells how long they are', async () => {
  const cut = await withSide(PLACES.old.url, (before) =>
    withSide(PLACES.new.url, (after) => diff(before, after, { limit: 1 })),
  )
  expect(cut.added.entities).toMatchObject({ items: [{ id: 'method/contrastive-learning' }], total: 2 })
  expect(diffMarkdown(cut)).toContain('And 1 more.')
})

it('compares what was renamed under its new name', async () => {
  const before = side([entity('method/x', 'X'), entity('model/y', 'Y')], [['method/x', 'model/y', 1]])
  const after = side([entity('model/x', 'X-Net', ['X']), entity('model/y', 'Y')], [['model/x', 'model/y', 1]])
  const found = await diff(before, after)
  expect(found.renamed.items).toEqual([{ from: [named('method/x', 'X')], to: [named('model/x', 'X-Net')] }])
  expect(found.added.meetings.total + found.added.entities.total + found.removed.entities.total).toBe(0)
})

it('does not take one for another that had its spelling all along', async () => {
  const before = side([entity('tool/mamba', 'mamba'), entity('model/mamba', 'Mamba')], [])
  const after = side([entity('model/mamba', 'Mamba')], [])
  const found = await diff(before, after)
  expect(found.renamed.total).toBe(0)
  expect(found.removed.entities.items.map(({ id }) => id)).toEqual(['tool/mamba'])
})

describe('a place', () => {
  it.each([
    ['nowhere', /There is no graph at .*nowhere/],
    ['none.jsonl', /none\.jsonl cannot be read/],
    ['none.jsonl.gz', /none\.jsonl\.gz cannot be read/],
    ['torn.jsonl.gz', /torn\.jsonl\.gz cannot be read/],
    ['other.jsonl', /no canonical export/],
    ['broken.jsonl', /broken\.jsonl cannot be read/],
  ])('%s is refused in one sentence', async (name, says) => {
    writeFileSync(folder('torn.jsonl.gz'), gzipSync('{"record":"document"}'.repeat(50)).subarray(0, 20))
    writeFileSync(folder('other.jsonl'), '{"text":"hello"}\n')
    writeFileSync(folder('broken.jsonl'), '{"record":"document","id":\n')
    await expect(withSide(folder(name), async () => 0)).rejects.toThrow(says)
  })
})

const IDS = ['model/a', 'model/b', 'method/c', 'method/a', 'concept/d', 'paper/e']
const NAMES = ['A', 'B', 'C', 'a-net', 'D', 'E']
const anySide = fc
  .record({
    entities: fc.uniqueArray(
      fc.record({
        id: fc.constantFrom(...IDS),
        name: fc.constantFrom(...NAMES),
        aliases: fc.uniqueArray(fc.constantFrom(...NAMES), { maxLength: 2 }),
        mentions: fc.nat(9),
      }),
      { selector: ({ id }) => id },
    ),
    edges: fc.uniqueArray(
      fc.tuple(fc.constantFrom(...IDS), fc.constantFrom(...IDS), fc.integer({ min: 1, max: 12 }), fc.boolean()),
      { selector: ([a, b, , typed]) => `${[a, b].sort().join(' ')} ${typed}` },
    ),
    documents: fc.uniqueArray(fc.tuple(fc.constantFrom('a.md', 'b.md', 'c.md'), fc.constantFrom('1', '2')), {
      selector: ([path]) => path,
    }),
  })
  .map(({ entities, edges, documents }) => {
    const there = new Set(entities.map(({ id }) => id))
    return side(
      entities.map(({ id, name, aliases, mentions }) => ({ ...entity(id, name, aliases), mentions })),
      edges
        .filter(([a, b]) => a !== b && there.has(a) && there.has(b))
        .map(([a, b, weight, typed]): Link => {
          return [...([a, b].sort() as [string, string]), weight, typed]
        }),
      documents,
    )
  })

describe('laws', () => {
  it('a graph differs from itself in nothing', async () => {
    await fc.assert(
      fc.asyncProperty(anySide, async (one) => {
        const found = await diff(one, one)
        expect(diffMarkdown(found)).toContain('Nothing: the two graphs are the same.')
        expect(found).toEqual(reverse(found))
      }),
    )
  })

  it('swapping the graphs swaps the sides of the answer, and nothing else', async () => {
    await fc.assert(
      fc.asyncProperty(anySide, anySide, async (a, b) => {
        expect(await diff(b, a)).toEqual(reverse(await diff(a, b)))
      }),
      { numRuns: 500 },
    )
  })
})

/** A diff as the other way round tells it. */
function reverse({ added, removed, changed, renamed, grew, shrank }: Diff): Diff {
  const swap = ({ items, total }: Diff['grew']) => ({
    items: items.map(({ before, after, ...ends }) => ({ ...ends, before: after, after: before })),
    total,
  })
  return {
    added: removed,
    removed: added,
    changed,
    renamed: { items: renamed.items.map(({ from, to }) => ({ from: to, to: from })), total: renamed.total },
    grew: swap(shrank),
    shrank: swap(grew),
  }
}

type Link = [source: string, target: string, weight: number, typed?: boolean]

function side(entities: DiffEntity[], links: Link[], documents: [path: string, sha256: string][] = []): Side {
  const edges = links.map(([source, target, weight, typed = false]): DiffEdge => {
    return { type: typed ? 'USES' : 'CO_MENTION', source, target, weight, support: 1 }
  })
  return {
    documents: documents.map(([path, sha256]) => ({ id: `doc/${path}`, path, title: path, date: null, sha256 })),
    entities,
    edges,
    linesOf: async () => new Map(),
  }
}

function entity(id: string, name: string, aliases: string[] = []): DiffEntity {
  const kind = `${id[0]?.toUpperCase()}${id.slice(1, id.indexOf('/'))}` as Kind
  return { id, kind, name, aliases, mentions: 1, documents: 1 }
}

function named(id: string, name: string) {
  return { id, name, kind: entity(id, name).kind }
}
