/** Which sentences a survey quotes: of the concept, of a section, and for each paper the one that places it. */
import { order } from '../../ingest/entities.ts'
import { type Definition, toDefinitions } from '../ask/definition.ts'
import type { Group } from './groups.ts'
import type { Line } from './material.ts'
import { byPassageOf, type Sentence } from './prose.ts'
import type { Topic } from './topic.ts'

/** Sentences to choose from; one that was chosen is not chosen again. */
export interface Quotes {
  /** What the notes say of the concept, the definition first. */
  ofTopic(most: number): Sentence[]
  /** What the threads add in which the concept comes up. */
  ofThreads(most: number): Sentence[]
  /** What they say of a group. */
  ofGroup(group: Group, most: number): Sentence[]
  /** Why a paper belongs to a group, or else to the concept; null where no sentence says. */
  ofPaper(paper: string, group: Group | null): Sentence | null
}

/** Names of a group that its quotes are about. */
const KEY_NAMES = 8
/** A definition this good is a reason of its own. */
const GOOD_DEFINITION = 80

/**
 * @param beside of the threads in which the concept comes up
 * @param asked those that are told as questions, and not again
 */
export function createQuotes(
  sentences: readonly Sentence[],
  beside: readonly Sentence[],
  lines: readonly Line[],
  topic: Topic,
  asked: readonly Sentence[],
): Quotes {
  const used = new Set<Sentence>(asked)
  const about = new Map(sentences.map((sentence) => [sentence, topic.share(sentence)]))
  const shareOf = (sentence: Sentence) => about.get(sentence) ?? 0
  const byPaper = new Map<string, Sentence[]>()
  for (const sentence of sentences) {
    const { paper } = sentence.line
    // A note links a paper, and says in the next sentence what it thinks of it.
    const ids = paper ? [paper] : new Set(sentence.line.names.map(({ entity }) => entity))
    for (const id of ids) byPaper.set(id, [...(byPaper.get(id) ?? []), sentence])
  }
  const defining = createDefining(sentences, lines)
  const take = (scored: readonly Scored[], most: number): Sentence[] => {
    const taken: Sentence[] = []
    for (const { sentence } of [...scored].sort(byScore)) {
      if (taken.length === most) break
      const isSaid = ({ line }: Sentence) =>
        (topic.id === null || line.paper !== topic.id) && isOneVoice(line, sentence.line)
      if (used.has(sentence) || taken.some(isSaid)) continue
      used.add(sentence)
      taken.push(sentence)
    }
    return taken
  }
  return {
    ofTopic(most) {
      const definitions = topic.id === null ? new Map<Sentence, number>() : defining([topic.id])
      const scored = sentences.flatMap((sentence) => {
        const share = shareOf(sentence)
        const definition = definitions.get(sentence) ?? 0
        if (
          share < 1 ||
          sentence.worth < (sentence.line.paper ? LEAST_WORTH : LEAST_OF_NOTES) ||
          ASKS.test(sentence.text)
        )
          return []
        return [{ sentence, score: sentence.worth + 3 * definition + aboutTopic(sentence, topic) }]
      })
      const telling = scored.filter(({ score }) => score >= LEAST_TELLING)
      return take(scored.length > most ? telling : scored, most)
    },
    ofThreads(most) {
      const telling = beside.filter(({ text, worth }) => worth >= LEAST_WORTH && !ASKS.test(text))
      return take(
        telling.map((sentence) => ({ sentence, score: sentence.worth + Math.min(sentence.names.size, 3) / 3 })),
        most,
      )
    },
    ofGroup({ names, papers }, most) {
      const key = names.slice(0, KEY_NAMES)
      const definitions = defining(key.slice(0, KEY_NAMES / 2).map(({ id }) => id))
      const scored = sentences.flatMap((sentence) => {
        const own = key.reduce((sum, { id, rarity }) => sum + (sentence.names.has(id) ? rarity : 0), 0)
        const definition = definitions.get(sentence) ?? 0
        const share = shareOf(sentence)
        if (own === 0 || sentence.worth < LEAST_WORTH || share + definition === 0) return []
        if (ASKS.test(sentence.text) || (sentence.isRetold && definition === 0)) return []
        // Its own papers are quoted below; another voice says more.
        const again = sentence.line.paper && papers.includes(sentence.line.paper) ? 1 : 0
        return [{ sentence, score: sentence.worth + 2 * definition + 1.5 * share + Math.min(own, MOST_OWN) - again }]
      })
      return take(scored, most)
    },
    ofPaper(paper, group) {
      const key = group?.names ?? []
      const scored = (byPaper.get(paper) ?? []).flatMap((sentence) => {
        const own = key.reduce((sum, { id, rarity }) => sum + (sentence.names.has(id) ? rarity : 0), 0)
        const share = shareOf(sentence)
        const names = sentence.names.has(paper) ? 1 : 0
        return used.has(sentence)
          ? []
          : [{ sentence, score: sentence.worth + 2 * share + Math.min(own, MOST_OWN) + names }]
      })
      const [best] = scored.sort(byScore)
      if (!best) return null
      used.add(best.sentence)
      return best.sentence
    },
  }
}

