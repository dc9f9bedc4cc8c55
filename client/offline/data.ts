/**
 * The graph that a one-file page carries in itself, or nothing where a server answers.
 *
 * `kith export --format html` puts it into the element #kith-data; the server's own page has no such element.
 */
import type { Snapshot } from '../types.ts'

export const snapshot: Snapshot | null = readSnapshot()

/** There is no server: what needs one (Ask, Find, building) is not on the page. */
export const isOffline: boolean = snapshot !== null

/** Where the entities stood when the page was made; empty where they are to be laid out. */
export const keptPositions: ReadonlyMap<string, { x: number; y: number }> = new Map(
  snapshot?.view.positions.map(([id, x, y]) => [id, { x, y }]),
)

function readSnapshot(): Snapshot | null {
  const element = typeof document === 'undefined' ? null : document.getElementById('kith-data')
  return element ? (JSON.parse(element.textContent) as Snapshot) : null
}
