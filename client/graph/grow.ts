/** Room for newcomers in a picture: around the one they belong to, or, if that is new too, around the room it finds. */
import type { Picture, Point } from '../state/graph.ts'
import type { Edge, Entity } from '../types.ts'
import { mostMentions, toBox } from './boxes.ts'
import { type Placed, placeNear } from './place.ts'

export function roomFor(
  picture: Picture,
  parent: string,
  entities: readonly Entity[],
  edges: readonly Edge[],
): Map<string, Point> {
  const most = mostMentions([...picture.entities.values(), ...entities])
  const placed = [...picture.entities.values()].map(
    (entity): Placed => ({ ...toBox(entity, most), ...(picture.positions.get(entity.id) ?? ORIGIN) }),
  )
  const boxes = entities.filter(({ id }) => !picture.entities.has(id)).map((entity) => toBox(entity, most))
  const center = picture.positions.get(parent)
  if (center) return placeNear(center, boxes, placed, edges)
  const own = boxes.filter(({ id }) => id === parent)
  const found = placeNear(middleOf(parent, edges, picture), own, placed, edges)
  const settled = own.map((box): Placed => ({ ...box, ...(found.get(parent) ?? ORIGIN) }))
  const others = boxes.filter(({ id }) => id !== parent)
  return new Map([...found, ...placeNear(settled[0] ?? ORIGIN, others, [...placed, ...settled], edges)])
}

const ORIGIN: Point = { x: 0, y: 0 }

/** The middle of those in the picture it is joined to; else of everything. */
function middleOf(id: string, edges: readonly Edge[], { positions }: Picture): Point {
  const company = edges.flatMap(({ source, target }) => {
    const other = source === id ? positions.get(target) : target === id ? positions.get(source) : undefined
    return other ? [other] : []
  })
  const points = company.length ? company : [...positions.values()]
  const mean = (axis: 'x' | 'y') => points.reduce((sum, point) => sum + point[axis], 0) / Math.max(1, points.length)
  return { x: mean('x'), y: mean('y') }
}
