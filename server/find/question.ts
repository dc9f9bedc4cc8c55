/** What is asked for, as the ranking needs it: the words as typed, the other names of the concept, and its parts. */
import type { NamedEntity, Names } from '../ask/names.ts'
import { namesWithin } from './names-within.ts'
import { normalize, segments } from './words.ts'

export interface Question {
  /** As typed, normalized; the name where an id was given. */
  text: string
  entity: NamedEntity | undefined
  /** What the graph has to say it of: the entity, or those that the words of a free text are called. */
  entities: string[]
  /** The text with and without its hyphens. */
  forms: string[]
  /** The entity's other names, normalized. */
  aliases: string[]
  /** The text's words, each with the other names of what it alone stands for. */
  parts: string[][]
}

/** Of a long text, this many characters are read, and this many words looked for. */
const READ = 4_000
const MOST_PARTS = 24
/** Names within free text that count: together they are what is asked for. */
const MOST_MEANT = 6
/** Other names of a part that are looked for. */
const MOST_NAMES = 12

export function toQuestion(concept: string, names: Names): Question {
  const entity = names.find(concept)
  const text = normalize(entity?.id === concept ? entity.name : concept.slice(0, READ)).trim()
  const forms = [...new Set([text, text.replaceAll('-', ''), text.replaceAll('-', ' ')])].filter(Boolean)
  const aliases = entity ? [entity.name, ...entity.aliases].map(normalize).filter((name) => !forms.includes(name)) : []
  const words = segments(text).slice(0, MOST_PARTS)
  const meant = namesWithin(text, names).map(({ id }) => id)
  return {
    text,
    entity,
    entities: entity ? [entity.id] : meant.slice(0, MOST_MEANT),
    forms,
    aliases: [...new Set(aliases)],
    parts: words.length > 1 ? words.map((word) => namesOf(word, names)) : words.map((word) => [word]),
  }
}

/** A word of a question, and what else its entity is called: 幻觉 for hallucination. */
function namesOf(word: string, names: Names): string[] {
  const entity = names.find(word)
  const others = entity ? [entity.name, ...entity.aliases].map(normalize) : []
  return [...new Set([word, ...others])].slice(0, MOST_NAMES)
}
