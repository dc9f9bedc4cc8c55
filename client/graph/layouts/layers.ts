/**
 * `layers`: time from left to right, a column for each day, month or year; those without a time stand at the left.
 *
 * A time with many entities has several columns side by side, filled so that what later things rest on comes first: a
 * typed relation points back in time (what uses comes after what it uses), any other link says nothing within one
 * time. Who stands above whom is dagre's answer (Sugiyama's layers, Gansner's ordering); then each column moves to
 * the heights of those its members are joined to, in that order and without touching.
 */
import { Graph, layout } from '@dagrejs/dagre'
import type { Box } from '../boxes.ts'
import { levelled } from './level.ts'
import type { Link, Position, Problem, Steps } from './problem.ts'
import { columnsOf } from './time.ts'

/** px between columns of one time, and before another time begins. */
const GAP = 40
const STEP = 64
/** px that every other one stands aside, so that a link within a column does not run through those between. */
const ZIGZAG = 14
/** px between one label and the next node. */
const LINE = 4
/** Rooms in a column for each one that is filled: the columns of little times stay short. */
const SPARE = 1.3
/** Links for each node that order the columns, and how many columns they may cross: dagre's time grows with both. */
const STRONGEST = 2
const FARTHEST = 4
/** How much taller a flat picture may become. */
const DRAWN_OUT = 2.5
/** Times a column is moved towards its company. */
const SWEEPS = 8

/** Part of a time. */
interface Stack {
  readonly time: string
  readonly members: readonly number[]
}

export function* layers(problem: Problem): Steps {
  const { boxes } = problem
  if (!boxes.length) return []
  const place = new Map(boxes.map(({ id }, index) => [id, index]))
  const links = problem.links.filter(({ source, target }) => place.has(source) && place.has(target))
  const columns = toColumns(problem, links, place)
  const xs = across(columns, boxes)
  const stacked = columns.map(({ members }) => levelled(members, boxes, LINE))
  yield () => toPositions(boxes, columns, xs, stacked)
  const ordered = inOrder(columns, boxes, links)
  const company = boxes.map((): number[] => [])
  for (const { source, target } of links) {
    company[place.get(source)!]!.push(place.get(target)!)
    company[place.get(target)!]!.push(place.get(source)!)
  }
  let heights = ordered.map(({ members }) => levelled(members, boxes, LINE))
  for (let sweep = 0; sweep < SWEEPS; sweep++) {
    const at = new Float64Array(boxes.length)
    for (const [index, { members }] of ordered.entries()) {
      for (const [row, member] of members.entries()) at[member] = heights[index]![row]!
    }
    heights = ordered.map(({ members }, index) => {
      const wanted = members.map((member, row) => {
        const others = company[member]!
        const mean = others.reduce((sum, other) => sum + at[other]!, 0) / others.length
        // Half the way at a time, or neighbours would go on changing places.
        return others.length ? (mean + heights[index]![row]!) / 2 : heights[index]![row]!
      })
      return levelled(members, boxes, LINE, wanted)
    })
  }
  return toPositions(boxes, ordered, xs, filled(heights, xs, problem.ratio))
}

function toColumns(
  { boxes, times, ratio }: Problem,
  links: readonly Link[],
  place: ReadonlyMap<string, number>,
): Stack[] {
  const dated = columnsOf(times)
  const undated = [...boxes.keys()].filter((index) => !times[index])
  const columns = undated.length ? [{ label: '', members: undated }, ...dated] : dated
  const ranks = new Map(
    columns.flatMap(({ members }, rank) => members.map((member): [number, number] => [member, rank])),
  )
  const lean = leanings(boxes, links, place, (index) => ranks.get(index) ?? 0)
  const wide = meanOf(boxes, 'width') + STEP
  const high = meanOf(boxes, 'height') + LINE
  const most = Math.max(3, Math.ceil(Math.sqrt((SPARE * boxes.length * wide) / (high * ratio))))
  return columns.flatMap(({ label, members }) => {
    const order = [...members].sort((a, b) => lean[a]! - lean[b]! || a - b)
    const parts = Math.ceil(order.length / most)
    const rows = Math.ceil(order.length / parts)
    return Array.from({ length: parts }, (_, part) => ({
      time: label,
      members: order.slice(part * rows, (part + 1) * rows),
    }))
  })
}

