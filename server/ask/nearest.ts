/**
 * Two entities that nothing joins → what comes nearest to both: names that stand in documents of the one and in
 * documents of the other, those first that keep to these documents; else the closest company of each.
 */
import { order } from '../../ingest/entities.ts'
import type { Adjacency } from './adjacency.ts'
import { type Namings, namingsOf } from './namings.ts'
import type { Tables } from './picture.ts'

/** Names told. */
const MOST = 6

/** @returns ids, the nearest first */
export function nearestToBoth({ adjacency, namings }: Tables, from: string, to: string): string[] {
  const between = namedBesideBoth(namings, from, to)
  if (between.length) return between
  const company = [from, to].map((id) =>
    closestCompany(adjacency, id).filter((other) => other !== from && other !== to),
  )
  return [...new Set(company.flatMap((ids) => ids.slice(0, MOST / 2)))]
}

function namedBesideBoth(namings: Namings, from: string, to: string): string[] {
  const { documents, places, starts, inDocuments } = namings
  const [one, other] = [from, to].map((id) => {
    const has = new Uint8Array(documents.length)
    for (const document of namingsOf(namings, id).documents) has[document] = 1
    return has
  }) as [Uint8Array, Uint8Array]
  const scored: { id: string; share: number }[] = []
  for (const [id, place] of places) {
    if (id === from || id === to) continue
    const [start, end] = [starts[place] as number, starts[place + 1] as number]
    let [withOne, withOther] = [0, 0]
    for (let naming = start; naming < end; naming++) {
      const document = inDocuments[naming] as number
      withOne += one[document] as number
      withOther += other[document] as number
    }
    const least = Math.min(withOne, withOther)
    // A name of every document is near to everything, and tells nothing of these two.
    if (least > 0) scored.push({ id, share: least / Math.sqrt(end - start) })
  }
  scored.sort((a, b) => b.share - a.share || order(a.id, b.id))
  return scored.slice(0, MOST).map(({ id }) => id)
}

function closestCompany({ ids, places, starts, others, strengths }: Adjacency, id: string): string[] {
  const place = places.get(id)
  if (place === undefined) return []
  const slots = Array.from({ length: (starts[place + 1] as number) - (starts[place] as number) }, (_, at) => {
    const slot = (starts[place] as number) + at
    return { other: others[slot] as number, strength: strengths[slot] as number }
  })
  slots.sort((a, b) => b.strength - a.strength || a.other - b.other)
  return [...new Set(slots.map(({ other }) => ids[other] as string))]
}
