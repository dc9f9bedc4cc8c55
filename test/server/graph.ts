/**
 * A graph small enough to check by eye: two documents, seven names, the edges that their lines prove.
 *
 * One line stands in both documents, as cumulative logs repeat each other: one passage, two places.
 */
import { createHash } from 'node:crypto'
import type { Document, Edge, Entity, Graph, Kind, Mention, Passage, Scope } from '../../ingest/types.ts'
import { sortGraph } from '../../server/canonical.ts'

export const MAMBA_PAPER = 'paper/arxiv-2312.00752'
export const DPO_PAPER = 'paper/arxiv-2305.18290'
export const LOG = 'doc/notes/2023-12-10.txt'

const REPEATED = 'F1：Mamba 和 RWKV 都是 linear attention 的亲戚'
const TURN = 'F4：连rwkv都开始改multi head，线性attention 又回来了'
const OPENING = 'D： [Mamba: Linear-Time Sequence Modeling](https://arxiv.org/abs/2312.00752)'
const ZH = 'DPO 的损失像对比学习'
const EN = 'DPO is contrastive learning in disguise'

interface Text {
  path: string
  title: string
  date: string
  about?: string
  lines: readonly string[]
}
const TEXTS: readonly Text[] = [
  { path: 'notes/2023-12-10.txt', title: 'Log', date: '2023-12-10', lines: [OPENING, TURN, REPEATED] },
  {
    path: 'papers/2305.18290.md',
    title: 'Direct Preference Optimization',
    date: '2024-01-05',
    about: DPO_PAPER,
    lines: [ZH, EN, REPEATED],
  },
]

interface Named {
  id: string
  name: string
  kind: Kind
  spellings: readonly string[]
  facts?: Partial<Entity>
}
const NAMES: readonly Named[] = [
  { id: 'model/rwkv', name: 'RWKV', kind: 'Model', spellings: ['RWKV', 'rwkv'] },
  { id: 'model/mamba', name: 'Mamba', kind: 'Model', spellings: ['Mamba'] },
  {
    id: 'method/linear-attention',
    name: 'linear attention',
    kind: 'Method',
    spellings: ['linear attention', '线性attention'],
  },
  { id: 'method/dpo', name: 'DPO', kind: 'Method', spellings: ['DPO'] },
  {
    id: 'method/contrastive-learning',
    name: 'contrastive learning',
    kind: 'Method',
    spellings: ['contrastive learning', '对比学习'],
  },
  {
    id: MAMBA_PAPER,
    name: 'Mamba: Linear-Time Sequence Modeling',
    kind: 'Paper',
    spellings: ['https://arxiv.org/abs/2312.00752'],
    facts: { title: 'Mamba: Linear-Time Sequence Modeling', arxiv: '2312.00752', year: 2023 },
  },
  {
    id: DPO_PAPER,
    name: 'Direct Preference Optimization',
    kind: 'Paper',
    spellings: [],
    facts: { title: 'Direct Preference Optimization', arxiv: '2305.18290', year: 2023 },
  },
]

interface Meeting {
  ids: readonly [string, string]
  weight: number
  scope: Scope
  /** The lines that prove it; two for a thread. */
  lines: readonly string[]
}
const MEETINGS: readonly Meeting[] = [
  { ids: ['model/mamba', 'model/rwkv'], weight: 3, scope: 'sentence', lines: [REPEATED] },
  { ids: ['method/linear-attention', 'model/rwkv'], weight: 4, scope: 'sentence', lines: [REPEATED, TURN] },
  { ids: ['method/linear-attention', 'model/mamba'], weight: 2, scope: 'sentence', lines: [REPEATED] },
  {
    ids: [MAMBA_PAPER, 'model/rwkv'].sort() as [string, string],
    weight: 0.25,
    scope: 'thread',
    lines: [OPENING, TURN],
  },
  { ids: ['method/contrastive-learning', 'method/dpo'], weight: 2, scope: 'sentence', lines: [EN, ZH] },
]

export function smallGraph(): Graph {
  const passages = toPassages()
  const mentions = passages.flatMap(toMentions)
  return sortGraph({
    documents: TEXTS.map(toDocument),
    passages,
    mentions,
    entities: NAMES.map((named) => toEntity(named, mentions, passages)),
    edges: MEETINGS.map(toEdge),
  })
}

/** A document's decoded text, as a receipt's offsets count it. */
export function textOf(id: string): string {
  return TEXTS.find(({ path }) => `doc/${path}` === id)?.lines.join('\n') ?? ''
}

function toDocument({ path, title, date, about, lines }: Text): Document {
  const bytes = Buffer.from(lines.join('\n'))
  const sha256 = createHash('sha256').update(bytes).digest('hex')
  return { id: `doc/${path}`, path, title, date, lang: 'mixed', sha256, bytes: bytes.length, ...(about && { about }) }
}

function passageId(text: string): string {
  return `p/${createHash('sha256').update(text).digest('hex').slice(0, 16)}`
}

function toPassages(): Passage[] {
  const passages = new Map<string, Passage>()
  for (const { path, date, lines } of TEXTS) {
    let start = 0
    for (const [order, text] of lines.entries()) {
      const passage = passages.get(text) ?? { id: passageId(text), text, places: [] }
      const speaker = /^(\w+)：/.exec(text)?.[1] ?? null
      const place = { document: `doc/${path}`, start, end: start + text.length, line: order + 1, order }
      passage.places.push({ ...place, thread: `t/${path}`, speaker, heading: null, date })
      passages.set(text, passage)
      start += text.length + 1
    }
  }
  return [...passages.values()]
}

function toMentions({ id, text }: Passage): Mention[] {
  return NAMES.flatMap(({ id: entity, spellings }) =>
    spellings.flatMap((surface) => {
      const start = text.indexOf(surface)
      return start < 0 ? [] : [{ passage: id, start, end: start + surface.length, surface, entity, rule: 'name' }]
    }),
  )
}

function toEntity({ id, name, kind, spellings, facts }: Named, mentions: Mention[], passages: Passage[]): Entity {
  const own = mentions.filter(({ entity }) => entity === id)
  const places = passages
    .filter((passage) => own.some((mention) => mention.passage === passage.id))
    .flatMap((p) => p.places)
  const dates = places.map(({ date }) => date ?? '').sort()
  return {
    id,
    name,
    kind,
    aliases: spellings.filter((spelling) => spelling !== name).sort(),
    mentions: own.length,
    documents: new Set(places.map(({ document }) => document)).size,
    firstSeen: dates[0] ?? null,
    lastSeen: dates.at(-1) ?? null,
    ...facts,
  }
}

function toEdge({ ids: [source, target], weight, scope, lines }: Meeting): Edge {
  const dates = TEXTS.filter((text) => lines.some((line) => text.lines.includes(line))).map(({ date }) => date)
  return {
    type: 'CO_MENTION',
    source,
    target,
    weight,
    support: lines.length,
    scope,
    parts: { sentence: 0, turn: 0, thread: 0, [scope]: weight },
    npmi: 0.5,
    firstSeen: dates[0] ?? null,
    lastSeen: dates.at(-1) ?? null,
    receipts: lines.map((text) => ({ passage: passageId(text), start: 0, end: text.length, scope })),
  }
}
