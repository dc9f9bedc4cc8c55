/** What people do to the picture. Each asks the server for what is missing, finds room for it, and commits one change. */
import { batch, effect } from '@preact/signals'
import { ApiFailure, getEdges, getEntity, getNeighbors, getOverview } from '../api.ts'
import { roomFor } from '../graph/grow.ts'
import { arrange } from '../graph/layout.ts'
import { KINDS } from '../kinds.ts'
import type { Edge, Entity, Neighbors, Overview } from '../types.ts'
import { filters, toVisible } from './filters.ts'
import { type Focus, focus, focusEdge, focusEntity, idsOf } from './focus.ts'
import { addEntities, companyOf, EMPTY, graph, hideEntity, moveEntities, type Picture, showOverview } from './graph.ts'
import { commit, redo, startHistory, undo } from './history.ts'
import { words } from './language.ts'
import { go } from './location.ts'
import { attempt, notice, say } from './notice.ts'
import { isNarrow, openSheet, panes } from './panes.ts'
import { createStore } from './store.ts'

/** Neighbours added at a time. */
export const STEP = 12
/** The most the server gives at once. */
const MOST = 200

export interface Whole {
  /** Entities in the whole graph; null until the first answer. */
  total: number | null
  stories: Overview['stories']
}
export const whole = createStore<Whole>({ total: null, stories: [] })

const picture = (): Picture => graph.peek().present

/** The first picture. */
export const boot = () =>
  attempt(async () => {
    const overview = await getOverview()
    const positions = await arrange(overview.nodes, overview.edges, ratio())
    batch(() => {
      graph.set(() => startHistory(showOverview(overview, positions)(EMPTY)))
      whole.set(() => ({ total: overview.total, stories: overview.stories }))
    })
  })

/** Whatever comes into focus, from a click or from the address, is put on the screen if it is not there. */
export function bindFocus(): void {
  effect(() => {
    const now = focus.value
    if (whole.value.total === null) return
    if (idsOf(now).every((id) => picture().entities.has(id))) announce(now)
    else {
      void attempt(async () => {
        await show(now).catch(leaveUnknown)
        announce(now)
      })
    }
  })
}

export function selectEntity(id: string): void {
  focus.set(focusEntity(id))
  bringOut()
}

export function selectEdge(a: string, b: string): void {
  focus.set(focusEdge(a, b))
  bringOut()
}

/** On a small screen the evidence comes out by itself, and the list makes room for it. */
function bringOut(): void {
  if (isNarrow()) panes.set(openSheet('evidence'))
}

/** Selects from a page without the graph. */
export function lookAt(id: string): void {
  batch(() => {
    go({ view: 'look' })
    selectEntity(id)
  })
}

/** Adds the closest of an entity's company that are not on the screen yet. */
export const expand = (id: string) =>
  attempt(async () => {
    const known = [...picture().entities.keys()]
    // However many of the closest are here already, so many more must be asked for to get a dozen new ones.
    const limit = Math.min(MOST, companyOf(picture(), id).size + STEP)
    const answer = await getNeighbors(id, { limit, kind: shownKinds(), with: known })
    const isNew = ({ entity }: Neighbors['items'][number]) =>
      !picture().entities.has(entity.id) && !picture().hidden.has(entity.id)
    const newcomers = answer.items.filter(isNew).slice(0, STEP)
    if (newcomers.length) add(id, newcomers, answer.edges)
    notice.set(say(newcomers.length ? words.peek().graph.added(newcomers.length) : words.peek().graph.noneNew))
  })

export function hide(id: string): void {
  const name = picture().entities.get(id)?.name ?? id
  batch(() => {
    graph.set(commit(hideEntity(id)))
    if (idsOf(focus.peek()).includes(id)) focus.set(() => ({ type: 'none' }))
    notice.set(say(words.peek().graph.tookOff(name)))
  })
}

export const bringBack = () =>
  attempt(async () => {
    for (const id of picture().hidden) await addWithCompany(id, 1)
  })

export function undoChange(): void {
  graph.set(undo)
  notice.set(say(words.peek().graph.undone))
}

export function redoChange(): void {
  graph.set(redo)
  notice.set(say(words.peek().graph.redone))
}

export const arrangeAnew = () =>
  attempt(async () => {
    const { entities, edges } = toVisible(picture(), filters.peek())
    const positions = await arrange(entities, edges, ratio())
    graph.set(commit(moveEntities(positions)))
  })

/** That there is no such entity is said in the evidence pane, where it was asked for. */
function leaveUnknown(error: unknown): void {
  if (!(error instanceof ApiFailure) || error.code !== 'not_found') throw error
}

/** Puts on the screen what the focus is about, if it is not there. */
async function show(target: Focus): Promise<void> {
  if (target.type === 'entity' && !picture().entities.has(target.id)) await addWithCompany(target.id, STEP)
  if (target.type !== 'edge') return
  const missing = idsOf(target).filter((id) => !picture().entities.has(id))
  const details = await Promise.all(missing.map((id) => getEntity(id)))
  const other = idsOf(target).find((id) => !missing.includes(id))
  if (details.length) add(other ?? target.a, [], (await getEdges(target.a, target.b)).items, details)
}

async function addWithCompany(id: string, limit: number): Promise<void> {
  const known = [...picture().entities.keys()]
  const [detail, answer] = await Promise.all([getEntity(id), getNeighbors(id, { limit, with: known })])
  const company = answer.items.filter(({ entity }) => !picture().hidden.has(entity.id))
  add(id, company, answer.edges, [detail])
}

/** Commits newcomers around `parent`, leaving everyone else in place. */
function add(
  parent: string,
  company: Neighbors['items'],
  among: readonly Edge[],
  others: readonly Entity[] = [],
): void {
  const entities = [...others, ...company.map(({ entity }) => entity)]
  const edges = [...company.map(({ edge }) => edge), ...among]
  graph.set(commit((now) => addEntities({ entities, edges, positions: roomFor(now, parent, entities, edges) })(now)))
}

function shownKinds() {
  const { hide: hidden } = filters.peek()
  return hidden.length ? KINDS.filter((kind) => !hidden.includes(kind)) : undefined
}

function announce(now: Focus): void {
  const { graph: w, kinds } = words.peek()
  const entities = idsOf(now).flatMap((id) => picture().entities.get(id) ?? [])
  if (entities.length) notice.set(say(entities.map(({ name, kind }) => w.selected(name, kinds[kind])).join('; ')))
}

/** Of the room the graph will have: the window without the side panes, where there are any. */
function ratio(): number {
  const { width, folded } = panes.peek()
  const aside = innerWidth < 900 ? 0 : (folded.list ? 0 : width.list) + (folded.evidence ? 0 : width.evidence)
  return Math.max(0.4, (innerWidth - aside) / Math.max(300, innerHeight - 110))
}
