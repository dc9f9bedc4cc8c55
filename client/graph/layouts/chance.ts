/** Chance that is the same every time: mulberry32, a small generator of even numbers from 0 to 1. */
export function seeded(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}

/** Shuffled in place (Fisher & Yates). */
export function shuffle(numbers: Uint32Array, chance: () => number): Uint32Array {
  for (let last = numbers.length - 1; last > 0; last--) {
    const other = Math.floor(chance() * (last + 1))
    const held = numbers[last] ?? 0
    numbers[last] = numbers[other] ?? 0
    numbers[other] = held
  }
  return numbers
}
