/**
 * Chinese names by the sound of their characters: changduwaitui, its beginning changdu, or its initials cdwt → 长度外推.
 *
 * A character is read in all its ways (长 is chang and zhang), so no word has to be known; a text is matched syllable by
 * syllable and never spelled out, for its readings multiply.
 */
import { isHan } from '../../ingest/fold.ts'

/** How one character may be typed, in small letters without tones; itself where it is not Chinese. */
export type Readings = (character: string) => readonly string[]

/** The whole of a name was typed, its beginning, or something inside. */
export type Reach = 'whole' | 'start' | 'inside'

export interface Heard {
  /** The place of the name among those given. */
  at: number
  reach: Reach
}

/** Fewer letters sound like half of all names. */
const FEWEST_LETTERS = 2
const FEWEST_INSIDE = 3

interface Sounds {
  at: number
  han: readonly boolean[]
  readings: readonly (readonly string[])[]
}

/** @param names folded; those without a Chinese character are never heard */
export function createPinyin(names: readonly string[], readings: Readings): (typed: string) => Heard[] {
  const sounds = names.flatMap((name, at): Sounds[] => {
    const units = name.split('')
    const han = units.map((unit) => isHan(unit.charCodeAt(0)))
    return han.includes(true) ? [{ at, han, readings: units.map(readings) }] : []
  })
  return (typed) => {
    if (typed.length < FEWEST_LETTERS || !/^[a-z][a-z\d.+]*$/.test(typed)) return []
    return sounds.flatMap((sound): Heard[] => {
      const reach = reachOf(sound, typed)
      return reach ? [{ at: sound.at, reach }] : []
    })
  }
}

function reachOf({ han, readings }: Sounds, typed: string): Reach | null {
  for (let start = 0; start < readings.length; start++) {
    if (!han[start]) continue
    const inside = start > 0
    if (inside && typed.length < FEWEST_INSIDE) break
    for (const walk of [throughSyllables, throughInitials]) {
      const end = walk(readings, start, typed, 0)
      // One syllable alone, in the middle of a name, is not what anybody types.
      if (end < 0 || (inside && end - start < 2)) continue
      return inside ? 'inside' : end === readings.length ? 'whole' : 'start'
    }
  }
  return null
}

type Walk = (readings: Sounds['readings'], at: number, typed: string, from: number) => number

/** How far whole syllables lead, the last of them perhaps half typed; -1 where they do not fit. */
const throughSyllables: Walk = (readings, at, typed, from) => {
  if (from === typed.length) return at
  for (const reading of readings[at] ?? []) {
    if (reading.startsWith(typed.slice(from))) return at + 1
    if (!typed.startsWith(reading, from)) continue
    const end = throughSyllables(readings, at + 1, typed, from + reading.length)
    if (end >= 0) return end
  }
  return -1
}

/** The same with the first letter of each character. */
const throughInitials: Walk = (readings, at, typed, from) => {
  if (from === typed.length) return at
  const fits = readings[at]?.some((reading) => reading[0] === typed[from])
  return fits ? throughInitials(readings, at + 1, typed, from + 1) : -1
}
