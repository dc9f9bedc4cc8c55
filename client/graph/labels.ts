/** Which labels have room: taken in order of telling power, each must clear the labels and nodes of those before it. */
export interface LabelBox {
  id: string
  /** The label's middle and size, and the node's; all in the same units. */
  x: number
  y: number
  width: number
  height: number
  node: { x: number; y: number; width: number; height: number }
  /** 2 is shown whatever it covers (the focus); 1 comes before the rest and may cover nodes (the stories). */
  rank: 0 | 1 | 2
  mentions: number
}

export function readableLabels(boxes: readonly LabelBox[]): Set<string> {
  const order = [...boxes].sort((a, b) => b.rank - a.rank || b.mentions - a.mentions || (a.id < b.id ? -1 : 1))
  const shown: LabelBox[] = []
  for (const [index, box] of order.entries()) {
    const isFree = () => !shown.some((other) => isOver(box, other))
    const isClear = () => !order.slice(0, index).some((other) => isOver(box, other.node))
    if (box.rank === 2 || (isFree() && (box.rank === 1 || isClear()))) shown.push(box)
  }
  return new Set(shown.map((box) => box.id))
}

type Area = Pick<LabelBox, 'x' | 'y' | 'width' | 'height'>

const isOver = (a: Area, b: Area): boolean =>
  Math.abs(a.x - b.x) < (a.width + b.width) / 2 && Math.abs(a.y - b.y) < (a.height + b.height) / 2
