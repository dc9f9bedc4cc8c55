/**
 * A text and a place in it → what is being typed there: a label, a property of what, a name in a string. What is offered
 * follows from that (offer.ts).
 */
import { withoutParamLines } from './params.ts'
import { type Bracket, follow, isAfterColon, type Part, partsOf, variablesOf } from './read.ts'
import { isOpen, type Token } from './tokens.ts'

export type Place = {
  /** Where what is being typed begins. */
  from: number
  typed: string
} & (
  | { sort: 'label' | 'type' | 'parameter' | 'nothing' }
  /** `of` is the label or the relation type where the query says it. */
  | { sort: 'property'; of: string | null }
  /** Within a string that ends at `to`: which `property` of what label it is compared with, where the query says so. */
  | { sort: 'value'; property: string | null; of: string | null; to: number }
  | { sort: 'word'; variables: readonly string[]; isFirst: boolean }
)

export function placeAt(text: string, at: number): Place {
  const parts = partsOf(withoutParamLines(text))
  const here = parts.find((part) => part.from < at && (at < part.to || (at === part.to && isTyped(part))))
  if (here?.role === 'comment') return { sort: 'nothing', from: at, typed: '' }
  const plain = parts.filter(({ role }) => role !== 'comment')
  const before = plain.filter(({ to, from }) => to <= at && from !== here?.from)
  if (here?.sort === 'string') return inString(here, before, { at, variables: variablesOf(plain) })
  const word = here && isTyped(here) ? here : undefined
  const from = word?.from ?? at
  const typed = text.slice(from, at)
  if (word?.sort === 'parameter') return { sort: 'parameter', from, typed }
  if (word?.sort === 'number') return { sort: 'nothing', from, typed }
  return wordAt(before, plain, { from, typed })
}

function wordAt(before: readonly Part[], all: readonly Part[], start: { from: number; typed: string }): Place {
  const open: Bracket[] = []
  for (const at of before.keys()) follow(open, before, at)
  const inside = open.at(-1)
  const last = before.at(-1)
  if (isAfterColon(before, before.length, inside)) return { ...start, sort: inside === '-[' ? 'type' : 'label' }
  const variables = variablesOf(all)
  if (last?.text === '.') return { ...start, sort: 'property', of: variables.get(before.at(-2)?.text ?? '') ?? null }
  if (inside === '{' && (last?.text === '{' || last?.text === ',')) {
    const of = lastOf(before)
    if (of !== undefined) return { ...start, sort: 'property', of }
  }
  return { ...start, sort: 'word', variables: [...variables.keys()], isFirst: before.length === 0 }
}

/** The label or type that a map stands behind, as in `(m:Model {`; undefined where it stands behind none. */
function lastOf(before: readonly Part[]): string | null | undefined {
  const map = before.findLastIndex(({ text }) => text === '{')
  const holder = before[map - 1]
  if (holder?.role === 'label' || holder?.role === 'type') return holder.text
  return holder?.role === 'variable' || holder?.text === '(' ? null : undefined
}

interface InText {
  at: number
  variables: ReadonlyMap<string, string | null>
}

function inString(string: Token, before: readonly Part[], { at, variables }: InText): Place {
  const from = string.from + 1
  const to = isOpen(string) ? string.to : string.to - 1
  const place = comparedWith(before)
  const property = before[place]?.text ?? null
  const isOfVariable = before[place - 1]?.text === '.'
  const of = (isOfVariable ? variables.get(before[place - 2]?.text ?? '') : lastOf(before)) ?? null
  const typed = string.text.slice(1, at - string.from)
  return { sort: 'value', from, typed, property, of, to: Math.max(to, at) }
}

/** `{id: '`, `n.id = '`, `n.id IN ['a', '`: the place of the nearest property, with no clause between; else -1. */
function comparedWith(before: readonly Part[]): number {
  for (let at = before.length - 1; at >= 0; at--) {
    const { role, text } = before[at] as Part
    if (role === 'property') return at
    const isBetween = role === 'string' || role === 'sign' || BETWEEN.test(text)
    if (!isBetween || /^[)}(]$/.test(text)) return -1
  }
  return -1
}

const BETWEEN = /^(?:IN|CONTAINS|STARTS|ENDS|WITH|NOT)$/i

/** What one goes on typing at its end: a word, not a sign or a closed string. */
const isTyped = (part: Part): boolean =>
  part.sort === 'word' || part.sort === 'parameter' || part.sort === 'number' || isOpen(part) || isOpenComment(part)

const isOpenComment = ({ sort, text }: Part): boolean =>
  sort === 'comment' && (text.startsWith('//') || text.length < 4 || !text.endsWith('*/'))
