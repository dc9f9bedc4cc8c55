/**
 * Signals → the parts of a score. Each signal counts up to a point and no further, and adds to one part; the parts add
 * up to the score, so that every answer can be taken apart.
 *
 * The weights were fitted by test/quality/find.ts (LambdaRank's gradient, Burges 2010, with no weight below 0); what such
 * weights are worth on concepts that they were not fitted on stands in docs/quality-find.md.
 */
import { PARTS, type Part } from '../api/related.ts'
import type { Candidate, Signal } from './signals.ts'

interface Rule {
  signal: Signal
  part: Part
  /** The value at which the signal has its whole weight. */
  whole: number
  weight: number
}

export const RULES: readonly Rule[] = [
  { signal: 'words', part: 'words', whole: 0.3, weight: 0.48 },
  { signal: 'rarest', part: 'words', whole: 1.8, weight: 0.16 },
  { signal: 'all', part: 'words', whole: 0.87, weight: 0.2 },
  { signal: 'near', part: 'words', whole: 2, weight: 0.22 },
  { signal: 'stands', part: 'phrase', whole: 0.85, weight: 0.3 },
  { signal: 'often', part: 'phrase', whole: 2, weight: 0.26 },
  { signal: 'alone', part: 'phrase', whole: 3.4, weight: 0.23 },
  { signal: 'named', part: 'phrase', whole: 3.2, weight: 0.52 },
  { signal: 'title', part: 'prominence', whole: 1, weight: 0.05 },
  { signal: 'first', part: 'prominence', whole: 0.57, weight: 0.18 },
  { signal: 'sentence', part: 'prominence', whole: 0.15, weight: 0.11 },
  { signal: 'proposed', part: 'prominence', whole: 1, weight: 0.05 },
  { signal: 'company', part: 'company', whole: 1, weight: 0.12 },
  { signal: 'kin', part: 'likeness', whole: 0.08, weight: 0.31 },
  { signal: 'close', part: 'likeness', whole: 0.1, weight: 0.11 },
  { signal: 'paired', part: 'likeness', whole: 5, weight: 0.3 },
  // Not fitted: Kith brings no model.
  { signal: 'meaning', part: 'likeness', whole: 1, weight: 0.5 },
]

/** What being new is worth beside being old, at most: it parts equals and no more. */
const NEWEST = 0.02

/**
 * @param signals null where nothing is known of the paper
 * @param age in years beside the newest paper; null where it is not known
 */
export function toParts(signals: Candidate['signals'] | null, age: number | null): Record<Part, number> {
  const parts = Object.fromEntries(PARTS.map((part) => [part, 0])) as Record<Part, number>
  if (!signals) return parts
  for (const { signal, part, whole, weight } of RULES)
    parts[part] += weight * Math.max(0, Math.min(1, signals[signal] / whole))
  if (age !== null && sum(parts) > 0) parts.recency = NEWEST / (1 + age)
  return parts
}

/** In the order of PARTS, so that whoever adds them up gets the very same number. */
export function sum(parts: Record<Part, number>): number {
  return PARTS.reduce((score, part) => score + parts[part], 0)
}
