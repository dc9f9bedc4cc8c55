/** A graph around one famous name: everyone is named together with it, each in a line of its own. */

import type { Graph } from '../ingest/types.ts'
import { sortGraph } from '../server/canonical.ts'

export const HUB = 'model/hub'

export function hubGraph(neighbors: number): Graph {
  const document = {
    id: 'doc/hub.md',
    path: 'hub.md',
    title: 'Hub',
    date: '2024-01-01',
    lang: 'en' as const,
    sha256: '0'.repeat(64),
    bytes: 1,
  }
  const seen = { firstSeen: document.date, lastSeen: document.date }
  const graph: Graph = { documents: [document], passages: [], entities: [], mentions: [], edges: [] }
  const entity = { kind: 'Model' as const, aliases: [], documents: 1, ...seen }
  graph.entities.push({ ...entity, id: HUB, name: 'Hub', mentions: neighbors })
  for (let at = 0; at < neighbors; at++) {
    const number = String(at).padStart(6, '0')
    const [passage, id, name] = [`p/${number.padStart(16, '0')}`, `model/n${number}`, `N${number}`]
    const text = `Hub and ${name}`
    const start = at * (text.length + 1)
    const where = { document: document.id, line: at + 1, order: at, thread: 't/hub', speaker: null, heading: null }
    graph.passages.push({
      id: passage,
      text,
      places: [{ ...where, start, end: start + text.length, date: document.date }],
    })
    graph.entities.push({ ...entity, id, name, mentions: 1 })
    graph.mentions.push(
      { passage, start: 0, end: 3, surface: 'Hub', entity: HUB, rule: 'name' },
      { passage, start: 8, end: text.length, surface: name, entity: id, rule: 'name' },
    )
    graph.edges.push({
      type: 'CO_MENTION',
      source: HUB,
      target: id,
      weight: 1 + at / neighbors,
      support: 1,
      scope: 'sentence',
      parts: { sentence: 1 + at / neighbors, turn: 0, thread: 0 },
      npmi: 0.5,
      ...seen,
      receipts: [{ passage, start: 0, end: text.length, scope: 'sentence' }],
    })
  }
  return sortGraph(graph)
}
