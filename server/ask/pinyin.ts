/**
 * Chinese names by the sound of their characters: changduwaitui, its beginning changdu, or its initials cdwt → 长度外推.
 *
 * A character is read in all its ways (长 is chang and zhang), so no word has to be known; a text is matched syllable by
 * syllable and never spelled out, for its readings multiply. Which letters a reading may begin with and go on with are
 * bits, so that most places fall out before any reading is looked at.
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

/** All names one after the other, with an end that sounds like nothing between them. */
interface Sounds {
  readings: readonly (readonly string[])[]
  /** Whether a character is Chinese. */
  han: readonly boolean[]
  /** The letters that a character's readings begin with, and those that come second. */
  firsts: Int32Array
  seconds: Int32Array
  begins: Uint32Array
  /** The names' own places. */
  places: Uint32Array
}

/** @param names folded; those without a Chinese character are never heard */
export function createPinyin(names: readonly string[], readings: Readings): (typed: string) => Heard[] {
  const sounds = toSounds(names, readings)
  return (typed) => {
    if (typed.length < FEWEST_LETTERS || !/^[a-z][a-z\d.+]*$/.test(typed)) return []
    return hear(sounds, typed)
  }
}

const NOTHING: readonly string[] = []
const bit = (text: string, at: number) => (at < text.length ? 1 << (text.charCodeAt(at) & 31) : 0)

function toSounds(names: readonly string[], readings: Readings): Sounds {
  const chinese = names.flatMap((name, at) => ([...name].some((c) => isHan(c.charCodeAt(0))) ? [{ name, at }] : []))
  const text = chinese.map(({ name }) => `${name}\n`).join('')
  const own = text.split('').map((unit) => (unit === '\n' ? NOTHING : readings(unit)))
  const letters = (at: number) => Int32Array.from(own, (ways) => ways.reduce((set, way) => set | bit(way, at), 0))
  const begins = new Uint32Array(chinese.length + 1)
  for (const [next, { name }] of chinese.entries()) begins[next + 1] = (begins[next] as number) + name.length + 1
  return {
    readings: own,
    han: text.split('').map((unit) => isHan(unit.charCodeAt(0))),
    firsts: letters(0),
    seconds: letters(1),
    begins,
    places: Uint32Array.from(chinese, ({ at }) => at),
  }
}

function hear(sounds: Sounds, typed: string): Heard[] {
  const { han, firsts, seconds, begins, places } = sounds
  const [first, second] = [bit(typed, 0), bit(typed, 1)]
  const found: Heard[] = []
  for (let next = 0; next < places.length; next++) {
    const end = (begins[next + 1] as number) - 1
    for (let at = begins[next] as number; at < end; at++) {
      if (((firsts[at] as number) & first) === 0 || !han[at]) continue
      if ((((seconds[at] as number) | (firsts[at + 1] as number)) & second) === 0) continue
      const reach = reachFrom(sounds, typed, at, begins[next] as number, end)
      if (!reach) continue
      found.push({ at: places[next] as number, reach })
      break
    }
  }
  return found
}

function reachFrom({ readings }: Sounds, typed: string, at: number, begin: number, end: number): Reach | null {
  const inside = at > begin
  if (inside && typed.length < FEWEST_INSIDE) return null
  for (const walk of [throughSyllables, throughInitials]) {
    const last = walk(readings, at, typed, 0)
    // One syllable alone, in the middle of a name, is not what anybody types.
    if (last < 0 || (inside && last - at < 2)) continue
    return inside ? 'inside' : last === end ? 'whole' : 'start'
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
