/** What a survey is about: whether a sentence speaks of it, and which names are only other words for it. */
import { fold } from '../../ingest/fold.ts'
import type { NamedEntity, Names } from '../ask/names.ts'
import { terms } from '../ask/terms.ts'
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
  const meant = namesWithin(text, names).map(({ id, mentions }) => ({ id, weight: 1 / Math.log2(2 + mentions) ** 2 }))
  const all = meant.reduce((sum, { weight }) => sum + weight, 0)
  return {
    id: null,
    // The names that the words hold are what the sections are about.
    isPartOf: (name) => fold(name) === folded[0],
    share: ({ text: said, names: named }) => {
      const own = fold(said)
      if (folded.some((spelling) => spelling.length > 2 && own.includes(spelling))) return 1
      const weight = meant.reduce((sum, one) => sum + (named.has(one.id) ? one.weight : 0), 0)
      const present = new Set(terms(said))
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
  const whole = fold(text.slice(0, LONGEST_READ))
  return terms(text.slice(0, LONGEST_READ)).filter((term) => term.length > 1 && term !== whole && !SMALL.has(term))
}

const SMALL = new Set(
  'a about an and any are as at be but by can do does find for from give has have how i in into is it its list me of on or paper papers read should show tell that the their this to us via was we what when where which why will with you'.split(
    ' ',
  ),
)

const MOST_WORDS = 5
const MOST_HAN = 10

/** The names in a text, the longest first; none within another. */
function namesWithin(text: string, names: Names): NamedEntity[] {
  const found = new Map<string, NamedEntity>()
  const units = text.slice(0, LONGEST_READ).match(/[A-Za-z0-9][A-Za-z0-9.+-]*|[\u3400-\u4dbf\u4e00-\u9fff]/g) ?? []
  for (let from = 0; from < units.length; ) {
    const most = /[A-Za-z0-9]/.test(units[from] as string) ? MOST_WORDS : MOST_HAN
    let taken = 1
    for (let length = Math.min(most, units.length - from); length > 0; length--) {
      const stretch = units.slice(from, from + length)
      const name = stretch.join(/[A-Za-z0-9]/.test(stretch.join('')) ? ' ' : '')
      const entity = name.length > 1 && !SMALL.has(name.toLowerCase()) ? names.find(name) : undefined
      if (!entity) continue
      found.set(entity.id, entity)
      taken = length
      break
    }
    from += taken
  }
  return [...found.values()]
}
