/** What the panes show: the picture without what the filters leave out; whatever is looked at is always there. */
import { computed } from '@preact/signals'
import { toBackbone } from './backbone.ts'
import { filters, toVisible, type Visible } from './filters.ts'
import { focus, idsOf } from './focus.ts'
import { graph } from './graph.ts'
import { sources } from './sources.ts'
import { trail } from './trail.ts'

export const visible = computed<Visible>(() =>
  toVisible(graph.value.present, filters.value, sources.value, [...idsOf(focus.value), ...trail.value]),
)

/** What the picture draws of it: enough edges to see who belongs to whom, and all of those looked at. */
export const drawn = computed<Visible>(() => {
  const { entities, edges } = visible.value
  if (edges.length <= MOST_CLEAR) return { entities, edges }
  const now = focus.value
  const around = now.type === 'entity' ? now.id : null
  return { entities, edges: toBackbone(edges, around, [...idsOf(now), ...trail.value]) }
})

/** Edges up to which all can be drawn and told apart. */
const MOST_CLEAR = 60
