/**
 * The ledger's text → decisions, and back: YAML, one decision a line.
 *
 *     - { op: merge, from: model/gpt4-v, into: model/gpt-4v, reason: one model }
 *
 * A decision may also run over several lines, as YAML lets it, or be a bare JSON object. Each is read by itself, so that
 * a broken one has its place and the others still count.
 */
import { parse, stringify } from 'yaml'
import { type Decision, isId, splitInto } from './ledger.ts'
import { KINDS, type Kind } from './types.ts'

/** What is wrong on a line; lines count from 1. */
export interface Fault {
  line: number
  /** Goes on after "line 3: ". */
  message: string
}

/** A decision and its stretch of the text, whole lines. */
export interface Written {
  decision: Decision
  line: number
  start: number
  end: number
}

export interface LedgerText {
  written: Written[]
  faults: Fault[]
}

export function readLedger(text: string): LedgerText {
  const written: Written[] = []
  const faults: Fault[] = []
  for (const { line, start, end } of itemsOf(text)) {
    const found = toDecision(text.slice(start, end))
    if (typeof found === 'string') faults.push({ line, message: found })
    else written.push({ decision: found, line, start, end })
  }
  return { written, faults }
}

/** The text with one more decision at its end. */
export function writeDecision(text: string, decision: Decision): string {
  const isJson = /^\{/m.test(text)
  const item = isJson
    ? JSON.stringify(decision)
    : `- ${stringify(decision, { collectionStyle: 'flow', lineWidth: 0 }).trim()}`
  return `${text}${text && !text.endsWith('\n') ? '\n' : ''}${item}\n`
}

/** The text without one of its decisions; all else stays as people wrote it. */
export function removeDecision(text: string, { start, end }: Written): string {
  return text.slice(0, start) + text.slice(end)
}

/** An item is a line and the indented lines below it. Comments, empty lines and the marks of a document are none. */
function itemsOf(text: string): { line: number; start: number; end: number }[] {
  const items: { line: number; start: number; end: number }[] = []
  let line = 0
  for (const { 0: whole, index: start } of text.matchAll(/[^\n]*\n|[^\n]+$/g)) {
    line++
    if (/^\s*(?:#|$)|^(?:---|\.\.\.)\s*$|^\uFEFF?\[\]\s*$/.test(whole)) continue
    const last = items.at(-1)
    if (/^\s/.test(whole) && last) last.end = start + whole.length
    else items.push({ line, start, end: start + whole.length })
  }
  return items
}

/** The decision that an item tells, or what is wrong with it. */
function toDecision(item: string): Decision | string {
  const value = parseItem(item)
  const [only] = Array.isArray(value) ? (value as unknown[]) : [value]
  if (typeof only !== 'object' || only === null || Array.isArray(only))
    return `"${item.trim().slice(0, 80)}" is no decision. Write one as - { op: merge, from: <id>, into: <id> }.`
  const { op, reason, ...rest } = only as Record<string, unknown>
  const read = READERS[String(op) as Decision['op']]
  if (!Object.hasOwn(READERS, String(op)) || !read)
    return `"${String(op).slice(0, 40)}" is nothing to decide. There are ${Object.keys(READERS).join(', ')}.`
  const found = read(rest)
  if (typeof found === 'string') return `this ${String(op)} ${found}`
  return typeof reason === 'string' && reason ? { ...found, reason } : found
}

function parseItem(item: string): unknown {
  try {
    return parse(item, { schema: 'core', logLevel: 'error', maxAliasCount: 0 })
  } catch {
    return null
  }
}

type Fields = Record<string, unknown>

/** Each gives the decision, or what it lacks. */
const READERS: { [op in Decision['op']]: (fields: Fields) => Decision | string } = {
  merge: ({ from, into }) => {
    if (!isId(from) || !isId(into)) return 'needs two ids, from and into.'
    return from === into ? `is of ${from} with itself.` : { op: 'merge', from, into }
  },
  split: ({ id, surfaces, into, document }) => {
    if (!isId(id) || !isSurfaces(surfaces))
      return 'needs an id and the surfaces to take out of it, a list of spellings.'
    if (into !== undefined && !isText(into)) return 'has an "into" that is neither an id nor a name.'
    if (document !== undefined && !isText(document)) return 'has a document that is no id.'
    const split: Decision = { op: 'split', id, surfaces, ...(into && { into }), ...(document && { document }) }
    return splitInto(split) === id ? `takes spellings out of ${id} and puts them back there.` : split
  },
  rename: ({ id, name }) => {
    return isId(id) && isText(name) ? { op: 'rename', id, name } : 'needs an id and a name.'
  },
  kind: ({ id, kind }) => {
    if (!isId(id) || !KINDS.includes(kind as Kind)) return `needs an id and a kind: ${KINDS.join(', ')}.`
    return { op: 'kind', id, kind: kind as Kind }
  },
  ignore: ({ id }) => (isId(id) ? { op: 'ignore', id } : 'needs an id.'),
}

function isText(value: unknown): value is string {
  return typeof value === 'string' && value.trim() !== ''
}

function isSurfaces(value: unknown): value is string[] {
  return Array.isArray(value) && value.length > 0 && value.every(isText)
}
