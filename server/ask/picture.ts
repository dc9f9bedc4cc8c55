/** Some entities, by their ids → all that is needed to show them: the edges among them, and where each is named. */
import { order } from '../../ingest/entities.ts'
import type { Entity } from '../../ingest/types.ts'
import type { Edge, PictureData } from '../api.ts'
import type { Database } from '../store/database.ts'
import { load } from '../store/queries.ts'
import { toEntity } from '../store/read.ts'
import { type Adjacency, readAdjacency, weightsAmong } from './adjacency.ts'
import { edgesAmong } from './entities.ts'
import { type Namings, namingsOf, readNamings } from './namings.ts'

/** Edges a picture holds at most: the heaviest. */
export const MOST_EDGES = 4_000

/** What is made once for each graph. */
export interface Tables {
  adjacency: Adjacency
  namings: Namings
}

export async function readTables(database: Database): Promise<Tables> {
  return { adjacency: await readAdjacency(database), namings: await readNamings(database) }
}

/** @param ids those that are not there are told in `missing`, as after another build */
export async function askPicture(
  database: Database,
  { adjacency, namings }: Tables,
  ids: readonly string[],
  mostEdges = MOST_EDGES,
): Promise<PictureData> {
  const asked = [...new Set(ids)]
  const nodes = await entitiesById(database, asked)
  const present = nodes.map(({ id }) => id)
  const weights = weightsAmong(
    adjacency,
    present.flatMap((id) => adjacency.places.get(id) ?? []),
  )
  // The database need not tell what would be cut off, which is most of it among hubs.
  const least = weights.length > mostEdges ? (weights.sort()[weights.length - mostEdges] as number) : 0
  const edges = await edgesAmong(database, present, least)
  return {
    nodes,
    edges: edges.sort(byWeight).slice(0, mostEdges).sort(byEnds),
    edgesTotal: weights.length,
    missing: asked.filter((id) => !present.includes(id)),
    ...whereNamed(namings, present),
  }
}

/** The most named first. */
export async function entitiesById(database: Database, ids: readonly string[]): Promise<Entity[]> {
  const rows = await load<{ ids: string[] }, { properties: Entity }>('entities-by-id')(database, { ids: [...ids] })
  return rows.map(({ properties }) => toEntity(properties)).sort((a, b) => b.mentions - a.mentions || order(a.id, b.id))
}

/** Only the documents that are needed, and in which of them each entity is named. */
export function whereNamed(namings: Namings, ids: readonly string[]): Pick<PictureData, 'documents' | 'named'> {
  const needed = [...new Set(ids.flatMap((id) => [...namingsOf(namings, id).documents]))].sort((a, b) => a - b)
  const indexOf = new Map(needed.map((place, index) => [place, index]))
  const named: PictureData['named'] = {}
  for (const id of ids) {
    const { documents, mentions } = namingsOf(namings, id)
    named[id] = Array.from(documents, (place, at) => [indexOf.get(place) ?? 0, mentions[at] ?? 0])
  }
  return { documents: needed.flatMap((place) => namings.documents[place] ?? []), named }
}

function byWeight(a: Edge, b: Edge): number {
  return b.weight - a.weight || byEnds(a, b)
}

function byEnds(a: Edge, b: Edge): number {
  return order(a.source, b.source) || order(a.target, b.target) || order(a.type, b.type)
}
