/**
 * Words → the passages that hold all of them.
 *
 * Each store's full-text index finds candidates in its own way, and what is then told is decided here, so that both
 * stores answer the same: a Latin word stands whole (`rwkv` in 连rwkv都), Chinese stands letter by letter (外推 in 长度外推).
 */
import { order } from '../../ingest/entities.ts'
import type { Database } from './database.ts'
import { load } from './queries.ts'

export interface FoundPassage {
  id: string
  text: string
}

/** Candidates an index is asked for. What is named more often than that is found in part. */
const CANDIDATES = 2_000

/**
 * @param text any words; width and case do not matter, and nothing in it is syntax
 * @returns those that hold the words most often first, then the shortest; ties by id
 */
export async function searchPassages(database: Database, text: string, limit: number): Promise<FoundPassage[]> {
  const pieces = toPieces(text)
  if (pieces.length === 0) return []
  const tests = pieces.map(toTest)
  return (await candidates(database, pieces))
    .map(({ id, text }) => ({ id, text, counts: tests.map((test) => foldWidth(text).match(test)?.length ?? 0) }))
    .filter(({ counts }) => counts.every((count) => count > 0))
    .map(({ id, text, counts }) => ({ id, text, count: counts.reduce((sum, count) => sum + count, 0) }))
    .sort((a, b) => b.count - a.count || a.text.length - b.text.length || order(a.id, b.id))
    .slice(0, limit)
    .map(({ id, text }) => ({ id, text }))
}

const CJK = '\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}\\p{Script=Hangul}'
const LETTER = `(?![${CJK}])[\\p{L}\\p{M}\\p{N}_]`
// node.js and 3,000 are one word to Lucene.
const WORD = `(?:${LETTER})+(?:[.,'’](?:${LETTER})+)*`
const PIECE = new RegExp(`[${CJK}]+|${WORD}`, 'gu')
const IS_CJK = new RegExp(`^[${CJK}]`, 'u')

function toPieces(text: string): string[] {
  return [...new Set(foldWidth(text).match(PIECE) ?? [])]
}

function foldWidth(text: string): string {
  return text.normalize('NFKC').toLowerCase()
}

function toTest(piece: string): RegExp {
  const literal = piece.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
  if (IS_CJK.test(piece)) return new RegExp(literal, 'gu')
  return new RegExp(`(?<!${LETTER}|(?:${LETTER})[.,'’])${literal}(?!${LETTER}|[.,'’](?:${LETTER}))`, 'gu')
}

const search = load<{ text: string; limit: number }, FoundPassage>('search-passages')
const holding = load<{ text: string; limit: number }, FoundPassage>('passages-holding')

async function candidates(database: Database, pieces: readonly string[]): Promise<FoundPassage[]> {
  const [first = ''] = pieces
  const indexed = pieces.filter(isIndexed)
  if (indexed.length === 0) return holding(database, { text: first, limit: CANDIDATES })
  const text = indexed.map(database.store === 'neo4j' ? toLucene : toGrafeo).join(' ')
  return search(database, { text, limit: CANDIDATES })
}

/** An index of pairs does not know a letter that stands among others, and Lucene's analyzer leaves small words out. */
function isIndexed(piece: string): boolean {
  return IS_CJK.test(piece) ? [...piece].length > 1 : !SMALL.has(piece)
}

const SMALL = new Set(
  'a an and are as at be but by for if in into is it no not of on or s such t that the their then there these they this to was will with www'.split(
    ' ',
  ),
)

/**
 * Required, and quoted where it could be syntax. To Lucene a word and what a colon joins to it are one (D：RWKV), so it is
 * asked for those that end or begin like that, too.
 */
function toLucene(piece: string): string {
  return IS_CJK.test(piece) ? `+"${piece}"` : `+("${piece}" *\\:${piece} ${piece}\\:*)`
}

/** Grafeo does not know that ＲＷＫＶ is RWKV, so it is asked for both. */
function toGrafeo(piece: string): string {
  if (IS_CJK.test(piece)) return piece
  return `${piece} ${piece.replace(/[!-~]/g, (letter) => String.fromCharCode(letter.charCodeAt(0) + 0xfee0))}`
}
