/** What is known of a graph as a whole: whether it is all there, its sha256, its counts, and what its build skipped. */
import type { Graph } from '../../ingest/types.ts'
import type { SkippedFiles } from '../api.ts'
import type { Database, Params, Transaction } from './database.ts'
import { load } from './queries.ts'

/** Raised when the shape of the stored graph changes: an older graph is then built again. */
export const SCHEMA = 1

export interface GraphState {
  schema: number
  whole: boolean
  sha256: string
  documents: number
  passages: number
  mentions: number
  edges: number
}

const saveState = load<{ properties: Params }, never>('save-state')

export async function markState(database: Database, state: Params, whole: boolean): Promise<void> {
  await saveState(database, { properties: { id: 'kith', ...state, whole } }, { access: 'write', timeout: 300_000 })
}

/** What is known of the graph, or null where none was ever saved. */
export async function graphState(database: Transaction): Promise<GraphState | null> {
  const [row] = await load<Params, GraphState>('state')(database, {})
  return row ?? null
}

/** Skipped files that a graph remembers. */
const MOST_SKIPPED = 200

export function stateOf(
  { documents, passages, mentions, edges }: Graph,
  sha256: string,
  skipped: SkippedFiles | null,
): Params {
  const state: Omit<GraphState, 'whole'> = {
    schema: SCHEMA,
    sha256,
    documents: documents.length,
    passages: passages.length,
    mentions: mentions.length,
    edges: edges.length,
  }
  if (!skipped) return { ...state }
  // Neither store keeps objects in a property.
  const items = JSON.stringify(skipped.items.slice(0, MOST_SKIPPED).map(({ path, reason }) => ({ path, reason })))
  return { ...state, skipped: items, skippedTotal: skipped.total }
}

/** What the build that made the graph did not read; null where the graph does not remember. */
export async function readSkipped(database: Transaction): Promise<SkippedFiles | null> {
  const [row] = await load<Params, { items: string | null; total: number | null }>('skipped')(database, {})
  if (!row?.items) return null
  return { items: JSON.parse(row.items) as SkippedFiles['items'], total: row.total ?? 0 }
}
