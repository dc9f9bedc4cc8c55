/**
 * How long finding takes, in this process and without HTTP, on the graph that the benchmark built: search beside the
 * store's own text index, bridges beside its shortest path, and the papers for a concept.
 */
import { join } from 'node:path'
import { askBridge } from '../../server/ask/bridge.ts'
import { type NamedEntity, type Names, readNames } from '../../server/ask/names.ts'
import { readTables } from '../../server/ask/picture.ts'
import { readingsOf } from '../../server/ask/readings.ts'
import { readConfig } from '../../server/config.ts'
import { readPassages } from '../../server/find/passages.ts'
import { readTitles } from '../../server/find/passages-papers.ts'
import { readPapers } from '../../server/find/related.ts'
import { createSearch } from '../../server/find/search.ts'
import type { Database, Params } from '../../server/store/database.ts'
import { openGraph } from '../../server/store/open.ts'
import { load } from '../../server/store/queries.ts'
import { searchPassages } from '../../server/store/search.ts'
import type { Row } from './bench.ts'
import type { Corpus } from './corpus.ts'
import { createChance, makeQueries } from './find-queries.ts'

type Counted = NamedEntity & { documents: number }

/** What the explorer asks for. */
const LIMIT = 12
const PAIRS = 200
const CONCEPTS = 60
/** Documents that name a concept worth asking about. */
const [FEWEST, MOST] = [8, 120]

export async function measureFind({ documents }: Corpus, scratch: string): Promise<Row[]> {
  const { graph, credentials } = readConfig({ graph: `file:${join(scratch, 'graph')}` })
  const database = openGraph(graph, credentials)
  try {
    const rows = await load<Params, { properties: Counted }>('read-entities')(database, {})
    const entities = rows.map(({ properties }) => properties).sort((a, b) => (a.id < b.id ? -1 : 1))
    const texts = documents.map(({ bytes }) => new TextDecoder().decode(bytes))
    const names = await readNames(database)
    return [
      ...(await measureSearch(database, names, makeQueries(entities, texts, readingsOf))),
      ...(await measureBridges(database, entities)),
      await measureRelated(database, names, entities),
    ]
  } finally {
    await database.close()
  }
}

async function measureSearch(database: Database, names: Names, queries: readonly string[]): Promise<Row[]> {
  const began = performance.now()
  const [titles, passages] = [await readTitles(database), await readPassages(database)]
  const made = performance.now() - began
  const search = createSearch({ names: async () => names, titles: async () => titles, passages: async () => passages })
  const raw = load<{ text: string; limit: number }, object>('search-passages')
  const note = `${queries.length} queries: half-typed, misspelled, pinyin initials, both languages, pastes`
  return [
    await row('search: names, papers and passages', queries, (q) => search(q, { limit: LIMIT }), note),
    await row('search: the store’s text index alone', queries, (text) => raw(database, { text, limit: LIMIT })),
    await row('search: the store’s text index, whole words only', queries, (q) => searchPassages(database, q, LIMIT)),
    { what: 'search: its indexes made', figure: `${made.toFixed(0)} ms`, note: 'once for each graph, in slices' },
  ]
}

async function measureBridges(database: Database, entities: readonly Counted[]): Promise<Row[]> {
  const tables = await readTables(database)
  const chance = createChance(11)
  const one = () => entities[Math.floor(chance() * entities.length)] as Counted
  const pairs = Array.from({ length: PAIRS }, () => [one().id, one().id] as const).filter(([a, b]) => a !== b)
  return [
    await row('bridge', pairs, ([from, to]) => askBridge(database, tables, from, to), `${pairs.length} random pairs`),
    await row('bridge: the store’s shortestPath', pairs, ([from, to]) => database.run(SHORTEST, { from, to })),
  ]
}

const SHORTEST =
  'MATCH p = shortestPath((a:Entity {id: $from})-[:CO_MENTION*..4]-(b:Entity {id: $to})) RETURN length(p) AS hops'

async function measureRelated(database: Database, names: Names, entities: readonly Counted[]): Promise<Row> {
  const papers = await readPapers(database, names)
  const known = entities.filter(({ documents, kind }) => kind !== 'Paper' && documents >= FEWEST && documents <= MOST)
  const step = Math.max(1, Math.floor(known.length / CONCEPTS))
  const concepts = known.filter((_, at) => at % step === 0).slice(0, CONCEPTS)
  return row('related', concepts, ({ name }) => papers.related(name, { limit: 10 }), `${concepts.length} concepts`)
}

/** All once to warm up, then once more by the clock. */
async function row<T>(what: string, all: readonly T[], ask: (one: T) => Promise<unknown>, note = ''): Promise<Row> {
  const times: number[] = []
  for (const isMeasured of [false, true]) {
    for (const one of all) {
      const began = performance.now()
      await ask(one)
      if (isMeasured) times.push(performance.now() - began)
    }
  }
  times.sort((a, b) => a - b)
  const at = (share: number) => (times[Math.min(times.length - 1, Math.floor(times.length * share))] ?? 0).toFixed(1)
  return { what: `direct, ${what}`, figure: `p50 ${at(0.5)} ms, p99 ${at(0.99)} ms`, note }
}
