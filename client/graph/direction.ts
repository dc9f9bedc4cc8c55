/** From one node to the next with an arrow key: the nearest one that lies more that way than any other. */
import type { Point } from '../state/graph.ts'

export type Direction = 'ArrowUp' | 'ArrowDown' | 'ArrowLeft' | 'ArrowRight'

const WAYS: Record<Direction, Point> = {
  ArrowUp: { x: 0, y: -1 },
  ArrowDown: { x: 0, y: 1 },
  ArrowLeft: { x: -1, y: 0 },
  ArrowRight: { x: 1, y: 0 },
}

export const isDirection = (key: string): key is Direction => key in WAYS

/** The id of the nearest point within 60° of the direction, or null; straying from it costs like distance. */
export function nearestTowards(from: Point, to: Direction, others: ReadonlyMap<string, Point>): string | null {
  const way = WAYS[to]
  let best: { id: string; cost: number } | null = null
  for (const [id, point] of others) {
    const [x, y] = [point.x - from.x, point.y - from.y]
    const along = x * way.x + y * way.y
    const aside = Math.abs(x * way.y - y * way.x)
    if (along <= 0 || aside > along * 1.74) continue
    const cost = along + 2 * aside
    if (!best || cost < best.cost || (cost === best.cost && id < best.id)) best = { id, cost }
  }
  return best?.id ?? null
}
