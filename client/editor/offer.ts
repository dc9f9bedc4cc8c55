/** What may stand at a place → what is offered there, from the graph's own schema. Names of entities come from elsewhere. */
import { KINDS, SCOPES } from '../kinds.ts'
import type { Schema } from '../types.ts'
import { CLAUSES, CONSTANTS, OPERATORS } from './keywords.ts'
import type { Place } from './place.ts'

export interface Offer {
  text: string
  sort: 'label' | 'type' | 'property' | 'value' | 'parameter' | 'variable' | 'function' | 'keyword'
  /** Beside it: a count, a type, a signature. */
  detail: string
  /** Higher comes first among those that fit what is typed equally well. */
  rank: number
}

export interface Known {
  schema: Schema | null
  /** Parameters that have a value, with that value as text. */
  params: ReadonlyMap<string, string>
}

export function offersAt(place: Place, { schema, params }: Known): Offer[] {
  switch (place.sort) {
    case 'label':
      return (schema?.labels ?? []).map(({ name, count }) => offer(name, 'label', String(count), rankOf(count)))
    case 'type':
      return (schema?.relations ?? []).map(({ name, count }) => offer(name, 'type', String(count), rankOf(count)))
    case 'parameter':
      return [...params].map(([name, value]) => offer(`$${name}`, 'parameter', value))
    case 'property':
      return propertiesOf(schema, place.of)
    case 'value':
      return valuesOf(place.property)
    case 'word':
      return place.isFirst ? clauses : [...wordsOf(place.variables, schema)]
    case 'nothing':
      return []
  }
}

const offer = (text: string, sort: Offer['sort'], detail = '', rank = 0): Offer => ({ text, sort, detail, rank })

/** At most 20, and less than what the editor adds for a beginning that fits. */
const rankOf = (count: number) => Math.min(20, Math.round(Math.log2(count + 1)))

/** Of one label or type; where the query says none, of all. */
function propertiesOf(schema: Schema | null, of: string | null): Offer[] {
  const holders = [...(schema?.labels ?? []), ...(schema?.relations ?? [])]
  const known = holders.filter(({ name }) => name === of)
  const found = new Map<string, Offer>()
  for (const { properties } of known.length ? known : holders)
    for (const { name, type, example } of properties)
      if (!found.has(name))
        found.set(name, offer(name, 'property', example === null ? type : `${type} · ${toText(example)}`))
  return [...found.values()]
}

function toText(example: unknown): string {
  const text = typeof example === 'string' ? example : String(example)
  return text.length > 32 ? `${text.slice(0, 31)}…` : text
}

/** Properties that hold one of a few words. */
const FEW: Readonly<Record<string, readonly string[]>> = { kind: KINDS, scope: SCOPES, lang: ['zh', 'en', 'mixed'] }

const valuesOf = (property: string | null): Offer[] => (FEW[property ?? ''] ?? []).map((value) => offer(value, 'value'))

const clauses = CLAUSES.map((word) => offer(word, 'keyword', '', 5))

function* wordsOf(variables: readonly string[], schema: Schema | null): Generator<Offer> {
  for (const name of variables) yield offer(name, 'variable', '', 30)
  yield* clauses
  for (const word of [...OPERATORS, ...CONSTANTS]) yield offer(word, 'keyword')
  const signatures = new Map((schema?.functions ?? []).map(({ name, signature }) => [name, signature]))
  for (const [name, signature] of signatures) yield offer(`${name}(`, 'function', signature.slice(name.length))
}
