/**
 * Markdown → blocks.
 *
 * satteri parses (CommonMark, GFM tables, front matter) and gives UTF-16 offsets. Its nodes are read where it left them,
 * for a tree of objects with all their words costs more than the parsing.
 */
import { createMdastHandle, dropHandle, MdastReader, serializeHandle } from 'satteri'
import type { Block, BlockType } from '../types.ts'
import { textBlocks } from './text.ts'

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
  if (isEndless(text)) return textBlocks(text)
  const handle = createMdastHandle(text)
  try {
    return flatten(new MdastReader(serializeHandle(handle)))
  } finally {
    dropHandle(handle)
  }
}

/** A paragraph that nobody wrote by hand: the time to find its spans grows with the square of their number. */
const MOST_MARKS = 4_000

function isEndless(text: string): boolean {
  if (text.length < MOST_MARKS) return false
  let marks = 0
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at)
    if (unit === 0x60 || unit === 0x2a || unit === 0x5f || unit === 0x5b || unit === 0x3c) {
      if (++marks > MOST_MARKS) return true
    } else if (unit === 0x0a && isBlank(text, at + 1)) marks = 0
  }
  return false
}

function isBlank(text: string, start: number): boolean {
  for (let at = start; at < text.length; at++) {
    const unit = text.charCodeAt(at)
    if (unit === 0x0a) return true
    if (unit !== 0x20 && unit !== 0x09 && unit !== 0x0d) return false
  }
  return true
}

/** What each of the parser's node numbers stands for, as they are met. */
const names: string[] = []

/** Walks with stacks of its own: a document may be nested deeper than the call stack is. */
function flatten(tree: MdastReader): Block[] {
  const blocks: Block[] = []
  const nodes = [0]
  const depths = [0]
  const items = [false]
  for (let node = nodes.pop(); node !== undefined; node = nodes.pop()) {
    const above = depths.pop() as number
    const inItem = items.pop() as boolean
    const number = tree.getNodeType(node)
    const name = (names[number] ??= tree.getNode(node).typeName)
    const type = TYPES[name]
    const position = type && tree.getPosition(node)
    if (type && position) {
      const depth = type === 'heading' ? (tree.getTypeData(node)[0] ?? 1) : above
      const { start, end } = position
      blocks.push({
        type: inItem && type === 'paragraph' ? 'item' : type,
        start: start.offset ?? 0,
        end: end.offset ?? 0,
        depth,
      })
      continue
    }
    const before = nodes.length
    tree.pushChildIds(node, nodes)
    for (let at = before; at < nodes.length; at++) {
      depths.push(name === 'List' ? above + 1 : above)
      items.push(inItem || name === 'ListItem')
    }
  }
  return blocks
}
