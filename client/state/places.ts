/**
 * Where entities stood when they were last on the screen, by their ids: kept in this browser, so that a reload moves
 * nobody, and a rebuild moves nobody who was there before.
 */
import { effect } from '@preact/signals'
import { isOffline, keptPositions } from '../offline/data.ts'
import { graph, type Point } from './graph.ts'
import { keep, kept } from './kept.ts'

/** Of those that are no longer on the screen, this many are remembered; the longest unseen are forgotten first. */
const MOST = 2_000
/** Milliseconds of quiet before writing. */
const QUIET = 400

export function placesKept(): ReadonlyMap<string, Point> {
  if (isOffline) return keptPositions
  try {
    const entries: unknown = JSON.parse(kept('places') ?? '[]')
    return new Map(Array.isArray(entries) ? entries.flatMap(toEntry) : [])
  } catch {
    return new Map()
  }
}

/** [id, x, y], as written below; anything else was written by somebody else. */
function toEntry(entry: unknown): [string, Point][] {
  if (!Array.isArray(entry)) return []
  const [id, x, y]: unknown[] = entry
  return typeof id === 'string' && Number.isFinite(x) && Number.isFinite(y) ? [[id, { x, y } as Point]] : []
}

export function bindPlaces(): void {
  // A page for a friend has its places within it; what is kept beside files is one heap for all of them.
  if (isOffline) return
  let timer: ReturnType<typeof setTimeout> | undefined
  const write = () => {
    const { positions } = graph.peek().present
    if (positions.size === 0) return
    const others = [...placesKept()].filter(([id]) => !positions.has(id))
    const all = [...others, ...positions].slice(-MOST)
    keep('places', JSON.stringify(all.map(([id, { x, y }]) => [id, Math.round(x), Math.round(y)])))
  }
  effect(() => {
    void graph.value.present.positions
    clearTimeout(timer)
    timer = setTimeout(write, QUIET)
  })
  // A tab that is closed at once has had no quiet.
  addEventListener('pagehide', write)
}
