/**
 * Mentions → edges between the entities that are named together.
 *
 * Each name of a scope has one unit of company to give, shared out among the others there (Newman, 2001, "Scientific
 * collaboration networks II"): a pair in a scope of n names gets 1/(n−1), times the scope's weight. A list of thirty
 * joins each pair less than a sentence of two. A pair counts once for each passage, at its closest scope there, and
 * once for each thread in which it never shares a passage. What hubs, repetitions, formulas and nested names give is
 * damped (damping.ts), all scopes of a pair alike. `parts` say how much each scope gave; `weight` is their sum.
 */
import { createStories, shareOfHub, shareOfNames, shareOfRepeats } from './damping.ts'
import { earlier, later, order } from './entities.ts'
import { createNpmi } from './npmi.ts'
import { quoteAround } from './quotes.ts'
import { type Room, type Thread, toRooms, toThreads } from './rooms.ts'
import { round } from './round.ts'
import type { Span } from './sentences.ts'
import type { Document, Edge, Evidence, Mention, Passage, Place, Scope } from './types.ts'

/** What a meeting of two names alone is worth. */
export const SCOPE_WEIGHTS: Readonly<Record<Scope, number>> = { sentence: 1, turn: 0.6, thread: 0.3 }

/** A scope of more names than this is a catalogue, and joins nobody. */
export const MOST_NAMES: Readonly<Record<Scope, number>> = { sentence: 60, turn: 40, thread: 30 }

/** An edge keeps the receipts of this many meetings, the closest first; `support` counts them all. */
export const MOST_MEETINGS = 12

/**
 * @param passages in id order
 * @param mentions as toEntities sorts them
 * @param documents tell which pages are about one paper
 * @returns by source and target
 */
export function toEdges(
  passages: readonly Passage[],
  mentions: readonly Mention[],
  documents: readonly Document[] = [],
): Edge[] {
  const rooms = toRooms(passages, mentions)
  const pairs: Pairs = { bySource: new Map(), companions: new Map(), storyOf: createStories(documents) }
  for (const room of rooms) meetInPassage(room, pairs)
  const threads = toThreads(rooms)
  for (const thread of threads) meetInThread(thread, pairs)
  const surprise = createNpmi(threads.map(({ names }) => [...names.keys()]))
  const shareOf = (name: string) => shareOfHub(pairs.companions.get(name) ?? 0)
  const edges: Edge[] = []
  for (const [source, others] of pairs.bySource) {
    const share = shareOf(source)
    for (const pair of others.values())
      edges.push(toEdge(pair, share * shareOf(pair.target), surprise(pair.source, pair.target)))
    // A large graph's pairs and edges would not both fit.
    pairs.bySource.delete(source)
  }
  return edges.sort((a, b) => order(a.source, b.source) || order(a.target, b.target))
}

interface Pairs {
  /** By source, then by target. */
  bySource: Map<string, Map<string, Pair>>
  /** With how many others each name is joined. */
  companions: Map<string, number>
  storyOf: (place: Place) => number
}

interface Pair {
  source: string
  target: string
  parts: Record<Scope, number>
  support: number
  /** The story of each meeting. */
  stories: number[]
  firstSeen: string | null
  lastSeen: string | null
  meetings: { scope: Scope; date: string | null; evidence: Evidence[] }[]
}

function meetInPassage({ passage, spans, shares, names }: Room, pairs: Pairs): void {
  const crowd = new Map<number, number>()
  for (const places of names.values()) for (const at of places.keys()) crowd.set(at, (crowd.get(at) ?? 0) + 1)
  const turn = names.size <= MOST_NAMES.turn ? SCOPE_WEIGHTS.turn / (names.size - 1) : 0
  const entities = [...names.keys()].sort(order)
  eachPair(entities, (source, target) => {
    const a = names.get(source) as Map<number, Mention>
    const b = names.get(target) as Map<number, Mention>
    const shared = quietest(a, b, crowd)
    if (shared !== null) {
      const weight = (SCOPE_WEIGHTS.sentence * (shares[shared] as number)) / ((crowd.get(shared) as number) - 1)
      const quote = quoteAround(passage, spans[shared] as Span, [a.get(shared) as Mention, b.get(shared) as Mention])
      meet(pairs, source, target, 'sentence', weight, [passage], [{ ...quote, scope: 'sentence' }])
    } else if (turn > 0) {
      const [first, last] = inOrder(firstOf(a), firstOf(b))
      const whole = { start: (spans[first.at] as Span).start, end: (spans[last.at] as Span).end }
      const quote = quoteAround(passage, whole, [first.mention, last.mention])
      meet(pairs, source, target, 'turn', turn, [passage], [{ ...quote, scope: 'turn' }])
    }
  })
}

/** The shared sentence with the fewest names, so the one that says most of the pair; null where there is none. */
function quietest(a: Map<number, Mention>, b: Map<number, Mention>, crowd: Map<number, number>): number | null {
  let best: number | null = null
  let fewest = MOST_NAMES.sentence + 1
  for (const at of a.keys()) {
    const names = crowd.get(at) as number
    if (b.has(at) && names < fewest) {
      best = at
      fewest = names
    }
  }
  return best
}

