/** What an attack is, and which there are. */
import { ADMINISTRATION } from './administration.ts'
import { CRASHES } from './crashes.ts'
import { FILES } from './files.ts'
import { PROCEDURES } from './procedures.ts'
import { RUNAWAYS } from './runaways.ts'
import { WRITES } from './writes.ts'

export interface Attack {
  query: string
  /** The parameters as JSON. Default none. */
  params?: string
  /** What it is, where the query is too long to tell. */
  what?: string
}

/**
 * Each kind, and whether an answer would be an escape. A runaway or a crash may also be answered: quickly, where a store
 * does it lazily.
 */
export const ATTACKS: readonly (readonly [kind: string, attacks: readonly Attack[], mayAnswer: boolean])[] = [
  ['a write', WRITES, false],
  ['a command', ADMINISTRATION, false],
  ['a procedure or a function', PROCEDURES, false],
  ['a file or a connection', FILES, false],
  ['a runaway', RUNAWAYS, true],
  ['a crash', CRASHES, true],
]

/** Files and ports that an attack names are there, and somebody watches. */
export function aimed({ query }: Attack, { file, port }: { file: string; port: number }): string {
  return query.replaceAll('FILE', file).replaceAll('PORT', String(port))
}
