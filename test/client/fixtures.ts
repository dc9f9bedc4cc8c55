/** Small entities and edges for the client's tests, true to the notes' favourite neighbourhood. */
import type { DocumentDetail, Edge, Entity, Mark, Receipt } from '../../client/types.ts'

export const entity = (id: string, more: Partial<Entity> = {}): Entity => ({
  id,
  name: id.slice(id.indexOf('/') + 1),
  kind: 'Model',
  aliases: [],
  mentions: 1,
  documents: 1,
  firstSeen: null,
  lastSeen: null,
  ...more,
})

export const edge = (source: string, target: string, more: Partial<Edge> = {}): Edge => ({
  type: 'CO_MENTION',
  source,
  target,
  weight: 1,
  support: 1,
  scope: 'sentence',
  parts: { sentence: 1, turn: 0, thread: 0 },
  npmi: 0.5,
  firstSeen: null,
  lastSeen: null,
  ...more,
})

export const mark = (start: number, end: number, entity = 'model/rwkv'): Mark => ({ start, end, entity, kind: 'Model' })

export const passage = (
  text: string,
  more: Partial<DocumentDetail['passages'][number]> = {},
): DocumentDetail['passages'][number] => ({
  id: `passage/${text.slice(0, 8)}`,
  text,
  line: 1,
  start: 0,
  end: text.length,
  thread: 't',
  speaker: null,
  heading: null,
  marks: [],
  ...more,
})

export const document = (passages: DocumentDetail['passages']): DocumentDetail => ({
  id: 'doc/a.md',
  path: 'a.md',
  title: 'a',
  date: null,
  lang: 'zh',
  sha256: '',
  bytes: 0,
  passages,
  names: [],
})

export const receipt = (of: string, line: number): Receipt => ({
  document: of,
  path: of.slice('doc/'.length),
  line,
  start: line * 10,
  end: line * 10 + 4,
  quote: 'rwkv',
  passage: `passage/${of}-${line}`,
  date: null,
  speaker: null,
  marks: [mark(0, 4)],
})
