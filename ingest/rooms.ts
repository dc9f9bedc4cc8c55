/**
 * Passages and mentions → rooms: who is named where, sentence by sentence, passage by passage, thread by thread.
 */
import { createFormulas, SHARE_OF_FORMULA } from './damping.ts'
import { order } from './entities.ts'
import { type Span, sentences } from './sentences.ts'
import type { Mention, Passage } from './types.ts'

/** A passage with the entities named in it. */
export interface Room {
  passage: Passage
  spans: Span[]
  /** For each sentence, what a meeting there counts for. */
  shares: number[]
  /** Entity → the sentences it is named in, with its first mention in each. */
  names: Map<string, Map<number, Mention>>
}

export interface Thread {
  id: string
  /** In reading order. */
  rooms: Room[]
  names: Map<string, number[]>
}

/** In the order of the passages; those without a mention are left out. */
export function toRooms(passages: readonly Passage[], mentions: readonly Mention[]): Room[] {
  const byPassage = groupByPassage(mentions)
  const formulas = createFormulas()
  const rooms = passages.flatMap((passage): Room[] => {
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
    return [{ passage, spans, shares: [], names }]
  })
  for (const { passage, spans, names } of rooms)
    for (const [at, first] of openers(names)) formulas.count(passage.text, spans[at] as Span, first)
  for (const { passage, spans, names, shares } of rooms)
    for (const [at, first] of openers(names))
      shares[at] = formulas.isFormula(passage.text, spans[at] as Span, first) ? SHARE_OF_FORMULA : 1
  return rooms
}

/** The first mention of each sentence. */
function openers(names: Room['names']): Map<number, Mention> {
  const firsts = new Map<number, Mention>()
  if (names.size < 2) return firsts
  for (const places of names.values())
    for (const [at, mention] of places) {
      const first = firsts.get(at)
      if (!first || mention.start < first.start) firsts.set(at, mention)
    }
  return firsts
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

/** A thread is the union of its passages wherever it stands: a later log may add answers to it. */
export function toThreads(rooms: readonly Room[]): Thread[] {
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
