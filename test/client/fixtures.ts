/** Small entities and edges for the client's tests, true to the notes' favourite neighbourhood. */
import type { Edge, Entity, Mark } from '../../client/types.ts'

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