function meetInThread({ rooms, names }: Thread, pairs: Pairs): void {
  if (rooms.length < 2 || names.size > MOST_NAMES.thread) return
  const weight = SCOPE_WEIGHTS.thread / (names.size - 1)
  eachPair([...names.keys()].sort(order), (source, target) => {
    const closest = nearest(names.get(source) as number[], names.get(target) as number[])
    if (!closest) return
    const sides = [
      { room: rooms[closest[0]] as Room, entity: source },
      { room: rooms[closest[1]] as Room, entity: target },
    ]
    if (closest[0] > closest[1]) sides.reverse()
    const evidence = sides.map(({ room, entity }): Evidence => {
      const { at, mention } = firstOf(room.names.get(entity) as Map<number, Mention>)
      return { ...quoteAround(room.passage, room.spans[at] as Span, [mention]), scope: 'thread' }
    })
    meet(
      pairs,
      source,
      target,
      'thread',
      weight,
      sides.map(({ room }) => room.passage),
      evidence,
    )
  })
}

/** The two positions that lie closest, or null where the two share one. Both lists rise. */
function nearest(a: number[], b: number[]): [number, number] | null {
  let best: [number, number] | null = null
  for (let i = 0, j = 0; i < a.length && j < b.length; ) {
    const [x, y] = [a[i] as number, b[j] as number]
    if (x === y) return null
    if (!best || Math.abs(x - y) < Math.abs(best[0] - best[1])) best = [x, y]
    if (x < y) i++
    else j++
  }
  return best
}

function meet(
  pairs: Pairs,
  source: string,
  target: string,
  scope: Scope,
  weight: number,
  passages: Passage[],
  evidence: Evidence[],
): void {
  let others = pairs.bySource.get(source)
  if (!others) pairs.bySource.set(source, (others = new Map()))
  let pair = others.get(target)
  if (!pair) {
    pair = {
      source,
      target,
      parts: { sentence: 0, turn: 0, thread: 0 },
      support: 0,
      stories: [],
      firstSeen: null,
      lastSeen: null,
      meetings: [],
    }
    others.set(target, pair)
    for (const name of [source, target]) pairs.companions.set(name, (pairs.companions.get(name) ?? 0) + 1)
  }
  pair.parts[scope] += weight
  pair.support++
  const [place] = (passages[0] as Passage).places
  if (place) pair.stories.push(pairs.storyOf(place))
  const dates = passages.flatMap(({ places }) => places.map(({ date }) => date))
  for (const date of dates) {
    pair.firstSeen = earlier(pair.firstSeen, date)
    pair.lastSeen = later(pair.lastSeen, date)
  }
  pair.meetings.push({ scope, date: dates[0] ?? null, evidence })
  if (pair.meetings.length > MOST_MEETINGS * 4) pair.meetings = closestMeetings(pair.meetings)
}

function closestMeetings(meetings: Pair['meetings']): Pair['meetings'] {
  const rank = { sentence: 0, turn: 1, thread: 2 }
  return meetings
    .sort(
      (a, b) =>
        rank[a.scope] - rank[b.scope] ||
        order(a.date ?? '9999', b.date ?? '9999') ||
        order(a.evidence[0]?.passage ?? '', b.evidence[0]?.passage ?? '') ||
        (a.evidence[0]?.start ?? 0) - (b.evidence[0]?.start ?? 0),
    )
    .slice(0, MOST_MEETINGS)
}

/** @param hubs what its names keep of it as hubs */
function toEdge(pair: Pair, hubs: number, npmi: number): Edge {
  const { source, target, parts: exact, support, stories, firstSeen, lastSeen, meetings } = pair
  const share = hubs * shareOfRepeats(stories) * shareOfNames(source, target)
  const parts = {
    sentence: round(exact.sentence * share),
    turn: round(exact.turn * share),
    thread: round(exact.thread * share),
  }
  const closest = closestMeetings(meetings)
  return {
    type: 'CO_MENTION',
    source,
    target,
    weight: round(parts.sentence + parts.turn + parts.thread),
    support,
    scope: closest[0]?.scope ?? 'thread',
    parts,
    npmi,
    firstSeen,
    lastSeen,
    receipts: closest.flatMap(({ evidence }) => evidence),
  }
}

function firstOf(places: Map<number, Mention>): { at: number; mention: Mention } {
  const [first] = places
  if (!first) throw new Error('an entity without a mention')
  return { at: first[0], mention: first[1] }
}

function inOrder<T extends { mention: Mention }>(a: T, b: T): [T, T] {
  return a.mention.start <= b.mention.start ? [a, b] : [b, a]
}

function eachPair(entities: string[], visit: (source: string, target: string) => void): void {
  for (let i = 0; i < entities.length; i++) {
    for (let j = i + 1; j < entities.length; j++) visit(entities[i] as string, entities[j] as string)
  }
}
