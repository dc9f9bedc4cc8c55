/** What scores are made of, as the bars and sentences of the page need it: parts in one order, which ones are there, and their averages. */
import type { Part, RelatedPaper } from '../../../types.ts'

export type Parts = RelatedPaper['parts']

/** In the order of the bars. */
export const PARTS = Object.keys({
  words: true,
  phrase: true,
  prominence: true,
  company: true,
  likeness: true,
  recency: true,
} satisfies Record<Part, true>) as Part[]

/** What would be written as 0.00 is not there. */
const LEAST = 0.005

export const isThere = (value: number): boolean => Math.abs(value) >= LEAST
export const partsOf = (parts: Parts): Part[] => PARTS.filter((part) => isThere(parts[part]))

/** As long as the bar is; a part below zero takes no room. */
export const lengthOf = (parts: Parts): number => PARTS.reduce((sum, part) => sum + Math.max(0, parts[part]), 0)

export const mostOf = (papers: readonly Pick<RelatedPaper, 'parts'>[]): number =>
  Math.max(0, ...papers.map(({ parts }) => lengthOf(parts)))

/** All 0 for no papers. */
export function averageOf(papers: readonly Pick<RelatedPaper, 'parts'>[]): Parts {
  const sum = (part: Part) => papers.reduce((all, { parts }) => all + parts[part], 0)
  return Object.fromEntries(PARTS.map((part) => [part, sum(part) / Math.max(1, papers.length)])) as Parts
}

/** Two digits, as every part is written; the minus is a true one. */
export const figure = (value: number): string => value.toFixed(2).replace('-', '−')
