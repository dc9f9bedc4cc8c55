/** A folder for one test file, gone when its tests have ended. */

import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll } from '@jest/globals'

/** @returns paths inside the folder */
export function testFolder(): (...parts: string[]) => string {
  const folder = mkdtempSync(join(tmpdir(), 'kith-test-'))
  afterAll(() => rmSync(folder, { recursive: true, force: true }))
  return (...parts) => join(folder, ...parts)
}
