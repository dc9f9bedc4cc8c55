/**
 * Documents → the lines that are only their folder's template.
 *
 * Pages of one site share a toolbar, labels and section titles. A line that stands in most documents of a folder (or of
 * a folder above it) says nothing of any of them, so it carries no mentions; the same goes for a label that begins lines
 * of most documents (`**分类**:`).
 */
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
      const lines = new Set(text.split('\n').flatMap((line) => [line.trim(), labelOf(line) ?? '']))
      lines.delete('')
      for (const folder of foldersOf(path)) {
        const counts = folders.get(folder) ?? { documents: 0, lines: new Map<string, number>() }
        folders.set(folder, counts)
        counts.documents++
        for (const line of lines) if (line.length < LONGEST) counts.lines.set(line, (counts.lines.get(line) ?? 0) + 1)
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

/** Template lines are short; what is longer is prose that a log repeats. */
const LONGEST = 120

/** `**分类**: cs.LG` → `**分类**:`; a label is short. */
export function labelOf(line: string): string | null {
  return /^\s*(\S[^:：\n]{0,23}[:：][*_]{0,2})(?!\/\/)/.exec(line)?.[1] ?? null
}

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
