/**
 * The weights of the tagger ↔ the bytes they are kept in.
 *
 * Little-endian: how many features and idle words there are (4 bytes each), the step of a weight (4, a float), the
 * transitions in steps (2 each, label by label); the idle words, then the features, each as its distance from the one
 * before; behind a feature how many labels it speaks for, and for each the label and its weight in steps (1 byte each).
 */
import { LABELS } from './crf.ts'

export interface Weights {
  /** What one step of a weight is worth. */
  step: number
  /** Words that are no part of any name, as hashes in rising order. */
  idle: Uint32Array
  /** Rising, as unsigned numbers. */
  features: Uint32Array
  /** Feature `at` speaks for `labels[offsets[at]]` to before `labels[offsets[at + 1]]`, with the weights beside them. */
  offsets: Uint32Array
  labels: Uint8Array
  weights: Float32Array
  /** From label × LABELS + to label. */
  transitions: Float32Array
}

const HEADER = 12

export function packWeights({ step, idle, features, offsets, labels, weights, transitions }: Weights): Uint8Array {
  const bytes: number[] = []
  let last = 0
  for (const word of idle) {
    pushGap(bytes, word - last)
    last = word
  }
  last = 0
  features.forEach((feature, at) => {
    const from = offsets[at] as number
    const to = offsets[at + 1] as number
    pushGap(bytes, feature - last)
    last = feature
    bytes.push(to - from)
    for (let entry = from; entry < to; entry++)
      bytes.push(labels[entry] as number, Math.round((weights[entry] as number) / step) & 0xff)
  })
  const packed = new Uint8Array(HEADER + LABELS * LABELS * 2 + bytes.length)
  const view = new DataView(packed.buffer)
  view.setUint32(0, features.length, true)
  view.setUint32(4, idle.length, true)
  view.setFloat32(8, step, true)
  transitions.forEach((weight, at) => void view.setInt16(HEADER + at * 2, Math.round((weight / step) * FINER), true))
  packed.set(bytes, HEADER + LABELS * LABELS * 2)
  return packed
}

/** 7 bits a byte, the smallest first; all bytes but the last have the eighth. */
function pushGap(bytes: number[], gap: number): void {
  let left = gap
  for (; left > 127; left = Math.floor(left / 128)) bytes.push((left % 128) + 128)
  bytes.push(left)
}

/** Transitions are kept in finer steps. */
const FINER = 64

export function unpackWeights(packed: Uint8Array): Weights {
  const view = new DataView(packed.buffer, packed.byteOffset, packed.byteLength)
  const step = view.getFloat32(8, true)
  const transitions = Float32Array.from(
    { length: LABELS * LABELS },
    (_, at) => (view.getInt16(HEADER + at * 2, true) * step) / FINER,
  )
  let at = HEADER + LABELS * LABELS * 2
  const gap = () => {
    let value = 0
    let unit = 1
    for (; (packed[at] as number) > 127; unit *= 128) value += ((packed[at++] as number) - 128) * unit
    return value + (packed[at++] as number) * unit
  }
  const idle = new Uint32Array(view.getUint32(4, true))
  for (let word = 0; word < idle.length; word++) idle[word] = (idle[word - 1] ?? 0) + gap()
  const features = new Uint32Array(view.getUint32(0, true))
  const offsets = new Uint32Array(features.length + 1)
  const labels = new Uint8Array(packed.length >> 1)
  const weights = new Float32Array(packed.length >> 1)
  let entry = 0
  for (let row = 0; row < features.length; row++) {
    features[row] = (features[row - 1] ?? 0) + gap()
    for (let left = packed[at++] as number; left > 0; left--, entry++) {
      labels[entry] = packed[at++] as number
      weights[entry] = view.getInt8(at++) * step
    }
    offsets[row + 1] = entry
  }
  return {
    step,
    idle,
    features,
    offsets,
    labels: labels.slice(0, entry),
    weights: weights.slice(0, entry),
    transitions,
  }
}

/** What a feature says, quick to look up: in one array, so that most look-ups touch one place of the memory. */
export interface Table {
  /** A slot holds a feature and, where it is taken, 1 + where its entries begin × 32 + their number. */
  slots: Int32Array
  mask: number
  /** Label × 256 + weight in steps + 128. */
  entries: Uint16Array
}

export function createTable({ step, features, offsets, labels, weights }: Weights): Table {
  const size = 2 ** Math.ceil(Math.log2(features.length * 2 + 2))
  const table: Table = {
    slots: new Int32Array(size * 2),
    mask: size - 1,
    entries: Uint16Array.from(weights, (weight, at) => (labels[at] as number) * 256 + Math.round(weight / step) + 128),
  }
  const { slots, mask } = table
  features.forEach((feature, row) => {
    let slot = feature & mask
    while (slots[slot * 2 + 1]) slot = (slot + 1) & mask
    const from = offsets[row] as number
    slots[slot * 2] = feature
    slots[slot * 2 + 1] = 1 + from * 32 + (offsets[row + 1] as number) - from
  })
  return table
}

/** Adds what a feature says to the scores of a token, in steps. */
export function addWeights({ slots, mask, entries }: Table, feature: number, scores: Float32Array, cell: number): void {
  let slot = (feature & mask) * 2
  let packed = slots[slot + 1] as number
  while (packed !== 0 && slots[slot] !== feature) {
    slot = (slot + 2) & (mask * 2 + 1)
    packed = slots[slot + 1] as number
  }
  if (packed === 0) return
  const from = (packed - 1) >> 5
  const end = from + ((packed - 1) & 31)
  for (let at = from; at < end; at++) {
    const entry = entries[at] as number
    const label = cell + (entry >> 8)
    scores[label] = (scores[label] as number) + (entry & 255) - 128
  }
}
