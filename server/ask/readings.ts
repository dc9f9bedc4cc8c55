/** Chinese characters → how they may be typed. In a file of its own, for its dictionary is only loaded to search. */
import { polyphonic } from 'pinyin-pro'
import { isHan } from '../../ingest/fold.ts'
import type { Readings } from './pinyin.ts'

const known = new Map<string, readonly string[]>()

export const readingsOf: Readings = (character) => {
  const present = known.get(character)
  if (present) return present
  const spoken = isHan(character.charCodeAt(0))
    ? (polyphonic(character, { toneType: 'none', type: 'array' })[0] ?? [])
    : []
  // A keyboard has no ü: lü is typed lv or lu.
  const typed = spoken.flatMap((sound) =>
    sound.includes('ü') ? [sound.replace('ü', 'v'), sound.replace('ü', 'u')] : sound,
  )
  const readings = typed.length > 0 ? typed : [character]
  known.set(character, readings)
  return readings
}