/** Below this a sentence is left unsaid; a paper's own place is told all the same. */
const LEAST_WORTH = -0.6
/** People talk in longer sentences than they write. */
const LEAST_OF_NOTES = -1.5
/** Where two sentences or more say something general of the concept, the others are left out. */
const LEAST_TELLING = 1.6
const ASKS = /[？?][”"』」）)]*$/
/** More names make a list, not a reason. */
const MOST_OWN = 1.6

interface Scored {
  sentence: Sentence
  score: number
}

/** A page is one voice; in a note each line may be another's. */
const isOneVoice = (a: Line, b: Line): boolean =>
  a.paper !== null ? a.document === b.document : a.passage === b.passage

function byScore(a: Scored, b: Scored): number {
  return (
    b.score - a.score || order(a.sentence.line.passage, b.sentence.line.passage) || a.sentence.start - b.sentence.start
  )
}

/** What begins with the concept is about it; what authors propose is about what they propose. */
function aboutTopic({ line, start, text }: Sentence, { id }: Topic): number {
  // A paper's own page is all about it, and best where it says what it does.
  if (id !== null && line.paper === id) return PROPOSING.test(text) ? 1 : 0
  const inside = line.names.filter((name) => name.start >= start && name.start < start + text.length)
  const own = inside.find(({ entity }) => entity === id)
  if (!own) return PROPOSING.test(text) ? -2 : 0
  const at = own.start - start
  const before = inside.filter((name) => name.start < own.start).length
  const after = text.slice(own.end - start)
  return (
    (/^(?:the |an? |所谓|其中)?$/i.test(text.slice(0, at)) ? 1 : at <= 40 ? 0.4 : 0) +
    (STATES.test(after) ? 1 : 0) -
    0.4 * Math.min(before, 3) -
    (PROPOSING.test(text) ? 2 : 0)
  )
}

const PROPOSING = /\b(?:we|our|this paper|this work)\b|本文|我们|本研究|论文|提出/i
/** What follows a concept where something general is said of it. */
const STATES =
  /^\W*(?:\([^)]*\)\s*)?(?:\w+\s){0,3}?(?:is|are|was|has|have|can|enables?|allows?|requires?|grows?|scales?|remains?|plays?|becomes?|reduces?|improves?|aims?|aligns?)\b|^(?:[（(][^）)]*[）)])?(?:的(?:核心|本质|目标|问题|关键|优势|瓶颈|难点|作用))?(?:技术|方法|模型)?(?:是|为|作为|通过|可以|能够|需要|已|就是|在于)|whose|bottleneck|challeng|瓶颈|挑战|难点/i

/** Names → the sentences that say what one of them is, from 0 to 1. */
function createDefining(
  sentences: readonly Sentence[],
  lines: readonly Line[],
): (ids: readonly string[]) => Map<Sentence, number> {
  const byPassage = byPassageOf(sentences)
  return (ids) => {
    const found = new Map<Sentence, number>()
    for (const id of ids) {
      const named = lines.flatMap(({ passage, text, names }) =>
        names.flatMap(({ entity, start, end }) => (entity === id ? [{ passage, text, start, end }] : [])),
      )
      for (const definition of toDefinitions(named)) {
        const sentence = byPassage.get(definition.passage)?.find((one) => holds(one, definition))
        if (sentence && definition.score >= GOOD_DEFINITION)
          found.set(sentence, Math.max(found.get(sentence) ?? 0, definition.score / 100))
      }
    }
    return found
  }
}

const holds = (sentence: Sentence, { start }: Definition): boolean =>
  start >= sentence.start - 8 && start < sentence.end
