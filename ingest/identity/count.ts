/** Counting, and an order that is the same everywhere. */

/** Plain code-unit order, the same in every locale. */
export function order(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}

export function count<T>(counts: Map<T, number>, key: T): void {
  counts.set(key, (counts.get(key) ?? 0) + 1)
}

/** What was counted most; between equals the first by `compare`. */
export function most<T>(counts: ReadonlyMap<T, number>, compare: (a: T, b: T) => number): T {
  const [first] = [...counts].sort((a, b) => b[1] - a[1] || compare(a[0], b[0]))
  if (!first) throw new Error('most() of nothing')
  return first[0]
}
