/** The commands on a Neo4j, and a Neo4j that fails them: each ends in one sentence, and the next try goes through. */

import { once } from 'node:events'
import { mkdirSync, writeFileSync } from 'node:fs'
import { type AddressInfo, connect, createServer, type Server, type Socket } from 'node:net'
import { beforeAll, expect, it } from '@jest/globals'
import { sha256Of } from '../../../server/canonical.ts'
import { openGraph } from '../../../server/store/open.ts'
import { readGraph } from '../../../server/store/read.ts'
import { testFolder } from '../../folder.ts'
import { type Ended, ended, kith, startKith } from '../../kith.ts'
import { describeWith, testNeo4j } from '../../needs.ts'
import { writeNotes } from '../../notes.ts'

describeWith('Neo4j', 'the commands on Neo4j', () => {
  const folder = testFolder()
  const { url, credentials } = testNeo4j()
  const env = { NEO4J_USERNAME: credentials.username, NEO4J_PASSWORD: credentials.password }
  const at = (graph: string, ...args: string[]) => kith([...args, '--graph', graph], { cwd: folder(), env })

  beforeAll(async () => {
    mkdirSync(folder('notes'))
    writeFileSync(folder('notes', 'a.md'), 'RWKV beside Mamba.\n\nDPO and RLHF.\n')
    writeNotes(folder('many'), 2)
    expect((await at(url, 'build', 'notes')).code).toBe(0)
  }, 120_000)

  const graphNow = async () => {
    const database = openGraph(url, credentials)
    try {
      return sha256Of(await readGraph(database))
    } finally {
      await database.close()
    }
  }

  it('gives the same graph as the embedded store, twice', async () => {
    const built = async (graph: string) =>
      (JSON.parse((await at(graph, 'build', 'notes', '--json')).stdout) as { sha256: string }).sha256
    const embedded = await built('file:graph')
    expect([await built(url), await built(url), await graphNow()]).toEqual([embedded, embedded, embedded])
    const exports = [await at('file:graph', 'export'), await at(url, 'export')]
    expect(exports[1]?.stdout).toBe(exports[0]?.stdout)
  }, 120_000)

  it('pushes a graph there, twice, and verifies it', async () => {
    const push = () => kith(['push', url, '--graph', 'file:graph', '--json'], { cwd: folder(), env })
    const [first, second] = [await push(), await push()]
    expect([first.code, second.code, second.stdout]).toEqual([0, 0, first.stdout])
    expect((JSON.parse(first.stdout) as { sha256: string }).sha256).toBe(await graphNow())
    expect(await at(url, 'verify')).toMatchObject({
      code: 0,
      stdout: expect.stringMatching(/^(\d+) of \1 receipts match/),
    })
    expect((await at(url, 'search', 'rwkv')).stdout).toContain('model/rwkv')
  }, 120_000)

  it('says that there is no such database', async () => {
    const said = await kith(['search', 'rwkv', '--graph', url], {
      cwd: folder(),
      env: { ...env, NEO4J_DATABASE: 'nothing' },
    })
    expectSentence(said, /has no such database\. Set NEO4J_DATABASE/)
  })

  it('says that it went away in mid-build; the same command then goes through', async () => {
    const door = await openDoor(url)
    try {
      const child = startKith(['build', 'many', '--graph', door.url], { cwd: folder(), env })
      const end = ended(child)
      await door.passed(200_000)
      door.shut()
      expectSentence(await end, /Neo4j does not answer at .*a build can be run again at any time/)
      // What is half there is not answered from.
      expectSentence(await at(url, 'search', 'rwkv'), /The graph is being built/)
      const report = JSON.parse((await at(url, 'build', 'many', '--json')).stdout) as { sha256: string }
      expect(await graphNow()).toBe(report.sha256)
    } finally {
      await door.close()
    }
  }, 300_000)

  it('says that a server went away while it serves, and answers again when it is back', async () => {
    const door = await openDoor(url)
    const child = startKith(['serve', '--port', '0', '--graph', door.url], { cwd: folder(), env })
    try {
      const [line] = (await once(child.stdout, 'data')) as [Buffer]
      const page = /http:\S+/.exec(String(line))?.[0] ?? ''
      const ask = async () => (await fetch(`${page}/api/search?q=rwkv`)).status
      expect(await ask()).toBe(200)
      door.shut()
      expect(await ask()).toBe(503)
      door.open()
      expect(await ask()).toBe(200)
    } finally {
      child.kill('SIGKILL')
      await door.close()
    }
  }, 120_000)

  it('says that the password is wrong, and does not show it', async () => {
    const wrong = { ...env, NEO4J_PASSWORD: 'hunter2-wrong' }
    // Two tries: after three, the server refuses the right password, too, for a while.
    for (const args of [
      ['build', 'notes'],
      ['cypher', 'RETURN 1 AS n'],
    ]) {
      const said = await kith([...args, '--graph', url], { cwd: folder(), env: wrong })
      expectSentence(said, /refused the name or the password\. Set NEO4J_USERNAME and NEO4J_PASSWORD/)
      expect(said.stderr).not.toContain('hunter2')
    }
  }, 120_000)
})

function expectSentence({ code, stdout, stderr }: Ended, says: RegExp): void {
  expect({ code, stdout }).toEqual({ code: 1, stdout: '' })
  expect(stderr).toMatch(/^kith: [^\n]+\.\n$/)
  expect(stderr).toMatch(says)
}

interface Door {
  url: string
  /** Resolves when so many bytes have gone in. */
  passed(bytes: number): Promise<void>
  /** Cuts every connection, and lets no other in. */
  shut(): void
  open(): void
  close(): Promise<void>
}

/** A way to the server that can be shut. */
async function openDoor(url: string): Promise<Door> {
  const { hostname, port } = new URL(url.replace(/^\w+/, 'http'))
  const sockets = new Set<Socket>()
  let isShut = false
  let bytes = 0
  let wake = () => {}
  const server: Server = createServer((client) => {
    if (isShut) return client.destroy()
    const behind = connect(Number(port || 7687), hostname)
    for (const socket of [client, behind]) {
      sockets.add(socket)
      socket
        .on('error', () => {})
        .on('close', () => {
          sockets.delete(socket)
          client.destroy()
          behind.destroy()
        })
    }
    client.on('data', (chunk) => {
      bytes += chunk.length
      wake()
    })
    client.pipe(behind).pipe(client)
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const shut = () => {
    isShut = true
    for (const socket of sockets) socket.destroy()
  }
  return {
    url: `bolt://127.0.0.1:${(server.address() as AddressInfo).port}`,
    passed: (wanted) =>
      new Promise((resolve) => {
        wake = () => bytes >= wanted && resolve()
        wake()
      }),
    shut,
    open: () => {
      isShut = false
    },
    close: async () => {
      shut()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}
