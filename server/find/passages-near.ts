/** A word that stands nowhere → the words it may have meant: extrapolaton → extrapolation. */
import { order } from '../../ingest/entities.ts'
import { createNearby, LONGEST } from '../ask/nearby.ts'
import { editsAllowed } from '../ask/typos.ts'
import type { WordIndex } from './passages-index.ts'
import type { Near } from './passages-query.ts'

/** Words a misspelled one may stand for. */
const FEW = 3

/** Nearer words first, then those that stand in more texts; longer or shorter by no more than the edits. */
export function createNear({ words, starts }: WordIndex): Near {
  let nearby: ReturnType<typeof createNearby> | null = null
  return (word) => {
    const most = editsAllowed(word)
    if (most === 0 || word.length > LONGEST || /\d/.test(word)) return []
    nearby ??= createNearby(words)
    const found: { word: string; distance: number; texts: number }[] = []
    for (let edits = 1; edits <= most && found.length === 0; edits++) {
      nearby(word, edits, (at, distance) => {
        const other = words[at] as string
        if (Math.abs(other.length - word.length) > edits) return
        found.push({ word: other, distance, texts: (starts[at + 1] as number) - (starts[at] as number) })
      })
    }
    found.sort((a, b) => a.distance - b.distance || b.texts - a.texts || order(a.word, b.word))
    return found.slice(0, FEW).map(({ word }) => word)
  }
}
