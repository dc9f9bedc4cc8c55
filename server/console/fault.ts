/**
 * What a database says of a query that is wrong → one plain sentence, the place in the text, and what may stand there.
 *
 * Databases draw the line and a caret under it; a screen marks the place itself, and a terminal has one line.
 */
import type { QueryPlace } from '../api.ts'
import { KithError } from '../errors.ts'
import { FUNCTIONS } from './functions.ts'
import { nearest } from './near.ts'
import { placeOf, tokenAt, toTokens } from './tokens.ts'

/** A query is planned before it is run; the word before it is ours, not the user's. */
export const EXPLAIN = 'EXPLAIN '

const KEYWORDS = `MATCH OPTIONAL WHERE RETURN WITH UNWIND ORDER BY SKIP LIMIT DISTINCT UNION ALL AS AND OR XOR NOT IN
  STARTS ENDS CONTAINS CASE WHEN THEN ELSE END IS NULL DESC ASC CALL YIELD EXISTS COUNT COLLECT`.split(/\s+/)

/** Characters of a sentence that people still read. */
const LONGEST = 300

/**
 * @param message as the store told it of the query, or of `EXPLAIN` and the query
 * @param isExplained whether the word stood before it
 */
export function toFault(message: string, query: string, isExplained: boolean): KithError {
  const said = message.replace(/^Query error: /, '')
  const sentence = toSentence(said)
  const place = told(said, query, isExplained) ?? named(sentence, query)
  if (!place) return new KithError('invalid', sentence)
  const at = placeOf(query, place)
  return new KithError('invalid', `Line ${at.line}, column ${at.column}: ${sentence}`, {
    at,
    suggestion: suggestionOf(said, query, at),
  })
}

/** Grafeo's codes and drawings, and Neo4j's lists of all that might have been, are not for people. */
function toSentence(said: string): string {
  const [first = ''] = said.split('\n')
  const plain = first
    .replace(/^GRAFEO-\w+: (?:[a-z ]+ error: )?/, '')
    .replace(/^\[\w+\] /, '')
    .replace(/\bLParen\b/g, '"("')
    .replace(/\bRParen\b/g, '")"')
    .replace(/\bRBracket\b/g, '"]"')
    .replace(/\bRBrace\b/g, '"}"')
    .replace(/ \(line \d+, column \d+ \(offset: \d+\)\)$/, '')
    .replace(/^(Invalid input .*?): expected .*$/, '$1 is not expected here')
  return plain.length > LONGEST ? `${plain.slice(0, LONGEST)}…` : /[.!?…]$/.test(plain) ? plain : `${plain}.`
}

interface Stretch {
  at: number
  length: number
}

/** `query:2:15` of Grafeo counts characters, `(line 2, column 15 …)` of Neo4j UTF-16 code units; both from 1. */
function told(said: string, query: string, isExplained: boolean): Stretch | null {
  const grafeo = /--> query:(\d+):(\d+)/.exec(said)
  const [, line, column] = grafeo ?? /\(line (\d+), column (\d+) \(offset: \d+\)\)/.exec(said) ?? []
  if (line === undefined || column === undefined) return null
  const lines = query.split('\n')
  const text = lines[Number(line) - 1] ?? ''
  const back = isExplained && line === '1' ? EXPLAIN.length : 0
  const before = Math.max(0, Number(column) - 1 - back)
  const within = grafeo ? [...text].slice(0, before).join('').length : Math.min(before, text.length)
  const start = lines.slice(0, Number(line) - 1).reduce((sum, one) => sum + one.length + 1, 0)
  const { at, length } = tokenAt(query, start + within)
  return { at, length }
}

/** Where no place is told, the name that is quoted has one: `Undefined variable 'm'`, `Missing parameter: $x`. */
function named(sentence: string, query: string): Stretch | null {
  const name = /['`]([^'`]+)['`]/.exec(sentence)?.[1] ?? /\$\w+/.exec(sentence)?.[0]
  const found = toTokens(query).find((token) => token.name === name)
  return found ?? null
}

function suggestionOf(said: string, query: string, { offset, length }: QueryPlace): string | undefined {
  const own = /Did you mean '([^']+)'/.exec(said)?.[1]
  if (own) return own
  const word = query.slice(offset, offset + length)
  if (/function/i.test(said)) return nearest(word, FUNCTIONS)
  const variable = /variable/i.test(said) ? nearest(word, variablesOf(query)) : undefined
  if (variable) return variable
  const keyword = /^[a-z]{2,}$/i.test(word) ? nearest(word.toUpperCase(), KEYWORDS) : undefined
  return /syntax|Invalid input|Expected/i.test(said) ? keyword : undefined
}

/** Words that a pattern or AS gives a meaning to. */
function variablesOf(query: string): Set<string> {
  const tokens = toTokens(query)
  const binds = new Set(['(', '[', 'AS'])
  return new Set(
    tokens.flatMap(({ kind, name }, at) =>
      (kind === 'word' || kind === 'quoted') && binds.has(tokens[at - 1]?.word ?? '') ? [name] : [],
    ),
  )
}
