/**
 * The queries of `cypher/`, by name.
 *
 * Both databases run the same text; where a dialect truly differs, the file exists twice with the store's name in it
 * (`save-edges.grafeo.cypher`). A label or a relationship type cannot be a parameter: `:Kind` and `:RELATION` in a text
 * are replaced by a word of the fixed lists in ingest/types.ts, and by nothing else.
 */
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { KINDS, RELATION_TYPES } from '../../ingest/types.ts'
import { ROOT } from '../root.ts'
import type { Database, Params, RunOptions, Transaction } from './database.ts'

const LINKS = ['CO_MENTION', ...RELATION_TYPES, 'HAS', 'MENTIONS', 'ABOUT'] as const

/** What may stand for `:Kind` and `:RELATION`. */
export interface Words {
  Kind?: (typeof KINDS)[number]
  RELATION?: (typeof LINKS)[number]
}

/** A typed query: `load<{ id: string }, { name: string }>('entity')`. */
export function load<P extends Params, R>(name: string, words: Words = {}) {
  return (database: Transaction | Database, params: P, options?: RunOptions): Promise<R[]> =>
    (database as Database).run<R>(queryText(name, database.store, words), params, options)
}

const texts = new Map<string, string>()

export function queryText(name: string, store: Database['store'], words: Words = {}): string {
  const key = `${name} ${store}`
  let text = texts.get(key)
  if (text === undefined) {
    const own = join(ROOT, 'cypher', `${name}.${store}.cypher`)
    text = readFileSync(existsSync(own) ? own : join(ROOT, 'cypher', `${name}.cypher`), 'utf8')
    texts.set(key, text)
  }
  return text.replaceAll(/:(Kind|RELATION)\b/g, (_, word: keyof Words) => `:${allowed(word, words)}`)
}

function allowed(word: keyof Words, words: Words): string {
  const list: readonly string[] = word === 'Kind' ? KINDS : LINKS
  const value = words[word]
  if (!value || !list.includes(value)) throw new Error(`:${word} cannot be ${String(value)}`)
  return value
}
