/** A whole picture laid out away from the page, in a worker that is kept, so that nothing freezes while it thinks. */
import url from 'virtual:layout-worker'
import type { Point } from '../state/graph.ts'
import type { LayoutAnswer, LayoutRequest } from './layout-worker.ts'
import { plain } from './layouts/plain.ts'
import type { Problem } from './layouts/problem.ts'
import { type Arrangement, toProblem } from './layouts/to-problem.ts'

export type { Arrangement } from './layouts/to-problem.ts'

type Positions = ReadonlyMap<string, Point>

/** Milliseconds after which a plainer arrangement is better than none. */
const PATIENCE = 20_000

/**
 * Where each entity stands, in px of the picture's own space; who is in `fixed` stays to the px. The same arrangement
 * always comes out the same. When it takes long, `onSketch` is called once with a first draft.
 *
 * Rejects only with the signal's reason; without a worker (an old browser, a blocked file) the picture is plainer but
 * whole.
 */
export async function arrange(
  arrangement: Arrangement,
  onSketch?: (positions: Positions) => void,
  signal?: AbortSignal,
): Promise<Positions> {
  signal?.throwIfAborted()
  const problem = toProblem(arrangement)
  try {
    return await ask(problem, onSketch, signal)
  } catch {
    signal?.throwIfAborted()
    return new Map(plain(problem))
  }
}

/** Called with each answer, and with null when there will be none. */
type Listener = (answer: LayoutAnswer | null) => void

interface Helper {
  readonly worker: Worker
  readonly listeners: Map<number, Listener>
}

let helper: Helper | null = null
let count = 0

function ask(problem: Problem, onSketch?: (positions: Positions) => void, signal?: AbortSignal): Promise<Positions> {
  const { worker, listeners } = (helper ??= hire())
  const id = ++count
  return new Promise<Positions>((resolve, reject) => {
    // It may be caught in a problem too large for it: the next question gets a new one.
    const end = setTimeout(dismiss, PATIENCE)
    const leave = () => {
      clearTimeout(end)
      listeners.delete(id)
      signal?.removeEventListener('abort', drop)
    }
    const drop = () => {
      leave()
      worker.postMessage({ id } satisfies LayoutRequest)
      reject(signal?.reason)
    }
    signal?.addEventListener('abort', drop)
    listeners.set(id, (answer) => {
      if (answer && !answer.done) return onSketch?.(new Map(answer.positions))
      leave()
      if (answer?.positions) resolve(new Map(answer.positions))
      else reject(new Error('The layout worker failed.'))
    })
    worker.postMessage({ id, problem } satisfies LayoutRequest)
  })
}

function hire(): Helper {
  const worker = new Worker(url, { type: 'module' })
  const listeners = new Map<number, Listener>()
  worker.onmessage = ({ data }: MessageEvent<LayoutAnswer>) => listeners.get(data.id)?.(data)
  worker.onerror = dismiss
  return { worker, listeners }
}

function dismiss(): void {
  const former = helper
  helper = null
  former?.worker.terminate()
  for (const listener of [...(former?.listeners.values() ?? [])]) listener(null)
}
