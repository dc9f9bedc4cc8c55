/** Markdown → blocks. satteri parses (CommonMark, GFM tables, front matter) and gives UTF-16 offsets; this only flattens its tree. */
import { markdownToMdast } from 'satteri'
import type { Block, BlockType } from '../types.ts'

type Tree = ReturnType<typeof markdownToMdast>
interface Node {
  type: string
  depth?: number
  position?: { start: { offset?: number }; end: { offset?: number } }
  children?: Node[]
}

const TYPES: Partial<Record<string, BlockType>> = {
  yaml: 'matter',
  toml: 'matter',
  heading: 'heading',
  paragraph: 'paragraph',
  html: 'paragraph',
  tableRow: 'row',
  code: 'code',
  math: 'code',
}

export function markdownBlocks(text: string): Block[] {
  const tree: Tree = markdownToMdast(text)
  const blocks: Block[] = []
  flatten(tree as Node, 0, blocks)
  return blocks
}

/** Walks with a stack of its own: a document may be nested deeper than the call stack is. */
function flatten(root: Node, depth: number, blocks: Block[]): void {
  const stack = [{ node: root, depth, item: false }]
  for (let top = stack.pop(); top; top = stack.pop()) {
    const { node } = top
    const type = TYPES[node.type]
    if (type) {
      const start = node.position?.start.offset ?? 0
      const end = node.position?.end.offset ?? start
      blocks.push({
        type: top.item && type === 'paragraph' ? 'item' : type,
        start,
        end,
        depth: node.depth ?? top.depth,
      })
      continue
    }
    const inner = node.type === 'list' ? top.depth + 1 : top.depth
    const children = node.children ?? []
    for (let at = children.length - 1; at >= 0; at--) {
      stack.push({ node: children[at] as Node, depth: inner, item: top.item || node.type === 'listItem' })
    }
  }
}
