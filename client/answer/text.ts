/**
 * Cells in words: as the table shows them (a node by its name), and as data for files (a node as JSON).
 *
 * What is shown has a most, and nothing beyond it is ever looked at: a cell may be 10 MB long or lists in lists.
 */
import type { Cell } from '../types.ts'
import { type CellMap, nameOfNode, toSorted } from './cells.ts'

/** What entities are called, by id; an edge alone knows only the ids of its ends. */
export type Names = ReadonlyMap<string, string>

const NOBODY: Names = new Map()
/** Lists in lists beyond this depth are told, not shown. */
const DEEPEST = 60

/** @param most letters; what is longer ends with … */
export function toShown(cell: Cell | undefined, names: Names = NOBODY, most = Number.POSITIVE_INFINITY): string {
  const { sort, value } = { value: null, ...toSorted(cell) }
  // Text stands by itself without quotes; inside of a list it has them.
  if (sort === 'text') return shorten(value, most)
  let text = ''
  for (const piece of pieces(cell, names, 0)) {
    text += piece
    if (text.length > most) return shorten(text, most)
  }
  return text
}

function shorten(text: string, most: number): string {
  if (text.length <= most) return text
  const end = /[\uD800-\uDBFF]/.test(text.charAt(most - 1)) ? most - 1 : most
  return `${text.slice(0, end)}…`
}

function* pieces(cell: Cell | undefined, names: Names, depth: number): Generator<string> {
  const sorted = toSorted(cell)
  switch (sorted.sort) {
    case 'null':
      return yield 'null'
    case 'boolean':
      return yield String(sorted.value)
    case 'number':
    case 'moment':
    case 'point':
      return yield String(sorted.value)
    case 'bytes':
      return yield `bytes(${sorted.value})`
    case 'text':
      return yield `'${sorted.value}'`
    case 'node':
      return yield nameOfNode(sorted.value)
    case 'edge': {
      const { type, source, target } = sorted.value
      return yield `${nameOf(source, names)} –${type}→ ${nameOf(target, names)}`
    }
    case 'path':
      for (const [at, node] of sorted.value.nodes.entries()) {
        const edge = sorted.value.edges[at - 1]
        if (edge) yield ` ${edge.source === node.id && edge.target !== node.id ? '←' : '–'}${edge.type}`
        if (edge) yield edge.source === node.id && edge.target !== node.id ? '– ' : '→ '
        yield nameOfNode(node)
      }
      return
    case 'list':
      yield '['
      if (depth >= DEEPEST) yield '…'
      else
        for (const [at, item] of sorted.value.entries()) {
          if (at > 0) yield ', '
          yield* pieces(item, names, depth + 1)
        }
      return yield ']'
    case 'map':
      return yield* mapPieces(sorted.value, names, depth)
  }
}

function* mapPieces(map: CellMap, names: Names, depth: number): Generator<string> {
  yield '{'
  if (depth >= DEEPEST) yield '…'
  else {
    let at = 0
    for (const key in map) {
      if (!Object.hasOwn(map, key)) continue
      yield `${at++ > 0 ? ', ' : ''}${key}: `
      yield* pieces(map[key], names, depth + 1)
    }
  }
  yield '}'
}

const nameOf = (id: string | null, names: Names): string => (id === null ? '?' : (names.get(id) ?? id))

/** As `kith cypher` writes it: text, numbers, dates and bytes as they are, null as nothing, all else as JSON. */
export function toField(cell: Cell | undefined): string {
  const sorted = toSorted(cell)
  switch (sorted.sort) {
    case 'null':
      return ''
    case 'text':
    case 'moment':
    case 'bytes':
      return sorted.value
    case 'boolean':
    case 'number':
      return String(sorted.value)
    default:
      return JSON.stringify(cell)
  }
}
