/** Where what is in the picture is named: folders and documents as a tree, each with how many entities it names. */
import { type Filters, isWithin } from './filters.ts'
import type { Source, Sources } from './sources.ts'

export interface Folder {
  /** As the filter by source has it: a folder ends in a slash. */
  readonly path: string
  readonly name: string
  readonly date: string | null
  /** Entities that pass the other filters and are named here. */
  readonly count: number
  /** Folders first, then documents; null in a document. */
  readonly inside: readonly Folder[] | null
}

export interface FolderRow {
  readonly folder: Folder
  /** From 1. */
  readonly level: number
  readonly position: number
  readonly among: number
  /** Undefined in a document, which does not open. */
  readonly open: boolean | undefined
}

/** @param ids what is in the picture and passes all filters but the one by source */
export function toFolders(ids: Iterable<string>, { documents, named }: Sources, filters: Filters): Folder[] {
  const names = new Map<string, Set<string>>()
  const found = new Map<string, Source>()
  for (const id of ids) {
    for (const key of named.get(id)?.keys() ?? []) {
      const document = documents.get(key)
      if (!document) continue
      found.set(document.path, document)
      const passes = isWithin(document, { ...filters, source: null })
      for (const path of [...foldersOf(document.path), document.path]) {
        const those = names.get(path) ?? new Set()
        if (passes) those.add(id)
        names.set(path, those)
      }
    }
  }
  const count = (path: string) => names.get(path)?.size ?? 0
  return toInside('', [...found.values()], count)
}

function toInside(folder: string, documents: readonly Source[], count: (path: string) => number): Folder[] {
  const folders = new Map<string, Source[]>()
  const here: Folder[] = []
  for (const document of documents) {
    const rest = document.path.slice(folder.length)
    const slash = rest.indexOf('/')
    if (slash < 0) here.push({ ...document, name: rest, count: count(document.path), inside: null })
    else {
      const path = folder + rest.slice(0, slash + 1)
      const those = folders.get(path) ?? []
      those.push(document)
      folders.set(path, those)
    }
  }
  const inner = [...folders].map(([path, those]) => {
    const inside = toInside(path, those, count)
    const [only, ...others] = inside
    const name = path.slice(folder.length, -1)
    // A folder that holds one folder and nothing else stands in one row with it.
    if (only?.inside && !others.length) return { ...only, name: `${name}/${only.name}` }
    return { path, name, date: null, count: count(path), inside }
  })
  return [...inner.sort(byName), ...here.sort(byName)]
}

/**
 * The rows that are seen: what is inside of open folders; with letters typed, the documents whose path has them.
 * @param isOpen of a folder, unless letters are typed
 */
export function toFolderRows(folders: readonly Folder[], isOpen: (path: string) => boolean, typed = ''): FolderRow[] {
  const letters = typed.trim().toLowerCase()
  const rowsOf = (some: readonly Folder[], level: number): FolderRow[] => {
    const kept = letters ? some.filter((folder) => hasLetters(folder, letters)) : some
    return kept.flatMap((folder, index) => {
      const open = folder.inside ? letters !== '' || isOpen(folder.path) : undefined
      const row = { folder, level, position: index + 1, among: kept.length, open }
      return open && folder.inside ? [row, ...rowsOf(folder.inside, level + 1)] : [row]
    })
  }
  return rowsOf(folders, 1)
}

/** Documents in a tree. */
export const countDocuments = (folders: readonly Folder[]): number =>
  folders.reduce((sum, { inside }) => sum + (inside ? countDocuments(inside) : 1), 0)

const hasLetters = ({ path, inside }: Folder, letters: string): boolean =>
  inside ? inside.some((folder) => hasLetters(folder, letters)) : path.toLowerCase().includes(letters)

/** logs/2023/a.md → logs/, logs/2023/ */
const foldersOf = (path: string): string[] => [...path.matchAll(/\//g)].map(({ index }) => path.slice(0, index + 1))

const byName = (a: Folder, b: Folder) => (a.path < b.path ? -1 : 1)
