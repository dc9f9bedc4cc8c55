/**
 * A column of boxes as near as can be to the heights they want, in their order and without touching: neighbours who
 * want the same place form a block, and a block stands at the mean of its members' wishes (pool adjacent violators).
 */
import type { Box } from '../boxes.ts'

interface Block {
  /** Where the first member's top wants to be: the mean of all its members' wishes. */
  top: number
  count: number
  height: number
}

/** The middle of each member, from above; without `wanted`, the column stands around 0. */
export function levelled(
  members: readonly number[],
  boxes: readonly Box[],
  gap: number,
  wanted?: readonly number[],
): number[] {
  const blocks: Block[] = []
  const heights = members.map((member) => boxes[member]!.height + gap)
  for (const [row, height] of heights.entries()) {
    let block: Block = { top: (wanted?.[row] ?? 0) - height / 2, count: 1, height }
    for (let above = blocks.at(-1); above && above.top + above.height > block.top; above = blocks.at(-1)) {
      const count = above.count + block.count
      const top = (above.top * above.count + (block.top - above.height) * block.count) / count
      block = { top, count, height: above.height + block.height }
      blocks.pop()
    }
    blocks.push(block)
  }
  let row = 0
  return blocks.flatMap(({ top, count }) => {
    let end = top
    return Array.from({ length: count }, () => {
      const height = heights[row++]!
      end += height
      return end - height / 2
    })
  })
}
