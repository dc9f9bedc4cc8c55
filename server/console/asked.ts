/**
 * The child process as its parent sees it: asked one thing at a time, watched, and killed by the system's own signal,
 * because a query that runs wild listens to nothing.
 */
import { type ChildProcess, fork } from 'node:child_process'
import { setPriority } from 'node:os'
import { fileURLToPath } from 'node:url'
import { type ErrorCode, KithError } from '../errors.ts'
import type { Reply, Request, Said } from './child.ts'
import { residentOf, watchMemory } from './memory.ts'
import { TAKEN_BACK } from './queue.ts'
import type { Target } from './reader.ts'

/** Milliseconds a child may take to start and to open a graph; large graphs take seconds. */
const START = 60_000
/** Bytes that a query may take beside the graph. */
const MEMORY = 512_000_000
/** Behind everybody else for the processor: the explorer is to feel nothing of a query that runs wild. */
const PRIORITY = 10

export interface Asked {
  isAlive(): boolean
  /** @throws KithError */
  open(target: Target, signal?: AbortSignal): Promise<void>
  /** @throws KithError as the child says it, or where the child was killed or broke */
  ask<R extends Request>(request: R, deadline: number, signal?: AbortSignal): Promise<Said[R['do']]>
  kill(): void
}

/** @param cwd an empty folder for it to stand in; its environment is empty, too */
export function startAsked(cwd: string): Asked {
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
  child.unref()
  child.channel?.unref()
  const kill = () => {
    isGone = true
    child.kill('SIGKILL')
  }
  // A child that is still opening a graph is asked when it has opened it.
  let turn: Promise<unknown> = Promise.resolve()
  const ask = async <R extends Request>(request: R, deadline: number, signal?: AbortSignal) => {
    const answer = turn.then(() => answerOf(child, request, { deadline, gone, signal }))
    turn = answer
    const { reply, isUseless } = await answer
    if (isUseless) kill()
    if ('done' in reply) return reply.done as Said[R['do']]
    const { code, message, ...hint } = reply.failure
    throw new KithError(code, message, hint)
  }
  return {
    isAlive: () => !isGone && child.connected,
    kill,
    ask,
    open: async (target, signal) => {
      await ask({ do: 'open', target }, START, signal)
      stepBack(child)
    },
  }
}

function stepBack({ pid }: ChildProcess): void {
  try {
    if (pid !== undefined) setPriority(pid, PRIORITY)
  } catch {
    // Not every system lets one; the console works without it.
  }
}

const BROKEN = 'The database broke on this query, and was started anew. Ask in another way.'
const UNSENT = 'The parameters cannot be sent to the database. Use plain JSON that is not deeply nested.'
const HUNGRY = 'The query took more than 512 MB of memory and was stopped. Ask for less at once.'

interface Ended {
  reply: Reply
  /** Whether the child is of no more use. */
  isUseless: boolean
}

interface Limits {
  deadline: number
  gone: Promise<void>
  signal?: AbortSignal | undefined
}

function answerOf(child: ChildProcess, request: Request, { deadline, gone, signal }: Limits): Promise<Ended> {
  return new Promise<Ended>((resolve) => {
    const end = (reply: Reply, isUseless: boolean) => {
      clearTimeout(timer)
      stopWatching()
      signal?.removeEventListener('abort', takeBack)
      child.off('message', listen)
      resolve({ reply, isUseless })
    }
    const stop = (code: ErrorCode, message: string) => end({ failure: { code, message } }, true)
    const listen = (reply: unknown) => end(reply as Reply, false)
    const takeBack = () => stop('unavailable', TAKEN_BACK)
    const timer = setTimeout(() => stop('timeout', tooLong(request, deadline)), deadline)
    const stopWatching = request.do === 'open' ? () => {} : watch(child, () => stop('refused', HUNGRY))
    void gone.then(() => stop('refused', BROKEN))
    if (signal?.aborted) return takeBack()
    signal?.addEventListener('abort', takeBack, { once: true })
    child.on('message', listen)
    const unsent = (isUseless: boolean) => end({ failure: { code: 'invalid', message: UNSENT } }, isUseless)
    try {
      child.send(request, (error) => error && unsent(true))
    } catch {
      // What is nested too deeply cannot even be written down: the child has heard nothing of it.
      unsent(false)
    }
  })
}

/** What a graph takes is not the query's; so it is counted from here. */
function watch({ pid }: ChildProcess, tooMuch: () => void): () => void {
  if (pid === undefined) return () => {}
  let rest = residentOf(pid)
  return watchMemory(pid, (bytes) => {
    if (rest === 0) rest = bytes
    if (bytes - rest > MEMORY) tooMuch()
  })
}

function tooLong(request: Request, deadline: number): string {
  return request.do === 'open'
    ? 'The console could not be started. Ask again.'
    : `The query took longer than ${deadline / 1_000} seconds and was stopped. Ask for less at once.`
}
