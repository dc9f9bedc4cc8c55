/** How much memory another process takes: measured, since no limit of the system's is to be had everywhere. */
import { execFile } from 'node:child_process'
import { readFileSync } from 'node:fs'

/** Milliseconds between two looks, where a look is a read of a file, and where it is a process. */
const OFTEN = 25
const SELDOM = 250

/**
 * Looks again and again until it is stopped.
 *
 * @param tell gets resident bytes
 * @returns stops it
 */
export function watchMemory(pid: number, tell: (bytes: number) => void): () => void {
  const isLinux = process.platform === 'linux'
  const timer = setInterval(() => (isLinux ? tell(residentOf(pid)) : askSystem(pid, tell)), isLinux ? OFTEN : SELDOM)
  return () => clearInterval(timer)
}

/** Linux tells it as a count of pages; 0 where it does not. */
export function residentOf(pid: number): number {
  try {
    return Number(readFileSync(`/proc/${pid}/statm`, 'utf8').split(' ')[1]) * PAGE
  } catch {
    return 0
  }
}

/** Bytes of a page of memory, on the processors that Node runs on under Linux in their usual setting. */
const PAGE = 4_096

function askSystem(pid: number, tell: (bytes: number) => void): void {
  execFile('ps', ['-o', 'rss=', '-p', String(pid)], (error, kilobytes) => {
    if (!error) tell(Number(kilobytes) * 1_024)
  })
}
