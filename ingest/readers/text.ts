/**
 * Plain text → blocks.
 *
 * Logs are often Markdown in spirit: `##` headings, list markers, table rows. A line that looks like one is one; other
 * lines up to the next blank line are a paragraph. Indentation means nothing here: it never makes code of a note.
 */
import type { Block } from '../types.ts'

const HEADING = /^ {0,3}(#{1,6})\s+\S/
// * a, - a, 1. a, 2) a, a、 is left alone: it is prose
const ITEM = /^(\s*)(?:[*+-]|\d{1,3}[.)、])\s+\S/
const ROW = /^\s*\|.*\|\s*$/
const LINE = /[^\r\n]*(?:\r\n|\r|\n|$)/g

export function textBlocks(text: string): Block[] {
  const blocks: Block[] = []
  let open: Block | null = null
  for (const { 0: raw, index } of text.matchAll(LINE)) {
    const line = raw.trimEnd()
    if (!line) {
      open = null
      continue
    }
    const start = index + (line.length - line.trimStart().length)
    const end = index + line.length
    const heading = HEADING.exec(line)
    const item = ITEM.exec(line)
    if (heading) {
      blocks.push({ type: 'heading', start, end, depth: heading[1]?.length ?? 1 })
      open = null
    } else if (ROW.test(line)) {
      blocks.push({ type: 'row', start, end, depth: 0 })
      open = null
    } else if (item) {
      open = { type: 'item', start, end, depth: 1 + Math.floor((item[1]?.length ?? 0) / 2) }
      blocks.push(open)
    } else if (open) {
      open.end = end
    } else {
      open = { type: 'paragraph', start, end, depth: 0 }
      blocks.push(open)
    }
  }
  return blocks
}
