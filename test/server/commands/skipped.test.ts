/** A graph remembers what its build did not read, and takes that along where it is copied. */
import { mkdirSync, writeFileSync } from 'node:fs'
import { expect, it } from '@jest/globals'
import { openGraph } from '../../../server/store/open.ts'
import { readSkipped } from '../../../server/store/state.ts'
import { testFolder } from '../../folder.ts'
import { kith } from '../../kith.ts'

const folder = testFolder()

async function skippedIn(graph: string) {
  const database = openGraph(`file:${folder(graph)}`, { username: '', password: '', database: '' })
  return readSkipped(database).finally(() => database.close())
}

it('the path and the reason, after a build and after a push', async () => {
  mkdirSync(folder('notes'))
  writeFileSync(folder('notes', 'a.md'), 'Mamba and RWKV')
  writeFileSync(folder('notes', 'tune.mp3'), 'la')
  const built = await kith(['build', 'notes', '--graph', `file:${folder('one')}`, '--json'], { cwd: folder() })
  const { skipped } = JSON.parse(built.stdout) as { skipped: object[] }
  expect(skipped).toEqual([{ path: 'tune.mp3', reason: expect.stringMatching(/^Kith reads /) }])
  expect(await skippedIn('one')).toEqual({ items: skipped, total: 1 })
  const pushed = await kith(['push', `file:${folder('two')}`, '--graph', `file:${folder('one')}`], { cwd: folder() })
  expect(pushed.code).toBe(0)
  expect(await skippedIn('two')).toEqual({ items: skipped, total: 1 })
})
