/** What people do to the picture. Each asks the server for what is missing, finds room for it, and commits one change. */
import { batch, signal } from '@preact/signals'
import { getEntity, getNeighbors, getPicture } from '../api.ts'
import { arrange } from '../graph/layout.ts'
import type { LayoutName } from '../graph/layouts/names.ts'
import { KINDS } from '../kinds.ts'
import type { EdgeType, Entity, Kind } from '../types.ts'
import { filters } from './filters.ts'
import { focus, focusNothing, idsOf } from './focus.ts'
import {
  collapse as collapsed,
  companyOf,
  graph,
  hangingOn,
  keepOnly,
  layOut,
  MOST_DRAWN,
  type Picture,
  type Point,
  placeEntities,
  removeEntities,
  togglePins,
} from './graph.ts'
import { commit, redo, undo } from './history.ts'
import { words } from './language.ts'
import { attempt, notice, say } from './notice.ts'
import { paneRatio } from './panes.ts'
import { settleAround, settleEach } from './settle.ts'
import { learn, sources } from './sources.ts'
import { tell } from './toast.ts'
import { drawn } from './visible.ts'

/** Neighbours added at a time. */
export const STEP = 12
/** The most the server gives at once. */
const MOST_ASKED = 200

export const picture = (): Picture => graph.peek().present

export interface Expansion {
  kinds?: readonly Kind[]
  relations?: readonly EdgeType[]
}

/** Adds the closest of an entity's company that are not on the screen yet; of the kinds that are shown, if none are given. */
export const expand = (id: string, { kinds = shownKinds(), relations }: Expansion = {}) =>
  attempt(async () => {
    // However many of the closest are here already, so many more must be asked for to get a dozen new ones.
    const limit = Math.min(MOST_ASKED, companyOf(picture(), id).size + picture().hidden.size + STEP)
    const { items } = await getNeighbors(id, { limit, kinds, relations })
    const isNew = (other: Entity) => !picture().entities.has(other.id) && !picture().hidden.has(other.id)
    const newcomers = items.map(({ entity }) => entity).filter(isNew)
    const { graph: w } = words.peek()
    const added = await bring(
      newcomers.slice(0, STEP).map((entity) => entity.id),
      id,
    )
    if (added) notice.set(say(w.added(added)))
    else if (picture().entities.size < MOST_DRAWN) tell(w.noneNew)
  })

/**
 * Puts entities on the screen, with what joins them to each other and to what is there; around `parent`, if given,
 * else each beside its own company. Returns how many came: unknown ids are left out, and a full picture takes no more.
 */
export async function bring(ids: readonly string[], parent?: string): Promise<number> {
  const { entities: there } = picture()
  const newcomers = ids.filter((id) => !there.has(id))
  const room = Math.max(0, MOST_DRAWN - there.size)
  if (newcomers.length > room) tell(words.peek().graph.full(MOST_DRAWN))
  const coming = newcomers.slice(0, room)
  if (!coming.length) return 0
  const answer = await getPicture([...coming, ...there.keys()])
  sources.set(learn(answer))
  const added = answer.nodes.filter(({ id }) => coming.includes(id))
  const settled = parent ? settleAround(parent, added, answer.edges) : settleEach(added, answer.edges)
  if (added.length) graph.set(commit(settled))
  return added.length
}

/** @throws ApiFailure `not_found` */
export async function bringWithCompany(id: string, limit: number): Promise<void> {
  const [detail, { items }] = await Promise.all([getEntity(id), getNeighbors(id, { limit })])
  const company = items.map(({ entity }) => entity.id).filter((other) => !picture().hidden.has(other))
  await bring([detail.id, ...company], detail.id)
}

export function collapse(id: string): void {
  const count = hangingOn(picture(), id).length
  graph.set(commit(collapsed(id)))
  notice.set(say(words.peek().graph.collapsed(count)))
}

export function hide(...ids: readonly string[]): void {
  const names = ids.flatMap((id) => picture().entities.get(id)?.name ?? [])
  batch(() => {
    graph.set(commit(removeEntities(ids)))
    if (idsOf(focus.peek()).some((id) => ids.includes(id))) focus.set(focusNothing())
    notice.set(say(words.peek().graph.tookOff(names.join(', '))))
  })
}

export function showOnly(ids: readonly string[]): void {
  graph.set(commit(keepOnly(ids)))
  notice.set(say(words.peek().graph.onlyThese(ids.length)))
}

export const bringBack = () =>
  attempt(async () => {
    await bring([...picture().hidden])
  })

export function pin(ids: readonly string[]): void {
  graph.set(commit(togglePins(ids)))
  const { graph: w } = words.peek()
  notice.set(say(ids.every((id) => picture().pinned.has(id)) ? w.pinned(ids.length) : w.unpinned(ids.length)))
}

export function place(moved: ReadonlyMap<string, Point>): void {
  graph.set(commit(placeEntities(moved)))
}

/** The layout that is under way. */
export const arranging = signal<AbortController | null>(null)

/** Lays out what passes the filters, around those that are pinned; a newer wish ends the older. */
export const arrangeAnew = (layout: LayoutName = picture().layout) =>
  attempt(async () => {
    const { positions, pinned } = picture()
    // What pulls is what is drawn: with every edge all would fall into one ball.
    const { entities, edges } = drawn.peek()
    const fixed = new Map([...positions].filter(([id]) => pinned.has(id)))
    const [middle = null] = idsOf(focus.peek())
    const own = new AbortController()
    arranging.peek()?.abort()
    arranging.value = own
    try {
      const asked = { entities, edges, layout, ratio: paneRatio(), focus: middle, fixed }
      const found = await arrange(asked, undefined, own.signal)
      graph.set(commit(layOut(layout, found)))
      notice.set(say(words.peek().graph.arranged(words.peek().layouts[layout])))
    } catch (error) {
      if (!own.signal.aborted) throw error
    } finally {
      if (arranging.peek() === own) arranging.value = null
    }
  })

export function stopArranging(): void {
  arranging.peek()?.abort()
  notice.set(say(words.peek().picture.stopped))
}

export function undoChange(): void {
  graph.set(undo)
  notice.set(say(words.peek().graph.undone))
}

export function redoChange(): void {
  graph.set(redo)
  notice.set(say(words.peek().graph.redone))
}

function shownKinds(): readonly Kind[] | undefined {
  const { hide: hidden } = filters.peek()
  return hidden.length ? KINDS.filter((kind) => !hidden.includes(kind)) : undefined
}
