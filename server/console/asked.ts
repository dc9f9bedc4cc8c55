/**
 * The child process as its parent sees it: asked one question at a time, watched, and killed by the system's own signal,
 * because a query that runs wild listens to nothing.
 */
import { type ChildProcess, fork } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import type { ErrorCode } from '../errors.ts'
import type { Question, Reply } from './child.ts'

/** Milliseconds a child may take until it listens; the question's own time begins after that. */
const START = 20_000
/** Bytes of memory a child may take. */
const MEMORY = 768_000_000
/** Milliseconds between two looks at a child's memory. */
const WATCH = 50

export interface Asked {
  isAlive(): boolean
  /** Always comes, as a failure where the child was killed or broke. */
  answer(question: Question): Promise<Reply>
  kill(): void
}

/**
 * @param cwd an empty folder for it to stand in; its environment is empty, too
 * @param deadline milliseconds a question may take
 */
export function startAsked(cwd: string, deadline: number): Asked {
  const suffix = import.meta.url.endsWith('.ts') ? 'ts' : 'js'
  const child = fork(fileURLToPath(new URL(`./child.${suffix}`, import.meta.url)), [], {
    cwd,
    env: {},
    execArgv: ['--max-old-space-size=512', ...(suffix === 'ts' ? ['--import', import.meta.resolve('tsx')] : [])],
    serialization: 'advanced',
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
  })
  let isGone = false
  const gone = new Promise<void>((resolve) => {
    const end = () => {
      isGone = true
      resolve()
    }
    // A child that cannot even start says so as an error, and one that nobody hears would end the server.
    child.on('exit', end).on('error', end)
  })
  const ready = new Promise<void>((resolve) => child.once('message', () => resolve()))
  child.unref()
  child.channel?.unref()
  const kill = () => {
    isGone = true
    child.kill('SIGKILL')
  }
  return {
    isAlive: () => !isGone && child.connected,
    kill,
    answer: async (question) => {
      const start = await first(START, ready, gone)
      if (start !== 'done') kill()
      if (start === 'gone') return failure('refused', BROKEN)
      if (start === 'late') return failure('unavailable', 'The console could not be started. Ask again.')
      const reply = await answerOf(child, question, deadline, gone)
      if (reply.kill) kill()
      return reply.reply
    },
  }
}

const BROKEN = 'The database broke on this query, and was started anew. Ask in another way.'

const UNSENT = 'The parameters cannot be sent to the database. Use plain JSON that is not deeply nested.'

interface Ended {
  reply: Reply
  /** Whether the child is of no more use. */
  kill: boolean
}

function answerOf(child: ChildProcess, question: Question, deadline: number, gone: Promise<void>): Promise<Ended> {
  return new Promise<Ended>((resolve) => {
    const end = (reply: Reply, kill: boolean) => {
      clearTimeout(timer)
      clearInterval(watch)
      child.off('message', listen)
      resolve({ reply, kill })
    }
    const listen = (reply: unknown) => end(reply as Reply, false)
    const timer = setTimeout(() => {
      const seconds = deadline / 1_000
      end(
        failure('timeout', `The query took longer than ${seconds} seconds and was stopped. Ask for less at once.`),
        true,
      )
    }, deadline)
    const watch = setInterval(() => {
      if (memoryOf(child.pid) > MEMORY)
        end(failure('refused', 'The query took too much memory and was stopped. Ask for less at once.'), true)
    }, WATCH)
    void gone.then(() => end(failure('refused', BROKEN), true))
    child.on('message', listen)
    const unsent = (kill: boolean) => end(failure('invalid', UNSENT), kill)
    try {
      child.send(question, (error) => error && unsent(true))
    } catch {
      // What is nested too deeply cannot even be written down: the child has heard nothing of it.
      unsent(false)
    }
  })
}

async function first(limit: number, done: Promise<void>, gone: Promise<void>): Promise<'done' | 'gone' | 'late'> {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<'late'>((resolve) => {
    timer = setTimeout(() => resolve('late'), limit)
  })
  try {
    return await Promise.race([done.then(() => 'done' as const), gone.then(() => 'gone' as const), late])
  } finally {
    clearTimeout(timer)
  }
}

function failure(code: ErrorCode, message: string): Reply {
  return { failure: { code, message } }
}

/** Resident bytes of a process; 0 where the system does not tell. */
function memoryOf(pid: number | undefined): number {
  try {
    return Number(readFileSync(`/proc/${pid}/statm`, 'utf8').split(' ')[1]) * 4_096
  } catch {
    return 0
  }
}
