/**
 * The text of `kith.kept.yaml` → what is followed and what was read; and a change to it, in the same text.
 *
 * People write in this file, too: comments, the order of things and keys that Kith does not know stay as they are.
 */
import { type Document, isMap, isNode, isScalar, isSeq, LineCounter, type Node, parseDocument, YAMLSeq } from 'yaml'
import { KithError } from '../errors.ts'

/** One entity that a reader marked. By hand, its id or its name alone is enough. */
export interface Mark {
  id: string
  /** For whoever reads the file, and for finding the entity again when its id has changed. */
  name: string | null
  /** When it was marked: `2024-05-06`. */
  day: string | null
}

export const LISTS = ['follows', 'read'] as const
export type List = (typeof LISTS)[number]

export type Kept = Readonly<Record<List, readonly Mark[]>>

/** Added to a list and taken from it; what is to be taken is recognised, since ids change from build to build. */
export interface ListChange {
  add: readonly Mark[]
  drop: (mark: Mark) => boolean
}
export type Change = Partial<Readonly<Record<List, ListChange>>>

const HEAD = ` What is followed and what was read. Kith adds and takes away entries; comments and other keys stay.`

/** @throws KithError `invalid`, with the line of the first thing that cannot be */
export function readKeptText(text: string, file: string): Kept {
  const { document, lineOf } = parse(text, file)
  const read = (list: List) => itemsOf(document, list).map((item) => toMark(item, list, { file, lineOf }))
  return { follows: read('follows'), read: read('read') }
}

/** The same text where nothing changes. @throws KithError `invalid`: a text that cannot be read is not written over */
export function changeKeptText(text: string, change: Change, file: string): string {
  readKeptText(text, file)
  const { document } = parse(text, file)
  let changed = false
  for (const list of LISTS) {
    const own = change[list]
    if (own && changeList(document, list, own)) changed = true
  }
  return changed ? document.toString({ lineWidth: 0 }) : text
}

interface Place {
  file: string
  lineOf: (node: unknown) => number
}

function parse(text: string, file: string): { document: Document; lineOf: Place['lineOf'] } {
  const lineCounter = new LineCounter()
  const document: Document = parseDocument(text, { schema: 'core', lineCounter, logLevel: 'error' })
  const lineOf = (node: unknown) => lineCounter.linePos((isNode(node) && node.range?.[0]) || 0).line || 1
  const [fault] = document.errors
  if (fault) {
    const [what = ''] = fault.message.split(/ at line \d+|\n/)
    throw invalid(file, fault.linePos?.[0].line ?? 1, `is no YAML (${what.replace(/[.:]$/, '')})`)
  }
  const { contents } = document
  if (contents !== null && !isMap(contents) && !isEmpty(contents))
    throw invalid(file, lineOf(contents), 'is no list that Kith knows. The file holds "follows:" and "read:"')
  for (const list of LISTS) {
    const value = valueOf(document, list)
    if (value !== undefined && !isSeq(value) && !isEmpty(value))
      throw invalid(file, lineOf(value), `says "${list}:" and no list after it. Write "- id: …" lines below it`)
  }
  return { document, lineOf }
}

const isEmpty = (node: unknown): boolean => node === null || (isScalar(node) && node.value === null)

const valueOf = (document: Document, list: List): unknown =>
  isMap(document.contents) ? document.contents.get(list, true) : undefined

function itemsOf(document: Document, list: List): unknown[] {
  const value = valueOf(document, list)
  return isSeq(value) ? value.items : []
}

function toMark(item: unknown, list: List, { file, lineOf }: Place): Mark {
  const mark = markOf(item)
  if (mark) return mark
  throw invalid(file, lineOf(item), `is no entry of "${list}:". Write it as - id: model/rwkv`)
}

function markOf(item: unknown): Mark | null {
  if (isScalar(item)) return isText(item.value) ? { id: item.value, name: null, day: null } : null
  if (!isMap(item)) return null
  const [id, name, day] = ['id', 'name', 'day'].map((key) => item.get(key))
  if (!isText(id)) return null
  return { id, name: isText(name) ? name : null, day: isText(day) ? day : null }
}

const isText = (value: unknown): value is string => typeof value === 'string' && value.trim() !== ''

function invalid(file: string, line: number, what: string): KithError {
  return new KithError('invalid', `${file} line ${line} ${what}. Mend that line; nothing in the file was changed.`)
}

/** Whether anything changed. */
function changeList(document: Document, list: List, { add, drop }: ListChange): boolean {
  const before = itemsOf(document, list)
  const isDropped = (item: unknown) => {
    const mark = markOf(item)
    return mark !== null && drop(mark)
  }
  const added = add.filter(({ id }) => !before.some((item) => markOf(item)?.id === id && !isDropped(item)))
  if (!before.some(isDropped) && added.length === 0) return false
  const items = listNode(document, list)
  items.items = items.items.filter((item) => !isDropped(item))
  // Entries of the reader's own in one line, [a, b], become lines: an entry of Kith's has three keys.
  if (added.length > 0) items.flow = false
  for (const { id, name, day } of added)
    items.add(document.createNode({ id, ...(name !== null && { name }), ...(day !== null && { day }) }))
  return true
}

function listNode(document: Document, list: List): YAMLSeq {
  if (!isMap(document.contents)) {
    document.contents = document.createNode({}) as Node
    document.commentBefore ??= HEAD
  }
  const present = valueOf(document, list)
  if (isSeq(present)) return present
  const made = new YAMLSeq(document.schema)
  // `follows: # what I care about` has its comment on the nothing that follows.
  if (isScalar(present) && present.comment) made.commentBefore = present.comment
  document.set(list, made)
  return made
}
