/** Where a menu stands so that all of it is in the window. */

export interface Size {
  readonly width: number
  readonly height: number
}
export interface Spot {
  readonly x: number
  readonly y: number
}

/** Px kept free at the window's edges. */
const MARGIN = 8

/** Right and down from a point; at an edge as far from it as it takes. */
export const atPoint = ({ x, y }: Spot, menu: Size, window: Size): Spot => ({
  x: within(x, menu.width, window.width),
  y: within(y, menu.height, window.height),
})

/** Beside the entry it belongs to: on the right, where there is room, else on the left. */
export function besideEntry(entry: Spot & Size, menu: Size, window: Size): Spot {
  const right = entry.x + entry.width
  const fits = right + menu.width + MARGIN <= window.width
  return atPoint({ x: fits ? right : entry.x - menu.width, y: entry.y - 4 }, menu, window)
}

const within = (start: number, size: number, room: number) => Math.max(MARGIN, Math.min(start, room - size - MARGIN))
