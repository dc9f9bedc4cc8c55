/**
 * Mentions → edges between the entities that are named together.
 *
 * Each name of a scope has one unit of company to give, shared out among the others there (Newman, 2001, "Scientific
 * collaboration networks II"): a pair in a scope of n names gets 1/(n−1), times the scope's weight. A list of thirty
 * joins each pair less than a sentence of two. A pair counts once for each passage, at its closest scope there, and
 * once for each thread in which it never shares a passage. `parts` say how much each scope gave; `weight` is their sum.
 */
import { earlier, later, order } from './entities.ts'
import { createNpmi } from './npmi.ts'
import { quoteAround } from './quotes.ts'
import { round } from './round.ts'
import { type Span, sentences } from './sentences.ts'
import type { Edge, Evidence, Mention, Passage, Scope } from './types.ts'

/** What a meeting of two names alone is worth. */
export const SCOPE_WEIGHTS: Readonly<Record<Scope, number>> = { sentence: 1, turn: 0.6, thread: 0.3 }

/** A scope of more names than this is a catalogue, and joins nobody. */
export const MOST_NAMES: Readonly<Record<Scope, number>> = { sentence: 60, turn: 40, thread: 30 }

/** An edge keeps the receipts of this many meetings, the closest first; `support` counts them all. */
export const MOST_MEETINGS = 12

/** Passages in id order, mentions as toEntities sorts them; edges by source and target. */
export function toEdges(passages: readonly Passage[], mentions: readonly Mention[]): Edge[] {
  const rooms = toRooms(passages, mentions)
  const pairs: Pairs = new Map()
  for (const room of rooms) meetInPassage(room, pairs)
  const threads = toThreads(rooms)
  for (const thread of threads) meetInThread(thread, pairs)
  const surprise = createNpmi(threads.map(({ names }) => [...names.keys()]))
  const edges: Edge[] = []
  for (const [source, others] of pairs) {
    for (const pair of others.values()) edges.push(toEdge(pair, surprise(pair.source, pair.target)))
    // A large graph's pairs and edges would not both fit.
    pairs.delete(source)
  }
  return edges.sort((a, b) => order(a.source, b.source) || order(a.target, b.target))
}

/** A passage with the entities named in it. */
interface Room {
  passage: Passage
  spans: Span[]
  /** Entity → the sentences it is named in, with its first mention in each. */
  names: Map<string, Map<number, Mention>>
}

/** By source, then by target. */
type Pairs = Map<string, Map<string, Pair>>

interface Pair {
  source: string
  target: string
  parts: Record<Scope, number>
  support: number
  firstSeen: string | null
  lastSeen: string | null
  meetings: { scope: Scope; date: string | null; evidence: Evidence[] }[]
}

function toRooms(passages: readonly Passage[], mentions: readonly Mention[]): Room[] {
  const byPassage = groupByPassage(mentions)
  return passages.flatMap((passage) => {
    const here = byPassage.get(passage.id)
    if (!here) return []
    const spans = sentences(passage.text)
    const names: Room['names'] = new Map()
    let at = 0
    for (const mention of here) {
      while (at < spans.length - 1 && mention.start >= (spans[at] as Span).end) at++
      const places = names.get(mention.entity) ?? new Map<number, Mention>()
      names.set(mention.entity, places)
      if (!places.has(at)) places.set(at, mention)
    }
    return [{ passage, spans, names }]
  })
}

function groupByPassage(mentions: readonly Mention[]): Map<string, Mention[]> {
  const groups = new Map<string, Mention[]>()
  for (const mention of mentions) {
    const group = groups.get(mention.passage)
    if (group) group.push(mention)
    else groups.set(mention.passage, [mention])
  }
  return groups
}

function meetInPassage({ passage, spans, names }: Room, pairs: Pairs): void {
  const crowd = new Map<number, number>()
  for (const places of names.values()) for (const at of places.keys()) crowd.set(at, (crowd.get(at) ?? 0) + 1)
  const turn = names.size <= MOST_NAMES.turn ? SCOPE_WEIGHTS.turn / (names.size - 1) : 0
  const entities = [...names.keys()].sort(order)
  eachPair(entities, (source, target) => {
    const a = names.get(source) as Map<number, Mention>
    const b = names.get(target) as Map<number, Mention>
    const shared = quietest(a, b, crowd)
    if (shared !== null) {
      const weight = SCOPE_WEIGHTS.sentence / ((crowd.get(shared) as number) - 1)
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

interface Thread {
  id: string
  /** In reading order. */
  rooms: Room[]
  names: Map<string, number[]>
}

/** A thread is the union of its passages wherever it stands: a later log may add answers to it. */
function toThreads(rooms: readonly Room[]): Thread[] {
  const threads = new Map<string, Map<Room, number>>()
  for (const room of rooms) {
    for (const { thread, order: position } of room.passage.places) {
      const members = threads.get(thread) ?? new Map<Room, number>()
      threads.set(thread, members)
      members.set(room, Math.max(position, members.get(room) ?? 0))
    }
  }
  return [...threads]
    .sort(([a], [b]) => order(a, b))
    .map(([id, members]) => {
      const ordered = [...members]
        .sort((a, b) => a[1] - b[1] || order(a[0].passage.id, b[0].passage.id))
        .map(([room]) => room)
      const names = new Map<string, number[]>()
      ordered.forEach((room, at) => {
        for (const name of room.names.keys()) {
          const places = names.get(name)
          if (places) places.push(at)
          else names.set(name, [at])
        }
      })
      return { id, rooms: ordered, names }
    })
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
  let others = pairs.get(source)
  if (!others) pairs.set(source, (others = new Map()))
  let pair = others.get(target)
  if (!pair) {
    pair = {
      source,
      target,
      parts: { sentence: 0, turn: 0, thread: 0 },
      support: 0,
      firstSeen: null,
      lastSeen: null,
      meetings: [],
    }
    others.set(target, pair)
  }
  pair.parts[scope] += weight
  pair.support++
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

function toEdge({ source, target, parts: exact, support, firstSeen, lastSeen, meetings }: Pair, npmi: number): Edge {
  const parts = { sentence: round(exact.sentence), turn: round(exact.turn), thread: round(exact.thread) }
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
