/** What people type into a search field, made of what a graph holds: by a seed, so that every run types the same. */
import type { NamedEntity } from '../../server/ask/names.ts'
import type { Readings } from '../../server/ask/pinyin.ts'

/** Numbers from 0 to below 1, always the same (mulberry32, Tommy Ettinger, 2017). */
export function createChance(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}

/** Of each sort so many. */
const EACH = 80
const PASTED = 200

export function makeQueries(
  entities: readonly Pick<NamedEntity, 'name' | 'aliases'>[],
  texts: readonly string[],
  readings: Readings,
): string[] {
  const chance = createChance(7)
  const one = <T>(all: readonly T[]) => all[Math.floor(chance() * all.length)] as T
  const names = entities.flatMap(({ name, aliases }) => [name, ...(aliases ?? [])])
  const chinese = names.filter((name) => /^[\u4e00-\u9fff]{2,8}$/.test(name))
  const latin = names.filter((name) => /^[A-Za-z][A-Za-z0-9 .-]{4,30}$/.test(name))
  const stretch = (length: number) => {
    const text = one(texts)
    const start = Math.floor(chance() * Math.max(1, text.length - length))
    return text.slice(start, start + length)
  }
  const sorts: readonly (() => string)[] = [
    () => beginning(one(latin), chance),
    () => beginning(one(chinese), chance),
    () => misspelled(one(latin), chance),
    () => [...one(chinese)].map((character) => readings(character)[0]?.charAt(0) ?? '').join(''),
    () => `${one(latin)} ${one(chance() < 0.5 ? latin : chinese)}`,
    () => stretch(8 + Math.floor(chance() * 30)),
    () => stretch(PASTED),
  ]
  return sorts.flatMap((make) => Array.from({ length: EACH }, make)).filter((query) => query.trim())
}

const beginning = (name: string, chance: () => number) => name.slice(0, 1 + Math.floor(chance() * name.length))

/** Two letters swapped, one left out, or one too many. */
function misspelled(name: string, chance: () => number): string {
  const at = Math.floor(chance() * (name.length - 2))
  const [before, here, next, after] = [name.slice(0, at), name.charAt(at), name.charAt(at + 1), name.slice(at + 2)]
  return [`${before}${next}${here}${after}`, `${before}${next}${after}`, `${before}${here}e${next}${after}`][
    Math.floor(chance() * 3)
  ] as string
}
