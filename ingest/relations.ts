/**
 * Mentions → the relations that the words state outright, each with its cue.
 *
 * A title that begins with a name and a colon introduces what it names: "Mamba: Linear-Time Sequence Modeling …".
 */
import { earlier, later, order } from './entities.ts'
import type { Edge, Mention, Passage } from './types.ts'

const IN_TITLE = /:in-title$/
const INTRODUCED = new Set(['model', 'method', 'dataset', 'tool'])

/** Passages in id order, mentions as toEntities sorts them; relations by source and target. */
export function toRelations(passages: readonly Passage[], mentions: readonly Mention[]): Edge[] {
  const texts = new Map(passages.map((passage) => [passage.id, passage]))
  const edges = new Map<string, Edge>()
  const titles = new Map(
    mentions.filter(({ rule }) => rule.startsWith('title')).map((title) => [placeOf(title), title]),
  )
  for (const mention of mentions) {
    const title = IN_TITLE.test(mention.rule) ? titles.get(placeOf(mention)) : undefined
    if (!title) continue
    const passage = texts.get(mention.passage) as Passage
    const kind = mention.entity.slice(0, mention.entity.indexOf('/'))
    if (!INTRODUCED.has(kind) || !/^\s?[:：]/.test(passage.text.slice(mention.end))) continue
    add(edges, mention, title, passage)
  }
  return [...edges.values()].sort((a, b) => order(a.source, b.source) || order(a.target, b.target))
}

function placeOf({ passage, start }: Mention): string {
  return `${passage} ${start}`
}

function add(edges: Map<string, Edge>, { entity: source }: Mention, title: Mention, { id, places }: Passage): void {
  const key = `${source}\n${title.entity}`
  const dates = places.flatMap(({ date }) => date ?? []).sort(order)
  const edge = edges.get(key)
  if (edge) {
    edge.firstSeen = earlier(edge.firstSeen, dates[0] ?? null)
    edge.lastSeen = later(edge.lastSeen, dates.at(-1) ?? null)
    edge.support++
    edge.weight++
    edge.parts.sentence++
    return
  }
  edges.set(key, {
    type: 'INTRODUCED_IN',
    source,
    target: title.entity,
    weight: 1,
    support: 1,
    scope: 'sentence',
    parts: { sentence: 1, turn: 0, thread: 0 },
    npmi: 0,
    firstSeen: dates[0] ?? null,
    lastSeen: dates.at(-1) ?? null,
    receipts: [{ passage: id, start: title.start, end: title.end, scope: 'sentence' }],
    cue: title.surface,
  })
}
