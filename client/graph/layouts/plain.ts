/** Rows, largest first: what is shown when there is no worker to think of anything better. Those that are fixed stay. */
import type { Placed } from '../place.ts'
import { separate } from '../separate.ts'
import { pack } from './pack.ts'
import type { Position, Problem } from './problem.ts'

export function plain({ boxes, ratio, fixed }: Problem): Position[] {
  const at = new Map(fixed)
  const sorted = [...boxes].sort((a, b) => b.height - a.height)
  const rows = pack(
    sorted.map((box): Placed[] => [{ ...box, x: 0, y: 0 }]),
    ratio,
  )
  const pinned = rows.map((box): Placed => ({ ...box, ...at.get(box.id) }))
  const apart = at.size ? separate(pinned, new Set(at.keys())) : pinned
  return apart.map(({ id, x, y }) => [id, { x, y }])
}
