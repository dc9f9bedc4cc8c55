/**
 * The best ways from one entity to another, short and through telling company.
 *
 * A hop costs less the stronger its edge, at most 2. A name in the middle costs 2, and more the more names it is joined
 * to: everything meets at a hub, and that means little (Faloutsos, McCurley & Tomkins, 2004, "Fast discovery of
 * connection subgraphs"). So an edge from end to end is always the best way, and a longer way comes before the shortest
 * only where that costs more, as through a hub that both meet by chance. There is a way exactly where a plain search
 * finds one of four hops, and none is shorter than what it finds.
 *
 * The cheapest way is found from both ends; for the next one, the names that were passed cost more, so that it leads
 * elsewhere (the penalty method of de la Barra, Pérez & Añez, 1993, "Multidimensional path search and assignment"). So
 * the first is the cheapest of all, and the others are cheap, not the next cheapest. The same graph gives the same
 * ways: of equal ones the first in the order of ids is taken.
 */
import { type Adjacency, slotBetween } from './adjacency.ts'

export interface Path {
  /** Places in the adjacency, from one end to the other; at most five, none twice. */
  places: number[]
  /** Of its hops and of the names in its middle. */
  cost: number
}

/** What the weakest hop costs, and what every name in the middle costs at least. */
const STEP = 2
/** A hop of the first strength costs nothing, one of the second all it can: between them by their logarithm. */
const STRONG = 4
const WEAK = 0.004
const SPAN = Math.log(STRONG / WEAK)
/** What a name in the middle costs in addition that is joined to all others. */
const HUB = 3
/** What a name costs in addition for each way that went through it. */
const PENALTY = 2
/** Searches for each way that is asked for: what is found may only repeat an earlier way. */
const SEARCHES = 3

/** @returns at most `most`, the cheapest first; none passes all that another passes */
export function findWays(adjacency: Adjacency, from: number, to: number, most: number): Path[] {
  const found: Path[] = slotBetween(adjacency, from, to) < 0 ? [] : [toPath(adjacency, [from, to])]
  const search = createSearch(adjacency, from, to)
  const passed = new Set<number>()
  const penalties = new Map<number, number>()
  for (let searches = 0; found.length < most && searches < most * SEARCHES; searches++) {
    const places = search(penalties)
    if (!places) break
    const middle = places.slice(1, -1)
    const isNew = middle.some((place) => !passed.has(place))
    if (isNew && !found.some((path) => isWithin(path.places.slice(1, -1), middle))) {
      found.push(toPath(adjacency, places))
      for (const place of middle) passed.add(place)
    }
    // What one name alone joins is told once it has been named.
    for (const place of middle)
      penalties.set(place, middle.length === 1 ? Number.POSITIVE_INFINITY : (penalties.get(place) ?? 0) + PENALTY)
  }
  return found.sort((a, b) => a.cost - b.cost || compare(a.places, b.places))
}

/** Whether a way passes all that an earlier one passes: a detour says the same. */
function isWithin(earlier: readonly number[], middle: readonly number[]): boolean {
  return earlier.length > 0 && earlier.every((place) => middle.includes(place))
}

const toPath = (adjacency: Adjacency, places: number[]): Path => ({ places, cost: costOf(adjacency, places) })

export function costOf(adjacency: Adjacency, places: readonly number[]): number {
  const { hops, names } = tollsOf(adjacency)
  const steps = places.slice(1).map((place, at) => {
    const slot = slotBetween(adjacency, places[at] as number, place)
    return slot < 0 ? Number.POSITIVE_INFINITY : (hops[slot] as number)
  })
  const middle = places.slice(1, -1).map((place) => names[place] as number)
  return [...steps, ...middle].reduce((sum, cost) => sum + cost, 0)
}

/** What each hop costs, by its slot, and each name in the middle, by its place. */
interface Tolls {
  hops: Float64Array
  names: Float64Array
}

/** A search passes a hundred thousand hops: their logarithms are taken once for each graph. */
const known = new WeakMap<Adjacency, Tolls>()

