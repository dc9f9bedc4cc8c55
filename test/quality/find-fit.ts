/**
 * The weights of a ranking from concepts whose papers are known: the gradient of LambdaRank (Burges, 2010) on a sum of
 * signals, with no weight below 0. Deterministic: it begins with equal weights and takes no chance.
 */

/** The papers that come into question for one concept. */
export interface Example {
  /** By paper, then by signal: from 0 to 1. */
  signals: readonly (readonly number[])[]
  /** By paper: whether it is right, strictly and in the relaxed sense. */
  right: readonly (readonly [strict: boolean, relaxed: boolean])[]
}

const ROUNDS = 200
/** The last rounds take smaller steps. */
const STEP = { first: 0.03, last: 0.009, until: 0.6 } as const
const DECAY = 0.002
/** Ranks that count: the first ten fully, so many more a little. */
const [FULL, SOME, LITTLE] = [10, 25, 0.6]
const STEEP = 3

export function fit(examples: readonly Example[], signals: number): number[] {
  const weights = new Float64Array(signals).fill(0.05)
  const [mean, square] = [new Float64Array(signals), new Float64Array(signals)]
  for (let round = 1; round <= ROUNDS; round++) {
    const gradient = new Float64Array(signals)
    for (const example of examples) addGradient(example, weights, gradient)
    const step = round < ROUNDS * STEP.until ? STEP.first : STEP.last
    for (let at = 0; at < signals; at++) {
      // Adam (Kingma & Ba, 2015).
      const slope = (gradient[at] as number) / examples.length + DECAY * (weights[at] as number)
      mean[at] = 0.9 * (mean[at] as number) + 0.1 * slope
      square[at] = 0.99 * (square[at] as number) + 0.01 * slope * slope
      const [m, s] = [(mean[at] as number) / (1 - 0.9 ** round), (square[at] as number) / (1 - 0.99 ** round)]
      weights[at] = Math.max(0, (weights[at] as number) - (step * m) / (Math.sqrt(s) + 1e-6))
    }
  }
  return [...weights]
}

function addGradient({ signals, right }: Example, weights: Float64Array, gradient: Float64Array): void {
  const scores = signals.map((row) => row.reduce((sum, value, at) => sum + value * (weights[at] as number), 0))
  const ranks = new Int32Array(scores.length)
  const ordered = [...scores.keys()].sort((a, b) => (scores[b] as number) - (scores[a] as number))
  for (const [rank, paper] of ordered.entries()) ranks[paper] = rank
  const pull = new Float64Array(scores.length)
  for (const sense of [0, 1] as const) {
    const [good, bad]: [number[], number[]] = [[], []]
    for (const [paper, is] of right.entries()) (is[sense] ? good : bad).push(paper)
    let best = 0
    for (let rank = 0; rank < Math.min(SOME, good.length); rank++) best += gain(rank)
    for (const one of good)
      for (const other of bad) {
        const difference = Math.abs(gain(ranks[one] as number) - gain(ranks[other] as number)) / best
        if (difference < 1e-6) continue
        const wrong = 1 / (1 + Math.exp(STEEP * ((scores[one] as number) - (scores[other] as number))))
        pull[one] = (pull[one] as number) + (difference * wrong) / 2
        pull[other] = (pull[other] as number) - (difference * wrong) / 2
      }
  }
  for (const [paper, row] of signals.entries())
    for (const [at, value] of row.entries()) gradient[at] = (gradient[at] as number) - (pull[paper] as number) * value
}

function gain(rank: number): number {
  if (rank >= SOME) return 0
  return (rank < FULL ? 1 : LITTLE) / Math.log2(rank + 2)
}
