/**
 * The process in which a user's own Cypher runs on the embedded graph.
 *
 * It has no secrets, an empty folder to stand in, and a handle that cannot write. When a query hangs or crashes it, the
 * parent ends it and starts another.
 */
import { statSync } from 'node:fs'
import grafeo from '@grafeo-db/js'
import type { CypherAnswer } from '../api.ts'
import { KithError } from '../errors.ts'
import { createAnswer } from './answer.ts'
import { asAsked, EXPLAIN } from './explain.ts'
import { checkGrafeoPlan, checkText } from './guard.ts'

export interface Question {
  file: string
  query: string
  params: Record<string, unknown>
}

export type Reply = { answer: CypherAnswer } | { failure: { code: KithError['code']; message: string } }

type Handle = InstanceType<typeof grafeo.GrafeoDB>

let open: { file: string; inode: number; database: Handle } | null = null

process.on('message', (question: Question) => {
  void ask(question)
    .then((answer): Reply => ({ answer }), toFailure)
    .then((reply) => process.send?.(reply))
})
// The parent's end is ours.
process.on('disconnect', () => process.exit(0))
process.send?.('ready')

async function ask({ file, query, params }: Question): Promise<CypherAnswer> {
  checkText(query)
  const statement = query.trim().replace(/;\s*$/, '')
  const database = reader(file)
  const plan = (await database.executeCypher(`${EXPLAIN}${statement}`, params)).toArray()
  checkGrafeoPlan(String(plan[0]?.plan ?? ''))
  const started = performance.now()
  const result = await database.executeCypher(statement, params)
  const answer = createAnswer(result.columns)
  for (let at = 0; at < result.length; at++) {
    const row = result.get(at) as Record<string, unknown>
    // A column that is named like a prototype is one that Grafeo loses.
    if (!answer.add(result.columns.map((column) => (Object.hasOwn(row, column) ? present(row[column]) : null)))) break
  }
  return answer.end(performance.now() - started)
}

function reader(file: string): Handle {
  // A folder that was removed and built again may hold another graph under the same name.
  const inode = statSync(file).ino
  if (open?.file === file && open.inode === inode) return open.database
  open?.database.close()
  open = { file, inode, database: grafeo.GrafeoDB.openReadOnly(file) }
  return open.database
}

/** Nodes and edges lose their database ids; nothing may pass for a prototype. */
function present(value: unknown): unknown {
  if (typeof value === 'bigint') return Number(value)
  if (Array.isArray(value)) return value.map(present)
  if (typeof value !== 'object' || value === null) return value
  const entries = Object.entries(value)
  const own = new Map(entries)
  const properties = () => toMap(entries.filter(([key]) => !key.startsWith('_')))
  if (own.has('_labels')) return { $: 'node', labels: own.get('_labels'), properties: properties() }
  if (own.has('_type')) return { $: 'edge', type: own.get('_type'), properties: properties() }
  return toMap(entries)
}

function toMap(entries: [string, unknown][]): object {
  const map: Record<string, unknown> = Object.create(null)
  for (const [key, value] of entries) map[key] = present(value)
  return map
}

function toFailure(error: unknown): Reply {
  if (error instanceof KithError) return { failure: { code: error.code, message: error.message } }
  const message = error instanceof Error ? error.message : String(error)
  return { failure: { code: 'invalid', message: asAsked(message) } }
}
