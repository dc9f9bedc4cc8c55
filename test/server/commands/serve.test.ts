/** `kith serve` and `kith demo`: listening, and ending well. */

import { once } from 'node:events'
import { mkdirSync, writeFileSync } from 'node:fs'
import type { AddressInfo } from 'node:net'
import { createServer } from 'node:net'
import { beforeAll, expect, it } from '@jest/globals'
import type { Hits } from '../../../server/api.ts'
import { testFolder } from '../../folder.ts'
import { kith, startKith } from '../../kith.ts'

const folder = testFolder()

beforeAll(async () => {
  mkdirSync(folder('notes'))
  writeFileSync(folder('notes', 'a.md'), 'RWKV beside Mamba.\n')
  expect((await kith(['build', 'notes'], { cwd: folder() })).code).toBe(0)
})

/** The address it says it is at. */
async function started(args: readonly string[]) {
  const child = startKith(args, { cwd: folder() })
  let stderr = ''
  child.stderr.on('data', (chunk) => {
    stderr += String(chunk)
  })
  let stdout = ''
  const url = await new Promise<string>((resolve, reject) => {
    child.stdout.on('data', (chunk) => {
      stdout += String(chunk)
      const [, found] = /Kith is at (http:\S+)\n/.exec(stdout) ?? []
      if (found) resolve(found)
    })
    child.once('exit', (code) => reject(new Error(`it ended with ${code}: ${stderr}`)))
  })
  return { child, url, said: () => ({ stdout, stderr }) }
}

it.each(['SIGTERM', 'SIGINT'] as const)('answers until %s, then ends with 0', async (signal) => {
  const { child, url, said } = await started(['serve', '--port', '0'])
  try {
    expect(await (await fetch(`${url}/api/health`)).json()).toMatchObject({ status: 'ok' })
    const ended = once(child, 'exit')
    child.kill(signal)
    expect(await ended).toEqual([0, null])
    expect(said().stderr).toBe('')
    await expect(fetch(`${url}/api/health`)).rejects.toThrow()
  } finally {
    child.kill('SIGKILL')
  }
})

it('finishes what was asked before it ends', async () => {
  const { child, url } = await started(['serve', '--port', '0'])
  try {
    const query = 'MATCH (a), (b), (c), (d), (e), (f) RETURN count(a.id) AS n'
    const headers = { 'Content-Type': 'application/json', 'X-Kith': '1' }
    const asked = fetch(`${url}/api/cypher`, { method: 'POST', headers, body: JSON.stringify({ query }) })
    await new Promise((resolve) => setTimeout(resolve, 300))
    const ended = once(child, 'exit')
    child.kill('SIGTERM')
    const { status } = await asked
    expect([200, 408]).toContain(status)
    expect(await ended).toEqual([0, null])
  } finally {
    child.kill('SIGKILL')
  }
})

it('answers long addresses, as a full screen asks for them', async () => {
  const { child, url } = await started(['serve', '--port', '0'])
  try {
    const ids = Array.from({ length: 600 }, (_, at) => `concept/a-name-of-some-length-${at}`)
      .join(',')
      .slice(0, 19_900)
    const response = await fetch(`${url}/api/entities/model%2Frwkv/neighbors?with=${encodeURIComponent(ids)}`)
    expect(response.status).toBe(200)
  } finally {
    child.kill('SIGKILL')
  }
})

it('says that a port is in use, and how to take another', async () => {
  const other = createServer().listen(0, '127.0.0.1')
  await once(other, 'listening')
  const { port } = other.address() as AddressInfo
  const { code, stdout, stderr } = await kith(['serve', '--port', String(port)], { cwd: folder() })
  other.close()
  expect({ code, stdout }).toEqual({ code: 1, stdout: '' })
  expect(stderr).toBe(`kith: Port ${port} is in use. Choose another with --port, or stop what listens there.\n`)
})

it.each([
  ['192.0.2.1', /192\.0\.2\.1 is no address to listen on/],
  ['no.such.host.invalid', /no\.such\.host\.invalid is no address to listen on/],
])('says that %s is nothing to listen on', async (host, says) => {
  const { code, stderr } = await kith(['serve', '--host', host, '--port', '0'], {
    cwd: folder(),
    env: { KITH_TOKEN: 'secret' },
  })
  expect(code).toBe(1)
  expect(stderr).toMatch(/^kith: [^\n]+\n$/)
  expect(stderr).toMatch(says)
})

it('serves before there is a graph, and says so', async () => {
  const { child, url } = await started(['serve', '--port', '0', '--graph', 'file:none-yet'])
  try {
    expect(await (await fetch(`${url}/api/health`)).json()).toMatchObject({ status: 'empty' })
    expect((await fetch(`${url}/api/stats`)).status).toBe(404)
  } finally {
    child.kill('SIGKILL')
  }
})

it('kith demo builds the sample notes and serves them', async () => {
  const { child, url, said } = await started(['demo', '--port', '0', '--no-open'])
  try {
    expect(said().stdout).toMatch(/(\d+) of \1 files read/)
    const { items } = (await (await fetch(`${url}/api/search?q=rwkv`)).json()) as Hits
    expect(items[0]?.id).toBe('model/rwkv')
  } finally {
    child.kill('SIGKILL')
  }
})
