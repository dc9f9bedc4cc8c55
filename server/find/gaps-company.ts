/**
 * Who keeps company with whom, for finding what is missing: the adjacency without persons, each pair once.
 *
 * An author stands beside every name of his pages, and tells of the page, not of the names. Beside each pair stands how
 * much more the two keep company than chance would have it: positive pointwise mutual information over the weights
 * (Church & Hanks, 1990). Places are those of the adjacency; a person has no company. 16 bytes a slot.
 */
import { shareOfHub } from '../../ingest/damping.ts'
import type { Adjacency } from '../ask/adjacency.ts'

export interface Company {
  ids: readonly string[]
  /** Of each place: where its slots begin; they end where the next one's begin. */
  starts: Uint32Array
  /** Of each slot: the place of the other end, rising, and the surprise of the pair, 0 at least. */
  others: Uint32Array
  surprises: Float64Array
  /** How many others each is joined to. */
  degrees: Uint32Array
  /** The length of each place's surprises, as one vector. */
  lengths: Float64Array
  /** What each keeps of its score as an end among all: 1, and less for a hub (ingest/damping.ts). */
  shares: Float64Array
}

/** @param isLeftOut whose company does not count, by id */
export function toCompany(adjacency: Adjacency, isLeftOut: (id: string) => boolean): Company {
  const { ids } = adjacency
  const keeps = Uint8Array.from(ids, (id) => (isLeftOut(id) ? 0 : 1))
  const size = countSlots(adjacency, keeps)
  const company: Company = {
    ids,
    starts: new Uint32Array(ids.length + 1),
    others: new Uint32Array(size),
    surprises: new Float64Array(size),
    degrees: new Uint32Array(ids.length),
    lengths: new Float64Array(ids.length),
    shares: new Float64Array(ids.length),
  }
  const sums = new Float64Array(ids.length)
  let all = 0
  let next = 0
  eachPair(adjacency, keeps, (place, other, weight) => {
    company.others[next] = other
    company.surprises[next] = weight
    ;(company.degrees[place] as number)++
    ;(sums[place] as number) += weight
    all += weight
    next++
  })
  for (let place = 0; place < ids.length; place++)
    company.starts[place + 1] = (company.starts[place] as number) + (company.degrees[place] as number)
  company.degrees.forEach((degree, place) => {
    company.shares[place] = shareOfHub(degree)
  })
  surprise(company, sums, all)
  return company
}

/** Weights → surprises, in place. */
function surprise({ ids, starts, others, surprises, lengths }: Company, sums: Float64Array, all: number): void {
  for (let place = 0; place < ids.length; place++) {
    let squares = 0
    for (let slot = starts[place] as number; slot < (starts[place + 1] as number); slot++) {
      const expected = ((sums[place] as number) * (sums[others[slot] as number] as number)) / all
      const found = Math.max(0, Math.log((surprises[slot] as number) / expected))
      surprises[slot] = found
      squares += found * found
    }
    lengths[place] = Math.sqrt(squares)
  }
}

function countSlots(adjacency: Adjacency, keeps: Uint8Array): number {
  let size = 0
  eachPair(adjacency, keeps, () => {
    size++
  })
  return size
}

/** Of several edges between the same two the heaviest counts. */
function eachPair(
  { starts, others, weights, ids }: Adjacency,
  keeps: Uint8Array,
  take: (place: number, other: number, weight: number) => void,
): void {
  for (let place = 0; place < ids.length; place++) {
    const end = keeps[place] ? (starts[place + 1] as number) : 0
    for (let slot = starts[place] as number; slot < end; ) {
      const other = others[slot] as number
      let weight = 0
      for (; slot < end && others[slot] === other; slot++) weight = Math.max(weight, weights[slot] as number)
      if (keeps[other]) take(place, other, weight)
    }
  }
}
