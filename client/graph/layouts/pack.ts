/**
 * Pictures that nothing joins, side by side: the largest in the middle, then each where it makes the whole grow least,
 * against the edges of those before it. Those who stand alone are a block of rows first, or they would be everywhere.
 */
import { createGround } from '../ground.ts'
import type { Placed } from '../place.ts'
import { type Bounds, boundsOf } from './shape.ts'

/** px between two of them. */
const GAP = 28
/** Edges tried: those of the last so many. */
const LATEST = 60

/** `groups` come largest first; the answer holds all their boxes, around 0, 0. */
export function pack(groups: readonly (readonly Placed[])[], ratio: number): Placed[] {
  const alone = groups.flatMap((group) => (group.length === 1 ? group : []))
  const all = [...groups.filter((group) => group.length > 1), ...(alone.length ? [rowsOf(alone, ratio)] : [])]
  const there: Bounds[] = []
  const ground = createGround<Bounds>()
  const packed = all.flatMap((group) => {
    const own = boundsOf(group)
    const size = { width: own.width + GAP, height: own.height + GAP }
    const place = placesAround(there, size)
      .filter((one) => ground.isFree({ ...one, width: size.width - 1, height: size.height - 1 }))
      .reduce((best, next) => (reach(next, ratio) < reach(best, ratio) ? next : best))
    there.push(place)
    ground.add(place)
    return group.map((box) => ({ ...box, x: box.x - own.x + place.x, y: box.y - own.y + place.y }))
  })
  const whole = boundsOf(packed)
  return packed.map((box) => ({ ...box, x: box.x - whole.x, y: box.y - whole.y }))
}

/** Against each side of those that are there, in their middle and at their ends; below everything there is always room. */
function placesAround(there: readonly Bounds[], { width, height }: { width: number; height: number }): Bounds[] {
  if (!there.length) return [{ x: 0, y: 0, width, height }]
  const all = boundsOf(there)
  const below = { x: all.x, y: all.y + (all.height + height) / 2, width, height }
  const places = there.slice(-LATEST).flatMap((one) => {
    const [besideX, besideY] = [(one.width + width) / 2, (one.height + height) / 2]
    const [slideX, slideY] = [(one.width - width) / 2, (one.height - height) / 2]
    return [-1, 0, 1].flatMap((slide) => [
      { x: one.x - besideX, y: one.y + slide * slideY },
      { x: one.x + besideX, y: one.y + slide * slideY },
      { x: one.x + slide * slideX, y: one.y - besideY },
      { x: one.x + slide * slideX, y: one.y + besideY },
    ])
  })
  return [below, ...places.map((place) => ({ ...place, width, height }))]
}

/** How large a pane of this ratio, with 0, 0 in its middle, must be to hold it. */
const reach = ({ x, y, width, height }: Bounds, ratio: number): number =>
  Math.max((Math.abs(x) + width / 2) / ratio, Math.abs(y) + height / 2)

/** Rows of about equal length, in the order given. */
function rowsOf(boxes: readonly Placed[], ratio: number): Placed[] {
  const area = boxes.reduce((sum, box) => sum + box.width * box.height, 0)
  const wide = Math.max(...boxes.map((box) => box.width), Math.sqrt(area * ratio))
  let [x, y, tallest] = [0, 0, 0]
  return boxes.map((box) => {
    if (x > 0 && x + box.width > wide) {
      y += tallest
      x = tallest = 0
    }
    const placed = { ...box, x: x + box.width / 2, y: y + box.height / 2 }
    x += box.width + 1
    tallest = Math.max(tallest, box.height + 1)
    return placed
  })
}
