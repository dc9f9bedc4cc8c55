/** What expanding an entity could bring, by kind and by relation; asked for when its menu opens. */
import { getNeighbors } from '../api.ts'
import { TYPES } from '../kinds.ts'
import type { EdgeType, Kind } from '../types.ts'
import { graph } from './graph.ts'
import { createStore } from './store.ts'

export interface Offer {
  readonly id: string
  readonly kinds: ReadonlyMap<Kind, number>
  readonly relations: ReadonlyMap<EdgeType, number>
}

/** The most the server gives at once; of a hub's company the closest are counted. */
const MOST_ASKED = 200
const SAID: readonly EdgeType[] = TYPES.filter((type) => type !== 'CO_MENTION')

/** Null until the answer is there. */
export const offer = createStore<Offer | null>(null)

/** A menu without counts is still a menu: a failure is left to whoever then expands. */
export async function askOffer(id: string): Promise<void> {
  if (offer.peek()?.id !== id) offer.set(() => null)
  const [near, said] = await Promise.all([
    getNeighbors(id, { limit: MOST_ASKED }),
    getNeighbors(id, { limit: MOST_ASKED, relations: SAID }),
  ]).catch(() => [null, null])
  if (!near || !said) return
  const { entities } = graph.peek().present
  const isNew = ({ entity }: { entity: { id: string } }) => !entities.has(entity.id)
  offer.set(() => ({
    id,
    kinds: countBy(near.items.filter(isNew), ({ entity }) => entity.kind),
    relations: countBy(said.items.filter(isNew), ({ edge }) => edge.type),
  }))
}

function countBy<T, K>(items: readonly T[], keyOf: (item: T) => K): Map<K, number> {
  const counts = new Map<K, number>()
  for (const item of items) counts.set(keyOf(item), (counts.get(keyOf(item)) ?? 0) + 1)
  return counts
}
