/**
 * Marks as a page carries them: three numbers each, the third the entity's place among those the page holds. A name that
 * the page does not hold leads nowhere there, and is not marked.
 */
import type { Mark } from '../api.ts'

export function createPacker(ids: readonly string[]): (marks: readonly Mark[]) => number[] {
  const places = new Map(ids.map((id, place) => [id, place]))
  return (marks) =>
    marks.flatMap(({ start, end, entity }) => {
      const place = places.get(entity)
      return place === undefined ? [] : [start, end, place]
    })
}
