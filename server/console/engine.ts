/**
 * Child processes that answer, and as many that wait. A child is killed when it takes too long or too much; while a
 * question takes its time another child is made ready, so that whoever comes after a kill does not wait for the graph
 * to be opened.
 */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { KithError } from '../errors.ts'
import { type Asked, startAsked } from './asked.ts'
import type { Layer } from './canaries.ts'
import type { Request, Said } from './child.ts'
import type { Planned, Question, Target, Told } from './reader.ts'

/** Milliseconds after which a question is no quick one, and another child is made ready. */
const SLOW = 400
/** Milliseconds in which a store may say by itself that it is over, before its child is killed. */
const GRACE = 250

export interface Engine {
  store: Target['store']
  /** Questions it answers at once. */
  workers: number
  ask(question: Asking, signal?: AbortSignal): Promise<Told>
  explain(question: Asking, signal?: AbortSignal): Promise<Planned>
  probe(layer: Layer, query: string): Promise<void>
  close(): Promise<void>
}

type Asking = Omit<Question, 'deadline'>

export interface EngineOptions {
  store: Target['store']
  workers: number
  /** Milliseconds a question may take. */
  deadline: number
  /** The graph as it is now; a build may put another in its place. @throws KithError where there is none */
  present(): Target
}

export function createEngine({ store, workers, deadline, present }: EngineOptions): Engine {
  // A child stands in a folder of its own, where a relative path leads nowhere.
  const empty = mkdtempSync(join(tmpdir(), 'kith-console-'))
  const asking = new Set<Asked>()
  let idle: Asked[] = []
  let isClosed = false
  const makeReady = () => {
    idle = idle.filter((child) => child.isAlive())
    if (isClosed || idle.length) return
    const made = startAsked(empty)
    idle.push(made)
    // What it could not open now it will say when it is asked.
    void openPresent(made, present).catch(() => {})
  }
  const take = (): Asked => {
    idle = idle.filter((child) => child.isAlive())
    const taken = idle.shift() ?? startAsked(empty)
    asking.add(taken)
    return taken
  }
  const giveBack = (taken: Asked) => {
    asking.delete(taken)
    if (!taken.isAlive()) makeReady()
    else if (isClosed || idle.length >= workers) taken.kill()
    else idle.push(taken)
  }
  const ask = async <R extends Request>(request: R, signal?: AbortSignal): Promise<Said[R['do']]> => {
    if (isClosed) throw new KithError('unavailable', 'Kith is stopping. Ask again when it has started.')
    present()
    const taken = take()
    let timer: NodeJS.Timeout | undefined
    try {
      await openPresent(taken, present, signal)
      timer = setTimeout(makeReady, SLOW)
      return await taken.ask(request, store === 'neo4j' ? deadline + GRACE : deadline, signal)
    } finally {
      clearTimeout(timer)
      giveBack(taken)
    }
  }
  return {
    store,
    workers,
    ask: (question, signal) => ask({ do: 'ask', ...question, deadline }, signal),
    explain: (question, signal) => ask({ do: 'explain', ...question, deadline }, signal),
    probe: async (layer, query) => {
      if (layer === 'plan') await ask({ do: 'explain', query, params: {}, limit: 1, deadline })
      else if (layer === 'store') await ask({ do: 'probe', query })
    },
    close: async () => {
      isClosed = true
      for (const child of [...asking, ...idle]) child.kill()
      rmSync(empty, { recursive: true, force: true })
    },
  }
}

/** A build may put another graph in the place of this one between the look and the opening. */
async function openPresent(asked: Asked, present: () => Target, signal?: AbortSignal): Promise<void> {
  const target = present()
  try {
    await asked.open(target, signal)
  } catch (error) {
    const newer = present()
    if (!asked.isAlive() || isSame(newer, target)) throw asOpening(error)
    await asked.open(newer, signal)
  }
}

function isSame(a: Target, b: Target): boolean {
  return a.store === 'neo4j' || (b.store === 'grafeo' && a.file === b.file)
}

function asOpening(error: unknown): unknown {
  if (!(error instanceof KithError) || error.code !== 'invalid') return error
  const sentence = 'The graph cannot be opened. Build it again from the notes: "kith build <folder>".'
  return new KithError('unavailable', sentence, { cause: error })
}
