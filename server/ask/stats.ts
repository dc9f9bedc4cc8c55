/** What the graph holds, in numbers. */
import { KINDS, type Kind, RELATION_TYPES, type RelationType } from '../../ingest/types.ts'
import type { Stats } from '../api.ts'
import type { Database, Params } from '../store/database.ts'
import { load } from '../store/queries.ts'
import { graphState } from '../store/state.ts'

export async function askStats(database: Database): Promise<Stats> {
  const state = await graphState(database)
  const kinds = await load<Params, { kind: Kind; total: number }>('kinds')(database, {})
  const [dates] = await load<Params, { firstSeen: string | null; lastSeen: string | null }>('dates')(database, {})
  const byType = await countRelations(database)
  const relations = Object.values(byType).reduce((sum, total) => sum + total, 0)
  const totals = new Map(kinds.map(({ kind, total }) => [kind, total]))
  return {
    documents: state?.documents ?? 0,
    passages: state?.passages ?? 0,
    mentions: state?.mentions ?? 0,
    edges: (state?.edges ?? 0) - relations,
    relations,
    entities: Object.fromEntries(KINDS.map((kind) => [kind, totals.get(kind) ?? 0])) as Record<Kind, number>,
    firstSeen: dates?.firstSeen ?? null,
    lastSeen: dates?.lastSeen ?? null,
    sha256: state?.sha256 ?? null,
  }
}

/** How many typed relations there are of each type. */
export async function countRelations(database: Database): Promise<Record<RelationType, number>> {
  const counts = {} as Record<RelationType, number>
  for (const RELATION of RELATION_TYPES) {
    const [row] = await load<Params, { total: number }>('count-relations', { RELATION })(database, {})
    counts[RELATION] = row?.total ?? 0
  }
  return counts
}
