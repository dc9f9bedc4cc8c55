/**
 * Documents → the lines that are only their folder's template.
 *
 * Pages of one site share a toolbar, labels and section titles. A line that stands in most documents of a folder (or of
 * a folder above it) says nothing of any of them, so it carries no mentions; the same goes for a label that begins lines
 * of most documents (`**分类**:`).
 */
import { isSpace } from './fold.ts'
import type { Span } from './sentences.ts'
import type { ReadDocument } from './types.ts'

/** A folder with fewer documents has no template. */
const FEWEST = 8
/** The share of a folder's documents that a template line stands in. */
const MOST = 0.5

/** Folder → its template lines, without the space around them. `''` is the folder that holds everything. */
export type Template = ReadonlyMap<string, ReadonlySet<string>>

export interface LineCounts {
  add(document: Pick<ReadDocument, 'path' | 'text'>): void
  template(): Template
}

/** Counts line by line, so that documents need not be kept. */
export function createLineCounts(): LineCounts {
  const folders = new Map<string, { documents: number; lines: Map<string, number> }>()
  return {
    add({ path, text }) {
      const lines = linesOf(text)
      for (const folder of foldersOf(path)) {
        const counts = folders.get(folder) ?? { documents: 0, lines: new Map<string, number>() }
        folders.set(folder, counts)
        counts.documents++
        for (const line of lines) counts.lines.set(line, (counts.lines.get(line) ?? 0) + 1)
      }
    },
    template() {
      const template = new Map<string, ReadonlySet<string>>()
      for (const [folder, { documents, lines }] of folders) {
        if (documents < FEWEST) continue
        const shared = [...lines].filter(([, count]) => count > documents * MOST).map(([line]) => line)
        if (shared.length) template.set(folder, new Set(shared))
      }
      return template
    },
  }
}

/** The short lines of a text and the labels of all its lines, each once. */
function linesOf(text: string): Set<string> {
  const lines = new Set<string>()
  for (let start = 0; start <= text.length; ) {
    const newline = text.indexOf('\n', start)
    const end = newline < 0 ? text.length : newline
    if (end - start < LONGEST_TEMPLATE_LINE) lines.add(text.slice(start, end).trim())
    const label = labelOf(text, start, end)
    if (label) lines.add(text.slice(label.start, label.end))
    start = end + 1
  }
  lines.delete('')
  return lines
}

/** Template lines are short; what is longer is prose that a log repeats. */
export const LONGEST_TEMPLATE_LINE = 120

/** A label is shorter. */
const LONGEST_LABEL = 25

/** Where the label of a line stands: `**分类**:` in `**分类**: cs.LG`. A colon of a URL ends none. */
export function labelOf(text: string, start: number, end: number): Span | null {
  let from = start
  while (from < end && isSpace(text.charCodeAt(from))) from++
  const most = Math.min(end, from + LONGEST_LABEL)
  for (let at = from + 1; at < most; at++) {
    const unit = text.charCodeAt(at)
    if (unit !== COLON && unit !== WIDE_COLON) continue
    if (text.startsWith('//', at + 1)) return null
    let to = at + 1
    while (to < end && to < at + 3 && (text[to] === '*' || text[to] === '_')) to++
    return { start: from, end: to }
  }
  return null
}

const COLON = 0x3a
const WIDE_COLON = 0xff1a

/** Whether a line (or a label) of the document at `path` is template. */
export function isTemplate(template: Template, path: string): ((line: string) => boolean) | null {
  const sets = foldersOf(path).flatMap((folder) => template.get(folder) ?? [])
  return sets.length ? (line) => sets.some((set) => set.has(line.trim())) : null
}

/** `a/b/c.md` → `a/b`, `a` and ``. */
function foldersOf(path: string): string[] {
  const parts = path.split('/').slice(0, -1)
  return parts.map((_, at) => parts.slice(0, parts.length - at).join('/')).concat('')
}