/** Where in its time an entity leans: to the past whose company it keeps, away from what it rests on. */
function leanings(
  boxes: readonly Box[],
  links: readonly Link[],
  place: ReadonlyMap<string, number>,
  rankOf: (index: number) => number,
): Float64Array {
  const sums = new Float64Array(boxes.length)
  const counts = new Float64Array(boxes.length).fill(1)
  for (const { source, target, directed } of links) {
    const [a, b] = [place.get(source)!, place.get(target)!]
    const later = Math.sign(rankOf(b) - rankOf(a))
    // In one time only a relation tells: its source comes after its target.
    const lean = later === 0 && directed ? 2 : later
    sums[a]! += lean
    sums[b]! -= lean
    counts[a]! += 1
    counts[b]! += 1
  }
  return sums.map((sum, index) => sum / counts[index]!)
}

/** The same columns, each in the order in which fewest links cross. */
function inOrder(columns: readonly Stack[], boxes: readonly Box[], links: readonly Link[]): Stack[] {
  const graph = new Graph({ multigraph: false })
  graph.setGraph({ rankdir: 'LR', ranker: 'none' as 'longest-path', nodesep: 1, edgesep: 1, ranksep: 2 })
  graph.setDefaultEdgeLabel(() => ({}))
  const rank = new Map<string, number>()
  for (const [index, { members }] of columns.entries()) {
    for (const member of members) {
      const { id, height } = boxes[member]!
      rank.set(id, index)
      // Dagre puts a rank for the labels of edges between every two.
      graph.setNode(id, { width: 1, height, rank: index * 2 })
    }
  }
  for (const { source, target } of strongest(links, rank)) {
    const [from, to] = rank.get(source)! < rank.get(target)! ? [source, target] : [target, source]
    graph.setEdge(from, to, { minlen: rank.get(to)! - rank.get(from)!, weight: 1 })
  }
  layout(graph)
  const y = (member: number) => graph.node(boxes[member]!.id).y ?? 0
  return columns.map(({ time, members }) => ({ time, members: [...members].sort((a, b) => y(a) - y(b) || a - b) }))
}

/** Between two columns, not too far from each other, and for each entity only the strongest. */
function strongest(links: readonly Link[], rank: ReadonlyMap<string, number>): Link[] {
  const counts = new Map<string, number>()
  return [...links]
    .sort((a, b) => b.weight - a.weight)
    .filter(({ source, target }) => {
      const [a, b] = [counts.get(source) ?? 0, counts.get(target) ?? 0]
      const far = Math.abs(rank.get(source)! - rank.get(target)!)
      if (far === 0 || far > FARTHEST || (a >= STRONGEST && b >= STRONGEST)) return false
      counts.set(source, a + 1).set(target, b + 1)
      return true
    })
}

/** Drawn out, where the picture is flatter than its pane: names are the easier to read. */
function filled(heights: readonly number[][], xs: readonly number[], ratio: number): number[][] {
  const all = heights.flat()
  const high = Math.max(...all) - Math.min(...all)
  const wide = (xs.at(-1) ?? 0) - (xs[0] ?? 0)
  const factor = Math.min(DRAWN_OUT, Math.max(1, wide / ratio / Math.max(1, high)))
  return heights.map((column) => column.map((height) => height * factor))
}

/** The middle of each column: as wide as its widest name. */
function across(columns: readonly Stack[], boxes: readonly Box[]): number[] {
  let end = 0
  return columns.map(({ time, members }, index) => {
    const wide = Math.max(...members.map((member) => boxes[member]!.width))
    const gap = index === 0 ? 0 : columns[index - 1]?.time === time ? GAP : STEP
    const middle = end + gap + wide / 2
    end = middle + wide / 2
    return middle
  })
}

function toPositions(
  boxes: readonly Box[],
  columns: readonly Stack[],
  xs: readonly number[],
  heights: readonly (readonly number[])[],
): Position[] {
  const middle = ((xs[0] ?? 0) + (xs.at(-1) ?? 0)) / 2
  return columns.flatMap(({ members }, index) =>
    members.map((member, row): Position => {
      const aside = members.length > 2 ? ZIGZAG * (row % 2 ? 1 : -1) : 0
      return [boxes[member]!.id, { x: xs[index]! - middle + aside, y: heights[index]![row]! }]
    }),
  )
}

const meanOf = (boxes: readonly Box[], size: 'width' | 'height'): number =>
  boxes.reduce((sum, box) => sum + box[size], 0) / boxes.length
