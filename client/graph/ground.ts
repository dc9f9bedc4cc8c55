/** Boxes on a plane, found again by where they lie: a grid of square cells, each with the boxes that touch it. */
export interface Area {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

const CELL = 128

export interface Ground<T extends Area> {
  add(area: T): void
  /** Calls for each that may touch this area, once for each cell they share. */
  near(area: Area, call: (other: T) => void): void
  /** Whether it overlaps nobody. */
  isFree(area: Area): boolean
}

export function createGround<T extends Area>(areas: Iterable<T> = []): Ground<T> {
  const cells = new Map<number, T[]>()
  const cellsOf = ({ x, y, width, height }: Area, call: (cell: number) => void) => {
    const last = { x: Math.floor((x + width / 2) / CELL), y: Math.floor((y + height / 2) / CELL) }
    for (let column = Math.floor((x - width / 2) / CELL); column <= last.x; column++) {
      for (let row = Math.floor((y - height / 2) / CELL); row <= last.y; row++) call(column * 1_000_003 + row)
    }
  }
  const ground: Ground<T> = {
    add: (area) =>
      cellsOf(area, (cell) => {
        const there = cells.get(cell)
        if (there) there.push(area)
        else cells.set(cell, [area])
      }),
    near: (area, call) =>
      cellsOf(area, (cell) => {
        for (const other of cells.get(cell) ?? []) call(other)
      }),
    isFree: (area) => {
      let free = true
      ground.near(area, (other) => {
        if (free && isOver(area, other)) free = false
      })
      return free
    },
  }
  for (const area of areas) ground.add(area)
  return ground
}

/** px that are no overlap yet: positions are rounded. */
export const TOUCH = 0.5

export const isOver = (a: Area, b: Area): boolean =>
  (a.width + b.width) / 2 - Math.abs(a.x - b.x) > TOUCH && (a.height + b.height) / 2 - Math.abs(a.y - b.y) > TOUCH
