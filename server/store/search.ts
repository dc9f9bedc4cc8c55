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
  // An index of pairs does not know a letter that stands among others.
  const indexed = pieces.filter((piece) => !(IS_CJK.test(piece) && [...piece].length === 1))
  if (indexed.length === 0) return holding(database, { text: pieces[0] as string, limit: CANDIDATES })
  const text = database.store === 'neo4j' ? indexed.map(toLucene).join(' ') : indexed.join(' ')
  return search(database, { text, limit: CANDIDATES })
}

/** Required, and quoted: in quotes only a quote and a backslash mean something, and a piece has neither. */
function toLucene(piece: string): string {
  return `+"${piece}"`
}
