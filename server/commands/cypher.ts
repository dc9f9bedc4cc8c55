/** `kith cypher`: a question in Cypher, read-only. */
import { type Command, Option } from '@commander-js/extra-typings'
import type { CypherAnswer } from '../api.ts'
import { readConfig } from '../config.ts'
import { openConsole } from '../console/console.ts'
import { KithError } from '../errors.ts'
import { complain, print, printJson, table } from '../terminal.ts'

export function addCypher(program: Command): void {
  program
    .command('cypher')
    .description('ask the graph a question in Cypher; nothing is written')
    .argument('<query>', 'MATCH (n:Model) RETURN n.name LIMIT 10')
    .option('--params <json>', 'the values of $parameters, as a JSON object')
    .option('--graph <url>', 'the graph to ask')
    .addOption(
      new Option('--format <format>', 'how to print the answer').choices(['table', 'json', 'csv']).default('table'),
    )
    .action(async (query, { params = '{}', graph, format }) => {
      const config = readConfig({ graph })
      const console = openConsole(config.graph, config.credentials)
      try {
        const answer = await console.query(query, toParams(params))
        if (format === 'json') printJson(answer)
        else
          print(
            format === 'csv'
              ? toCsv(answer)
              : table(
                  answer.columns,
                  answer.rows.map((row) => row.map(toText)),
                ),
          )
        if (answer.truncated) complain(`The answer was stopped at ${answer.rows.length} rows.`)
      } finally {
        await console.close()
      }
    })
}

function toParams(text: string): Record<string, unknown> {
  try {
    const params: unknown = JSON.parse(text)
    if (typeof params === 'object' && params !== null && !Array.isArray(params))
      return params as Record<string, unknown>
  } catch {
    // Told below, together with JSON that is no object.
  }
  throw new KithError('invalid', `--params must be a JSON object, such as '{"id": "model/rwkv"}'.`)
}

function toText(value: unknown): string {
  if (value === null || value === undefined) return ''
  if (typeof value === 'string') return value.replace(/\s+/g, ' ')
  if (typeof value === 'object' && '$' in value && 'properties' in value) {
    const { id, name } = value.properties as { id?: string; name?: string }
    if (name ?? id) return `(${name ?? id})`
  }
  return JSON.stringify(value)
}

/** RFC 4180. */
function toCsv({ columns, rows }: CypherAnswer): string {
  const cell = (value: unknown) => {
    const text = value === null || value === undefined ? '' : typeof value === 'string' ? value : JSON.stringify(value)
    return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
  }
  return [columns, ...rows].map((row) => row.map(cell).join(',')).join('\n')
}
