/** A user's own Cypher on the embedded graph: asked of a child process, which is killed when it takes too long or too much. */
import { type ChildProcess, fork } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { CypherAnswer } from '../api.ts'
import { KithError } from '../errors.ts'
import { currentGraph } from '../store/embedded.ts'
import { DEADLINE } from './answer.ts'
import type { Question, Reply } from './child.ts'
import type { Console } from './console.ts'

/** Questions that may wait for their turn. */
const QUEUE = 16
/** Bytes of memory a child may take. */
const MEMORY = 768_000_000
/** Milliseconds between two looks at a child's memory. */
const WATCH = 50

export function openEmbeddedConsole(folder: string): Console {
  // The child stands in a folder of its own, where a relative path would lead nowhere.
  const graphs = resolve(folder)
  const empty = mkdtempSync(join(tmpdir(), 'kith-console-'))
  let child: ChildProcess | null = null
  let turn: Promise<unknown> = Promise.resolve()
  let waiting = 0
  const start = () => {
    const suffix = import.meta.url.endsWith('.ts') ? 'ts' : 'js'
    const execArgv = ['--max-old-space-size=512', ...(suffix === 'ts' ? ['--import', import.meta.resolve('tsx')] : [])]
    child = fork(fileURLToPath(new URL(`./child.${suffix}`, import.meta.url)), [], {
      cwd: empty,
      env: {},
      execArgv,
      serialization: 'advanced',
      stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
    })
    child.unref()
    child.channel?.unref()
    return child
  }
  const ask = async (query: string, params: Record<string, unknown>): Promise<CypherAnswer> => {
    const file = currentGraph(graphs)
    if (!file) throw new KithError('not_found', `There is no graph at ${folder} yet. Run "kith build <folder>" first.`)
    const own = child?.connected ? child : start()
    const reply = await answerOf(own, { file, query, params })
    // One child waits warm for the next question.
    if (!own.connected || own.killed) start()
    if ('failure' in reply) throw new KithError(reply.failure.code, reply.failure.message)
    return reply.answer
  }
  return {
    query: (query, params = {}) => {
      if (waiting >= QUEUE)
        throw new KithError('too_many', 'Too many questions wait for an answer. Try again in a few seconds.')
      waiting++
      const next = turn.then(() => ask(query, params)).finally(() => waiting--)
      turn = next.catch(() => {})
      return next
    },
    close: async () => {
      child?.kill('SIGKILL')
      rmSync(empty, { recursive: true, force: true })
    },
  }
}

function answerOf(child: ChildProcess, question: Question): Promise<Reply> {
  return new Promise((resolve) => {
    const failure = (code: KithError['code'], message: string): Reply => ({ failure: { code, message } })
    const end = (reply: Reply, kill: boolean) => {
      clearTimeout(deadline)
      clearInterval(watch)
      child.off('message', listen)
      child.off('exit', crash)
      if (kill) child.kill('SIGKILL')
      resolve(reply)
    }
    // A child that has just been started says so first.
    const listen = (message: unknown) => {
      if (message !== 'ready') end(message as Reply, false)
    }
    const crash = () =>
      end(failure('refused', 'The database broke on this query, and was started anew. Ask in another way.'), false)
    const deadline = setTimeout(
      () =>
        end(
          failure(
            'timeout',
            `The query took longer than ${DEADLINE / 1_000} seconds and was stopped. Ask for less at once.`,
          ),
          true,
        ),
      DEADLINE,
    )
    const watch = setInterval(() => {
      if (memoryOf(child.pid) > MEMORY)
        end(failure('refused', 'The query took too much memory and was stopped. Ask for less at once.'), true)
    }, WATCH)
    child.on('message', listen)
    child.on('exit', crash)
    child.send(question, (error) => {
      if (error) end(failure('invalid', 'The parameters cannot be sent to the database. Use plain JSON.'), true)
    })
  })
}

/** Resident bytes of a process; 0 where the system does not tell. */
function memoryOf(pid: number | undefined): number {
  try {
    return Number(readFileSync(`/proc/${pid}/statm`, 'utf8').split(' ')[1]) * 4_096
  } catch {
    return 0
  }
}
