/**
 * Cypher as the editor reads it: text → tokens with their places. Strings, comments and quoted names may end with the
 * text, because a query that is being typed is seldom whole.
 */
export type TokenSort = 'string' | 'quoted' | 'comment' | 'parameter' | 'number' | 'word' | 'sign'

export interface Token {
  sort: TokenSort
  text: string
  /** UTF-16 offsets into the whole text. */
  from: number
  to: number
}

const SORTS = ['string', 'quoted', 'comment', 'parameter', 'number', 'word', 'sign'] as const

// Whatever is opened ends with the text at the latest: each sign is looked at once, and the time is linear.
const TOKEN =
  /('(?:\\[\s\S]|[^'\\])*(?:'|\\?$)|"(?:\\[\s\S]|[^"\\])*(?:"|\\?$))|(`[^`]*(?:`|$))|(\/\/[^\r\n]*|\/\*[\s\S]*?(?:\*\/|$))|(\$[\p{L}\p{N}_]*)|(\d+(?:\.\d+)?(?:[eE][+-]?\d+)?)|([\p{L}_][\p{L}\p{N}_]*)|(->|<-|<=|>=|<>|=>|=~|\.\.|\+=|\S)/gu

/** In the order of the text, without the spaces between them. */
export function tokensOf(text: string): Token[] {
  const tokens: Token[] = []
  for (const match of text.matchAll(TOKEN)) {
    const sort = SORTS[match.findIndex((group, at) => at > 0 && group !== undefined) - 1] ?? 'sign'
    tokens.push({ sort, text: match[0], from: match.index, to: match.index + match[0].length })
  }
  return tokens
}

/** A string that has no end yet. */
export const isOpen = ({ sort, text }: Token): boolean =>
  sort === 'string' && (text.length < 2 || !text.endsWith(text[0] as string) || /(?<!\\)(?:\\\\)*\\.$/s.test(text))