function tollsOf(adjacency: Adjacency): Tolls {
  const present = known.get(adjacency)
  if (present) return present
  const { degrees, strengths } = adjacency
  const tolls = {
    hops: strengths.map((strength) => STEP * Math.min(1, Math.max(0, Math.log(STRONG / strength) / SPAN))),
    names: Float64Array.from(degrees, (degree) => STEP + (HUB * Math.log1p(degree)) / Math.log1p(degrees.length)),
  }
  known.set(adjacency, tolls)
  return tolls
}

function compare(a: readonly number[], b: readonly number[]): number {
  for (const [at, place] of a.entries()) if (place !== b[at]) return place - (b[at] ?? -1)
  return a.length - b.length
}

/** What is reached from one end: by one hop or two, at what cost, and through whom. */
interface Reach {
  one: Float64Array
  two: Float64Array
  through: Int32Array
  /** Reached by one hop, in order. */
  near: number[]
}

/** The cheapest way between the same two ends, beside the edge that joins them, under penalties for names passed. */
function createSearch(adjacency: Adjacency, from: number, to: number) {
  const { names } = tollsOf(adjacency)
  const ahead = reach(adjacency, from, to)
  const back = reach(adjacency, to, from)

  return (penalties: ReadonlyMap<number, number>): number[] | null => {
    const costThrough = (place: number) => (names[place] as number) + (penalties.get(place) ?? 0)
    let cheapest = Number.POSITIVE_INFINITY
    let middle: number[] | null = null
    const offer = (cost: number, ...places: number[]) => {
      if (cost >= cheapest) return
      cheapest = cost
      middle = places
    }
    for (const place of ahead.near) {
      const rest = back.one[place] as number
      if (rest < cheapest) offer((ahead.one[place] as number) + costThrough(place) + rest, place)
    }
    // Each further name costs a step at least: what cannot become cheaper than the cheapest is not followed.
    for (const place of extend(adjacency, ahead, [from, to], costThrough, cheapest - STEP)) {
      const cost = (ahead.two[place] as number) + (back.one[place] as number)
      if (cost < cheapest) offer(cost + costThrough(place), ahead.through[place] as number, place)
    }
    for (const place of extend(adjacency, back, [from, to], costThrough, cheapest - 2 * STEP)) {
      const [first, last] = [ahead.through[place] as number, back.through[place] as number]
      const cost = (ahead.two[place] as number) + (back.two[place] as number)
      if (cost < cheapest && first !== last) offer(cost + costThrough(place), first, place, last)
    }
    for (const { two } of [ahead, back]) two.fill(Number.POSITIVE_INFINITY)
    return middle && [from, ...middle, to]
  }
}

/** One hop from an end; the other end is no name in the middle. */
function reach(adjacency: Adjacency, end: number, other: number): Reach {
  const { ids, starts, others } = adjacency
  const { hops } = tollsOf(adjacency)
  const far = () => new Float64Array(ids.length).fill(Number.POSITIVE_INFINITY)
  const reached: Reach = { one: far(), two: far(), through: new Int32Array(ids.length), near: [] }
  for (let slot = starts[end] as number; slot < (starts[end + 1] as number); slot++) {
    const place = others[slot] as number
    // Of the edges between the same two, the strongest comes first.
    if (place === other || reached.near.at(-1) === place) continue
    reached.near.push(place)
    reached.one[place] = hops[slot] as number
  }
  return reached
}

/** A second hop beyond each near one. @returns what it reached, in the order in which it was reached */
function extend(
  adjacency: Adjacency,
  { one, two, through, near }: Reach,
  [from, to]: readonly [number, number],
  costThrough: (place: number) => number,
  limit: number,
): number[] {
  const { starts, others } = adjacency
  const { hops } = tollsOf(adjacency)
  const reached: number[] = []
  for (const place of near) {
    const cost = (one[place] as number) + costThrough(place)
    if (cost >= limit) continue
    const end = starts[place + 1] as number
    for (let slot = starts[place] as number; slot < end; slot++) {
      const next = others[slot] as number
      const present = two[next] as number
      const sum = cost + (hops[slot] as number)
      if (sum >= present || sum >= limit || next === from || next === to) continue
      if (present === Number.POSITIVE_INFINITY) reached.push(next)
      two[next] = sum
      through[next] = place
    }
  }
  return reached
}
