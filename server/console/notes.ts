/**
 * What a query names and the graph has not: labels, relation types, properties. Both stores answer such a query with
 * nothing at all and without a word, so a slip of a letter looks like an empty graph.
 *
 * It reads words where they stand and does not parse: where it cannot tell, it says nothing.
 */
import type { QueryNote } from '../api/console.ts'
import { nearest } from './near.ts'
import { placeOf, type Token, toTokens } from './tokens.ts'

/** All the names that the graph uses. */
export interface Vocabulary {
  labels: readonly string[]
  types: readonly string[]
  properties: readonly string[]
}

/** Notes that people still read. */
const MOST = 10

export function notesOn(query: string, vocabulary: Vocabulary): QueryNote[] {
  const tokens = toTokens(query)
  const places = placesOf(tokens)
  const variables = variablesOf(tokens, places)
  const found = tokens.flatMap((token, at) => {
    const what = isName(token) ? whatIs(tokens, places, variables, at) : null
    return what && !isKnown(token.name, what, vocabulary) ? [{ token, what }] : []
  })
  return found.slice(0, MOST).map(({ token, what }) => ({
    message: `The graph has no ${WORDS[what]} ${token.name}.`,
    at: placeOf(query, token),
    suggestion: nearest(token.name, namesOf(what, vocabulary)) ?? null,
  }))
}

type What = 'label' | 'type' | 'property'
const WORDS: Readonly<Record<What, string>> = { label: 'label', type: 'relation type', property: 'property' }

function namesOf(what: What, { labels, types, properties }: Vocabulary): readonly string[] {
  return { label: labels, type: types, property: properties }[what]
}

function isKnown(name: string, what: What, vocabulary: Vocabulary): boolean {
  // `WHERE r:USES` asks for the type of an edge, and looks as a label does.
  const names = what === 'label' ? [...vocabulary.labels, ...vocabulary.types] : namesOf(what, vocabulary)
  return names.includes(name)
}

/** What the innermost bracket around a token is. */
type Place = 'node' | 'edge' | 'properties' | 'map' | 'projection' | 'call' | 'other'

const isName = (token: Token | undefined): token is Token => token?.kind === 'word' || token?.kind === 'quoted'

function placesOf(tokens: readonly Token[]): Place[] {
  const open: Place[] = []
  return tokens.map((token, at) => {
    const inside = open.at(-1) ?? 'other'
    if ('([{'.includes(token.word) && token.kind === 'sign') open.push(opened(tokens, at, inside))
    if (')]}'.includes(token.word) && token.kind === 'sign') open.pop()
    return inside
  })
}

function opened(tokens: readonly Token[], at: number, inside: Place): Place {
  const before = tokens[at - 1]
  if (tokens[at]?.word === '[') return before?.word === '-' ? 'edge' : 'other'
  if (tokens[at]?.word === '{') {
    if (inside === 'node' || inside === 'edge') return 'properties'
    // n {.id, .name}; EXISTS {, COUNT { and CALL { hold clauses.
    if (before && isName(before)) return /^(?:EXISTS|COUNT|COLLECT|CALL)$/.test(before.word) ? 'other' : 'projection'
    return tokens[at - 1]?.word === ')' ? 'other' : 'map'
  }
  return isName(before) && !/^(?:MATCH|AND|OR|XOR|NOT|WHERE|EXISTS|,)$/.test(before.word) ? 'call' : 'node'
}

/** Names that a pattern binds to nodes and edges; of others it is not known whether they have properties. */
function variablesOf(tokens: readonly Token[], places: readonly Place[]): Set<string> {
  const bound = new Set<string>()
  for (const [at, token] of tokens.entries()) {
    const [before, after] = [tokens[at - 1]?.word, tokens[at + 1]?.word ?? '']
    const isFirst = (places[at] === 'node' && before === '(') || (places[at] === 'edge' && before === '[')
    if (isName(token) && isFirst && [':', ')', ']', '{', '*', 'WHERE'].includes(after)) bound.add(token.name)
  }
  // WITH … AS n gives the name another meaning.
  for (const [at, token] of tokens.entries()) if (token.word === 'AS') bound.delete(tokens[at + 1]?.name ?? '')
  return bound
}

function whatIs(
  tokens: readonly Token[],
  places: readonly Place[],
  variables: ReadonlySet<string>,
  at: number,
): What | null {
  const place = places[at]
  const [before, after] = [tokens[at - 1], tokens[at + 1]]
  if (before?.word === '.') {
    const owner = tokens[at - 2]
    if (after?.word === '(' || after?.word === '.') return null
    if (place === 'projection') return ownerOfProjection(tokens, places, at, variables) ? 'property' : null
    return isName(owner) && tokens[at - 3]?.word !== '.' && variables.has(owner.name) ? 'property' : null
  }
  if (place === 'properties') return after?.word === ':' && isBeginning(before) ? 'property' : null
  if (place === 'map' || place === 'projection' || place === 'call') return null
  if (!isOfLabels(tokens, at)) return null
  return place === 'edge' ? 'type' : 'label'
}

const isBeginning = (before: Token | undefined): boolean => before?.word === '{' || before?.word === ','

function ownerOfProjection(
  tokens: readonly Token[],
  places: readonly Place[],
  at: number,
  variables: ReadonlySet<string>,
): boolean {
  let bracket = at
  while (bracket >= 0 && places[bracket] === 'projection') bracket--
  return variables.has(tokens[bracket - 1]?.name ?? '')
}

/** Behind a colon, or behind a sign in a row that began with one: `:A|B`, `:A&!B`, `:A:B`. */
function isOfLabels(tokens: readonly Token[], at: number): boolean {
  for (let back = at - 1; back >= 0; back--) {
    const { word, kind } = tokens[back] as Token
    if (word === ':') return tokens[back + 1] !== undefined
    if (!['|', '&', '!'].includes(word) && !(isOperand(kind) && ['|', '&'].includes(tokens[back + 1]?.word ?? '')))
      return false
  }
  return false
}

const isOperand = (kind: Token['kind']): boolean => kind === 'word' || kind === 'quoted'
