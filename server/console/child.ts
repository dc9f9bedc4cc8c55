/**
 * The process in which a user's own Cypher is run, on either store.
 *
 * It has no secrets in its environment, an empty folder to stand in, and a way to the graph that cannot write. When a
 * query hangs it, fills it or crashes it, the parent ends it and takes another.
 */
import { statSync } from 'node:fs'
import { type ErrorCode, type Hint, KithError } from '../errors.ts'
import type { Planned, Question, Reader, Target, Told } from './reader.ts'

export type Request =
  | { do: 'open'; target: Target }
  | ({ do: 'ask' } & Question)
  | ({ do: 'explain' } & Question)
  | { do: 'probe'; query: string }

export interface Said {
  open: null
  ask: Told
  explain: Planned
  probe: null
}

export type Reply<T = unknown> = { done: T } | { failure: { code: ErrorCode; message: string } & Hint }

let open: { name: string; reader: Reader } | null = null

process.on('message', (request: Request) => {
  void answer(request)
    .then((done): Reply => ({ done }), toFailure)
    .then((reply) => process.send?.(reply))
})
// The parent's end is ours.
process.on('disconnect', () => process.exit(0))

async function answer(request: Request): Promise<Said[Request['do']]> {
  if (request.do === 'open') return reopen(request.target)
  if (!open) throw new KithError('unavailable', 'The console has no graph open. Ask again.')
  if (request.do === 'ask') return open.reader.ask(request)
  if (request.do === 'explain') return open.reader.explain(request)
  await open.reader.probe(request.query)
  return null
}

async function reopen(target: Target): Promise<null> {
  const name = nameOf(target)
  if (open?.name === name) return null
  await open?.reader.close()
  open = null
  open = { name, reader: await readerOf(target) }
  return null
}

/** A folder that was removed and built again may hold another graph under the same name. */
function nameOf(target: Target): string {
  return target.store === 'grafeo' ? `${target.file} ${statSync(target.file).ino}` : target.url
}

/** Each store's own code is read only where it is asked for. */
async function readerOf(target: Target): Promise<Reader> {
  if (target.store === 'grafeo') return (await import('./grafeo.ts')).openGrafeoReader(target.file)
  return (await import('./neo4j.ts')).openNeo4jReader(target.url, target.credentials)
}

function toFailure(error: unknown): Reply {
  if (error instanceof KithError) return { failure: { code: error.code, message: error.message, ...error.hint } }
  if (error instanceof RangeError) return { failure: { code: 'too_large', message: 'The answer is too large.' } }
  const message = error instanceof Error ? error.message : String(error)
  return { failure: { code: 'invalid', message: message.split('\n')[0] ?? '' } }
}
