/**
 * Names found, beside names marked by hand → figures.
 *
 * A name is right (strict) when its span and its kind are right; `span` asks for the span alone, `overlap` only that the
 * two touch. `bcubed` (Bagga & Baldwin, 1998) compares the entities that the names were gathered into, over the spans
 * that both have. Where nothing is found or marked a figure is 0.
 */
import type { Name } from './gold.ts'

/** One document, read twice. No two names of one reading have the same span. */
export interface Compared<Found extends Name = Name> {
  doc: string
  gold: readonly Name[]
  found: readonly Found[]
}

export interface Score {
  precision: number
  recall: number
  f1: number
  /** How many were marked, and how many found. */
  gold: number
  found: number
}

/** Of the entities marked by hand, those that anything found touches. */
export interface EntityRecall {
  recall: number
  gold: number
  found: number
}

export interface Scores {
  strict: Score
  span: Score
  overlap: Score
  bcubed: Score
  entities: EntityRecall
}

export function toScores(documents: readonly Compared[]): Scores {
  const pairs = documents.flatMap(pair)
  const gold = sum(documents, ({ gold }) => gold.length)
  const found = sum(documents, ({ found }) => found.length)
  const rightKind = pairs.filter(([marked, other]) => marked.kind === other.kind).length
  const touched = documents.map(({ gold, found }) => ({ gold: touching(gold, found), found: touching(found, gold) }))
  const marked = new Set(documents.flatMap(({ gold }) => gold.map(({ id }) => id)))
  const met = new Set(touched.flatMap(({ gold }) => gold.map(({ id }) => id)))
  return {
    strict: toScore(rightKind, rightKind, gold, found),
    span: toScore(pairs.length, pairs.length, gold, found),
    overlap: toScore(
      sum(touched, ({ gold }) => gold.length),
      sum(touched, ({ found }) => found.length),
      gold,
      found,
    ),
    bcubed: bcubed(pairs),
    entities: { recall: share(met.size, marked.size), gold: marked.size, found: met.size },
  }
}

/** Strict, for the names of each slice: of each kind, of each language. A key of null leaves a name out. */
export function toSlices<Found extends Name>(
  documents: readonly Compared<Found>[],
  keyOf: (name: Name | Found) => string | null,
): Map<string, Score> {
  const counts = new Map<string, { gold: number; found: number; right: number }>()
  const count = (name: Name | Found, what: 'gold' | 'found' | 'right') => {
    const key = keyOf(name)
    if (key === null) return
    const slice = counts.get(key) ?? { gold: 0, found: 0, right: 0 }
    counts.set(key, slice)
    slice[what]++
  }
  for (const { gold, found } of documents) {
    const marked = new Set(gold.map(strictKey))
    for (const name of gold) count(name, 'gold')
    for (const name of found) {
      count(name, 'found')
      if (marked.has(strictKey(name))) count(name, 'right')
    }
  }
  return new Map([...counts].map(([key, { gold, found, right }]) => [key, toScore(right, right, gold, found)]))
}

export function spanKey({ start, end }: Name): string {
  return `${start} ${end}`
}

function strictKey(name: Name): string {
  return `${spanKey(name)} ${name.kind}`
}

/** The names of one document that both readings have, marked and found. */
function pair({ gold, found }: Compared): [Name, Name][] {
  const bySpan = new Map(found.map((name) => [spanKey(name), name]))
  return gold.flatMap((name): [Name, Name][] => {
    const other = bySpan.get(spanKey(name))
    return other ? [[name, other]] : []
  })
}

/** Those of `names` that share a character with any of `others`. */
export function touching<N extends Name>(names: readonly N[], others: readonly Name[]): N[] {
  const covered = new Uint8Array(Math.max(0, ...others.map(({ end }) => end)))
  for (const { start, end } of others) covered.fill(1, start, end)
  return names.filter(({ start, end }) => covered.subarray(start, end).includes(1))
}

/** Each pair counts for the share of its two clusters that is in both. */
function bcubed(pairs: readonly (readonly [Name, Name])[]): Score {
  const gold = countBy(pairs, ([marked]) => marked.id)
  const found = countBy(pairs, ([, other]) => other.id)
  const both = countBy(pairs, ([marked, other]) => JSON.stringify([marked.id, other.id]))
  const [right, rightFound] = [gold, found].map((clusters, side) =>
    sum([...both], ([key, shared]) => (shared * shared) / (clusters.get(JSON.parse(key)[side] as string) ?? 1)),
  ) as [number, number]
  return toScore(right, rightFound, pairs.length, pairs.length)
}

function toScore(rightOfGold: number, rightOfFound: number, gold: number, found: number): Score {
  const precision = share(rightOfFound, found)
  const recall = share(rightOfGold, gold)
  return { precision, recall, f1: share(2 * precision * recall, precision + recall), gold, found }
}

function share(part: number, whole: number): number {
  return whole ? part / whole : 0
}

function sum<Item>(items: readonly Item[], valueOf: (item: Item) => number): number {
  return items.reduce((total, item) => total + valueOf(item), 0)
}

function countBy<Item>(items: readonly Item[], keyOf: (item: Item) => string): Map<string, number> {
  const counts = new Map<string, number>()
  for (const item of items) counts.set(keyOf(item), (counts.get(keyOf(item)) ?? 0) + 1)
  return counts
}
