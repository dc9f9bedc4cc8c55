/**
 * The text of a query → its words, names, strings, numbers and signs, each with its place.
 *
 * Comments are left out. Whatever is opened ends with the text at the latest: each sign is looked at once, and the time
 * is linear, whatever is asked.
 */
import type { QueryPlace } from '../api.ts'

export interface Token {
  kind: 'word' | 'quoted' | 'string' | 'number' | 'parameter' | 'sign'
  /** As the guard compares it: a word in capitals, `_` for a quoted name, `''` for a string, else the text itself. */
  word: string
  /** As it is meant: a quoted name without its backticks, a string without its quotes. */
  name: string
  /** UTF-16 code units. */
  at: number
  length: number
}

const TOKEN =
  /(?<string>'(?:\\[\s\S]|[^'\\])*(?:'|\\?$)|"(?:\\[\s\S]|[^"\\])*(?:"|\\?$))|(?<quoted>`(?:[^`]|``)*(?:`|$))|(?<comment>\/\/[^\r\n]*|\/\*[\s\S]*?(?:\*\/|$))|(?<word>[\p{L}_][\p{L}\p{M}\p{N}_]*)|(?<parameter>\$[\p{L}\p{N}_]+)|(?<number>\d+(?:\.\d+)?)|\S/gu

export function toTokens(query: string): Token[] {
  const tokens: Token[] = []
  for (const { 0: text, index: at, groups = {} } of query.matchAll(TOKEN)) {
    if (groups.comment === undefined) tokens.push(toToken(text, at, groups))
  }
  return tokens
}

function toToken(text: string, at: number, groups: Record<string, string | undefined>): Token {
  const place = { at, length: text.length }
  if (groups.string !== undefined) return { kind: 'string', word: "''", name: inner(text), ...place }
  if (groups.quoted !== undefined)
    return { kind: 'quoted', word: '_', name: inner(text).replaceAll('``', '`'), ...place }
  if (groups.word !== undefined) return { kind: 'word', word: text.toUpperCase(), name: text, ...place }
  const kind = groups.parameter !== undefined ? 'parameter' : groups.number !== undefined ? 'number' : 'sign'
  return { kind, word: text, name: text, ...place }
}

function inner(text: string): string {
  return text.slice(1, text.length > 1 && text.endsWith(text[0] as string) ? -1 : undefined)
}

/** Neo4j reads `L\u004fAD` as `LOAD` before it reads anything else. */
export function decoded(query: string): string {
  return query.replace(/\\u+([\da-f]{4})/gi, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)))
}

export function placeOf(query: string, { at, length }: Pick<Token, 'at' | 'length'>): QueryPlace {
  const before = query.slice(0, at)
  const line = before.split('\n').length
  return { line, column: at - before.lastIndexOf('\n'), offset: at, length }
}

/** The token at a place, or an empty place where nothing stands. */
export function tokenAt(query: string, offset: number): Token | Pick<Token, 'at' | 'length'> {
  const at = Math.max(0, Math.min(offset, query.length))
  return toTokens(query).find((token) => token.at <= at && at < token.at + token.length) ?? { at, length: 0 }
}
