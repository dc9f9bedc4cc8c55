/** Tests that need a browser, a Neo4j or texts. Without it they are skipped aloud, with the reason; in CI they fail. */

import { readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, it } from '@jest/globals'
import type { Credentials } from '../server/store/neo4j.ts'

/** What `npm test` (test/run.mjs) says where the thing is. */
const NEEDS = { browser: 'KITH_TEST_BROWSER', Neo4j: 'KITH_TEST_NEO4J_URI' } as const

export function describeWith(need: keyof typeof NEEDS, title: string, body: () => void): void {
  const why = process.env[NEEDS[need]]
    ? null
    : (process.env[NEEDS[need].replace(/(?:_URI)?$/, '_MISSING')] ?? `there is no ${need}; npm test gets one`)
  describeUnless(why, title, () => {
    if (need === 'Neo4j') alone()
    body()
  })
}

/** @param why the tests cannot run, or null where they can */
export function describeUnless(why: string | null, title: string, body: () => void): void {
  if (why === null) describe(title, body)
  else if (process.env.CI === 'true') {
    it(title, () => {
      throw new Error(`It cannot be tested, because ${why}. In CI that is a failure.`)
    })
  } else {
    skipAloud(title, why)
    describe.skip(title, body)
  }
}

export function skipAloud(title: string, why: string): void {
  console.warn(`skipped: ${title}, because ${why}`)
}

/** The Neo4j that the tests may fill and empty. */
export function testNeo4j(): { url: string; credentials: Credentials } {
  const { KITH_TEST_NEO4J_URI = '', KITH_TEST_NEO4J_USERNAME = 'neo4j', KITH_TEST_NEO4J_PASSWORD = '' } = process.env
  return {
    url: KITH_TEST_NEO4J_URI,
    credentials: { username: KITH_TEST_NEO4J_USERNAME, password: KITH_TEST_NEO4J_PASSWORD, database: 'neo4j' },
  }
}

/** There is one Neo4j for all test files, so one of them has it at a time. */
function alone(): void {
  const lock = join(tmpdir(), 'kith-test-neo4j.lock')
  beforeAll(async () => {
    while (!take(lock)) await new Promise((resolve) => setTimeout(resolve, 100))
  }, 600_000)
  afterAll(() => rmSync(lock, { force: true }))
}

function take(lock: string): boolean {
  try {
    writeFileSync(lock, String(process.pid), { flag: 'wx' })
    return true
  } catch {
    if (!isHeld(lock)) rmSync(lock, { force: true })
    return false
  }
}

/** Whether the process is there that wrote its number into the lock, or is about to. */
function isHeld(lock: string): boolean {
  try {
    const pid = Number(readFileSync(lock, 'utf8'))
    return pid === 0 || process.kill(pid, 0)
  } catch {
    return false
  }
}
