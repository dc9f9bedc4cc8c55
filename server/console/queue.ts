/**
 * Questions in turn: a few at a time, and no client's many before another's one.
 *
 * Clients are served round robin (Nagle, 1985): each waits behind at most one question of everybody else.
 */
import { KithError } from '../errors.ts'

export interface QueueOptions {
  /** Questions that are answered at once. */
  workers: number
  /** Questions that may wait, of all clients together. Default 32. */
  most?: number
  /** Questions of one client that may wait. Default 8. */
  each?: number
}

interface Job {
  start(): void
  refuse(error: KithError): void
}

export interface Queue {
  /**
   * @param signal a question that is taken back before its turn is dropped
   * @throws KithError `too_many`, `unavailable`, and whatever `work` throws
   */
  run<T>(client: string, work: (waited: number) => Promise<T>, signal?: AbortSignal): Promise<T>
  /** Refuses all that wait. */
  close(): void
}

export const TAKEN_BACK = 'The question was taken back.'

export function createQueue({ workers, most = 32, each = 8 }: QueueOptions): Queue {
  /** In the order in which they come to their turn. */
  const clients = new Map<string, Job[]>()
  let running = 0
  const waiting = () => [...clients.values()].reduce((sum, jobs) => sum + jobs.length, 0)
  const drop = (client: string, job: Job) => {
    const rest = clients.get(client)?.filter((other) => other !== job) ?? []
    if (rest.length) clients.set(client, rest)
    else clients.delete(client)
  }
  const next = () => {
    const [first] = clients
    if (!first || running >= workers) return
    const [client, [job, ...rest]] = first
    // To the end of the line.
    clients.delete(client)
    if (rest.length) clients.set(client, rest)
    job?.start()
  }
  const turn = (client: string, signal: AbortSignal | undefined) =>
    new Promise<void>((resolve, reject) => {
      const job: Job = {
        start: () => {
          signal?.removeEventListener('abort', takeBack)
          running++
          resolve()
        },
        refuse: reject,
      }
      const takeBack = () => {
        drop(client, job)
        reject(new KithError('unavailable', TAKEN_BACK))
      }
      if (signal?.aborted) return takeBack()
      signal?.addEventListener('abort', takeBack, { once: true })
      clients.set(client, [...(clients.get(client) ?? []), job])
      next()
    })
  return {
    async run(client, work, signal) {
      if (running >= workers && (waiting() >= most || (clients.get(client)?.length ?? 0) >= each))
        throw new KithError('too_many', 'Too many questions wait for an answer. Try again in a few seconds.')
      const asked = performance.now()
      await turn(client, signal)
      try {
        return await work(performance.now() - asked)
      } finally {
        running--
        next()
      }
    },
    close: () => {
      const stopping = new KithError('unavailable', 'Kith is stopping. Ask again when it has started.')
      for (const jobs of clients.values()) for (const job of jobs) job.refuse(stopping)
      clients.clear()
    },
  }
}
