/** Which labels have room: taken in order of telling power, each must clear the labels and nodes of those before it. */
import { type Area, createGround } from './ground.ts'

export interface LabelBox {
  id: string
  /** The label's middle and size, and the node's; all in the same units. */
  x: number
  y: number
  width: number
  height: number
  node: Area
  /** 2 comes first (the focus), 1 before the rest (the stories); both may cover nodes, but no other label. */
  rank: 0 | 1 | 2
  mentions: number
}

/** Ids of the labels that are shown. No two of them overlap. */
export function readableLabels(boxes: readonly LabelBox[]): Set<string> {
  const order = [...boxes].sort((a, b) => b.rank - a.rank || b.mentions - a.mentions || (a.id < b.id ? -1 : 1))
  const labels = createGround<Area>()
  const nodes = createGround<Area>()
  const shown = new Set<string>()
  for (const box of order) {
    if (labels.isFree(box) && (box.rank > 0 || nodes.isFree(box))) {
      shown.add(box.id)
      labels.add(box)
    }
    nodes.add(box.node)
  }
  return shown
}
