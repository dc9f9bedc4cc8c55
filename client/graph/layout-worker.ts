/**
 * Where layouts are thought out: problems in, positions out, one after another, so that the page never waits.
 *
 * One that takes long answers twice, with a sketch first. It stops for breath now and then, to hear that it is no
 * longer wanted.
 */
import { layOut } from './layouts/lay-out.ts'
import type { Position, Problem } from './layouts/problem.ts'

/** Without a problem: that of this id is no longer wanted. */
export interface LayoutRequest {
  readonly id: number
  readonly problem?: Problem
}

/** Without positions: it failed. */
export interface LayoutAnswer {
  readonly id: number
  readonly positions?: readonly Position[]
  readonly done: boolean
}

/**
 * Milliseconds after which a sketch is sent, since drawing one costs the page time of its own, and between breaths. The
 * clock decides what is sent, never where anyone is.
 */
const LONG = 250
const BREATH = 40

const waiting = new Map<number, Problem>()
let busy = false

onmessage = ({ data }: MessageEvent<LayoutRequest>) => {
  if (data.problem) waiting.set(data.id, data.problem)
  else waiting.delete(data.id)
  if (!busy) void work()
}

const send = (answer: LayoutAnswer) => postMessage(answer)

async function work(): Promise<void> {
  busy = true
  for (let next = first(); next; next = first()) {
    const [id, problem] = next
    try {
      await solve(id, problem)
    } catch {
      send({ id, done: true })
    }
    waiting.delete(id)
  }
  busy = false
}

async function solve(id: number, problem: Problem): Promise<void> {
  const steps = layOut(problem)
  const start = performance.now()
  let [breath, sketched] = [start, false]
  for (;;) {
    const step = steps.next()
    if (step.done) return send({ id, positions: step.value, done: true })
    if (performance.now() - breath < BREATH) continue
    if (!sketched && step.value && performance.now() - start > LONG) {
      send({ id, positions: step.value(), done: false })
      sketched = true
    }
    await new Promise((resolve) => setTimeout(resolve))
    if (!waiting.has(id)) return
    breath = performance.now()
  }
}

const first = (): [number, Problem] | undefined => waiting.entries().next().value
