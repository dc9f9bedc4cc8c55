/** `kith cypher`: a question in Cypher, read-only. The same way and the same limits as the console of the explorer. */
import { text } from 'node:stream/consumers'
import { type Command, InvalidArgumentError, Option } from '@commander-js/extra-typings'
import type { Cell, CypherAnswer, EdgeCell, NodeCell, TaggedCell } from '../api/console.ts'
import { readConfig } from '../config.ts'
import { openConsole } from '../console/console.ts'
import { KithError } from '../errors.ts'
import { cells, complain, print, printJson, table } from '../terminal.ts'

const FORMATS = ['table', 'json', 'csv'] as const

export function addCypher(program: Command): void {
  program
    .command('cypher')
    .description('ask the graph a question in Cypher; nothing is written')
    .argument('<query>', 'MATCH (n:Model) RETURN n.name LIMIT 10; - reads it from the input')
    .option('--params <json>', 'the values of $parameters, as a JSON object', toParams, {})
    .option('--graph <url>', 'the graph to ask')
    .addOption(new Option('--format <format>', 'how to print the answer').choices(FORMATS).default('table' as const))
    .option('--json', 'the same as --format json')
    .action(async (query, { params, graph, format, json = false }) => {
      const config = readConfig({ graph })
      const asked = query === '-' ? await text(process.stdin) : query
      const console = openConsole(config.graph, config.credentials)
      const taken = new AbortController()
      process.once('SIGINT', () => taken.abort())
      try {
        const answer = await console.query(asked, params, { signal: taken.signal }).catch(tellSuggestion)
        show(answer, json ? 'json' : format)
      } finally {
        await console.close()
      }
    })
}

function show(answer: CypherAnswer, format: (typeof FORMATS)[number]): void {
  if (format === 'json') return printJson(answer)
  print(format === 'csv' ? toCsv(answer) : toTable(answer))
  if (answer.stopped === 'rows') complain(`The answer was stopped at ${answer.rows.length} rows.`)
  if (answer.stopped === 'bytes') complain(`The answer was stopped at 2 MB, after ${answer.rows.length} rows.`)
  for (const { message, suggestion } of answer.notes) complain(withSuggestion(message, suggestion))
}

function tellSuggestion(error: unknown): never {
  if (!(error instanceof KithError) || error.hint.suggestion === undefined) throw error
  throw new KithError(error.code, withSuggestion(error.message, error.hint.suggestion), { cause: error })
}

function withSuggestion(sentence: string, suggestion: string | null): string {
  return suggestion === null ? sentence : `${sentence} Did you mean ${suggestion}?`
}

function toParams(json: string): Record<string, unknown> {
  try {
    const params: unknown = JSON.parse(json)
    if (typeof params === 'object' && params !== null && !Array.isArray(params))
      return params as Record<string, unknown>
  } catch {
    // Told below, together with JSON that is no object.
  }
  throw new InvalidArgumentError(`It must be a JSON object, such as '{"id": "model/rwkv"}'.`)
}

/** Blanks between two columns, as `table` sets them. */
const GAP = 2
/** Terminal cells that a column keeps, however many there are. */
const NARROWEST = 8

/** On a terminal the widest columns are cut until a row fits into a line; in a pipe nothing is. */
function toTable({ columns, rows }: CypherAnswer): string {
  const texts = rows.map((row) => row.map((cell) => toText(cell).replace(/\s+/g, ' ')))
  const room = process.stdout.columns ?? Number.POSITIVE_INFINITY
  const widths = columns.map((name, at) => Math.max(cells(name), ...texts.map((row) => cells(row[at] ?? ''))))
  const most = widest(widths, room - GAP * (columns.length - 1))
  return table(
    columns.map((name) => cut(name, most)),
    texts.map((row) => row.map((cell) => cut(cell, most))),
  )
}

/** How wide a column may be so that all of them have room. */
function widest(widths: readonly number[], room: number): number {
  const sum = (most: number) => widths.reduce((total, width) => total + Math.min(width, most), 0)
  let most = Math.max(NARROWEST, ...widths)
  while (most > NARROWEST && sum(most) > room) most--
  return most
}

function cut(cell: string, most: number): string {
  if (cells(cell) <= most) return cell
  let kept = ''
  for (const character of cell) {
    if (cells(kept + character) >= most) break
    kept += character
  }
  return `${kept}…`
}

/** For people: a node by its name, an edge with its ends. */
function toText(cell: Cell): string {
  if (cell === null) return ''
  if (typeof cell === 'string') return cell
  if (!isTagged(cell)) return JSON.stringify(cell)
  if (cell.$ === 'node') return `(${nameOf(cell)})`
  if (cell.$ === 'edge') return `(${cell.source ?? '?'})-[${cell.type}]->(${cell.target ?? '?'})`
  if (cell.$ === 'path') return pathText(cell.nodes, cell.edges)
  return cell.$ === 'map' || cell.$ === 'point' ? JSON.stringify(cell) : cell.value
}

function pathText(nodes: readonly NodeCell[], edges: readonly EdgeCell[]): string {
  return nodes
    .map((node, at) => {
      const edge = edges[at - 1]
      const isForward = edge?.source === nodes[at - 1]?.id
      return `${edge ? (isForward ? `-[${edge.type}]->` : `<-[${edge.type}]-`) : ''}(${nameOf(node)})`
    })
    .join('')
}

function nameOf({ id, labels, properties }: NodeCell): string {
  const { name } = properties
  return typeof name === 'string' ? name : (id ?? labels.join(':'))
}

function isTagged(cell: Cell): cell is TaggedCell {
  return typeof cell === 'object' && cell !== null && !Array.isArray(cell) && typeof cell.$ === 'string'
}

/**
 * RFC 4180, with line feeds. Numbers and texts are as they are, also a text that begins with `=`: a program that takes
 * such a text for a formula must be told not to. Nodes, edges, paths, lists and maps are JSON.
 */
function toCsv({ columns, rows }: CypherAnswer): string {
  const text = (cell: Cell) => {
    if (cell === null) return ''
    if (typeof cell === 'string') return cell
    return isTagged(cell) && 'value' in cell && typeof cell.value === 'string' ? cell.value : JSON.stringify(cell)
  }
  const quoted = (value: string) => (/[",\r\n]/.test(value) ? `"${value.replaceAll('"', '""')}"` : value)
  return [columns, ...rows.map((row) => row.map(text))].map((row) => row.map(quoted).join(',')).join('\n')
}
