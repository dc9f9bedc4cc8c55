/** Puts what says something about somebody new before what says one more thing about the same. */

/** Times that one entity is told about before others get their turn. */
const TURNS = 2

/** In the same order otherwise. @param endsOf ids of the entities that an item is about */
export function spread<T>(items: readonly T[], endsOf: (item: T) => readonly string[]): T[] {
  const times = new Map<string, number>()
  const [first, later]: [T[], T[]] = [[], []]
  for (const item of items) {
    const ends = endsOf(item)
    if (ends.some((id) => (times.get(id) ?? 0) >= TURNS)) later.push(item)
    else {
      first.push(item)
      for (const id of ends) times.set(id, (times.get(id) ?? 0) + 1)
    }
  }
  return [...first, ...later]
}
