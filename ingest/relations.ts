/**
 * Mentions → the relations that words or names state outright, each with its cue and its receipts.
 *
 * Words: rules/relations.ts, read by statements.ts. Titles and the pages of papers: introductions.ts. Names: variants.ts.
 * What somebody denies, doubts or asks is no relation; only a comparison may be denied. A relation weighs as much as
 * the passages that state it.
 */
import { MOST_MEETINGS } from './edges.ts'
import { earlier, later, order } from './entities.ts'
import { createIntroductions } from './introductions.ts'
import { quoteAround } from './quotes.ts'
import { type Span, sentences } from './sentences.ts'
import { toStatements } from './statements.ts'
import type { Document, Edge, Entity, Evidence, Mention, Passage, RelationType } from './types.ts'
import { toVariants } from './variants.ts'

/**
 * @param passages in id order
 * @param mentions as toEntities sorts them
 * @param entities those of the mentions; without them no name is known to be a variant, and every name is new
 * @param documents tell which pages are about which paper
 * @returns by type, source and target
 */
export function toRelations(
  passages: readonly Passage[],
  mentions: readonly Mention[],
  entities: readonly Entity[] = [],
  documents: readonly Document[] = [],
): Edge[] {
  const relations = new Map<string, Relation>()
  const introductionsOf = createIntroductions(entities, documents)
  const firsts = new Map<string, { mention: Mention; passage: Passage }>()
  for (const { passage, own } of withMentions(passages, mentions)) {
    for (const mention of own)
      if (isEarlier(passage, firsts.get(mention.entity)?.passage)) firsts.set(mention.entity, { mention, passage })
    const spans = lazily(() => sentences(passage.text))
    const plain = own.filter(({ rule }) => !rule.endsWith(':in-title'))
    for (const { type, source, target, cue } of toStatements(passage.text, plain, spans)) {
      const evidence = quoteAround(passage, sentenceOf(spans(), source, target), [source, target])
      add(relations, type, source.entity, target.entity, { passage, cue, evidence })
    }
    for (const { source, paper, cue, title } of introductionsOf(passage, own)) {
      const evidence = title
        ? { passage: passage.id, start: title.start, end: title.end }
        : quoteAround(passage, sentenceOf(spans(), source, source), [source])
      add(relations, 'INTRODUCED_IN', source.entity, paper, { passage, cue, evidence })
    }
  }
  for (const { variant, of } of toVariants(entities)) {
    const first = firsts.get(variant.id)
    if (!first) continue
    const { mention, passage } = first
    const evidence = quoteAround(passage, sentenceOf(sentences(passage.text), mention, mention), [mention])
    add(relations, 'VARIANT_OF', variant.id, of.id, { passage, cue: mention.surface, evidence })
  }
  return [...relations.values()]
    .map(toEdge)
    .sort((a, b) => order(a.type, b.type) || order(a.source, b.source) || order(a.target, b.target))
}

/** One passage that states a relation. */
interface Saying {
  passage: Passage
  cue: string
  evidence: Omit<Evidence, 'scope'>
}

interface Relation {
  type: RelationType
  source: string
  target: string
  /** One for each passage. */
  sayings: Map<string, Saying>
}

function add(
  relations: Map<string, Relation>,
  type: RelationType,
  source: string,
  target: string,
  saying: Saying,
): void {
  const key = `${type}\n${source}\n${target}`
  const relation = relations.get(key) ?? { type, source, target, sayings: new Map<string, Saying>() }
  relations.set(key, relation)
  if (!relation.sayings.has(saying.passage.id)) relation.sayings.set(saying.passage.id, saying)
}

/** Both lists are in the order of passage ids. */
function* withMentions(passages: readonly Passage[], mentions: readonly Mention[]) {
  let next = 0
  for (const passage of passages) {
    const from = next
    while (next < mentions.length && (mentions[next] as Mention).passage === passage.id) next++
    if (next > from) yield { passage, own: mentions.slice(from, next) }
  }
}

function lazily<T>(make: () => T): () => T {
  let made: T | undefined
  return () => (made ??= make())
}

function sentenceOf(spans: readonly Span[], one: Mention, other: Mention): Span {
  const [start, end] = [Math.min(one.start, other.start), Math.max(one.end, other.end)]
  const holding = spans.filter((span) => span.end > start && span.start < end)
  return { start: holding[0]?.start ?? start, end: holding.at(-1)?.end ?? end }
}

function isEarlier(passage: Passage, other: Passage | undefined): boolean {
  return !other || byDate(passage, other) < 0
}

function byDate(a: Passage, b: Passage): number {
  return order(a.places[0]?.date ?? '9999', b.places[0]?.date ?? '9999') || order(a.id, b.id)
}

function toEdge({ type, source, target, sayings }: Relation): Edge {
  const said = [...sayings.values()].sort((a, b) => byDate(a.passage, b.passage))
  const dates = said.flatMap(({ passage }) => passage.places.map(({ date }) => date))
  return {
    type,
    source,
    target,
    weight: said.length,
    support: said.length,
    scope: 'sentence',
    parts: { sentence: said.length, turn: 0, thread: 0 },
    npmi: 0,
    firstSeen: dates.reduce(earlier, null),
    lastSeen: dates.reduce(later, null),
    receipts: said.slice(0, MOST_MEETINGS).map(({ evidence }) => ({ ...evidence, scope: 'sentence' })),
    cue: said[0]?.cue ?? '',
  }
}
