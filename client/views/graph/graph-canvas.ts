/** Between state and canvas: what is touched changes state, and what changes is drawn. */
import { effect, untracked } from '@preact/signals'
import type { Canvas } from '../../graph/canvas.ts'
import type { Handlers } from '../../graph/events.ts'
import { expand, place } from '../../state/explore.ts'
import { focus, idsOf } from '../../state/focus.ts'
import { graph } from '../../state/graph.ts'
import { words } from '../../state/language.ts'
import { openMenu } from '../../state/menu.ts'
import { notice, say } from '../../state/notice.ts'
import { alsoSelect, letGo, selectEdge, selectEntity } from '../../state/select.ts'
import { ink } from '../../state/theme.ts'
import { trail } from '../../state/trail.ts'
import { hovered, moves } from '../../state/viewport.ts'
import { drawn } from '../../state/visible.ts'
import { whole } from '../../state/whole.ts'

let frame = 0

export const handlers: Handlers = {
  onEntity: (id, more) => (more ? alsoSelect(id) : selectEntity(id)),
  onEdge: selectEdge,
  onGround: () => {
    if (idsOf(focus.peek()).length) letGo()
  },
  onExpand: (id) => void expand(id),
  onMove: place,
  onHover: (id) => {
    hovered.value = id
  },
  onMenu: (subject, { x, y }) => openMenu({ x, y, for: subject }),
  onView: () => {
    // Once for all nodes that move in a frame.
    cancelAnimationFrame(frame)
    frame = requestAnimationFrame(() => {
      moves.value = moves.peek() + 1
    })
  },
}

/** Redraws whenever what is drawn changes; returns how to stop. */
export function keepDrawn(canvas: Canvas): () => void {
  let before = new Set<string>()
  let looked = ''
  const stops = [
    effect(() => {
      const { entities, positions, pinned } = graph.value.present
      const fresh = new Set([...entities.keys()].filter((id) => !before.has(id)))
      before = new Set(entities.keys())
      const named = whole.value.stories.flatMap((story) => story.ids)
      const chosen = idsOf(focus.value)
      canvas.draw({ visible: drawn.value, positions, pinned, fresh, chosen, trail: trail.value, named })
    }),
    effect(() => {
      const [id] = idsOf(focus.value)
      if (id) canvas.reveal(id)
    }),
    // A way belongs to the two it joins.
    effect(() => {
      const now = JSON.stringify(focus.value)
      if (looked && now !== looked && trail.peek().length) trail.set(() => [])
      looked = now
    }),
    effect(() => {
      const way = trail.value
      if (way.length) untracked(() => tellWay(way))
    }),
    effect(() => {
      if (ink.value) canvas.restyle()
    }),
  ]
  return () => {
    for (const stop of stops) stop()
  }
}

function tellWay(way: readonly string[]): void {
  const { entities } = graph.peek().present
  const names = way.map((id) => entities.get(id)?.name ?? id)
  notice.set(say(words.peek().picture.way(names.join(' – '))))
}
