/**
 * A document's text and the names the rules found in it → the names, with the tagger's say.
 *
 * A small conditional random field reads the whole text, with the finds as evidence: it may add a name, drop one, or
 * give one another extent. What is certain (links, titles, a page's layout) is not its to change, nor is the kind of a
 * name that it leaves where it is: in cross-validation the rules know kinds better.
 */
import type { Find, Named } from '../finds.ts'
import type { Lexicon } from '../lexicon.ts'
import { fromEntry } from '../rules/links.ts'
import type { Span } from '../sentences.ts'
import { KINDS } from '../types.ts'
import { Decoder, isInside, LABELS } from './crf.ts'
import { documentType, Features } from './features.ts'
import { isFrozen, LONGEST_SEQUENCE } from './tokens.ts'
import { addWeights, createTable, unpackWeights } from './weights.ts'

export interface Tagged {
  /** By start, a title before the names inside it. */
  finds: Find[]
  /** How many of the rules' finds are gone and not replaced. */
  dropped: number
}

export interface Tagger {
  /**
   * @param stretches where the text's words are, in reading order
   * @param finds what the rules found, by start
   */
  tag(text: string, stretches: readonly Span[], finds: readonly Find[], lexicon: Lexicon): Tagged
}

/** How much better than what the rules say a label must be, where they found nothing and where they found a name. */
export interface Trust {
  inNothing: number
  inFinds: number
}

/**
 * By type of document (see features.ts), from cross-validation: in logs and articles the rules are better alone, and
 * null leaves these documents as they are.
 */
const TRUST: readonly (Trust | null)[] = [null, { inNothing: 0.5, inFinds: 0.5 }, null]

/** Less than any score. */
const UNLIKELY = -1e5

/**
 * @param packed what `npm run train` writes
 * @param always one trust for every type of document. Default: each its own
 */
export function createTagger(packed: Uint8Array, always?: Trust): Tagger {
  const weights = unpackWeights(packed)
  const table = createTable(weights)
  const idle = new Set(weights.idle)
  // Scores are counted in steps.
  const decoder = new Decoder(weights.transitions.map((weight) => weight / weights.step))
  const features = new Features()
  const scores = new Float32Array(LONGEST_SEQUENCE * LABELS)
  const labels = new Uint8Array(LONGEST_SEQUENCE)

  function score(from: number, to: number, { inNothing, inFinds }: Trust): void {
    const { tokens, out } = features
    scores.fill(0, 0, (to - from) * LABELS)
    for (let at = from; at < to; at++) {
      const cell = (at - from) * LABELS
      const ruled = features.ruled(at)
      if (ruled === 0 && (!features.isCandidate(at) || idle.has((tokens.words[at] as number) >>> 0))) {
        scores.fill(UNLIKELY, cell + 1, cell + LABELS)
        continue
      }
      const count = features.of(at)
      for (let feature = 0; feature < count; feature++) addWeights(table, out[feature] as number, scores, cell)
      scores[cell + ruled] = (scores[cell + ruled] as number) + (ruled === 0 ? inNothing : inFinds) / weights.step
    }
  }

  return {
    tag(text, stretches, finds, lexicon) {
      const trust = always ?? TRUST[documentType(text, stretches, finds)]
      if (!trust) return { finds: [...finds], dropped: 0 }
      features.openDocument(text, stretches, finds)
      const { tokens } = features
      const names = createNames(text, finds, lexicon)
      for (let sequence = 0; sequence < tokens.sequenceCount; sequence++) {
        const from = tokens.sequences[sequence] as number
        const length = features.openSequence(sequence)
        score(from, from + length, trust)
        decoder.decode(scores, length, labels)
        for (let at = 0; at < length; at++) {
          const label = labels[at] as number
          if (label === 0 || isInside(label)) continue
          const first = at
          while (at + 1 < length && labels[at + 1] === label + 1) at++
          names.add(tokens.starts[from + first] as number, tokens.ends[from + at] as number, (label - 1) >> 1)
        }
      }
      return names.done()
    },
  }
}

/** Gathers what the tagger found, in reading order, beside what the rules did. */
function createNames(text: string, finds: readonly Find[], lexicon: Lexicon) {
  const kept: Find[] = []
  let next = 0
  let dropped = 0
  /** Takes over what is certain, up to `end`; tells whether a find that is not reaches into `start` to `end`. */
  function pass(start: number, end: number): boolean {
    let touched = false
    for (; next < finds.length; next++) {
      const find = finds[next] as Find
      if (find.start >= end) break
      if (find.inTitle || isFrozen(find)) kept.push(find)
      else if (find.end > start) touched = true
      else dropped++
    }
    return touched
  }
  return {
    add(start: number, end: number, kind: number): void {
      const reached = pass(start, start)
      const first = finds[next]
      const same = first?.start === start && first.end === end ? first : null
      const touched = pass(start, end) || reached
      if (same) kept.push(same)
      else {
        const named = toNamed(text.slice(start, end), kind, lexicon)
        kept.push({ start, end, rule: touched ? 'tagger:span' : 'tagger:new', named, inTitle: false })
      }
    },
    done(): Tagged {
      pass(text.length, text.length + 1)
      return { finds: kept, dropped }
    },
  }
}

function toNamed(surface: string, kind: number, lexicon: Lexicon): Named {
  const entry = lexicon.find(surface)
  return entry ? fromEntry(entry) : { kind: KINDS[kind] as (typeof KINDS)[number], name: surface }
}
