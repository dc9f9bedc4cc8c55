/**
 * How much company two names share that nothing joins: the score of a gap.
 *
 * Each shared name gives 1 / the number of those it is joined to (resource allocation: Zhou, Lü & Zhang, 2009,
 * "Predicting missing links via local information"): whoever knows everyone tells nothing of these two. The sum is taken
 * times the square root of the cosine of the two's surprises, so that names of like company come before names of much
 * company. Of the measures that docs/quality-find.md compares, this one puts hidden edges highest. Among the gaps of the
 * whole graph, a hub keeps less of its score, as it does of its edges (ingest/damping.ts): a word of every page has a gap
 * to every other, and they would fill the list.
 */
import type { Company } from './gaps-company.ts'

export interface Gap {
  /** Places in the company; joined by nothing. */
  a: number
  b: number
  score: number
  /** How many names both keep company with. */
  shared: number
}

/** Fewer shared names than this are a matter of chance. */
export const FEWEST_SHARED = 3
/** For the best of all pairs, those are tried that share a name of no more company than this. */
const TELLING = 600
/** Pairs held while the best are looked for, for each that is wanted. */
const SPARE = 8

/** By score, then by place. */
export function byScore(one: Gap, other: Gap): number {
  return other.score - one.score || one.a - other.a || one.b - other.b
}

/** The gaps of one place, the best first. @param ends whether each place may be the other end: 1 or 0 */
export function gapsOf(company: Company, place: number, ends: Uint8Array): Gap[] {
  const found: Gap[] = []
  const all = { ends, beyond: -1, mostCompany: Number.POSITIVE_INFINITY }
  createWalk(company)(place, all, (gap) => found.push(gap))
  return found.sort(byScore)
}

/** The best gaps of all pairs of some places. @returns at most `most`, each with its smaller place first */
export function bestGaps(company: Company, ends: Uint8Array, most: number): Gap[] {
  const walk = createWalk(company)
  const held = most * SPARE
  let found: Gap[] = []
  let least = 0
  for (let place = 0; place < company.ids.length; place++) {
    if (!ends[place]) continue
    walk(place, { ends, beyond: place, mostCompany: TELLING }, (whole) => {
      const gap = damp(company, whole)
      if (gap.score > least) found.push(gap)
    })
    if (found.length < 2 * held) continue
    found = found.sort(byScore).slice(0, held)
    least = found.at(-1)?.score ?? 0
  }
  const whole = found.map(({ a, b }) => damp(company, gapBetween(company, a, b)))
  return whole.sort(byScore).slice(0, most)
}

/** The score of any two places, joined or not. */
export function gapBetween(company: Company, a: number, b: number): Gap {
  let [allocated, product, shared] = [0, 0, 0]
  eachShared(company, a, b, (name, one, other) => {
    allocated += 1 / (company.degrees[name] as number)
    product += (company.surprises[one] as number) * (company.surprises[other] as number)
    shared++
  })
  return { a, b, score: allocated * factorOf(company, a, b, product), shared }
}

/** What two hubs keep of their score. */
export function damp({ shares }: Company, { a, b, score, shared }: Gap): Gap {
  return { a, b, score: score * (shares[a] as number) * (shares[b] as number), shared }
}

/** The names both keep company with, the most telling first; their shares add up to the score. */
export function sharedBy(company: Company, { a, b, score }: Gap): { place: number; share: number }[] {
  const names: { place: number; given: number }[] = []
  eachShared(company, a, b, (place) => names.push({ place, given: 1 / (company.degrees[place] as number) }))
  const all = names.reduce((sum, { given }) => sum + given, 0)
  return names
    .map(({ place, given }) => ({ place, share: (score * given) / all }))
    .sort((one, other) => other.share - one.share || one.place - other.place)
}

function factorOf({ lengths }: Company, a: number, b: number, product: number): number {
  const size = (lengths[a] as number) * (lengths[b] as number)
  return size > 0 ? Math.sqrt(product / size) : 0
}

/** Both ends' slots rise by the other end's place. */
function eachShared(
  { starts, others }: Company,
  a: number,
  b: number,
  take: (name: number, one: number, other: number) => void,
): void {
  const [endA, endB] = [starts[a + 1] as number, starts[b + 1] as number]
  for (let one = starts[a] as number, other = starts[b] as number; one < endA && other < endB; ) {
    const [nameA, nameB] = [others[one] as number, others[other] as number]
    if (nameA === nameB) take(nameA, one, other)
    if (nameA <= nameB) one++
    if (nameB <= nameA) other++
  }
}

interface Walk {
  /** Which places count as the other end: 1 or 0. */
  ends: Uint8Array
  /** Only those after this place; -1 for all. */
  beyond: number
  /** Shared names of more company are passed over. */
  mostCompany: number
}

/** Walks from a place over its company to all that share some of it and are not joined to it. */
function createWalk(company: Company) {
  const { ids, starts, others, surprises, degrees } = company
  const allocated = new Float64Array(ids.length)
  const products = new Float64Array(ids.length)
  const shared = new Uint32Array(ids.length)
  const joined = new Uint8Array(ids.length)

  return (a: number, { ends, beyond, mostCompany }: Walk, offer: (gap: Gap) => void): void => {
    const [from, to] = [starts[a] as number, starts[a + 1] as number]
    const reached: number[] = []
    joined[a] = 1
    for (let slot = from; slot < to; slot++) joined[others[slot] as number] = 1
    for (let slot = from; slot < to; slot++) {
      const name = others[slot] as number
      if ((degrees[name] as number) > mostCompany) continue
      const given = 1 / (degrees[name] as number)
      const surprise = surprises[slot] as number
      const start = starts[name] as number
      // Slots rise, so those beyond a place are the last.
      for (let next = (starts[name + 1] as number) - 1; next >= start; next--) {
        const b = others[next] as number
        if (b <= beyond) break
        if (joined[b] || !ends[b]) continue
        if (shared[b] === 0) reached.push(b)
        ;(shared[b] as number)++
        ;(allocated[b] as number) += given
        ;(products[b] as number) += surprise * (surprises[next] as number)
      }
    }
    joined[a] = 0
    for (let slot = from; slot < to; slot++) joined[others[slot] as number] = 0
    for (const b of reached) {
      if ((shared[b] as number) >= FEWEST_SHARED) {
        const score = (allocated[b] as number) * factorOf(company, a, b, products[b] as number)
        if (score > 0) offer({ a, b, score, shared: shared[b] as number })
      }
      shared[b] = 0
      allocated[b] = 0
      products[b] = 0
    }
  }
}
