/**
 * Markdown → blocks.
 *
 * satteri parses (CommonMark, GFM tables, front matter) and gives UTF-16 offsets. Its nodes are read where it left them,
 * for a tree of objects with all their words costs more than the parsing.
 */
import { createMdastHandle, dropHandle, MdastReader, serializeHandle } from 'satteri'
import type { Block, BlockType } from '../types.ts'

const TYPES: Partial<Record<string, BlockType>> = {
  Yaml: 'matter',
  Toml: 'matter',
  Heading: 'heading',
  Paragraph: 'paragraph',
  Html: 'paragraph',
  TableRow: 'row',
  Code: 'code',
  Math: 'code',
}

export function markdownBlocks(text: string): Block[] {
  const handle = createMdastHandle(text)
  try {
    return flatten(new MdastReader(serializeHandle(handle)))
  } finally {
    dropHandle(handle)
  }
}

/** Walks with a stack of its own: a document may be nested deeper than the call stack is. */
function flatten(tree: MdastReader): Block[] {
  const blocks: Block[] = []
  const stack = [{ node: 0, depth: 0, item: false }]
  for (let top = stack.pop(); top; top = stack.pop()) {
    const { typeName, position } = tree.getNode(top.node)
    const type = TYPES[typeName]
    if (type && position) {
      const depth = type === 'heading' ? (tree.getTypeData(top.node)[0] ?? 1) : top.depth
      const { start, end } = position
      blocks.push({
        type: top.item && type === 'paragraph' ? 'item' : type,
        start: start.offset ?? 0,
        end: end.offset ?? 0,
        depth,
      })
      continue
    }
    const depth = typeName === 'List' ? top.depth + 1 : top.depth
    const item = top.item || typeName === 'ListItem'
    for (const node of tree.getChildIds(top.node).reverse()) stack.push({ node, depth, item })
  }
  return blocks
}
