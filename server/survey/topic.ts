/** What a survey is about: whether a sentence speaks of it, and which names are only other words for it. */
import { fold } from '../../ingest/fold.ts'
import type { Names } from '../ask/names.ts'
import { namesWithin } from '../find/names-within.ts'
import { isStop, normalize, tokens } from '../find/words.ts'
import type { Material } from './material.ts'
import type { Sentence } from './prose.ts'

export interface Topic {
  id: string | null
  /** From 0 to 1: how much a sentence speaks of it. */
  share(sentence: Sentence): number
  /** Whether a name says no more than the concept's own: KV of KV cache. */
  isPartOf(name: string): boolean
}

export function toTopic({ concept, text }: Pick<Material, 'concept' | 'text'>, names: Names): Topic {
  const spellings = concept ? [concept.name, ...concept.aliases] : [text]
  const folded = spellings.map(fold).filter(Boolean)
  const isPartOf = (name: string) => folded.some((spelling) => spelling.includes(fold(name)))
  if (concept) {
    const { id } = concept
    return { id, isPartOf, share: ({ names: named, line }) => (named.has(id) || line.paper === id ? 1 : 0) }
  }
  const words = tellingTerms(text)
  const meant = namesWithin(text.slice(0, LONGEST_READ), names).map(({ id, mentions }) => ({
    id,
    weight: 1 / Math.log2(2 + mentions) ** 2,
  }))
  const all = meant.reduce((sum, { weight }) => sum + weight, 0)
  return {
    id: null,
    // The names that the words hold are what the sections are about.
    isPartOf: (name) => fold(name) === folded[0],
    share: ({ text: said, names: named }) => {
      const own = fold(said)
      if (folded.some((spelling) => spelling.length > 2 && own.includes(spelling))) return 1
      const weight = meant.reduce((sum, one) => sum + (named.has(one.id) ? one.weight : 0), 0)
      const present = new Set(tokens(normalize(said)))
      const hits = words.filter((term) => present.has(term)).length
      return Math.max(all ? weight / all : 0, words.length ? hits / words.length : 0) / 2
    },
  }
}

/** Whether free text says anything that papers could be found by. */
export function saysSomething(text: string): boolean {
  return tellingTerms(text).length > 0
}

const LONGEST_READ = 2_000

/** Words and pairs of characters; single letters and characters tell little. */
function tellingTerms(text: string): string[] {
  const all = new Set(tokens(normalize(text.slice(0, LONGEST_READ))))
  return [...all].filter((term) => term.length > 1 && !isStop(term))
}
