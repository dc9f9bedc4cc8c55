/** The names that stand in free text: “papers about length extrapolation in Mamba” holds two. */
import type { NamedEntity, Names } from '../ask/names.ts'
import { isStop, normalize } from './words.ts'

/** Words, and Han characters, of the longest name that is looked for. */
const MOST_WORDS = 5
const MOST_HAN = 10

/** In the order of the text, the longest at each place; none within another. */
export function namesWithin(text: string, names: Names): NamedEntity[] {
  const found = new Map<string, NamedEntity>()
  const units = text.match(/[A-Za-z0-9][A-Za-z0-9.+-]*|[\u3400-\u4dbf\u4e00-\u9fff]/g) ?? []
  for (let from = 0; from < units.length; ) {
    const most = isLatin(units[from] as string) ? MOST_WORDS : MOST_HAN
    let taken = 1
    for (let length = Math.min(most, units.length - from); length > 0; length--) {
      const name = units.slice(from, from + length).join(units.slice(from, from + length).some(isLatin) ? ' ' : '')
      const entity = name.length > 1 && !isStop(normalize(name)) ? names.find(name) : undefined
      if (!entity) continue
      found.set(entity.id, entity)
      taken = length
      break
    }
    from += taken
  }
  return [...found.values()]
}

const isLatin = (unit: string): boolean => /^[A-Za-z0-9]/.test(unit)
