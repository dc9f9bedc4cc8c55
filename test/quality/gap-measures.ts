/** Measures of a gap, side by side: from one end, at what rank does each put the other? */
import type { Company } from '../../server/find/gaps-company.ts'
import { damp, gapBetween } from '../../server/find/gaps-score.ts'

/** What two names share, added up over the names in common. */
interface Shared {
  count: number
  /** Σ 1 / log of the company of each (Adamic & Adar, 2003). */
  adamicAdar: number
  /** Σ 1 / the company of each (Zhou, Lü & Zhang, 2009). */
  allocated: number
  /** The cosine of the two's positive pointwise mutual information. */
  cosine: number
}

interface Measure {
  says: string
  of(shared: Shared, company: Company, a: number, b: number): number
}

/** In the order of the table. Kith takes the last but one around a name, and the last for the whole graph. */
export const MEASURES: Readonly<Record<string, Measure>> = {
  count: { says: 'names in common', of: ({ count }) => count },
  adamicAdar: { says: 'Adamic–Adar', of: ({ adamicAdar }) => adamicAdar },
  allocated: { says: 'resource allocation', of: ({ allocated }) => allocated },
  cosine: { says: 'cosine of PPMI', of: ({ cosine }) => cosine },
  product: { says: 'resource allocation × cosine', of: ({ allocated, cosine }) => allocated * cosine },
  root: { says: '**resource allocation × √cosine**', of: (_, company, a, b) => gapBetween(company, a, b).score },
  damped: { says: 'the same, hubs damped', of: (_, company, a, b) => damp(company, gapBetween(company, a, b)).score },
}

/** By measure, the rank of one end from the other, from 1. */
export type Ranks = Record<string, number>

/** @param ends which places count as the other end: 1 or 0. @returns where nothing is shared, the rank after all that share */
export function rankIn(company: Company, from: number, to: number, ends: Uint8Array): Ranks {
  const shared = sharedFrom(company, from, ends)
  const wanted = shared.get(to)
  return Object.fromEntries(
    Object.entries(MEASURES).map(([name, { of }]) => {
      if (!wanted) return [name, shared.size + 1]
      const score = of(wanted, company, from, to)
      const before = [...shared].filter(([other, own]) => other !== to && of(own, company, from, other) > score)
      return [name, before.length + 1]
    }),
  )
}

function sharedFrom({ starts, others, surprises, degrees, lengths }: Company, from: number, ends: Uint8Array) {
  const joined = new Set(others.subarray(starts[from], starts[from + 1])).add(from)
  const found = new Map<number, Shared>()
  for (let slot = starts[from] as number; slot < (starts[from + 1] as number); slot++) {
    const name = others[slot] as number
    const known = degrees[name] as number
    for (let next = starts[name] as number; next < (starts[name + 1] as number); next++) {
      const other = others[next] as number
      if (joined.has(other) || !ends[other]) continue
      const own = found.get(other) ?? { count: 0, adamicAdar: 0, allocated: 0, cosine: 0 }
      own.count++
      own.adamicAdar += 1 / Math.log(known)
      own.allocated += 1 / known
      own.cosine += (surprises[slot] as number) * (surprises[next] as number)
      found.set(other, own)
    }
  }
  for (const [other, own] of found) own.cosine /= (lengths[from] as number) * (lengths[other] as number) || 1
  return found
}
