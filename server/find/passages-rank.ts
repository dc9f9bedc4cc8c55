/**
 * A query and an index → the texts that answer it, best first.
 *
 * Each word counts by how rare it is and how often it stands in the text (BM25, Robertson & Zaragoza, 2009). Texts with
 * the very phrase come first, then those with all words, then those with most of them; words that stand side by side as
 * they were typed raise a text within its tier.
 */
import type { WordIndex } from './passages-index.ts'
import { createOrder } from './passages-order.ts'
import type { Query } from './passages-query.ts'
import { createSums } from './passages-sums.ts'
import { greatest } from './passages-top.ts'

/** The surest first. */
export const TIERS = ['phrase', 'all', 'most'] as const
export type Tier = (typeof TIERS)[number]

const [PHRASE, ALL, MOSTLY] = [0, 1, 2]

export interface Ranked {
  /** The number of the text. */
  text: number
  tier: Tier
  score: number
}

export interface Ranking {
  items: Ranked[]
  total: number
}

/** The share of the words, each by its rarity, that a text of the last tier holds at least. */
const MOST = 0.65
/** Where no text holds as much: the share of the best that the others must reach. */
const NEARLY = 0.9
/** Of the best by words alone, so many times what is asked for are looked at for words side by side. */
const LOOKED_AT = 10
/** What words side by side add, each by its rarity. */
const TOGETHER = 1.5
/** A tier is above all scores of the next. */
const STEP = 1e6

export interface RankerOptions {
  /** What a text is worth beside others that hold the same, by its number. Default 1 for each. */
  worthOf?: (text: number) => number
  /** Whether the nearest are told where no text holds even most of the words. Default true. */
  nearest?: boolean
}

/** @returns a function that keeps the room for its sums; texts of one score stand in the order of the index */
export function createRanker(
  index: WordIndex,
  { worthOf = () => 1, nearest = true }: RankerOptions = {},
): (query: Query, limit: number) => Ranking {
  const sums = createSums(index)
  const room = {
    texts: new Uint32Array(index.size),
    tiers: new Uint8Array(index.size),
    keys: new Float64Array(index.size),
  }
  return (query, limit) => {
    const wanted = wantedOf(query)
    const weights = new Float64Array(query.needs.length)
    sums.clear()
    for (const place of wanted) weights[place] = sums.take(query.needs[place]?.pieces ?? [])
    const whole = weights.reduce((sum, weight) => sum + weight, 0)
    const most = sums.mostCovered()
    const least = nearest && most < MOST * whole ? NEARLY * most : MOST * whole
    const order = createOrder(index, query)
    const toTier = (text: number): number | null => {
      for (const quote of query.quotes) if (!order.holds(text, quote)) return null
      if ((sums.met[text] as number) < wanted.length) return MOSTLY
      return query.slots.length > 1 && order.holds(text, [0, query.slots.length]) ? PHRASE : ALL
    }
    let total = 0
    for (const text of sums.touched()) {
      if ((sums.covered[text] as number) < least) continue
      const tier = toTier(text)
      if (tier === null) continue
      room.texts[total] = text
      room.tiers[total] = tier
      room.keys[total++] = worthOf(text) * (sums.scores[text] as number) - STEP * tier
    }
    const items = greatest(room.keys.subarray(0, total), limit * LOOKED_AT).map((at): Ranked => {
      const text = room.texts[at] as number
      const score = worthOf(text) * ((sums.scores[text] as number) + TOGETHER * order.together(text, weights))
      return { text, tier: TIERS[room.tiers[at] as number] as Tier, score }
    })
    items.sort((a, b) => TIERS.indexOf(a.tier) - TIERS.indexOf(b.tier) || b.score - a.score || a.text - b.text)
    return { items: items.slice(0, limit), total }
  }
}

/** The needs that are looked for: all but the small words, unless they stand in quotes or nothing else stands anywhere. */
function wantedOf({ needs, slots, quotes }: Query): number[] {
  const quoted = new Set(quotes.flatMap(([from, to]) => slots.slice(from, to)))
  const places = needs.map((_, place) => place)
  const large = places.filter((place) => !needs[place]?.isSmall || quoted.has(place))
  return large.some((place) => needs[place]?.pieces.length) ? large : places
}
