/**
 * What both stores' values have in common on their way to JSON: maps that no name in them can change, whole numbers
 * that are not rounded, and an end to what is nested too deeply.
 */
import type { Cell, EdgeCell, NodeCell } from '../api/console.ts'
import { KithError } from '../errors.ts'

/** Lists and maps within one another; JSON and the screen could do nothing with more. */
const DEEPEST = 100

/** @throws KithError `too_large` */
export function checkDepth(depth: number): void {
  if (depth > DEEPEST)
    throw new KithError('too_large', `The answer is nested more than ${DEEPEST} deep. Ask for less of it.`)
}

/** A map without a prototype: `__proto__` is a name in it like any other. */
export function toMap(entries: Iterable<readonly [string, Cell]>): Record<string, Cell> {
  const map: Record<string, Cell> = Object.create(null)
  for (const [key, value] of entries) map[key] = value
  return map
}

/** A map of the graph's own, told apart from the maps that say what they are. */
export function plainMap(entries: readonly (readonly [string, Cell])[]): Cell {
  const map = toMap(entries)
  return Object.hasOwn(map, '$') ? { $: 'map', value: map } : map
}

export function wholeNumber(value: bigint): Cell {
  const number = Number(value)
  return Number.isSafeInteger(number) ? number : { $: 'int', value: String(value) }
}

export function fraction(value: number): Cell {
  return Number.isFinite(value) ? value : { $: 'float', value: String(value) }
}

export function nodeCell(labels: readonly string[], properties: Record<string, Cell>): NodeCell {
  // The stores keep labels in an order of their own.
  return { $: 'node', id: idOf(properties.id), labels: [...labels].sort(byWeight), properties }
}

/** Entity before Model, the rest by name. */
function byWeight(a: string, b: string): number {
  if (a === 'Entity' || b === 'Entity') return a === b ? 0 : a === 'Entity' ? -1 : 1
  return a < b ? -1 : a > b ? 1 : 0
}

export function edgeCell(
  type: string,
  [source, target]: readonly [string | null, string | null],
  properties: Record<string, Cell>,
): EdgeCell {
  return { $: 'edge', type, source, target, properties }
}

export function idOf(value: unknown): string | null {
  return typeof value === 'string' ? value : null
}
