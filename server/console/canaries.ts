/**
 * Canaries: queries that must be refused, tried against the very store that is configured. Where one is not, the console
 * stays off.
 *
 * Each layer is tried alone, because a layer that is never reached proves nothing: the text, then the plan that the
 * database makes (planning runs nothing), then the store's own refusal, in a transaction that is rolled back.
 */
import { KithError } from '../errors.ts'

export type Layer = 'text' | 'plan' | 'store'

export interface Canary {
  what: string
  layer: Layer
  query: string
}

const CREATE = 'CREATE (n:KithCanary {id: "canary"}) RETURN n.id AS id'
const LOAD = "LOAD CSV FROM 'file:///kith-canary.csv' AS row RETURN row"
const CALL = 'CALL dbms.components() YIELD name RETURN name'
const APOC = 'CALL apoc.load.json("http://127.0.0.1:9/") YIELD value RETURN value'

/** Milliseconds in all on a warm child: a handful. So the first question of a server waits for them. */
const QUICK: readonly Canary[] = [
  { what: 'CREATE in the text', layer: 'text', query: CREATE },
  { what: 'LOAD CSV in the text', layer: 'text', query: LOAD },
  { what: 'a procedure in the text', layer: 'text', query: CALL },
  { what: 'CREATE in the plan', layer: 'plan', query: CREATE },
  { what: 'LOAD CSV in the plan', layer: 'plan', query: LOAD },
  { what: 'CREATE by the store itself', layer: 'store', query: CREATE },
]

export const CANARIES: readonly Canary[] = [
  ...QUICK,
  { what: 'APOC in the text', layer: 'text', query: APOC },
  { what: 'APOC as a function', layer: 'text', query: 'RETURN apoc.util.sha256(["a"]) AS hash' },
  { what: 'CREATE behind an escape', layer: 'text', query: CREATE.replace('CREATE', '\\u0043REATE') },
  { what: 'PROFILE in the text', layer: 'text', query: `PROFILE ${CREATE}` },
  { what: 'another database in the text', layer: 'text', query: 'USE system SHOW USERS' },
  { what: 'a procedure in the plan', layer: 'plan', query: CALL },
  { what: 'APOC in the plan', layer: 'plan', query: APOC },
  { what: 'SET in the plan', layer: 'plan', query: 'MATCH (n) SET n.canary = 1' },
  { what: 'DELETE in the plan', layer: 'plan', query: 'MATCH (n) DETACH DELETE n' },
  { what: 'MERGE in the plan', layer: 'plan', query: 'MERGE (n:KithCanary {id: "canary"})' },
  {
    what: 'an index by the store itself',
    layer: 'store',
    query: 'CREATE INDEX kith_canary FOR (n:KithCanary) ON (n.id)',
  },
]

/** Failures that say that something was looked at and turned away; others say that nobody was there. */
const TURNED_AWAY: ReadonlySet<string> = new Set(['refused', 'invalid'])

/** @returns whether it was refused. @throws KithError where the store does not answer */
export async function isRefused(
  probe: (layer: Layer, query: string) => Promise<void>,
  { layer, query }: Canary,
): Promise<boolean> {
  try {
    await probe(layer, query)
    return false
  } catch (error) {
    if (error instanceof KithError && TURNED_AWAY.has(error.code)) return true
    throw error
  }
}

/** @returns why the console must stay off, or null. @throws KithError where the store does not answer */
export async function untrusted(probe: (layer: Layer, query: string) => Promise<void>): Promise<string | null> {
  for (const canary of QUICK) if (!(await isRefused(probe, canary))) return reasonFor(canary)
  return null
}

export function reasonFor({ what }: Canary): string {
  return `${what} was not refused.`
}
