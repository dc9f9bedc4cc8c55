/** The entities and edges of a graph or of a part of it, without the passages that prove them. */
import { order } from '../../ingest/entities.ts'
import { type Entity, type Evidence, type Graph, RELATION_TYPES } from '../../ingest/types.ts'
import type { Edge } from '../api.ts'
import type { Database, Params } from '../store/database.ts'
import { load } from '../store/queries.ts'
import { type StoredEdge, toEdge, toEntity } from '../store/read.ts'

/** All entities, in the order of their ids. */
export async function readAllEntities(database: Database): Promise<Entity[]> {
  const rows = await load<Params, { properties: Entity }>('read-entities')(database, {})
  return rows.map(({ properties }) => toEntity(properties)).sort((a, b) => order(a.id, b.id))
}

export interface ProvenEdge {
  edge: Edge
  evidence: Evidence[]
}

/** Ids asked for at a time. */
const PAGE = 250

/** Every edge, typed or not, both of whose ends are among the ids; by type, source and target. */
export async function readEdgesAmong(database: Database, ids: readonly string[]): Promise<ProvenEdge[]> {
  const wanted = new Set(ids)
  const found: ProvenEdge[] = []
  for (const type of ['CO_MENTION', ...RELATION_TYPES] as const) {
    const read = load<{ ids: string[] }, { source: string; target: string; properties: StoredEdge }>('read-edges', {
      RELATION: type,
    })
    for (let at = 0; at < ids.length; at += PAGE) {
      const rows = await read(database, { ids: ids.slice(at, at + PAGE) })
      for (const { source, target, properties } of rows) {
        if (!wanted.has(target)) continue
        const { receipts: evidence, ...edge } = toEdge(type, source, target, properties)
        found.push({ edge, evidence })
      }
    }
  }
  return found.sort(
    ({ edge: a }, { edge: b }) => order(a.type, b.type) || order(a.source, b.source) || order(a.target, b.target),
  )
}

/** Some entities of a whole graph with what proves them: for the canonical export of a selection. */
export function partOf(graph: Graph, ids: readonly string[]): Graph {
  const wanted = new Set(ids)
  const edges = graph.edges.filter(({ source, target }) => wanted.has(source) && wanted.has(target))
  const mentions = graph.mentions.filter(({ entity }) => wanted.has(entity))
  const quoted = new Set([
    ...mentions.map(({ passage }) => passage),
    ...edges.flatMap(({ receipts }) => receipts.map(({ passage }) => passage)),
  ])
  const passages = graph.passages.filter(({ id }) => quoted.has(id))
  const named = new Set(passages.flatMap(({ places }) => places.map(({ document }) => document)))
  return {
    documents: graph.documents.filter(({ id }) => named.has(id)),
    passages,
    entities: graph.entities.filter(({ id }) => wanted.has(id)),
    mentions,
    edges,
  }
}
