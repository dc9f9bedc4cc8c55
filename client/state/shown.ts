/** The picture on the screen as an address tells it; until it is there, the picture that the address asked for. */
import { computed, signal } from '@preact/signals'
import { graph, type Picture } from './graph.ts'
import { FIRST, type Shown } from './route.ts'
import { createStore } from './store.ts'
import { whole } from './whole.ts'

export const wanted = createStore<Shown>(FIRST)

/** The picture that an address asks for is on its way; it is not for others to change. */
export const isComing = signal(false)

export const shown = computed<Shown>(() =>
  whole.value.total === null || isComing.value ? wanted.value : toShown(graph.value.present, whole.value.first),
)

export function toShown({ entities, positions, pinned, layout }: Picture, first: ReadonlySet<string>): Shown {
  const ids = [...entities.keys()].sort()
  const isFirst = ids.length === first.size && ids.every((id) => first.has(id))
  const pins = [...pinned].sort().flatMap((id) => {
    const point = positions.get(id)
    return point ? [[id, point] as const] : []
  })
  return { ids: isFirst || ids.length === 0 ? null : ids, layout, pins: new Map(pins) }
}
