/** Neo4j keeps what every store promises, and its own: builds that meet, die, or cannot get in. */

import { createHash } from 'node:crypto'
import { once } from 'node:events'
import { beforeAll, describe, expect, it } from '@jest/globals'
import { openNeo4j } from '../../../server/store/neo4j.ts'
import { queryText } from '../../../server/store/queries.ts'
import { testDatabase } from '../../database.ts'
import { testFolder } from '../../folder.ts'
import { type Ended, kith, startKith } from '../../kith.ts'
import { describeWith, testNeo4j } from '../../needs.ts'
import { writeNotes } from '../../notes.ts'
import { SAMPLE } from '../../sample.ts'

describeWith('Neo4j', 'Neo4j', () => {
  const { url, credentials } = testNeo4j()
  const env = { NEO4J_USERNAME: credentials.username, NEO4J_PASSWORD: credentials.password }
  const folder = testFolder()
  const embedded = `file:${folder('graph')}`
  const build = (notes: string, graph = url) => ['build', notes, '--graph', graph, '--json']
  const shaOf = ({ stdout }: Ended) => (JSON.parse(stdout) as { sha256: string }).sha256
  const exportedSha = async (graph: string) => {
    const { stdout } = await kith(['export', '--graph', graph], { env, cwd: folder() })
    return createHash('sha256').update(stdout).digest('hex')
  }
  const refusal = async (args: readonly string[], others: Record<string, string> = {}) => {
    const { code, stdout, stderr } = await kith(args, { env: { ...env, ...others }, cwd: folder() })
    expect([code, stdout]).toEqual([1, ''])
    return stderr
  }

  testDatabase('Neo4j', async () => {
    const scratch = openNeo4j(url, credentials)
    const empty = async () => {
      await scratch.run('MATCH (n) DETACH DELETE n', {}, { access: 'write', timeout: 120_000 })
    }
    await empty()
    return { scratch, url, credentials, hub: 2_000, empty, close: () => scratch.close() }
  })

  it('stops a query that takes longer than it may', async () => {
    const database = openNeo4j(url, credentials)
    const endless = 'UNWIND range(1, 1000000000) AS n RETURN sum(n % 7) AS sum'
    await expect(database.run(endless, {}, { timeout: 500 })).rejects.toMatchObject({ code: 'timeout' })
    await database.close()
  })

  it('lets one build in at a time', async () => {
    const database = openNeo4j(url, credentials)
    let release = () => {}
    await new Promise<void>((locked) => {
      void database.write(async (transaction) => {
        await transaction.run(queryText('lock', 'neo4j'))
        locked()
        await new Promise<void>((resolve) => {
          release = resolve
        })
      })
    })
    expect(await refusal(build(SAMPLE))).toMatch(/^kith: Another build is writing this Neo4j\..*\n$/)
    release()
    await database.close()
    expect(await kith(build(SAMPLE), { env, cwd: folder() })).toMatchObject({ code: 0, stderr: '' })
  })

  it('is the same to the byte as the embedded graph, pushed once or twice', async () => {
    const expected = shaOf(await kith(build(SAMPLE, embedded)))
    expect(await exportedSha(embedded)).toBe(expected)
    for (let time = 0; time < 2; time++) {
      expect(await kith(['push', url, '--graph', embedded], { env, cwd: folder() })).toMatchObject({ code: 0 })
      expect(await exportedSha(url)).toBe(expected)
    }
  })

  describe('a build that is killed', () => {
    const notes = folder('notes')
    let expected = ''
    let duration = 0
    beforeAll(async () => {
      writeNotes(notes, 3)
      expected = shaOf(await kith(build(notes, `file:${folder('elsewhere')}`)))
      const started = performance.now()
      await kith(build(notes), { env, cwd: folder() })
      duration = performance.now() - started
    })

    it.each([1, 2])('converges to the byte when it is run again (killed at %i/3 of its time)', async (part) => {
      await kith(build(SAMPLE), { env, cwd: folder() })
      const child = startKith(build(notes), { env, cwd: folder() })
      const gone = once(child, 'close')
      await new Promise((resolve) => setTimeout(resolve, (duration * part) / 3))
      child.kill('SIGKILL')
      await gone
      expect(await kith(build(notes), { env, cwd: folder() })).toMatchObject({ code: 0, stderr: '' })
      expect(await exportedSha(url)).toBe(expected)
    })
  })

  it('says when nobody answers', async () => {
    const sentence = await refusal(['show', 'RWKV', '--graph', 'bolt://127.0.0.1:1'])
    expect(sentence).toMatch(/^kith: Neo4j does not answer at bolt:\/\/127\.0\.0\.1:1\..*\n$/)
  })

  it('says when the password is wrong, and does not repeat it', async () => {
    const sentence = await refusal(['show', 'RWKV', '--graph', url], { NEO4J_PASSWORD: 'not-the-password' })
    expect(sentence).toMatch(
      /^kith: Neo4j at .* refused the name or the password\. Set NEO4J_USERNAME and NEO4J_PASSWORD\.\n$/,
    )
    expect(sentence).not.toContain('not-the-password')
  })
})
