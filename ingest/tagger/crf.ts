/**
 * The best path of a linear-chain conditional random field (Lafferty, McCallum & Pereira, 2001; Viterbi, 1967).
 *
 * Labels are O, and B and I of each kind; an I may only follow a B or an I of its own kind. Labels far behind the best
 * of their token are not walked on: most tokens have one or two that are near.
 */
import { KINDS } from '../types.ts'

/** O, then B and I of each kind in turn. */
export const LABELS = 1 + 2 * KINDS.length

export function isInside(label: number): boolean {
  return label > 0 && label % 2 === 0
}

export function isLegal(from: number, to: number): boolean {
  return !isInside(to) || from === to || from === to - 1
}

const IMPOSSIBLE = -1e9

/** Finds paths; its buffers grow with the longest sequence. */
export class Decoder {
  private back = new Uint8Array(0)
  private readonly near = new Int32Array(LABELS)
  private readonly transitions: Float32Array
  /** How far behind the best a label may be and still be walked on: further than any transitions can make up. */
  private readonly beam: number

  /** @param transitions from label × LABELS + to label */
  constructor(transitions: Float32Array) {
    this.transitions = transitions
    this.beam = 2 * (Math.max(...transitions) - Math.min(...transitions))
  }

  /** Writes the best labels of `length` tokens. `scores` has LABELS cells a token, and is used up. */
  decode(scores: Float32Array, length: number, labels: Uint8Array): void {
    const { transitions, near } = this
    if (this.back.length < length * LABELS) this.back = new Uint8Array(length * LABELS * 2)
    const { back } = this
    for (let label = 2; label < LABELS; label += 2) scores[label] = IMPOSSIBLE
    for (let at = 1; at < length; at++) {
      const row = at * LABELS
      const before = row - LABELS
      const count = this.walkable(scores, before)
      for (let label = 0; label < LABELS; label++) {
        let best = IMPOSSIBLE
        let from = 0
        if (isInside(label)) {
          const begun = (scores[before + label - 1] as number) + (transitions[(label - 1) * LABELS + label] as number)
          const inside = (scores[before + label] as number) + (transitions[label * LABELS + label] as number)
          from = begun > inside ? label - 1 : label
          best = begun > inside ? begun : inside
        } else {
          for (let next = 0; next < count; next++) {
            const last = near[next] as number
            const score = (scores[before + last] as number) + (transitions[last * LABELS + label] as number)
            if (score > best) {
              best = score
              from = last
            }
          }
        }
        back[row + label] = from
        scores[row + label] = (scores[row + label] as number) + best
      }
    }
    let label = bestOf(scores, (length - 1) * LABELS)
    for (let at = length - 1; at >= 0; at--) {
      labels[at] = label
      label = back[at * LABELS + label] as number
    }
  }

  private walkable(scores: Float32Array, row: number): number {
    const least = (scores[row + bestOf(scores, row)] as number) - this.beam
    let count = 0
    for (let label = 0; label < LABELS; label++) if ((scores[row + label] as number) > least) this.near[count++] = label
    return count
  }
}

function bestOf(scores: Float32Array, row: number): number {
  let best = 0
  for (let label = 1; label < LABELS; label++)
    if ((scores[row + label] as number) > (scores[row + best] as number)) best = label
  return best
}
