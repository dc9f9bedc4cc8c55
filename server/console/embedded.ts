/** A user's own Cypher on the embedded graph: asked of a child process, which is killed when it takes too long or too much. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import type { CypherAnswer } from '../api.ts'
import { KithError } from '../errors.ts'
import { currentGraph } from '../store/embedded.ts'
import { DEADLINE } from './answer.ts'
import { type Asked, startAsked } from './asked.ts'
import type { Console, ConsoleOptions } from './console.ts'

/** Questions that may wait for their turn. */
const QUEUE = 16

export function openEmbeddedConsole(folder: string, { deadline = DEADLINE }: ConsoleOptions = {}): Console {
  // The child stands in a folder of its own, where a relative path would lead nowhere.
  const graphs = resolve(folder)
  const empty = mkdtempSync(join(tmpdir(), 'kith-console-'))
  let asked: Asked | null = null
  let isClosed = false
  let turn: Promise<unknown> = Promise.resolve()
  let waiting = 0
  const ready = (): Asked => {
    if (!asked?.isAlive()) asked = startAsked(empty, deadline)
    return asked
  }
  const ask = async (query: string, params: Record<string, unknown>): Promise<CypherAnswer> => {
    if (isClosed) throw new KithError('unavailable', 'Kith is stopping. Ask again when it has started.')
    const file = currentGraph(graphs)
    if (!file) throw new KithError('not_found', `There is no graph at ${folder} yet. Run "kith build <folder>" first.`)
    const reply = await ready().answer({ file, query, params })
    // One child waits warm for the next question.
    if (!isClosed) ready()
    if ('failure' in reply) throw new KithError(reply.failure.code, reply.failure.message)
    return reply.answer
  }
  return {
    query: async (query, params = {}) => {
      if (waiting >= QUEUE)
        throw new KithError('too_many', 'Too many questions wait for an answer. Try again in a few seconds.')
      waiting++
      const next = turn.then(() => ask(query, params)).finally(() => waiting--)
      turn = next.catch(() => {})
      return next
    },
    close: async () => {
      isClosed = true
      asked?.kill()
      await turn
      rmSync(empty, { recursive: true, force: true })
    },
  }
}
