/**
 * An answer as a file, or as cells for the clipboard.
 *
 * CSV is RFC 4180 (commas, quotes doubled, lines end in CR LF) and holds the data whole: a node as its JSON. What is
 * copied is what is seen: a node is its name. Neither changes what a field says, so a text that begins with `=` is a
 * formula to a spreadsheet.
 */
import type { Cell, CypherAnswer } from '../types.ts'
import { type Names, toField, toShown } from './text.ts'

export function toCsv({ columns, rows }: Pick<CypherAnswer, 'columns' | 'rows'>): string {
  const lines = [columns, ...rows.map((row) => columns.map((_, at) => toField(row[at])))]
  return lines.map((fields) => `${fields.map((field) => quoted(field, /[",\r\n]/)).join(',')}\r\n`).join('')
}

/** The answer as the server gave it. */
export const toJson = ({ columns, rows }: Pick<CypherAnswer, 'columns' | 'rows'>): string =>
  `${JSON.stringify({ columns, rows }, null, 2)}\n`

/** Lines of fields with tabs between, which every spreadsheet takes from the clipboard. */
export const toTsv = (rows: readonly (readonly (Cell | undefined)[])[], names: Names): string =>
  rows.map((row) => row.map((cell) => quoted(toCopied(cell, names), /["\t\r\n]/)).join('\t')).join('\n')

/** A cell alone is copied as it is, without quotes; null is nothing. */
export const toCopied = (cell: Cell | undefined, names: Names): string => (cell === null ? '' : toShown(cell, names))

const quoted = (field: string, when: RegExp): string => (when.test(field) ? `"${field.replaceAll('"', '""')}"` : field)
