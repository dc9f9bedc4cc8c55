/**
 * One at a time, over all processes of this machine: a file that only one of them can make says whose turn it is.
 *
 * What a process that died left behind is taken away; while one looks whether to, no other does.
 */
import { open, readFile, rm, stat } from 'node:fs/promises'
import { setTimeout as sleep } from 'node:timers/promises'
import { KithError } from '../errors.ts'

/** Milliseconds one waits for one's turn, and between two looks. */
const PATIENCE = 5_000
const PAUSE = 15

/** Milliseconds after which a lock is nobody's, whatever it says: a turn takes a few. */
const LONGEST_TURN = 30_000

/** @throws KithError `locked` where another does not give it back */
export async function whileLocked<T>(lock: string, work: () => Promise<T>): Promise<T> {
  await take(lock)
  try {
    return await work()
  } finally {
    await rm(lock, { force: true })
  }
}

async function take(lock: string): Promise<void> {
  const end = Date.now() + PATIENCE
  while (!(await make(lock))) {
    if (Date.now() > end)
      throw new KithError('locked', `Another Kith is writing. If none is running, remove ${lock} and try again.`)
    await takeAwayDead(lock)
    await sleep(PAUSE)
  }
}

/** Whether it was made here, which is so for one alone. */
async function make(lock: string): Promise<boolean> {
  try {
    const file = await open(lock, 'wx')
    await file.writeFile(String(process.pid))
    await file.close()
    return true
  } catch (error) {
    if (isCode(error, 'EEXIST')) return false
    throw error
  }
}

/** Under a lock of its own: otherwise two would find the same dead one, and the second take away a living one. */
async function takeAwayDead(lock: string): Promise<void> {
  const looking = `${lock}.looking`
  if (!(await isDead(lock)) || !(await make(looking))) return
  try {
    if (await isDead(lock)) await rm(lock, { force: true })
  } finally {
    await rm(looking, { force: true })
  }
}

async function isDead(lock: string): Promise<boolean> {
  try {
    const age = Date.now() - (await stat(lock)).mtimeMs
    const owner = Number(await readFile(lock, 'utf8'))
    // A lock that was just made may not say yet whose it is.
    if (!owner) return age > 1_000
    return age > LONGEST_TURN || !isAlive(owner)
  } catch (error) {
    if (isCode(error, 'ENOENT')) return false
    throw error
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    // Another user's process is alive, too.
    return isCode(error, 'EPERM')
  }
}

const isCode = (error: unknown, code: string): boolean =>
  error instanceof Error && 'code' in error && error.code === code
