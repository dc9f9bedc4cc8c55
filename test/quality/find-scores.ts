/** How good a ranking of papers is, and the one that everybody has: BM25 over the pages' words and pairs of Han. */
import type { FindConcept } from './find-gold.ts'

export interface Scores {
  /** nDCG@10 (Järvelin & Kekäläinen, 2002), of the strict and of the relaxed pages. */
  strict: number
  relaxed: number
  precision: number
  recall50: number
}

export type Rank = (concept: string) => readonly string[]

export function scoresOf(concepts: readonly FindConcept[], rank: Rank): Scores {
  const sums = { strict: 0, relaxed: 0, precision: 0, recall50: 0 }
  for (const { name, strict, relaxed } of concepts) {
    const ranked = rank(name)
    sums.strict += ndcg(ranked, strict)
    sums.relaxed += ndcg(ranked, relaxed)
    sums.precision += ranked.slice(0, 10).filter((id) => strict.has(id)).length / 10
    sums.recall50 += ranked.slice(0, 50).filter((id) => strict.has(id)).length / Math.min(50, strict.size)
  }
  const mean = (sum: number) => sum / Math.max(1, concepts.length)
  return {
    strict: mean(sums.strict),
    relaxed: mean(sums.relaxed),
    precision: mean(sums.precision),
    recall50: mean(sums.recall50),
  }
}

const gain = (rank: number): number => 1 / Math.log2(rank + 2)

function ndcg(ranked: readonly string[], right: ReadonlySet<string>): number {
  const got = ranked.slice(0, 10).reduce((sum, id, rank) => sum + (right.has(id) ? gain(rank) : 0), 0)
  let best = 0
  for (let rank = 0; rank < Math.min(10, right.size); rank++) best += gain(rank)
  return got / best
}

const [K1, B] = [1.2, 0.75]

export function bm25(pages: ReadonlyMap<string, string>): Rank {
  const postings = new Map<string, Map<string, number>>()
  const lengths = new Map<string, number>()
  for (const [id, text] of pages) {
    const words = wordsOf(text)
    lengths.set(id, words.length)
    for (const word of words) {
      const own = postings.get(word) ?? new Map<string, number>()
      postings.set(word, own.set(id, (own.get(id) ?? 0) + 1))
    }
  }
  const average = [...lengths.values()].reduce((sum, length) => sum + length, 0) / Math.max(1, pages.size)
  return (concept) => {
    const scores = new Map<string, number>()
    for (const word of new Set(wordsOf(concept))) {
      const own = postings.get(word) ?? new Map<string, number>()
      const idf = Math.log(1 + (pages.size - own.size + 0.5) / (own.size + 0.5))
      for (const [id, count] of own) {
        const norm = K1 * (1 - B + (B * (lengths.get(id) ?? 0)) / average)
        scores.set(id, (scores.get(id) ?? 0) + (idf * count * (K1 + 1)) / (count + norm))
      }
    }
    return [...scores].sort((a, b) => b[1] - a[1]).map(([id]) => id)
  }
}

function wordsOf(text: string): string[] {
  const lower = text.toLowerCase()
  const words: string[] = lower.match(/[a-z0-9][a-z0-9.+-]*/g) ?? []
  for (const run of lower.match(/[\u4e00-\u9fff]+/g) ?? []) {
    if (run.length === 1) words.push(run)
    for (let at = 0; at + 1 < run.length; at++) words.push(run.slice(at, at + 2))
  }
  return words
}
