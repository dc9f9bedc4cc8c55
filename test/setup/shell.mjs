/** Programs the tests need: is one there, does it answer, and how Debian installs what is missing. */
import { spawn, spawnSync } from 'node:child_process'
import { accessSync, constants, existsSync } from 'node:fs'
import { delimiter, join } from 'node:path'

/** The first of `names` that is on the PATH, whole, or null. */
export function onPath(...names) {
  for (const name of names) {
    for (const folder of (process.env.PATH ?? '').split(delimiter)) {
      const file = join(folder, name)
      if (isExecutable(file)) return file
    }
  }
  return null
}

export function isExecutable(file) {
  try {
    accessSync(file, constants.X_OK)
    return true
  } catch {
    return false
  }
}

/** What a program prints, or null where it is missing, fails, or takes longer than `timeout` milliseconds. */
export function outputOf(program, args, { timeout = 5_000, env = process.env } = {}) {
  const { status, stdout, stderr } = spawnSync(program, args, { encoding: 'utf8', timeout, env })
  return status === 0 ? stdout + stderr : null
}

/** Runs a program to its end; its last words are in the error where it fails. */
export function run(program, args, { timeout = 300_000, ...options } = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, { stdio: ['ignore', 'pipe', 'pipe'], timeout, ...options })
    let said = ''
    const listen = (chunk) => {
      said = (said + chunk).slice(-4_000)
    }
    child.stdout.on('data', listen)
    child.stderr.on('data', listen)
    child.on('error', reject)
    child.on('close', (code, signal) =>
      code === 0 ? resolve() : reject(new Error(`${program} ended with ${code ?? signal}: ${said.trim().slice(-600)}`)),
    )
  })
}

/** Only root on a Debian (or Ubuntu) may be asked to install something. */
export const canInstall = () => existsSync('/etc/debian_version') && process.getuid?.() === 0

// One at a time: apt holds a lock of its own.
let installing = Promise.resolve()
let updated = false

export function install(...packages) {
  const work = async () => {
    process.stderr.write(`Installing ${packages.join(', ')} …\n`)
    const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
    if (!updated) await run('apt-get', ['update'], { env })
    updated = true
    await run('apt-get', ['install', '-y', '--no-install-recommends', ...packages], { env })
  }
  const next = installing.then(work)
  installing = next.catch(() => {})
  return next
}
