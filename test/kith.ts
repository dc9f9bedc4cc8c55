/** The built `kith` command in a process of its own, as people run it. */
import { type ChildProcessWithoutNullStreams, type SpawnOptionsWithoutStdio, spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { ROOT } from '../server/root.ts'

export const CLI = join(ROOT, 'dist', 'server', 'cli.js')

export interface Ended {
  code: number | null
  stdout: string
  stderr: string
}

export function startKith(
  args: readonly string[],
  options: SpawnOptionsWithoutStdio = {},
): ChildProcessWithoutNullStreams {
  return spawn(process.execPath, [CLI, ...args], { ...options, env: { ...environment(), ...options.env } })
}

export async function kith(args: readonly string[], options: SpawnOptionsWithoutStdio = {}): Promise<Ended> {
  return ended(startKith(args, options))
}

/** What a process said until it ended. */
export async function ended(child: ChildProcessWithoutNullStreams): Promise<Ended> {
  let stdout = ''
  let stderr = ''
  child.stdout.setEncoding('utf8').on('data', (chunk: string) => {
    stdout += chunk
  })
  child.stderr.setEncoding('utf8').on('data', (chunk: string) => {
    stderr += chunk
  })
  const [code] = (await once(child, 'close')) as [number | null]
  return { code, stdout, stderr }
}

/** Without what Jest needs of Node, and without anyone's own settings. */
export function environment(): NodeJS.ProcessEnv {
  const others = Object.entries(process.env).filter(([name]) => !/^(?:NODE_OPTIONS$|KITH_|NEO4J_|JEST_)/.test(name))
  return Object.fromEntries(others)
}
