/** The first picture, or the one an address tells; whoever was on this screen before stands where they stood. */
import { batch } from '@preact/signals'
import { getOverview, getPicture } from '../api.ts'
import { arrange } from '../graph/layout.ts'
import type { PictureData } from '../types.ts'
import { toBackbone } from './backbone.ts'
import { addEntities, EMPTY, graph, type Picture, type Point } from './graph.ts'
import { commit, startHistory } from './history.ts'
import { words } from './language.ts'
import { attempt } from './notice.ts'
import { paneRatio } from './panes.ts'
import { placesKept } from './places.ts'
import { type Shown, toHash } from './route.ts'
import { settleEach } from './settle.ts'
import { isComing, toShown, wanted } from './shown.ts'
import { learn, sources } from './sources.ts'
import { tell } from './toast.ts'
import { whole } from './whole.ts'

export const boot = () =>
  attempt(async () => {
    const overview = await getOverview()
    const asked = wanted.peek()
    const told = asked.ids ? await getPicture(asked.ids) : overview
    // An address of which nothing is left shows what one would see without it.
    const data = told.nodes.length ? told : overview
    const picture = await settle(data, asked)
    batch(() => {
      sources.set(learn(overview))
      sources.set(learn(data))
      graph.set(() => startHistory(picture))
      const first = new Set(overview.nodes.map(({ id }) => id))
      whole.set(() => ({ total: overview.total, stories: overview.stories, first }))
    })
    tellMissing(asked, told)
  })

/**
 * What an address asks for, now or once the first answer is there.
 *
 * @param at where a saved view had its entities, which then move there even if they are on the screen
 */
export function showAsAsked(asked: Shown, at?: ReadonlyMap<string, Point>): void {
  wanted.set(() => asked)
  if (whole.peek().total === null) return
  if (!at && isSame(asked, toShown(graph.peek().present, whole.peek().first))) {
    isComing.value = false
    return
  }
  isComing.value = true
  void attempt(async () => {
    const first = [...whole.peek().first]
    const told = await getPicture(asked.ids ?? first)
    const data = told.nodes.length ? told : await getPicture(first)
    const picture = await settle(data, asked, at)
    // Somebody who goes on leafing asks for another one meanwhile.
    if (wanted.peek() !== asked) return
    batch(() => {
      sources.set(learn(data))
      graph.set(commit(() => picture))
      isComing.value = false
    })
    tellMissing(asked, told)
  }).finally(() => {
    if (wanted.peek() === asked) isComing.value = false
  })
}

const isSame = (a: Shown, b: Shown) =>
  toHash({ page: { view: 'look' }, shown: a }) === toHash({ page: { view: 'look' }, shown: b })

/** Those who stood somewhere stay there, if they are most; the others find room beside their company. */
async function settle(data: PictureData, { layout, pins }: Shown, at = placesKept()): Promise<Picture> {
  const places = new Map([...at, ...pins])
  const pinned = new Set([...pins.keys()].filter((id) => data.nodes.some((node) => node.id === id)))
  const bare: Picture = { ...EMPTY, pinned, layout }
  const { nodes, edges } = data
  const known = nodes.filter(({ id }) => places.has(id))
  if (known.length * 2 < nodes.length) {
    const fixed = new Map([...places].filter(([id]) => pinned.has(id)))
    const positions = await arrange({ entities: nodes, edges: toBackbone(edges), layout, ratio: paneRatio(), fixed })
    return addEntities({ entities: nodes, edges, positions })(bare)
  }
  const there = addEntities({ entities: known, edges, positions: places })(bare)
  return settleEach(
    nodes.filter(({ id }) => !places.has(id)),
    edges,
  )(there)
}

function tellMissing({ ids }: Shown, { nodes }: PictureData): void {
  const missing = (ids ?? []).length - nodes.length
  if (ids && missing > 0) tell(words.peek().graph.missing(missing))
}
