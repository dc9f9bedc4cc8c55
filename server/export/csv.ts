/**
 * Entities or edges → a table as CSV (RFC 4180), for a spreadsheet.
 *
 * It begins with a byte-order mark, without which Excel reads 线性 as Latin letters. A text that a spreadsheet would run
 * as a formula (`=`, `+`, `-`, `@` first) gets an apostrophe before it: notes are written by others.
 */
import type { Edge, Entity } from '../api.ts'

type Cell = string | number | null | undefined

/** Aliases and authors stand in one cell, with this between them. */
const BETWEEN = ' | '

const ENTITY_COLUMNS: Readonly<Record<string, (entity: Entity) => Cell>> = {
  id: ({ id }) => id,
  name: ({ name }) => name,
  kind: ({ kind }) => kind,
  aliases: ({ aliases }) => aliases.join(BETWEEN),
  mentions: ({ mentions }) => mentions,
  documents: ({ documents }) => documents,
  firstSeen: ({ firstSeen }) => firstSeen,
  lastSeen: ({ lastSeen }) => lastSeen,
  title: ({ title }) => title,
  authors: ({ authors }) => authors?.join(BETWEEN),
  year: ({ year }) => year,
  arxiv: ({ arxiv }) => arxiv,
  doi: ({ doi }) => doi,
  url: ({ url }) => url,
}

type Named = Edge & { sourceName: string; targetName: string }

const EDGE_COLUMNS: Readonly<Record<string, (edge: Named) => Cell>> = {
  type: ({ type }) => type,
  source: ({ source }) => source,
  sourceName: ({ sourceName }) => sourceName,
  target: ({ target }) => target,
  targetName: ({ targetName }) => targetName,
  weight: ({ weight }) => weight,
  support: ({ support }) => support,
  scope: ({ scope }) => scope,
  sentence: ({ parts }) => parts.sentence,
  turn: ({ parts }) => parts.turn,
  thread: ({ parts }) => parts.thread,
  npmi: ({ npmi }) => npmi,
  firstSeen: ({ firstSeen }) => firstSeen,
  lastSeen: ({ lastSeen }) => lastSeen,
  cue: ({ cue }) => cue,
}

/** One row an entity, in the order given; lines end with CR LF. */
export const entitiesCsv = (entities: readonly Entity[]): string => toCsv(ENTITY_COLUMNS, entities)

/** One row an edge, with the names of its ends as `entities` tell them. */
export function edgesCsv(edges: readonly Edge[], entities: readonly Entity[]): string {
  const names = new Map(entities.map(({ id, name }) => [id, name]))
  const nameOf = (id: string) => names.get(id) ?? id
  return toCsv(
    EDGE_COLUMNS,
    edges.map((edge) => ({ ...edge, sourceName: nameOf(edge.source), targetName: nameOf(edge.target) })),
  )
}

function toCsv<T>(columns: Readonly<Record<string, (row: T) => Cell>>, rows: readonly T[]): string {
  const lines = [Object.keys(columns), ...rows.map((row) => Object.values(columns).map((read) => toCell(read(row))))]
  return `\ufeff${lines.map((line) => `${line.join(',')}\r\n`).join('')}`
}

function toCell(value: Cell): string {
  if (typeof value !== 'string') return String(value ?? '')
  // A full-width ＝ is a formula to some spreadsheets, too; a tab or a line end before it does not help.
  const tame = /^[\s]*[=+\-@＝＋－＠]|^[\t\r]/.test(value) ? `'${value}` : value
  return /[",\r\n]/.test(tame) ? `"${tame.replaceAll('"', '""')}"` : tame
}
