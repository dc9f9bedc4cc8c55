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
  const near = new Set([...idsOf(focus.value), ...trail.value])
  return { entities, edges: edges.length > MOST_CLEAR ? toBackbone(edges, near) : edges }
})

/** Edges up to which all can be drawn and told apart. */
const MOST_CLEAR = 60
